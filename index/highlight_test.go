package index

import (
	"html"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach/extract/plan"
	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

// printedPlan makes a plan of the lines of a sample, six lines a model, every second
// model decomposed (NFD).
func printedPlan(t testing.TB) *plan.Extraction {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "testdata", "plans", "quang-nam-7384-kh-ubnd.txt"))
	if err != nil {
		t.Fatal(err)
	}
	x := &plan.Extraction{Plan: plan.Plan{ID: "p"}}
	lines := slices.DeleteFunc(strings.Split(string(b), "\n"), func(s string) bool { return strings.TrimSpace(s) == "" })
	for i := 0; i+6 <= len(lines); i += 6 {
		form := norm.NFC
		if i%12 == 0 {
			form = norm.NFD
		}
		m := plan.Model{Number: i, Title: form.String(lines[i])}
		for _, l := range lines[i+1 : i+6] {
			m.Assignments = append(m.Assignments, plan.Assignment{Text: form.String(l) + ` <b> & "x"`})
		}
		x.Models = append(x.Models, m)
	}
	return x
}

// spellings are ways to type the same words.
var spellings = []func(string) string{
	func(s string) string { return s },
	norm.NFD.String,
	strings.ToUpper,
	fold.Key,
	strings.NewReplacer("oà", "òa", "oá", "óa", "uỷ", "ủy", "ý", "í").Replace,
	func(s string) string { return `"` + strings.ReplaceAll(s, `"`, "") + `"` },
}

// TestHighlights holds what is true of every snippet, over random pieces of the
// printed text in random spellings.
func TestHighlights(t *testing.T) {
	x := indexOf(t, printedPlan(t))
	texts := map[int]string{} // by number
	r := rand.New(rand.NewPCG(3, 4))
	for _, m := range printedPlan(t).Models {
		parts := []string{m.Title}
		for _, a := range m.Assignments {
			parts = append(parts, a.Text)
		}
		texts[m.Number] = strings.Join(parts, "\n")
	}
	marks := 0
	for range 500 {
		q := spellings[r.IntN(len(spellings))](randomPiece(r, texts))
		result, err := x.Search(t.Context(), Request{Query: q, Limit: 5})
		if err != nil {
			continue // a piece may hold an operator
		}
		wanted := wantedWords(t, x, q)
		for _, h := range result.Hits {
			if h.Model == nil {
				continue
			}
			for _, s := range h.Snippets {
				marks += checkSnippet(t, q, s.HTML, texts[*h.Model], wanted)
				checkCut(t, s, texts[*h.Model])
			}
		}
	}
	if marks < 1000 {
		t.Errorf("only %d marks were looked at", marks)
	}
}

// randomPiece returns one to six words of one of the texts, as printed.
func randomPiece(r *rand.Rand, texts map[int]string) string {
	var all []string
	for _, s := range texts {
		all = append(all, s)
	}
	slices.Sort(all)
	text := all[r.IntN(len(all))]
	ws := fold.Split(text)
	from := r.IntN(len(ws))
	to := min(len(ws), from+1+r.IntN(6))
	return strings.ReplaceAll(text[ws[from].Start:ws[to-1].End], "\n", " ")
}

// wantedWords are the loose words that a query may mark.
func wantedWords(t *testing.T, x *Index, q string) map[string]bool {
	t.Helper()
	e, err := query.Parse(q)
	if err != nil {
		t.Fatal(err)
	}
	c, err := query.Compile(e, dictionary{x})
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]bool{}
	for _, m := range c.Marks {
		for _, w := range m.Loose {
			words[w] = true
		}
	}
	for _, w := range fold.Split(q) {
		words[w.Loose] = true
	}
	return words
}

func checkSnippet(t *testing.T, q, snippet, printed string, wanted map[string]bool) (marks int) {
	t.Helper()
	if !utf8.ValidString(snippet) {
		t.Errorf("%q: invalid UTF-8 in %q", q, snippet)
	}
	plain := html.UnescapeString(strings.NewReplacer("<mark>", "", "</mark>", "").Replace(snippet))
	at := strings.Index(printed, plain)
	if at < 0 {
		t.Errorf("%q: %q is not as printed", q, plain)
		return 0
	}
	if bare := strings.NewReplacer("<mark>", "", "</mark>", "").Replace(snippet); strings.ContainsAny(bare, `<>"`) {
		t.Errorf("%q: not escaped: %q", q, snippet)
	}
	whole := false // some place in the print where no word is cut
	for from := 0; at >= 0; {
		from += at
		whole = whole || !cutsWord(printed, from) && !cutsWord(printed, from+len(plain))
		at = strings.Index(printed[from+1:], plain) + 1
		if at == 0 {
			break
		}
	}
	if !whole {
		t.Errorf("%q: a word is cut in %q", q, plain)
	}
	for _, piece := range strings.Split(snippet, "<mark>")[1:] {
		word, _, closed := strings.Cut(piece, "</mark>")
		if ws := fold.Split(html.UnescapeString(word)); !closed || !(len(ws) == 1 && wanted[ws[0].Loose] || isMended(ws, wanted)) {
			t.Errorf("%q: marks %q", q, word)
		}
		marks++
	}
	return marks
}

// isMended reports whether words are damaged ones that may be read as what is wanted:
// torn in two ("t ch"), or listed.
func isMended(ws []fold.Word, wanted map[string]bool) bool {
	if len(ws) == 2 && slices.ContainsFunc(vowels, func(v string) bool { return wanted[ws[0].Loose+v+ws[1].Loose] }) {
		return true
	}
	printed := strings.Join(looseWords(ws), " ")
	for _, cs := range confusions() {
		for _, c := range cs {
			if strings.Contains(" "+strings.Join(c.seen, " ")+" ", " "+printed+" ") && slices.ContainsFunc(c.meant, func(w string) bool { return wanted[w] }) {
				return true
			}
		}
	}
	return false
}

// cutsWord reports whether a cut of text at i goes through a word.
func cutsWord(text string, i int) bool {
	for _, w := range fold.Split(text) {
		if w.Start < i && i < w.End {
			return true
		}
	}
	return false
}

// checkCut holds that a snippet tells where its part goes on.
func checkCut(t *testing.T, s Snippet, printed string) {
	t.Helper()
	plain := html.UnescapeString(strings.NewReplacer("<mark>", "", "</mark>", "").Replace(s.HTML))
	for part := range strings.SplitSeq(printed, "\n") {
		before, after, found := strings.Cut(part, plain)
		if found && s.CutBefore == (before != "") && s.CutAfter == (after != "") {
			return
		}
	}
	t.Errorf("%q: cut before %v, after %v", plain, s.CutBefore, s.CutAfter)
}

func TestSnippets(t *testing.T) {
	x := indexOf(t, newPlan("p", `
		model 1: Tố giác tội phạm
		assignment: Công an xã tiếp nhận tổ giác của người dân; xử lý tố giác đúng hạn
		model 2: Triển khai tổ giác tội phạm
		model 3: Trang bị <Kiosk> & máy tính
		model 4: Gửi kết quả t ch hợp và kết quả tích hợp
		objective: Hỗ trợ kỹ thuật t ch hợp hệ thống`))
	for _, tt := range []struct {
		query string
		want  []string // of the first hit
	}{
		{"tố giác", []string{"<mark>Tố</mark> <mark>giác</mark> tội phạm", "Công an xã tiếp nhận tổ <mark>giác</mark> của người dân; xử lý <mark>tố</mark> <mark>giác</mark> đúng hạn"}},
		{"tổ giác -xử", []string{"Triển khai <mark>tổ</mark> <mark>giác</mark> tội phạm"}},
		{"tố giác triển khai", []string{"<mark>Triển</mark> <mark>khai</mark> <mark>tổ</mark> <mark>giác</mark> tội phạm"}},
		{"to giac trien khai", []string{"<mark>Triển</mark> <mark>khai</mark> <mark>tổ</mark> <mark>giác</mark> tội phạm"}},
		{"kiosk", []string{"Trang bị &lt;<mark>Kiosk</mark>&gt; &amp; máy tính"}},
		{"kỹ thuật tích hợp hệ thống", []string{"Hỗ trợ <mark>kỹ</mark> <mark>thuật</mark> <mark>t ch</mark> <mark>hợp</mark> <mark>hệ</mark> <mark>thống</mark>", "Gửi kết quả <mark>t ch</mark> <mark>hợp</mark> và kết quả <mark>tích</mark> <mark>hợp</mark>"}},
		{"tich* ket qua", []string{"Gửi <mark>kết</mark> <mark>quả</mark> <mark>t ch</mark> hợp và <mark>kết</mark> <mark>quả</mark> <mark>tích</mark> hợp", "Hỗ trợ kỹ thuật <mark>t ch</mark> hợp hệ thống"}},
		{`"giác tội"`, []string{"Tố <mark>giác</mark> <mark>tội</mark> phạm"}},
	} {
		hits := ask(t, x, Request{Query: tt.query, Limit: 1}).Hits
		if len(hits) == 0 {
			t.Errorf("%q finds nothing", tt.query)
			continue
		}
		var got []string
		for _, s := range hits[0].Snippets {
			got = append(got, s.HTML)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.query, got, tt.want)
		}
	}
}

// TestOpening holds what is shown of a hit in which nothing is marked: what tells most
// of it, from its beginning to the end of a sentence or of a word.
func TestOpening(t *testing.T) {
	long := "1. " + strings.Repeat("Người dân khám bệnh bằng thẻ. ", 12)
	words := strings.TrimSpace(strings.Repeat("khám bệnh ", 60))
	for _, tt := range []struct {
		name  string
		parts []Part
		want  string
		cut   bool
	}{
		{"objective", []Part{{Field: "title", Text: "a"}, {Field: "lead", Text: "b"}, {Field: "assignments", Text: "c"}, {Field: "objective", Text: "d < e"}}, "d &lt; e", false},
		{"first duty", []Part{{Field: "title", Text: "a"}, {Field: "lead", Text: "b"}, {Field: "assignments", Text: "c"}, {Field: "assignments", Text: "d"}}, "c", false},
		{"no heading", []Part{{Field: "title", Text: "a"}, {Field: "section_text", Text: "Mục đích"}, {Field: "section_text", Text: long[:70]}}, long[:70], false},
		{"heading only", []Part{{Field: "title", Text: "a"}, {Field: "number", Text: "06/KH"}, {Field: "section_text", Text: "Mục đích"}}, "06/KH", false},
		{"title only", []Part{{Field: "text", Text: "a"}}, "a", false},
		{"sentences", []Part{{Field: "title", Text: "a"}, {Field: "objective", Text: long}}, "", true},
		{"words", []Part{{Field: "title", Text: "a"}, {Field: "objective", Text: words}}, "", true},
	} {
		s := opening(tt.parts)
		text := tt.parts[len(tt.parts)-1].Text
		switch {
		case s.CutBefore || s.CutAfter != tt.cut, !tt.cut && s.HTML != tt.want:
			t.Errorf("%s: %+v", tt.name, s)
		case !tt.cut:
		case !strings.HasPrefix(text, s.HTML) || len(s.HTML) < snippetSize/2 || len(s.HTML) > snippetSize*5/4:
			t.Errorf("%s: %q", tt.name, s.HTML)
		case !strings.HasSuffix(s.HTML, ".") && text[len(s.HTML)] != ' ':
			t.Errorf("%s: %q is cut within a word", tt.name, s.HTML)
		}
	}
}
