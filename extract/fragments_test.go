package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/extract/plan"
)

// TestFragments holds what is read of short texts that word times, tools, titles, heads and
// labels in ways that the long plans do not have. The golden file beside each says in one
// line a value what was read; read its diff.
func TestFragments(t *testing.T) {
	files, err := filepath.Glob("../testdata/fragments/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fragments: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, strings.TrimSuffix(file, ".txt")+".want", []byte(summary(read(name, string(text)))))
	}
}

// summary writes what x says, one line a value, in short.
func summary(x *plan.Extraction) string {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	p := x.Plan
	line("kind", p.Kind)
	line("number", value(p.Number))
	line("issuers", strings.Join(p.Issuers, " | "))
	line("place, date", value(p.Place)+", "+string(value(p.Date)))
	line("title", value(p.Title))
	line("locality", strings.Join([]string{value(p.Locality.Province), value(p.Locality.District), value(p.Locality.Commune)}, " | "))
	line("period", string(value(p.Period.Start))+".."+string(value(p.Period.End)))
	if p.DeclaredModels != nil {
		line("declared", fmt.Sprint(*p.DeclaredModels))
	}
	for _, c := range p.LegalBasis {
		line("basis", c.Kind+" "+value(c.Number)+" "+string(value(c.Date)))
	}
	for _, s := range p.Signers {
		line("signer", value(s.Name))
	}
	line("recipients", strings.Join(p.Recipients, " | "))
	for _, g := range x.Groups {
		line("group "+g.Label, fmt.Sprint(g.Title, " ", g.Models))
	}
	for _, m := range x.Models {
		line(fmt.Sprintf("model %d", m.Number), m.Title)
		line("  objective", value(m.Objective))
		parties(line, m.Lead, m.Cooperating, m.Implementing)
		line("  supporting", names(m.Supporting))
		line("  guiding", names(m.Guiding))
		line("  forces", strings.Join(m.Forces, " | "))
		for _, a := range m.Assignments {
			line("  assignment", a.Text)
		}
		line("  time", timeOf(m.Timeline))
		line("  tools", tools(m.Tools))
		for _, f := range m.Other {
			line("  "+f.Label, f.Text)
		}
	}
	for _, t := range x.Tasks {
		line("task "+t.ID, t.Text)
		parties(line, t.Lead, t.Cooperating, t.Implementing)
		line("  time", timeOf(t.Timeline))
		line("  product", value(t.Product))
	}
	for _, r := range x.Responsibilities {
		line("duties of", r.Agency)
	}
	for _, d := range x.Diagnostics {
		switch d.Code {
		case "agency-merged", "signer-missing", "abbreviation-undefined":
			continue // of no interest here
		}
		line("remark", strings.TrimSpace(d.Code+" "+d.Where)+": "+d.Message)
	}
	return b.String()
}

func value[T ~string](s *T) T {
	if s == nil {
		return ""
	}
	return *s
}

func parties(line func(name, value string), lead, cooperating, implementing []plan.Agency) {
	line("  lead", names(lead))
	line("  cooperating", names(cooperating))
	line("  implementing", names(implementing))
}

func names(as []plan.Agency) string {
	var out []string
	for _, a := range as {
		out = append(out, a.Name)
	}
	return strings.Join(out, " | ")
}

func tools(ts []plan.Tool) string {
	var out []string
	for _, t := range ts {
		name := t.Name
		if t.Canonical != name {
			name += " = " + t.Canonical
		}
		out = append(out, name)
	}
	return strings.Join(out, " | ")
}

func timeOf(t *plan.Timeline) string {
	if t == nil {
		return ""
	}
	s := fmt.Sprintf("%s [%s %s..%s]", t.Text, t.Kind, value(t.Start), value(t.End))
	if t.Hedged {
		s += " hedged"
	}
	return s
}
