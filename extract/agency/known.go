package agency

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/normalize"
)

// Known are the bodies that a document names whole, alone in a field, a cell or a heading. In
// a sentence they tell where a name ends that the lexicon cannot: before a verb that no wording
// knows, or behind a comma of the name's own. The zero Known holds none.
type Known struct {
	names map[string][][]normalize.Word // by the first word
	added map[string]bool               // as printed: the same bodies stand in many fields
	lists map[string]bool               // those read
	read  Sentences
}

// Add adds a name as it is printed. A single word names no one body.
func (k *Known) Add(name string) {
	if !first(&k.added, name) {
		return
	}
	words := normalize.Words(strings.TrimRight(name, " .;:"))
	if len(words) < 2 {
		return
	}
	if k.names == nil {
		k.names = map[string][][]normalize.Word{}
	}
	begin := words[0].Fold
	k.names[begin] = append(k.names[begin], words)
}

// AddList adds the bodies of a plain list.
func (k *Known) AddList(s string) {
	if !first(&k.lists, s) {
		return
	}
	for _, m := range k.read.List(s) {
		if m.Head == "" {
			k.Add(s[m.Start:m.End])
		}
	}
}

// AddOnly adds the bodies of a text that names bodies of known sorts and says nothing else.
func (k *Known) AddOnly(s string) {
	if !first(&k.lists, s) {
		return
	}
	p := k.read.parser(s)
	found, ok := p.onlyBodies()
	for i := 0; ok && i < len(found); i++ {
		if found[i].Head == "" {
			k.Add(s[found[i].Start:found[i].End])
		}
	}
}

// first reports whether s is not yet in a set, and puts it there.
func first(set *map[string]bool, s string) bool {
	if (*set)[s] {
		return false
	}
	if *set == nil {
		*set = map[string]bool{}
	}
	(*set)[s] = true
	return true
}

// AddTitle adds the body that a heading names, and nothing else: "1. Đội Cảnh sát giao thông, trật
// tự". What stands behind a comma in small letters is of the name.
func (k *Known) AddTitle(s string) {
	const opening = 40 // bytes, in which a sort of body is told
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) || strings.ContainsAny(strings.TrimRight(s, " .:"), ":;()") || len(s) > opening && !k.read.begins(s[:opening]) {
		return // most headings, told without reading them whole
	}
	if m, ok := k.read.title(s); ok && m.Start == 0 && strings.Trim(s[m.End:], " .:") == "" {
		if len(k.read.List(s)) == 1 {
			k.Add(s)
		}
	}
}

// longest returns how many words the longest name takes that begins at words[i], 0 where none does.
func (k *Known) longest(words []normalize.Word, i int) (n int) {
	for _, name := range k.names[words[i].Fold] {
		if len(name) > n && len(words)-i >= len(name) && same(words[i:i+len(name)], name) {
			n = len(name)
		}
	}
	return n
}

func same(a, b []normalize.Word) bool {
	for i := range b {
		if a[i].Fold != b[i].Fold {
			return false
		}
	}
	return true
}

// mayEndElsewhere reports whether the name before words[next] may hold a deed that no wording
// knows, or lack what stands behind a comma.
func (p *parser) mayEndElsewhere(next int) bool {
	if next < 2 || next >= len(p.words) || p.fold(next) == "," {
		return true
	}
	if p.words[next].Mark {
		return false
	}
	return !p.level(next-1) && !p.upper(next-1) && !p.upper(next-2)
}

// endOf returns the index behind the name of the document's own that begins where m does, where it
// ends elsewhere than m and a deed may follow; 0 where there is none such.
func (p *parser) endOf(m Match, own *Known) int {
	i := 0
	for i < len(p.words) && p.words[i].Start < m.Start {
		i++
	}
	if i == len(p.words) {
		return 0
	}
	n := own.longest(p.words, i)
	end := i + n
	if n == 0 || p.words[end-1].End == m.End || end >= len(p.words) || p.words[end].Mark || p.upper(end) || p.level(end) || tying[p.fold(end)] {
		return 0
	}
	if p.endsAtLevel(end, m.End) {
		return 0 // "Trung tâm Y tế dự phòng tỉnh" is another than "Trung tâm Y tế"
	}
	return end
}

// endsAtLevel reports whether the last of the words from words[i] up to a byte is a sort of place.
func (p *parser) endsAtLevel(i, until int) bool {
	for i+1 < len(p.words) && p.words[i+1].End <= until {
		i++
	}
	return p.words[i].End == until && p.level(i)
}

// tying are words with which a name goes on.
var tying = map[string]bool{"và": true, "của": true, "thuộc": true, "các": true, "cấp": true, "trên": true, "tại": true, "thành": true, "thị": true, "trực": true, "khu": true, "chi": true, "liên": true}
