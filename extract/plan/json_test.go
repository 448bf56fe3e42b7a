package plan_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"kehoach/extract"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// sameJSON holds AppendJSON against encoding/json.
func sameJSON(t *testing.T, x *plan.Extraction) {
	t.Helper()
	want, err := json.Marshal(x)
	if err != nil {
		t.Fatal(err)
	}
	got := x.AppendJSON([]byte("before "))
	if before := "before "; !bytes.HasPrefix(got, []byte(before)) || !bytes.Equal(got[len(before):], want) {
		i := 0
		for got = got[len(before):]; i < min(len(got), len(want)) && got[i] == want[i]; i++ {
		}
		from := max(0, i-60)
		t.Fatalf("from byte %d on:\n%s\nwant\n%s", i, got[from:min(len(got), i+60)], want[from:min(len(want), i+60)])
	}
}

func TestAppendJSON(t *testing.T) {
	sameJSON(t, &plan.Extraction{})
	plans, err := filepath.Glob("../../testdata/plans/*.txt")
	if err != nil || len(plans) == 0 {
		t.Fatalf("no sample plans: %v", err)
	}
	for _, p := range plans {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		sameJSON(t, extract.Extract(source.NewText(filepath.Base(p), string(b))))
	}
}

// TestAppendJSONOfAny holds it on extractions of which every field is filled at random: a
// field that AppendJSON does not know shows here.
func TestAppendJSONOfAny(t *testing.T) {
	for seed := range uint64(300) {
		var x plan.Extraction
		fill(rand.New(rand.NewPCG(seed, 6)), reflect.ValueOf(&x).Elem())
		sameJSON(t, &x)
	}
}

// words are what JSON writes as it is and what it does not.
var words = []string{"", "Sở Y tế", "a\"b", `\`, "<b>", "LĐTB&XH", "“Ấp số” – 1", "\u2028", "\u2029x", "\u2027", "\x00", "\t\n", "\x7f", "\xff", "\xe2\x80", "\xc3", "\xc3a", "\xe1\xbb", "\xe1\xbba", "\xe1a\x80", "\xc1\x80", "\xed\xa0\x80", "𝒜"}

// fill gives v and all that it holds random values, also none where it may have none.
func fill(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(words[r.IntN(len(words))] + words[r.IntN(len(words))])
	case reflect.Int:
		v.SetInt(r.Int64N(3) * (r.Int64N(1<<40) - 1<<39))
	case reflect.Bool:
		v.SetBool(r.IntN(2) > 0)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(r, v.Field(i))
		}
	case reflect.Pointer:
		if r.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem())
		}
	case reflect.Slice:
		if n := r.IntN(4); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n-1, n-1))
			for i := range v.Len() {
				fill(r, v.Index(i))
			}
		}
	case reflect.Map:
		if n := r.IntN(5); n > 0 {
			v.Set(reflect.MakeMap(v.Type()))
			for range n - 1 {
				key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
				fill(r, key)
				fill(r, value)
				v.SetMapIndex(key, value)
			}
		}
	default:
		panic("no values of kind " + v.Kind().String())
	}
}
