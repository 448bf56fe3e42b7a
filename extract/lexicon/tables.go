package lexicon

import "sync"

// Labels are the wordings of one level of labels.txt: "field", "column" or "meta",
// with their meaning.
func Labels(level string) *Dict[string] { return labels()[level] }

var labels = sync.OnceValue(func() map[string]*Dict[string] {
	m := map[string]*Dict[string]{"field": {}, "column": {}, "meta": {}}
	for _, r := range Rows("labels.txt", 4) {
		level := r.Columns[0]
		if m[level] == nil {
			panic("lexicon: labels.txt: no level " + level)
		}
		m[level].Add(r.Columns[2], r.Columns[1])
	}
	return m
})

// Sections are the wordings of section titles, with the purpose of the section.
var Sections = sync.OnceValue(func() *Dict[string] {
	var d Dict[string]
	for _, r := range Rows("sections.txt", 3) {
		d.Add(r.Columns[1], r.Columns[0])
	}
	return &d
})

// Agency is what a wording of agencies.txt is.
type Agency struct {
	Sort      string // "name", "head", "noun", "verb"
	Canonical string // of a name
}

// Agencies returns the wordings of one sort of agencies.txt.
func Agencies(sort string) *Dict[Agency] { return agencies()[sort] }

var agencies = sync.OnceValue(func() map[string]*Dict[Agency] {
	m := map[string]*Dict[Agency]{"name": {}, "head": {}, "noun": {}, "verb": {}}
	for _, r := range Rows("agencies.txt", 4) {
		a := Agency{Sort: r.Columns[0], Canonical: r.Columns[2]}
		if a.Canonical == "=" {
			a.Canonical = r.Columns[1]
		}
		if m[a.Sort] == nil {
			panic("lexicon: agencies.txt: no sort " + a.Sort)
		}
		m[a.Sort].Add(r.Columns[1], a)
	}
	return m
})

// Kind is a kind of document (loại văn bản).
type Kind struct{ Name, Abbreviation string }

// Kinds are the kinds of document by name.
var Kinds = sync.OnceValue(func() *Dict[Kind] {
	var d Dict[Kind]
	for _, r := range Rows("kinds.txt", 3) {
		d.Add(r.Columns[0], Kind{r.Columns[0], r.Columns[1]})
	}
	return &d
})
