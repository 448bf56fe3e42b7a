package query

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach/index/vi/fold"
)

// Abbreviations know, for a sequence of words, the other ways to say it. They work at
// query time only, so that a new one needs no new index.
type Abbreviations struct {
	byFirst map[string][]rewrite // by the first word of what is replaced
}

// rewrite is a sequence of loose words and another that means the same.
type rewrite struct{ from, to []string }

// maxShort is the number of words above which a short form is none.
const maxShort = 4

// Add makes short and long stand for each other. Of a long form that names its parent
// ("… - Bộ Công an") or adds a remark in parentheses, what goes before is enough.
func (a *Abbreviations) Add(short, long string) {
	from := strings.Fields(fold.Key(short))
	if len(from) == 0 || len(from) > maxShort || strings.Contains(long, "|") {
		return // "Chỉ thị | Chủ tịch" depends on what stands around it
	}
	for _, cut := range []string{"", " - ", " – ", "("} {
		l := long
		if cut != "" {
			var found bool
			if l, _, found = strings.Cut(long, cut); !found {
				continue
			}
			if len(strings.Fields(l)) < 3 {
				continue // "Sở Lao động - Thương binh" is one name
			}
		}
		to := strings.Fields(fold.Key(l))
		if len(to) < 2 || slices.Equal(from, to) {
			continue
		}
		a.add(from, to)
		a.add(to, from)
	}
}

func (a *Abbreviations) add(from, to []string) {
	if a.byFirst == nil {
		a.byFirst = map[string][]rewrite{}
	}
	for _, r := range a.byFirst[from[0]] {
		if slices.Equal(r.from, from) && slices.Equal(r.to, to) {
			return
		}
	}
	a.byFirst[from[0]] = append(a.byFirst[from[0]], rewrite{from, to})
}

// AddInitials derives from the names of agencies what their abbreviations leave out
// of sight: with "SGDĐT" for "Sở Giáo dục và Đào tạo" goes "GDĐT" for "Giáo dục và Đào tạo".
func (a *Abbreviations) AddInitials(short, long string) {
	for _, kind := range []string{"Sở ", "Bộ "} {
		rest, ok := strings.CutPrefix(long, kind)
		initial, n := utf8.DecodeRuneInString(kind)
		r, m := utf8.DecodeRuneInString(short)
		if ok && n == m && r == initial && len(short)-m >= 4 {
			a.Add(short[m:], rest)
		}
	}
}

// at returns what the words at i may be rewritten to, longest first.
func (a *Abbreviations) at(words []string, i int) []rewrite {
	var found []rewrite
	for _, r := range a.byFirst[words[i]] {
		if i+len(r.from) <= len(words) && slices.Equal(r.from, words[i:i+len(r.from)]) {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(x, y rewrite) int { return len(y.from) - len(x.from) })
	return found
}

// readings returns words and what they become by rewriting one sequence in them.
func (a *Abbreviations) readings(words []string) [][]string {
	all := [][]string{words}
	for i := range words {
		for _, r := range a.at(words, i) {
			all = append(all, slices.Concat(words[:i], r.to, words[i+len(r.from):]))
		}
	}
	return all
}

// contracted returns the long forms that a document may write instead of words, for
// it abbreviates within: "cuc canh sat qlhc ve ttxh". The short form that words are the
// long one of is not put in again.
func (a *Abbreviations) contracted(words, short []string) [][]string {
	all := [][]string{words}
	out := words
	for i := 0; i < len(out); i++ {
		for _, r := range a.at(out, i) {
			if len(r.to) < len(r.from) && len(r.from) < len(words) && !slices.Equal(r.to, short) {
				out = slices.Concat(out[:i], r.to, out[i+len(r.from):])
				break
			}
		}
	}
	if len(out) < len(words) {
		all = append(all, out)
	}
	return all
}

// among returns the values for which holds says so, of the words as they were typed or
// of what their abbreviations stand for.
func (a *Abbreviations) among(values []Value, words []string, holds func(value, words []string, same match) bool) []Value {
	readings := a.readings(words)
	return slices.DeleteFunc(slices.Clone(values), func(v Value) bool {
		if holds(v.Words, words, after) {
			return false
		}
		return !slices.ContainsFunc(readings[1:], func(r []string) bool { return holds(v.Words, r, literally) })
	})
}

// Short reports whether words are short for the beginning of a name: "stttt" of "Sở
// Thông tin và Truyền thông".
func (a *Abbreviations) Short(words, name []string) bool {
	return len(a.among([]Value{{Words: name}}, words, func(v, ws []string, same match) bool { return same(v, ws) >= 0 })) > 0
}
