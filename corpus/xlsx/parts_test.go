package xlsx

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
)

func TestRewriter(t *testing.T) {
	list := []rewrite{{"<a/>", "ONE"}, {"<bb/>", "TWO"}}
	const in, want = "xx<a/>yy<a/>zz<b<bb/>end", "xxONEyy<a/>zz<bTWOend"
	for size := 1; size <= len(in); size++ {
		var b bytes.Buffer
		r := &rewriter{out: &b, list: slices.Clone(list)}
		for chunk := range slices.Chunk([]byte(in), size) {
			if n, err := r.Write(chunk); err != nil || n != len(chunk) {
				t.Fatalf("Write: %d, %v", n, err)
			}
		}
		if err := r.flush(); err != nil || b.String() != want {
			t.Errorf("in chunks of %d: %q, %v", size, b.String(), err)
		}
	}
	if err := (&rewriter{out: &bytes.Buffer{}, list: list}).flush(); err == nil {
		t.Error("a place that was not met is no error")
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("một hai ba bốn năm", 7)
	f.Add("😀😀😀\x01\xff", 3)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		if limit < 2 || limit > 1000 {
			return
		}
		s = clean(s)
		if !utf8.ValidString(s) || strings.ContainsFunc(s, forbidden) {
			t.Errorf("clean leaves %q", s)
		}
		parts := split(s, limit)
		if strings.Join(parts, "") != s {
			t.Errorf("split(%q, %d) = %q", s, limit, parts)
		}
		for _, p := range parts {
			if units(p) > limit {
				t.Errorf("split(%q, %d) has a part of %d", s, limit, units(p))
			}
		}
	})
}

func TestLines(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 10, 1}, {"một", 10, 1}, {"một\nhai", 10, 2}, {"một hai ba bốn năm sáu", 11, 3}, {strings.Repeat("x", 100), 21.2, 5},
	} {
		if got := lines(tt.text, tt.width); got != tt.want {
			t.Errorf("lines(%q, %v) = %d, want %d", tt.text, tt.width, got, tt.want)
		}
	}
	if height(1000) != maxHeight {
		t.Error("a row higher than Excel shows")
	}
}

func TestPlanNames(t *testing.T) {
	of := func(id, number string) *plan.Extraction {
		x := &plan.Extraction{}
		x.Plan.ID, x.Source.Name, x.Plan.Locality.Province = id, "a.txt", ptr("Một")
		if number != "" {
			x.Plan.Number = ptr(number)
		}
		return x
	}
	got := planNames([]*plan.Extraction{of("p", "1/KH"), of("q", "2/KH"), of("r", ""), of("s", "")})
	if want := []string{"Một (1/KH)", "Một (2/KH)", "Một (r)", "Một (s)"}; !slices.Equal(got, want) {
		t.Errorf("names %q, want %q", got, want)
	}
}

// TestManyPlans holds that a comparison of more plans than a sheet has columns, or links,
// for goes on another sheet.
func TestManyPlans(t *testing.T) {
	b := &book{Alignment: &align.Alignment{Plans: make([]*plan.Extraction, maxColumns/5+7)}}
	chunks := b.chunks(share{5, 7})
	if len(chunks) != 2 || len(chunks[0]) != maxColumns/5 || len(chunks[1]) != 7 {
		t.Errorf("%d chunks", len(chunks))
	}
	b.Plans = b.Plans[:3]
	for range linkLimit / 14 {
		b.Rows = append(b.Rows, align.Row{Members: []align.Member{{Plan: 0}, {Plan: 1}, {Plan: 2}}})
	}
	if got := b.chunks(share{5, 7}); len(got) != 2 || len(got[0]) != 2 || len(got[1]) != 1 {
		t.Errorf("of many links: %v", got)
	}
}

func FuzzParseTemplate(f *testing.F) {
	f.Add("sheets = [\"Mô hình\"]\n[[sheet]]\nname = \"Mô hình\"\n[[sheet.column]]\nkey = \"title\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		tp, err := ParseTemplate(text)
		if err != nil {
			return
		}
		for _, p := range pages() {
			tp.wants(p.name)
			tp.choose(p.name, modelColumns())
		}
	})
}
