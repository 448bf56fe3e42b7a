package index

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/index/indextest"
	"kehoach/index/query"
)

// paragraphs are the longer lines of the sample plans.
func paragraphs(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("../testdata/plans/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var ps []string
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(b), "\n") {
			if line = strings.TrimSpace(line); len(line) > 80 {
				ps = append(ps, line)
			}
		}
	}
	return ps
}

const benchModels = 10_000

func BenchmarkApplyOnePlan(b *testing.B) {
	dir := b.TempDir()
	apply(b, dir, indextest.Generate(paragraphs(b), benchModels, 1))
	w, err := OpenWriter(dir)
	if err != nil {
		b.Fatal(err)
	}
	one := indextest.Generate(paragraphs(b), 40, 2)
	one[0].Plan.ID = "one"
	b.ReportAllocs()
	for b.Loop() {
		if err := w.Apply(context.Background(), one, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	plans := indextest.Generate(paragraphs(b), 1000, 1)
	bytes := 0
	for _, x := range plans {
		for _, d := range documents(x) {
			for _, p := range d.parts {
				bytes += len(p.Text)
			}
		}
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		dir := b.TempDir()
		b.StartTimer()
		w, err := OpenWriter(dir)
		if err != nil {
			b.Fatal(err)
		}
		if err := w.Apply(context.Background(), plans, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	dir := b.TempDir()
	apply(b, dir, indextest.Generate(paragraphs(b), benchModels, 1))
	x := open(b, dir)
	for _, bb := range []struct {
		name string
		r    Request
	}{
		{"Code", Request{Query: "m4711"}},
		{"Word", Request{Query: "VNeID"}},
		{"Words", Request{Query: "kham chua benh the can cuoc"}},
		{"MarkedWords", Request{Query: "khám chữa bệnh bằng thẻ căn cước"}},
		{"Phrase", Request{Query: `"khám chữa bệnh"`}},
		{"MarkedPhrase", Request{Query: `"tố giác tội phạm"`}},
		{"Typo", Request{Query: "kham chua benhj"}},
		{"Lead", Request{Query: "Sở Y tế chủ trì khám bệnh"}},
		{"Filtered", Request{Query: "khám bệnh", Filters: []Filter{{query.Year, []string{"2023"}}}, Sort: ByDue, Offset: 20}},
		{"FourFacets", Request{Query: "khám chữa bệnh", Facets: []string{query.Province, query.Lead, query.Tool, query.Year}}},
		{"All", Request{}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			bb.r.Limit = 10
			b.ReportAllocs()
			for b.Loop() {
				if _, err := x.Search(context.Background(), bb.r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkOpenAndFirstSearch(b *testing.B) {
	dir := b.TempDir()
	apply(b, dir, indextest.Generate(paragraphs(b), benchModels, 1))
	for b.Loop() {
		x, err := Open(dir)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := x.Search(context.Background(), Request{Query: "khám chữa bệnh", Limit: 10}); err != nil {
			b.Fatal(err)
		}
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDocuments(b *testing.B) {
	plans := indextest.Generate(paragraphs(b), 40, 1)
	b.ReportAllocs()
	for b.Loop() {
		for _, x := range plans {
			documents(x)
		}
	}
}
