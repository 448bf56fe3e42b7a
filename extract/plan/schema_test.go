package plan_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach/extract"
	"kehoach/extract/plan"
	"kehoach/ingest"
)

// schema is the part of JSON Schema that schema.json uses.
type schema struct {
	Ref         string             `json:"$ref"`
	Defs        map[string]*schema `json:"$defs"`
	Types       types              `json:"type"`
	Const       any                `json:"const"`
	Enum        []any              `json:"enum"`
	AnyOf       []*schema          `json:"anyOf"`
	Pattern     string             `json:"pattern"`
	Minimum     *float64           `json:"minimum"`
	Items       *schema            `json:"items"`
	Properties  map[string]*schema `json:"properties"`
	Required    []string           `json:"required"`
	Additional  *additional        `json:"additionalProperties"`
	Dialect     string             `json:"$schema"`
	Title       string             `json:"title"`
	Description string             `json:"description"`
}

// types is one type or several.
type types []string

func (t *types) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*t = types{one}
		return nil
	}
	return json.Unmarshal(b, (*[]string)(t))
}

// additional is false or a schema.
type additional struct{ of *schema }

func (a *additional) UnmarshalJSON(b []byte) error {
	if string(b) == "false" {
		return nil
	}
	return json.Unmarshal(b, &a.of)
}

func loadSchema(t *testing.T) *schema {
	t.Helper()
	f, err := os.Open("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d := json.NewDecoder(f)
	d.DisallowUnknownFields() // a word that this checker does not know would hold nothing
	s := new(schema)
	if err := d.Decode(s); err != nil {
		t.Fatal(err)
	}
	return s
}

// checker collects what of a value a schema does not allow.
type checker struct {
	root   *schema
	faults []string
}

func (c *checker) check(s *schema, v any, at string) {
	if s.Ref != "" {
		c.check(c.resolve(s.Ref), v, at)
		return
	}
	if len(s.AnyOf) > 0 && !slices.ContainsFunc(s.AnyOf, func(o *schema) bool { return c.allows(o, v) }) {
		c.faultf(at, "fits none of the alternatives: %.100v", v)
	}
	if s.Const != nil && !reflect.DeepEqual(s.Const, v) {
		c.faultf(at, "is %v, not %v", v, s.Const)
	}
	if s.Enum != nil && !slices.ContainsFunc(s.Enum, func(e any) bool { return reflect.DeepEqual(e, v) }) {
		c.faultf(at, "is %v, none of %v", v, s.Enum)
	}
	if len(s.Types) > 0 && !slices.ContainsFunc(s.Types, func(name string) bool { return isType(v, name) }) {
		c.faultf(at, "is %.100v, not %v", v, s.Types)
		return
	}
	switch v := v.(type) {
	case string:
		if s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(v) {
			c.faultf(at, "%q does not match %s", v, s.Pattern)
		}
	case float64:
		if s.Minimum != nil && v < *s.Minimum {
			c.faultf(at, "%v is less than %v", v, *s.Minimum)
		}
	case []any:
		for i, e := range v {
			c.check(s.Items, e, fmt.Sprintf("%s[%d]", at, i))
		}
	case map[string]any:
		c.checkObject(s, v, at)
	}
}

func (c *checker) checkObject(s *schema, v map[string]any, at string) {
	if s.Properties == nil && s.Additional == nil {
		return
	}
	for _, name := range s.Required {
		if _, ok := v[name]; !ok {
			c.faultf(at, "lacks %s", name)
		}
	}
	for name, e := range v {
		switch p := s.Properties[name]; {
		case p != nil:
			c.check(p, e, at+"."+name)
		case s.Additional == nil:
		case s.Additional.of == nil:
			c.faultf(at, "has %s too much", name)
		default:
			c.check(s.Additional.of, e, at+"."+name)
		}
	}
}

func (c *checker) resolve(ref string) *schema {
	s := c.root.Defs[strings.TrimPrefix(ref, "#/$defs/")]
	if s == nil {
		panic("no such definition: " + ref)
	}
	return s
}

func (c *checker) allows(s *schema, v any) bool {
	sub := checker{root: c.root}
	sub.check(s, v, "")
	return len(sub.faults) == 0
}

func (c *checker) faultf(at, format string, args ...any) {
	c.faults = append(c.faults, at+" "+fmt.Sprintf(format, args...))
}

func isType(v any, name string) bool {
	switch v := v.(type) {
	case nil:
		return name == "null"
	case bool:
		return name == "boolean"
	case string:
		return name == "string"
	case float64:
		return name == "number" || name == "integer" && v == math.Trunc(v)
	case []any:
		return name == "array"
	}
	return name == "object"
}

func validate(t *testing.T, s *schema, data []byte) {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	c := &checker{root: s}
	c.check(s, v, "$")
	for i, f := range c.faults {
		if i == 20 {
			t.Errorf("… %d more", len(c.faults)-i)
			break
		}
		t.Error(f)
	}
}

// What is extracted from the sample plans is what the schema says.
func TestExtractionsFitSchema(t *testing.T) {
	s := loadSchema(t)
	plans, err := filepath.Glob("../../testdata/plans/*.txt")
	if err != nil || len(plans) == 0 {
		t.Fatalf("no sample plans: %v", err)
	}
	for _, p := range plans {
		t.Run(filepath.Base(p), func(t *testing.T) {
			f, err := ingest.ReadFile(t.Context(), p, ingest.Options{})
			if err != nil {
				t.Fatal(err)
			}
			data, err := json.Marshal(extract.Extract(f))
			if err != nil {
				t.Fatal(err)
			}
			validate(t, s, data)
		})
	}
}

// So are the golden extractions, which other programs may have learned from.
func TestGoldenExtractionsFitSchema(t *testing.T) {
	s := loadSchema(t)
	golden, err := filepath.Glob("../../testdata/extractions/*.json")
	if err != nil || len(golden) == 0 {
		t.Fatalf("no golden extractions: %v", err)
	}
	for _, p := range golden {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		validate(t, s, data)
	}
}

// An extraction of a text that says nothing fits too: null and [], never nothing.
func TestEmptyExtractionFitsSchema(t *testing.T) {
	f, err := ingest.Read(t.Context(), "a.txt", []byte("x"), ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(extract.Extract(f))
	if err != nil {
		t.Fatal(err)
	}
	validate(t, loadSchema(t), data)
}

// The schema refuses what is wrong.
func TestSchemaRefuses(t *testing.T) {
	s := loadSchema(t)
	for _, bad := range []string{
		`{}`, `[]`, `{"schema": "kehoach/plan/v2"}`,
	} {
		c := &checker{root: s}
		var v any
		if err := json.Unmarshal([]byte(bad), &v); err != nil {
			t.Fatal(err)
		}
		if c.check(s, v, "$"); len(c.faults) == 0 {
			t.Errorf("%s is allowed", bad)
		}
	}
	date := &checker{root: s}
	for _, bad := range []string{"2023-13", "13/10/2023", "2023-Q5", "23", "2023-1"} {
		if date.allows(s.Defs["date"], bad) {
			t.Errorf("the date %s is allowed", bad)
		}
	}
}

// Every field of the types is in the schema and the other way round.
func TestSchemaNamesEveryField(t *testing.T) {
	s := loadSchema(t)
	c := &checker{root: s}
	compareFields(t, c, s, reflect.TypeFor[plan.Extraction](), "Extraction")
}

func compareFields(t *testing.T, c *checker, s *schema, typ reflect.Type, at string) {
	for s.Ref != "" || len(s.AnyOf) > 0 {
		if s.Ref != "" {
			s = c.resolve(s.Ref)
		} else {
			s = s.AnyOf[0]
		}
	}
	switch typ.Kind() {
	case reflect.Pointer:
		compareFields(t, c, s, typ.Elem(), at)
	case reflect.Slice:
		if s.Items == nil {
			t.Errorf("%s is an array in Go only", at)
			return
		}
		compareFields(t, c, s.Items, typ.Elem(), at)
	case reflect.Map:
		compareFields(t, c, s.Additional.of, typ.Elem(), at)
	case reflect.Struct:
		var names []string
		for f := range typ.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			names = append(names, name)
			if p := s.Properties[name]; p == nil {
				t.Errorf("%s.%s is not in the schema", at, name)
			} else {
				compareFields(t, c, p, f.Type, at+"."+name)
			}
		}
		for name := range s.Properties {
			if !slices.Contains(names, name) {
				t.Errorf("%s.%s is in the schema only", at, name)
			}
		}
	}
}
