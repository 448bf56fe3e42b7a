package lexicon

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"kehoach/normalize"
)

// Labels are the wordings of one level of labels.txt: "field", "column", "meta",
// "menu" or "word", with their meaning.
func Labels(level string) *Dict[string] { return labels()[level] }

var labels = sync.OnceValue(func() map[string]*Dict[string] {
	m := map[string]*Dict[string]{"field": {}, "column": {}, "meta": {}, "menu": {}, "word": {}}
	for _, r := range Rows("labels.txt", 4) {
		level := r.Columns[0]
		if m[level] == nil {
			panic("lexicon: labels.txt: no level " + level)
		}
		if level != "column" {
			m[level].Add(r.Columns[2], r.Columns[1])
		}
	}
	for wording, meaning := range columns() {
		m["column"].Add(wording, meaning)
	}
	return m
})

// ofColumn are the meanings of a field's label that it has as the head of a column too.
var ofColumn = map[string]string{
	"objective": "objective", "lead": "lead", "cooperating": "cooperating", "supporting": "supporting", "executing": "executing",
	"allocation": "executing", "timeline": "timeline", "begins": "begins", "ends": "ends", "tools": "tools", "forces": "forces", "product": "product",
}

// columns are the wordings of columns' heads: those listed, and the labels of fields that are not.
var columns = sync.OnceValue(func() map[string]string {
	m, listed := map[string]string{}, map[string]bool{}
	key := func(s string) string { return strings.Join(strings.Fields(normalize.Fold(s)), " ") }
	for _, r := range Rows("labels.txt", 4) {
		if r.Columns[0] == "column" {
			m[r.Columns[2]], listed[key(r.Columns[2])] = r.Columns[1], true
		}
	}
	for _, r := range Rows("labels.txt", 4) {
		if meaning := ofColumn[r.Columns[1]]; r.Columns[0] == "field" && meaning != "" && !listed[key(r.Columns[2])] {
			m[r.Columns[2]] = meaning
		}
	}
	return m
})

// MisreadLabel returns the meaning of the label of a field of which marks were misread:
// "Đơn vị chù trì". It is known by its letters alone, and only where no two meanings
// share them; one word is not enough.
func MisreadLabel(s string) (meaning string, ok bool) {
	meaning = bareLabels()[strings.Join(strings.Fields(normalize.Bare(s)), " ")]
	return meaning, meaning != ""
}

var bareLabels = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, r := range Rows("labels.txt", 4) {
		key := normalize.Bare(r.Columns[2])
		if r.Columns[0] != "field" || !strings.Contains(key, " ") {
			continue
		}
		if have, ok := m[key]; ok && have != r.Columns[1] {
			m[key] = "" // of two meanings
			continue
		}
		m[key] = r.Columns[1]
	}
	return m
})

// ShortColumn returns the meaning of a column whose head is the first letters of its words:
// "CQCT" for "Cơ quan chủ trì". It is known where no two meanings share them.
func ShortColumn(s string) (meaning string, ok bool) {
	meaning = shortColumns()[s]
	return meaning, meaning != ""
}

// leastShort is the letters of the shortest of them: of three much may be short.
const leastShort = 4

var shortColumns = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for wording, meaning := range columns() {
		var key strings.Builder
		words := normalize.Words(wording)
		for _, w := range words {
			first, _ := utf8.DecodeRuneInString(w.Fold)
			key.WriteRune(unicode.ToUpper(first))
		}
		if len(words) < leastShort {
			continue
		}
		if have, ok := m[key.String()]; ok && have != meaning {
			m[key.String()] = "" // of two meanings
			continue
		}
		m[key.String()] = meaning
	}
	return m
})

// BareSections are the wordings of Sections without marks.
var BareSections = sync.OnceValue(func() *Dict[string] {
	var d Dict[string]
	for _, r := range Rows("sections.txt", 3) {
		if bare := normalize.Bare(r.Columns[1]); strings.Contains(bare, " ") {
			d.Add(bare, r.Columns[0])
		}
	}
	return &d
})

// DamagedSections are the longer wordings of Sections without marks and blanks, each with one
// letter lost in every way: "tochucthuchin" is what is left of "TỔ CHỨC THỰC HI N".
var DamagedSections = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, r := range Rows("sections.txt", 3) {
		letters := strings.ReplaceAll(normalize.Bare(r.Columns[1]), " ", "")
		if len(letters) < shortestDamaged {
			continue
		}
		for i := range letters {
			m[letters[:i]+letters[i+1:]] = r.Columns[0]
		}
	}
	return m
})

// shortestDamaged is the letters of the shortest wording that is known again without one of them.
const shortestDamaged = 12

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
	Sort      string // as a line of the file begins: "name", "head", …
	Canonical string // of a name or field; of the others what marks them
}

// Agencies returns the wordings of one sort of agencies.txt.
func Agencies(sort string) *Dict[Agency] { return agencies()[sort] }

var agencies = sync.OnceValue(func() map[string]*Dict[Agency] {
	m := map[string]*Dict[Agency]{}
	for _, name := range sortNames {
		m[name] = &Dict[Agency]{}
	}
	for _, r := range Rows("agencies.txt", 4) {
		a := agencyOf(r)
		if m[a.Sort] == nil {
			panic("lexicon: agencies.txt: no sort " + a.Sort)
		}
		m[a.Sort].Add(r.Columns[1], a)
	}
	return m
})

func agencyOf(r Row) Agency {
	a := Agency{Sort: r.Columns[0], Canonical: r.Columns[2]}
	if a.Canonical == "=" {
		a.Canonical = r.Columns[1]
	}
	return a
}

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

// MisreadKind returns the kind of document whose name of two words or more has the
// letters of s, whatever their marks and the blanks between them.
func MisreadKind(s string) (Kind, bool) {
	k, ok := bareKinds()[strings.Join(strings.Fields(normalize.Bare(s)), "")]
	return k, ok
}

var bareKinds = sync.OnceValue(func() map[string]Kind {
	m := map[string]Kind{}
	for _, r := range Rows("kinds.txt", 3) {
		if key := normalize.Bare(r.Columns[0]); strings.Contains(key, " ") {
			m[strings.ReplaceAll(key, " ", "")] = Kind{r.Columns[0], r.Columns[1]}
		}
	}
	return m
})

// Province is a province as it stood until 30/6/2025.
type Province struct {
	Name    string
	Since   string // the province it has belonged to since 1/7/2025
	Central bool   // a city of the rank of a province
}

// Issuer is a body by its code in the symbol of a document.
type Issuer struct{ Name, Above string } // Above is "" or the body whose line stands above its own

// Issuers are the bodies that symbols name, by their code.
var Issuers = sync.OnceValue(func() map[string]Issuer {
	m := map[string]Issuer{}
	for _, r := range Rows("symbols.txt", 4) {
		m[r.Columns[0]] = Issuer{r.Columns[1], strings.TrimPrefix(r.Columns[2], "-")}
	}
	return m
})

// Seats are the provinces by the town from which they are governed, where that has
// another name.
var Seats = sync.OnceValue(func() *Dict[string] {
	var d Dict[string]
	for _, r := range Rows("seats.txt", 3) {
		d.Add(r.Columns[0], r.Columns[1])
	}
	return &d
})

// Provinces are the provinces by name and by their other spellings.
var Provinces = sync.OnceValue(func() *Dict[Province] {
	var d Dict[Province]
	for _, r := range Rows("provinces.txt", 4) {
		p := Province{Name: r.Columns[0], Since: r.Columns[2]}
		switch p.Name {
		case "Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh":
			p.Central = true
		}
		d.Add(p.Name, p)
		if r.Columns[1] != "-" {
			for _, alias := range strings.Split(r.Columns[1], "|") {
				d.Add(alias, p)
			}
		}
	}
	return &d
})
