package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

// numbers is a cursor over given documents, each with the score 1.
type numbers struct{ left []uint64 }

func (n *numbers) doc() uint64 {
	if len(n.left) == 0 {
		return end
	}
	return n.left[0]
}

func (n *numbers) seek(target uint64) error {
	for n.doc() < target {
		n.left = n.left[1:]
	}
	return nil
}

func (n *numbers) score() float64 { return 1 }
func (n *numbers) close() error   { return nil }

// sets makes cursors over random sets of documents, and the sets.
func sets(r *rand.Rand, n, most int) ([]cursor, []map[uint64]bool) {
	var cs []cursor
	var in []map[uint64]bool
	for range n {
		set := map[uint64]bool{}
		for range r.IntN(most) {
			set[uint64(r.IntN(most))] = true
		}
		var list []uint64
		for d := range set {
			list = append(list, d)
		}
		slices.Sort(list)
		cs = append(cs, &numbers{list})
		in = append(in, set)
	}
	return cs, in
}

// drain walks to the end, now and then with a jump, and holds that the documents are
// those for which want is true.
func drain(t *testing.T, r *rand.Rand, c cursor, most int, want func(uint64) bool) {
	t.Helper()
	for d := uint64(0); d < uint64(most); d++ {
		if r.IntN(5) == 0 {
			d += uint64(r.IntN(4)) // a jump
		}
		if c.doc() < d {
			if err := c.seek(d); err != nil {
				t.Fatal(err)
			}
		}
		next := d
		for next < uint64(most) && !want(next) {
			next++
		}
		if next >= uint64(most) {
			next = end
		}
		if c.doc() != next {
			t.Fatalf("at or after %d the cursor stands on %d, want %d", d, c.doc(), next)
		}
	}
}

func TestCursors(t *testing.T) {
	const most = 40
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		n := 1 + r.IntN(5)
		count := func(in []map[uint64]bool, d uint64) (n int) {
			for _, set := range in {
				if set[d] {
					n++
				}
			}
			return n
		}
		cs, in := sets(r, n, most)
		all, err := newAllOf(cs, 1)
		if err != nil {
			t.Fatal(err)
		}
		drain(t, r, all, most, func(d uint64) bool { return count(in, d) == n })

		cs, in = sets(r, n, most)
		drain(t, r, newBestOf(cs), most, func(d uint64) bool { return count(in, d) > 0 })

		cs, in = sets(r, 2, most)
		but, err := newButNot(cs[0], cs[1])
		if err != nil {
			t.Fatal(err)
		}
		drain(t, r, but, most, func(d uint64) bool { return in[0][d] && !in[1][d] })

		cs, in = sets(r, n, most)
		least := 1 + r.IntN(n)
		ranked, err := newRanked(cs, nil, least)
		if err != nil {
			t.Fatal(err)
		}
		drain(t, r, ranked, most, func(d uint64) bool { return count(in, d) >= least })
	}
}

func TestRankedScore(t *testing.T) {
	groups := []cursor{&numbers{[]uint64{1, 2}}, &numbers{[]uint64{1}}, &numbers{[]uint64{2}}, &numbers{nil}}
	boosts := []cursor{&numbers{[]uint64{0, 2, 3}}}
	ranked, err := newRanked(groups, boosts, 1)
	if err != nil {
		t.Fatal(err)
	}
	r := &damped{ranked, []damper{{&numbers{[]uint64{2}}, 0.5}}}
	if r.doc() != 1 || r.score() != 0.5 { // two of four groups: (1+1)·(2/4)²
		t.Errorf("document %d, score %v", r.doc(), r.score())
	}
	if err := r.seek(2); err != nil || r.doc() != 2 || r.score() != 0.75 { // ((1+1)·(2/4)² + 1)·0.5
		t.Errorf("document %d, score %v, %v", r.doc(), r.score(), err)
	}
}

// A phrase is found by the quick ways exactly where the words, all split, stand side
// by side.
func TestPhraseIn(t *testing.T) {
	words := []string{"khám", "kham", "Chữa", "chua", "đo", "Đo", "ở", "nghe", "những", "ng", "bệnh,", "(bệnh)", "bệnhk", "số", "so"}
	r := rand.New(rand.NewPCG(5, 6))
	say := func(n int) string {
		s := ""
		for range n {
			s += words[r.IntN(len(words))] + " "
		}
		return s[:len(s)-1]
	}
	hits := 0
	for range 20_000 {
		text, wanted := say(8), say(1+r.IntN(3))
		a := query.Adjacent{Typed: wanted}
		for _, w := range fold.Split(wanted) {
			a.Words, a.Exact = append(a.Words, w.Loose), append(a.Exact, w.Exact)
		}
		if r.IntN(2) == 0 {
			a.Exact = nil
		}
		v := &phrase{words: a, typed: []byte(wanted)}
		got := v.asTyped([]byte(text)) || v.in([]byte(text))
		want := stands(a, text)
		if got != want {
			t.Fatalf("%q in %q: %v, want %v", wanted, text, got, want)
		}
		if want {
			hits++
		}
	}
	if hits < 1000 {
		t.Errorf("only %d of the phrases were there", hits)
	}
}

// stands reports whether the words stand side by side in text, the plain way.
func stands(a query.Adjacent, text string) bool {
	ws := fold.Split(text)
	for i := 0; i+len(a.Words) <= len(ws); i++ {
		here := true
		for j := range a.Words {
			here = here && ws[i+j].Loose == a.Words[j] && (a.Exact == nil || ws[i+j].Exact == a.Exact[j])
		}
		if here {
			return true
		}
	}
	return false
}

// A quoted phrase finds just the documents in whose text it stands, whichever of the
// ways to tell it takes.
func TestPhrases(t *testing.T) {
	printed := printedPlan(t)
	x := indexOf(t, printed)
	texts := map[int][]string{}
	for _, m := range printed.Models {
		texts[m.Number] = append(texts[m.Number], m.Title)
		for _, a := range m.Assignments {
			texts[m.Number] = append(texts[m.Number], a.Text)
		}
	}
	r := rand.New(rand.NewPCG(8, 9))
	several := 0
	for range 400 {
		m := printed.Models[r.IntN(len(printed.Models))]
		ws := fold.Split(m.Assignments[r.IntN(len(m.Assignments))].Text)
		n := min(len(ws), 2+r.IntN(4))
		from := r.IntN(len(ws) - n + 1)
		var a query.Adjacent
		for i, w := range ws[from : from+n] {
			if i > 0 && r.IntN(10) == 0 {
				w = ws[r.IntN(len(ws))] // a phrase that perhaps stands nowhere
			}
			a.Words, a.Exact = append(a.Words, w.Loose), append(a.Exact, w.Exact)
		}
		if r.IntN(2) == 0 {
			a.Exact = nil
		}
		p, err := x.page(t.Context(), Request{Limit: 1000}, a, nil)
		if err != nil {
			t.Fatal(err)
		}
		found := map[int]bool{}
		for _, match := range p.matches {
			rec, err := x.read(match)
			if err != nil {
				t.Fatal(err)
			}
			if rec.Number != nil {
				found[*rec.Number] = true
			}
		}
		for number, parts := range texts {
			if want := slices.ContainsFunc(parts, func(s string) bool { return stands(a, s) }); found[number] != want {
				t.Errorf("%q, exact %v: model %d found %v, want %v", a.Words, a.Exact != nil, number, found[number], want)
			}
		}
		if len(found) > 1 {
			several++
		}
	}
	if several < 100 {
		t.Errorf("only %d phrases stand in several models", several)
	}
}

func TestLastDayAndQuarter(t *testing.T) {
	for _, tt := range [][3]string{
		{"2024", "2024-12-31", ""},
		{"2024-02", "2024-02-29", "2024-Q1"},
		{"2023-12", "2023-12-31", "2023-Q4"},
		{"2024-Q3", "2024-09-30", "2024-Q3"},
		{"2024-05-06", "2024-05-06", "2024-Q2"},
	} {
		if got := lastDay(tt[0]); got != tt[1] {
			t.Errorf("lastDay(%s) = %s", tt[0], got)
		}
		if got := quarter(tt[0]); got != tt[2] {
			t.Errorf("quarter(%s) = %s", tt[0], got)
		}
	}
}

func TestRefs(t *testing.T) {
	for text, want := range map[string]string{
		"Quyết định số 06/QĐ-TTg ngày 06/01/2022":         "[06/QĐ-TTg]",
		"Nghị định 73/2019/NĐ-CP; Số: 233/KH - UBND":      "[73/2019/NĐ-CP 233/KH-UBND]",
		"Chỉ thị số 38-CT/TU, giai đoạn 2022-2025":        "[38-CT/TU]",
		"Số 2312/KHPPH-TCTĐA06CP-TCTĐA06LA":               "[2312/KHPPH-TCTĐA06CP-TCTĐA06LA]",
		"Tổ công tác Đề án 06/CP, 24/7, kiểm soát ra/vào": "[]",
	} {
		if got := fmt.Sprint(refs(text)); got != want {
			t.Errorf("refs(%q) = %s, want %s", text, got, want)
		}
	}
}
