package agency

import (
	"strings"
	"sync"
	"unicode"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// Names gives bodies their full names. The zero Names knows only the lexicon.
type Names struct {
	Defined  map[string]string // the document's own abbreviations
	Locality plan.Locality     // what "tỉnh", "huyện", "xã" without a name mean here

	known map[string]string // the full names given so far: a plan names few bodies, often
}

// Canonical returns the full name of a body printed as name: abbreviations expanded, the
// document's own first, and "tỉnh" with the province's name where that is known.
func (n *Names) Canonical(name string) string {
	if full, ok := n.known[name]; ok {
		return full
	}
	if n.known == nil {
		n.known = map[string]string{}
	}
	full := n.canonical(written(name))
	n.known[name] = full
	return full
}

func (n *Names) canonical(name string) string {
	if long, ok := n.Defined[name]; ok {
		name = long // which the text may print whole elsewhere: both are one body
	}
	words := normalize.Words(name)
	a, k := lexicon.Agencies("name").Longest(words, 0)
	if k == 0 {
		return n.place(expand(capital(name), n.Defined))
	}
	rest := name[words[k-1].End:]
	return n.place(a.Canonical + expand(rest, n.Defined))
}

// written is a name with single blanks, without brackets, and with sorts of places in
// full: "UBND TP. Buôn Ma Thuột" is of a "thành phố", "P. Nội vụ" is a "Phòng".
func written(name string) string {
	if strings.IndexByte(name, '(') >= 0 {
		name = inBrackets.ReplaceAllString(name, " ")
	}
	if name = normalize.SingleBlanks(name); strings.Contains(name, " T") {
		name = shortPlaces.Replace(name)
	}
	if rest, ok := strings.CutPrefix(name, "P."); ok {
		return "Phòng " + strings.TrimLeft(rest, " ")
	}
	if rest, ok := strings.CutPrefix(name, "S."); ok {
		return "Sở " + strings.TrimLeft(rest, " ")
	}
	return name
}

// inBrackets reads the code of a part or an abbreviation: "Công an tỉnh (PC06)".
var inBrackets = pattern.MustCompile(`\s*\([^()]*\)`)

var shortPlaces = strings.NewReplacer(" TP. ", " thành phố ", " TP ", " thành phố ", " Tp. ", " thành phố ", " TX. ", " thị xã ", " TX ", " thị xã ", " TT. ", " thị trấn ")

// capital writes the first letter of a name as a capital, unless it is bodies in
// general.
func capital(s string) string {
	if article(normalize.Fold(strings.SplitN(s, " ", 2)[0])) || s == "" {
		return s
	}
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// expand writes the abbreviations in s out, word by word and longest first.
func expand(s string, defined map[string]string) string {
	words := normalize.Words(s)
	var b strings.Builder
	done := 0
	for i := 0; i < len(words); i++ {
		w := words[i]
		short := s[w.Start:w.End]
		long, n := "", 1
		if v, ok := defined[short]; ok && isShort(short) {
			long = v
		} else if isShort(short) {
			long, n = shortForms().Longest(words, i)
		}
		if long == "" || n == 0 {
			continue
		}
		b.WriteString(s[done : w.Start-said(s[done:w.Start], long)])
		b.WriteString(long)
		done = words[i+n-1].End
		i += n - 1
	}
	return b.String() + s[done:]
}

// said returns how many bytes at the end of before are the words that long begins with: "Phòng "
// before PC06, which is "Phòng Cảnh sát …".
func said(before, long string) int {
	words := normalize.Words(before)
	for i := max(0, len(words)-3); i < len(words); i++ {
		if s := before[words[i].Start:]; strings.HasSuffix(s, " ") && strings.HasPrefix(normalize.Fold(long)+" ", normalize.Fold(s)) {
			return len(s)
		}
	}
	return 0
}

// isShort reports whether w looks like an abbreviation: two capitals or more.
func isShort(w string) bool {
	capital := false
	for _, r := range w {
		if unicode.ToUpper(r) != r {
			return false
		}
		capital = capital || unicode.ToLower(r) != r
	}
	return capital && len(w) > 1
}

var shortForms = sync.OnceValue(func() *lexicon.Dict[string] {
	var d lexicon.Dict[string]
	for _, r := range lexicon.Rows("abbreviations.txt", 5) {
		if sort := r.Columns[2]; sort == "agency" || sort == "general" || sort == "system" {
			d.Add(r.Columns[0], r.Columns[1])
		}
	}
	return &d
})

// place appends the name of the province, district or commune to a name that ends with
// the word for it.
func (n *Names) place(name string) string {
	for _, x := range []struct {
		words []string
		name  *string
	}{
		{[]string{" tỉnh"}, n.Locality.Province},
		{[]string{" huyện", " quận", " thị xã"}, n.Locality.District},
		{[]string{" xã", " phường", " thị trấn"}, n.Locality.Commune},
	} {
		if x.name == nil {
			continue
		}
		for _, w := range x.words {
			if strings.HasSuffix(name, w) && !strings.Contains(name, ",") && !strings.Contains(normalize.Fold(name), "các ") && !strings.HasSuffix(name, "cấp"+w) {
				return name + " " + *x.name
			}
		}
	}
	return name
}
