package check

// Short forms that the document does not explain.

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"kehoach/extract/lexicon"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// everyday are abbreviations that every official document uses without defining them.
var everyday = map[string]bool{"UBND": true, "HĐND": true, "MTTQ": true, "UBMTTQ": true, "CT": true, "PCT": true, "TP": true, "VP": true}

// usual are the rows of abbreviations.txt by short form.
var usual = sync.OnceValue(func() map[string]lexicon.Row {
	rows := map[string]lexicon.Row{}
	for _, r := range lexicon.Rows("abbreviations.txt", 5) {
		rows[r.Columns[0]] = r
	}
	return rows
})

// abbreviations remarks on short forms in the names of bodies that the document never
// defines, with the usual meaning where one is known.
func (c *checker) abbreviations() {
	first := map[string]source.Span{}
	read := map[string]string{} // what a short form was read as, though nothing explains it
	type named struct{ name, canonical string }
	seen := map[named]bool{}
	for a := range c.agencies() {
		if n := (named{a.Name, a.Canonical}); seen[n] {
			continue
		} else {
			seen[n] = true
		}
		if strings.ToLower(a.Name) == a.Name {
			continue
		}
		words := normalize.Words(a.Name)
		capitals := len(words) > 1 && strings.ToUpper(a.Name) == a.Name // "PHÒNG KINH TẾ": no short forms, but for "UBND"
		for _, w := range words {
			short := a.Name[w.Start:w.End]
			if partOfCode(a.Name, w) || !c.undefined(short) || capitals && isSyllable(w.Fold) {
				continue
			}
			if _, known := usual()[short]; !known && !strings.Contains(a.Canonical, short) {
				short = a.Name // "SLĐT BXH" for the "SLĐTBXH" of the legend: one short form, not two
				read[short] = a.Canonical
			}
			if _, ok := first[short]; !ok {
				first[short] = a.Span
			}
		}
	}
	for short, at := range c.shortForms {
		if _, ok := first[short]; !ok {
			first[short] = at
		}
	}
	var all []string
	for s := range first {
		all = append(all, s)
	}
	slices.Sort(all)
	for _, s := range all {
		r, ok := usual()[s]
		switch {
		case ok && c.explained(s, r.Columns[1]):
		case ok:
			c.say(AbbreviationUndefined, "", first[s], "Chữ viết tắt “%s” không được giải thích trong văn bản; thường là “%s”.", s, r.Columns[1])
		case read[s] != "":
			c.say(AbbreviationUndefined, "", first[s], "Chữ viết tắt “%s” không được giải thích trong văn bản; đọc là “%s”.", s, read[s])
		default:
			c.say(AbbreviationUndefined, "", first[s], "Chữ viết tắt “%s” không được giải thích trong văn bản.", s)
		}
	}
}

// undefined reports whether a word is a short form that the document does not explain and
// should.
func (c *checker) undefined(w string) bool {
	return isShort(w) && !isRoman(w) && !everyday[w] && !c.defined(w)
}

// usualBody reports whether a short form is known as that of a body.
func usualBody(short string) bool {
	r, ok := usual()[short]
	return ok && r.Columns[2] == "agency"
}

// defined reports whether the document says what a short form means, alone or as part of
// another.
func (c *checker) defined(short string) bool {
	if c.definitions == nil {
		c.definitions = map[string]bool{}
		for k := range c.x.Plan.Abbreviations {
			c.definitions[k] = true
			for _, part := range strings.Fields(k) {
				c.definitions[part] = true
			}
		}
	}
	return c.definitions[short]
}

// explained reports whether a short form stands in brackets behind its usual meaning,
// perhaps without the body that this belongs to: "Cục Cảnh sát … xã hội (C06)". The
// first letters do not give such a one away.
func (c *checker) explained(short, long string) bool {
	name, _, _ := strings.Cut(long, " - ")
	printed := "(" + short + ")"
	want := normalize.Fold(name + " " + printed)
	for p := range c.texts() {
		if strings.Contains(p.Text, printed) && strings.Contains(normalize.Fold(p.Text), want) {
			return true
		}
	}
	return false
}

func isRoman(w string) bool { return strings.Trim(w, "IVX") == "" }

// partOfCode reports whether a word is joined to another: "LĐTB&XH", "06/QĐ-TTg".
func partOfCode(s string, w normalize.Word) bool {
	return w.Start > 0 && (s[w.Start-1] == '&' || s[w.Start-1] == '/') || w.End < len(s) && s[w.End] == '&'
}

// isShort reports whether w is an abbreviation: two capitals or more and nothing small.
func isShort(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if normalize.IsCapital(r) {
			letters++
		}
	}
	return letters >= 2 || letters == 1 && strings.ContainsAny(w, "0123456789")
}
