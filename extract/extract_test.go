package extract_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kehoach/extract"
	"kehoach/extract/plan"
	"kehoach/extract/score"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

var update = flag.Bool("update", false, "write the golden files anew")

// plans are the sample plans by name, without ".txt".
func plans(t testing.TB) map[string]string {
	files, err := filepath.Glob("../testdata/plans/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample plans: %v", err)
	}
	out := map[string]string{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(f), ".txt")] = string(b)
	}
	return out
}

func read(name, text string) *plan.Extraction {
	f := source.NewText(name+".txt", text)
	sum := sha256.Sum256([]byte(text))
	f.SHA256 = hex.EncodeToString(sum[:]) // as package ingest fills it in
	return extract.Extract(f)
}

func asJSON(t testing.TB, x *plan.Extraction) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(x); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// golden compares got with a file, or writes it with -update.
func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s differs from what is read now; look at it with -update and git diff", file)
	}
}

// TestGolden holds the extraction of every sample plan, and that it is the same twice.
func TestGolden(t *testing.T) {
	for name, text := range plans(t) {
		t.Run(name, func(t *testing.T) {
			got := asJSON(t, read(name, text))
			if !bytes.Equal(got, asJSON(t, read(name, text))) {
				t.Error("two readings of the same text differ")
			}
			golden(t, "../testdata/extractions/"+name+".json", got)
		})
	}
}

// TestScore holds the counts of every field against the annotations made by hand, so
// that each change shows what it won and lost.
func TestScore(t *testing.T) {
	files, err := filepath.Glob("../testdata/gold/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no annotations: %v", err)
	}
	var b strings.Builder
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := score.Compare(want, asJSON(t, read(name, plans(t)[name])))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s: right, missing, spurious, F1\n%s\n", name, r)
		for _, m := range r.Misses {
			fmt.Fprintf(&b, "  %s\n", m)
		}
		if r.Micro() < 0.985 {
			t.Errorf("%s: micro F1 %.4f, want 0.985 or more", name, r.Micro())
		}
	}
	golden(t, "../testdata/score.txt", []byte(b.String()))
}

// TestCounts holds how many models, tasks and rows the sample plans have.
func TestCounts(t *testing.T) {
	want := map[string][3]int{
		"tuyen-quang-233-kh-ubnd":   {42, 0, 0},
		"quang-nam-7384-kh-ubnd":    {43, 0, 0},
		"hung-chinh-kh-ubnd-2023":   {38, 0, 0},
		"xuan-loc-02-kh-tctda06":    {0, 13, 0},
		"long-an-2312-khph-tctda06": {34, 0, 34},
	}
	for name, text := range plans(t) {
		x := read(name, text)
		if got := [3]int{len(x.Models), len(x.Tasks), len(x.Appendix)}; got != want[name] {
			t.Errorf("%s: %v models, tasks, appendix rows; want %v", name, got, want[name])
		}
	}
}

// TestSpans holds that the words of every value stand where its span says.
func TestSpans(t *testing.T) {
	values, wrong := 0, 0
	for name, text := range plans(t) {
		x := read(name, text)
		check := func(what, value string, s source.Span) {
			values++
			if !stands(text, value, s) {
				wrong++
				t.Logf("%s: %s %q does not stand at %+v: %q", name, what, value, s, text[max(0, s.Start):min(len(text), s.End)])
			}
		}
		for _, m := range x.Models {
			where := fmt.Sprintf("model %d", m.Number)
			check(where+" title", m.Title, m.Spans["title"])
			if m.Objective != nil {
				check(where+" objective", *m.Objective, m.Spans["objective"])
			}
			for _, list := range [][]plan.Agency{m.Lead, m.Cooperating, m.Implementing, m.Supporting, m.Guiding} {
				for _, a := range list {
					check(where+" agency", a.Name, a.Span)
				}
			}
			for _, a := range m.Assignments {
				check(where+" assignment", a.Text, a.Span)
				for _, b := range a.Actors {
					check(where+" actor", b.Name, b.Span)
				}
			}
			if m.Timeline != nil {
				check(where+" timeline", m.Timeline.Text, m.Timeline.Span)
			}
			for _, tool := range m.Tools {
				check(where+" tool", tool.Name, tool.Span)
			}
		}
		for _, task := range x.Tasks {
			check("task "+task.ID, task.Text, task.Span)
		}
		for _, c := range x.Plan.LegalBasis {
			if c.Number != nil {
				check("legal basis", *c.Number, c.Span)
			}
		}
		for _, a := range x.Appendix {
			check(fmt.Sprintf("appendix %d", a.Number), a.Title, a.Span)
		}
	}
	if values == 0 || wrong*1000 > values*5 {
		t.Errorf("%d of %d values do not stand in their span", wrong, values)
	}
}

// stands reports whether the words of value stand in text at s, in their order.
func stands(text, value string, s source.Span) bool {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return false
	}
	at := normalize.New(source.NewText("", text[s.Start:s.End])).Body
	words := normalize.Words(at)
	i := 0
	for _, w := range normalize.Words(value) {
		if w.Mark {
			continue
		}
		for i < len(words) && words[i].Fold != w.Fold {
			i++
		}
		if i == len(words) {
			return false
		}
		i++
	}
	return true
}

func FuzzExtract(f *testing.F) {
	for _, text := range plans(f) {
		for i := 0; i+3000 < len(text); i += 20000 {
			f.Add(strings.ToValidUTF8(text[i:i+3000], ""))
		}
	}
	f.Add("TT\tMô hình\tChủ trì\n1\tMô hình 1: a\tSở Y tế\n")
	f.Add("I. NHIỆM VỤ\n1. Sở Giáo dục và Đào tạo, Công an tỉnh; UBND huyện\n2. Khác.\n")
	f.Add("I. A\n1. Mô hình 1: x\n- Mục tiêu:\n+ y")
	f.Fuzz(func(t *testing.T, text string) {
		x := read("fuzz", text)
		for _, m := range x.Models {
			if m.Span.Start < 0 || m.Span.End > len(text) || m.Span.Start > m.Span.End {
				t.Fatalf("model %d: span %+v outside of %d bytes", m.Number, m.Span, len(text))
			}
			for k, s := range m.Spans {
				if !s.IsZero() && !m.Span.Contains(s) {
					t.Fatalf("model %d: %s at %+v stands outside of %+v", m.Number, k, s, m.Span)
				}
			}
		}
	})
}

// BenchmarkExtract reads each of the sample plans, text to JSON, and all of them.
//
// No one step binds it. Of the instructions, as callgrind counts them without collecting
// memory, a quarter goes into reading letters (the words of sentences, their folds, whether
// a line is plain), a seventh into allocating, copying and maps, a tenth into judging words,
// a fifteenth each into looking words up, writing the JSON and regular expressions, where
// package pattern lets them be tried; the rest is spread thin over the rules. A text is read
// into words little more than once in all, and to keep the folds of a document's words saves
// one instruction in a hundred. What makes it quicker is to ask less often: to remember what
// is asked again (labels, bodies, times, words, places), to look at how a text begins before
// a pattern is tried on all of it, to make no string that is only looked up.
func BenchmarkExtract(b *testing.B) {
	samples := map[string][]*source.File{}
	for name, text := range plans(b) {
		f := source.NewText(name+".txt", text)
		samples[name], samples["all"] = []*source.File{f}, append(samples["all"], f)
	}
	for _, name := range slices.Sorted(maps.Keys(samples)) {
		b.Run(name, func(b *testing.B) {
			size := 0
			for _, f := range samples[name] {
				size += len(f.Text)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, f := range samples[name] {
					extract.Extract(f).AppendJSON(nil)
				}
			}
		})
	}
}

// TestSignerAbovePlan holds that a decision keeps its signer where the plan that it
// brings into force is set out right below.
func TestSignerAbovePlan(t *testing.T) {
	x := read("a", `ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH

Số: 15/QĐ-UBND

QUYẾT ĐỊNH
Ban hành Kế hoạch triển khai các mô hình điểm

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch triển khai các mô hình điểm.

Điều 2. Công an tỉnh thi hành Quyết định này./.

Nơi nhận:
- Lưu: VT.

CHỦ TỊCH

Nguyễn Văn An

KẾ HOẠCH
Triển khai các mô hình điểm
(Ban hành kèm theo Quyết định số 15/QĐ-UBND)

I. MỤC ĐÍCH

- Triển khai có trọng tâm, trọng điểm.
`)
	if s := x.Plan.Signers; len(s) != 1 || s[0].Name == nil || *s[0].Name != "Nguyễn Văn An" {
		t.Errorf("signers %+v, want Nguyễn Văn An", s)
	}
}
