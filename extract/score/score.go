// Package score measures an extraction against an annotation made by hand: how many
// values of each field are right, missing and spurious. Only tests use it. Begin with
// Compare.
//
// Texts that a reader would call the same count as the same: whatever their case, blanks,
// tone placement and sort of dash; agencies also by their full name.
package score

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Counts are the values of one field: right, missing from the extraction, spurious in it.
// A wrong value is both missing and spurious.
type Counts struct{ Right, Missing, Spurious int }

// F1 is the harmonic mean of precision and recall, 1 where there is nothing to find.
func (c Counts) F1() float64 {
	if c.Right+c.Missing+c.Spurious == 0 {
		return 1
	}
	return 2 * float64(c.Right) / float64(2*c.Right+c.Missing+c.Spurious)
}

// Result is the counts of each field, in the order of their first use, and what missed.
type Result struct {
	Fields []string
	Counts map[string]*Counts
	Misses []string
}

// Micro is the F1 over all values of all fields.
func (r *Result) Micro() float64 {
	var all Counts
	for _, c := range r.Counts {
		all.Right, all.Missing, all.Spurious = all.Right+c.Right, all.Missing+c.Missing, all.Spurious+c.Spurious
	}
	return all.F1()
}

// Worst returns the field with the lowest F1.
func (r *Result) Worst() (string, float64) {
	field, low := "", math.Inf(1)
	for _, f := range r.Fields {
		if f1 := r.Counts[f].F1(); f1 < low {
			field, low = f, f1
		}
	}
	return field, low
}

// String writes a line a field: right, missing, spurious, F1.
func (r *Result) String() string {
	var b strings.Builder
	for _, f := range r.Fields {
		if c := r.Counts[f]; c.Right+c.Missing+c.Spurious > 0 {
			fmt.Fprintf(&b, "%-24s %4d %4d %4d  %.3f\n", f, c.Right, c.Missing, c.Spurious, c.F1())
		}
	}
	fmt.Fprintf(&b, "micro F1 %.4f\n", r.Micro())
	return b.String()
}

// A node is a JSON value of unknown shape: annotations leave fields out.
type node struct{ v any }

func parse(b []byte) (node, error) {
	var v any
	err := json.Unmarshal(b, &v)
	return node{v}, err
}

func (n node) get(key string) node {
	m, _ := n.v.(map[string]any)
	return node{m[key]}
}

func (n node) list() []node {
	l, _ := n.v.([]any)
	out := make([]node, len(l))
	for i, v := range l {
		out[i] = node{v}
	}
	return out
}

func (n node) text() string {
	switch v := n.v.(type) {
	case string:
		return v
	case float64:
		return fmt.Sprint(v)
	}
	return ""
}

func (n node) number() int {
	f, _ := n.v.(float64)
	return int(f)
}

// Compare measures the extraction got against the annotation want, both JSON.
func Compare(want, got []byte) (*Result, error) {
	g, err := parse(want)
	if err != nil {
		return nil, fmt.Errorf("read annotation: %w", err)
	}
	p, err := parse(got)
	if err != nil {
		return nil, fmt.Errorf("read extraction: %w", err)
	}
	r := &Result{Counts: map[string]*Counts{}}
	r.plan(g.get("plan"), p.get("plan"))
	r.sets("sections", "", texts(g.get("sections"), "title"), texts(p.get("sections"), "title"), fold, 0.95)
	r.sets("groups", "", groups(g), groups(p), identity, 0.97)
	r.models(g.get("models").list(), p.get("models").list())
	r.tasks(g.get("tasks").list(), p.get("tasks").list())
	r.sets("responsibilities.agency", "", texts(g.get("responsibilities"), "agency"), texts(p.get("responsibilities"), "agency"), agency, 0.8)
	r.appendix(g.get("appendix").list(), p.get("appendix").list())
	r.sets("conflicts", "", conflicts(g), conflicts(p), identity, 2)
	return r, nil
}

func (r *Result) add(field string, right, missing, spurious int) {
	c := r.Counts[field]
	if c == nil {
		c = &Counts{}
		r.Counts[field] = c
		r.Fields = append(r.Fields, field)
	}
	c.Right, c.Missing, c.Spurious = c.Right+right, c.Missing+missing, c.Spurious+spurious
}

func (r *Result) miss(field, where, want, got string) {
	r.Misses = append(r.Misses, fmt.Sprintf("%s\t%s\twant %q\tgot %q", field, where, want, got))
}

// one compares a single value. With a likeness below 2, values as alike as that count as
// the same.
func (r *Result) one(field, where, want, got string, f func(string) string, likeness float64) {
	switch {
	case want == "" && got == "":
	case want == "":
		r.add(field, 0, 0, 1)
		r.miss(field, where, want, got)
	case got == "":
		r.add(field, 0, 1, 0)
		r.miss(field, where, want, got)
	case f(want) == f(got) || similar(want, got) >= likeness:
		r.add(field, 1, 0, 0)
	default:
		r.add(field, 0, 1, 1)
		r.miss(field, where, want, got)
	}
}

// sets compares lists without regard to order. An entry is a list of acceptable forms.
func (r *Result) sets(field, where string, want, got [][]string, f func(string) string, likeness float64) {
	w, g := forms(want, f), forms(got, f)
	right := 0
	for _, exact := range []bool{true, false} {
		for i := 0; i < len(w); i++ {
			best, at := 0.0, -1
			for j := range g {
				s := 0.0
				if meets(w[i], g[j]) {
					s = 1
				} else if !exact {
					s = alike(w[i], g[j])
				}
				if s > best {
					best, at = s, j
				}
			}
			limit := likeness
			if exact {
				limit = 1
			}
			if at >= 0 && best >= limit {
				right++
				w, g = slices.Delete(w, i, i+1), slices.Delete(g, at, at+1)
				i--
			}
		}
	}
	r.add(field, right, len(w), len(g))
	for _, x := range w {
		r.miss(field, where, x[0], "")
	}
	for _, x := range g {
		r.miss(field, where, "", x[0])
	}
}

func forms(list [][]string, f func(string) string) [][]string {
	var out [][]string
	for _, entry := range list {
		var fs []string
		for _, s := range entry {
			if s = f(s); s != "" && !slices.Contains(fs, s) {
				fs = append(fs, s)
			}
		}
		if fs != nil {
			out = append(out, fs)
		}
	}
	return out
}

func meets(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

func alike(a, b []string) float64 {
	best := 0.0
	for _, x := range a {
		for _, y := range b {
			best = max(best, similar(x, y))
		}
	}
	return best
}
