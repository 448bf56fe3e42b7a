package header

import (
	"strings"

	"kehoach/extract/legal"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/timeline"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// page is what a web page says of the document: in a block of labels ("Số hiệu: …",
// "Nơi ban hành: …") above it, or in the page's title.
type page struct {
	fields map[string]outline.Phrase // by the meaning of the label
	name   outline.Phrase            // "Kế hoạch 92/KH-UBND năm 2021 triển khai …"
	bare   outline.Phrase            // the number in "Kế hoạch 2511/KH-UBND", without more
}

// takePage parts the lines that a web page put above the document from the document's.
func takePage(lines []piece) (rest []piece, g page) {
	g.fields = map[string]outline.Phrase{}
	lines = unglued(apartFromHead(lines))
	marked := make([]bool, len(lines))
	n := 0
	for i, l := range lines {
		fs := labels(l.Phrase)
		if marked[i] = len(fs) > 0; marked[i] {
			n++
		}
		if len(fs) >= leastLabels && !strings.Contains(l.Text, "Căn cứ ") || len(fs) == 1 && i == 0 && givesTitle(l.Text) {
			n += 2 // a whole block on one line, or all that is left of one
		}
	}
	above := true  // of the document's own head
	named := false // the line above names the document
	open := ""     // the label on the line above, its value still to come
	for i, l := range lines {
		if open != "" && !marked[i] && len(l.Text) < 600 {
			g.keep(open, l.Phrase.Trim())
			open = ""
			continue
		}
		open = ""
		above = above && !isMotto(l.Text) && !isNumberLine(fold(l.Text)) && !beginsPreamble(l.Text)
		switch {
		case n >= 2 && marked[i]:
			open = g.read(l.Phrase)
		case above && namesDocument(l.Text) && (g.name.Text == "" || fuller(g.name.Text, l.Text)):
			g.name, named = l.Phrase, true
			continue
		case named && len(g.name.Text) >= longLine && startsSmall(l.Text):
			g.name = outline.Join(" ", g.name, l.Phrase)
			continue
		default:
			if g.bare.Text == "" && above {
				g.bare = bareNumber(l.Phrase)
			}
			rest = append(rest, l)
		}
		named = false
	}
	return rest, g
}

// leastLabels is how many labels on one line are a block.
const leastLabels = 3

// givesTitle reads a line that only a page has: "Trích yếu: Phát triển đô thị thông minh".
func givesTitle(s string) bool {
	f := opening(s)
	return strings.HasPrefix(f, "trích yếu: ") || strings.HasPrefix(f, "tên văn bản: ")
}

// apartFromHead parts a page's block of labels from the document's head behind it where both
// were flattened into one line.
func apartFromHead(lines []piece) []piece {
	var out []piece
	for _, l := range lines {
		if len(l.Text) >= flatLength && holdsName(l.Text, fold(l.Text)) {
			if at := issuerStart(l.Text); at > 0 && len(labels(l.Slice(0, at))) >= leastLabels {
				out = append(out, piece{l.Slice(0, at), l.apart})
				l = piece{l.From(at), true}
			}
		}
		out = append(out, l)
	}
	return out
}

// manyLabels reports whether a text in small letters holds labels of a page, and so is none of the
// document's: "Số hiệu 286/KH-UBND Loại văn bản Kế hoạch Nơi ban hành …". Of one word they may be
// anything.
func manyLabels(s string) bool {
	words := normalize.Words(s)
	n := 0
	for i := 0; i < len(words); i++ {
		if _, size := lexicon.Labels("meta").Longest(words, i); size > 1 && isCapitalised(s[words[i].Start:]) {
			n, i = n+1, i+size-1
		}
	}
	return n >= 2 && !isCaps(s)
}

// longLine is the bytes from which on a line may be one that was broken.
const longLine = 60

// A found label and where its value begins in the line.
type found struct {
	meaning    string
	start, end int
}

// labels returns the labels of a line that begins with one.
func labels(l outline.Phrase) []found {
	if _, end := lexicon.Labels("meta").Starts(l.Text); end == 0 {
		return nil // as most lines
	}
	words := normalize.Words(l.Text)
	var out []found
	for i := 0; i < len(words); i++ {
		m, n := lexicon.Labels("meta").Longest(words, i)
		if n == 0 {
			if i == 0 {
				return nil
			}
			continue
		}
		end := words[i+n-1].End
		colon := i+n < len(words) && words[i+n].Fold == ":"
		if colon {
			end = words[i+n].End
		}
		tab := end < len(l.Text) && l.Text[end] == '\t'
		cell := i > 0 && l.Text[words[i].Start-1] == '\t' && (tab || end == len(l.Text))
		if i == 0 && !colon && !tab && end < len(l.Text) && !fits(m, l.Text[end:]) {
			return nil // "Số ký hiệu của văn bản …"
		}
		if i == 0 || colon || cell {
			out = append(out, found{m, words[i].Start, end})
			i += n - 1
		}
	}
	return out
}

// fits reports whether the rest of a line is a value of the label before it, with nothing
// between them: "Số / ký hiệu 01/2016/QH14".
func fits(meaning, rest string) bool {
	rest = strings.TrimSpace(rest)
	switch meaning {
	case "number":
		n, _, size := legal.Number(rest)
		return n != "" && size == len(rest)
	case "date", "other":
		_, start, end, ok := timeline.Day("ngày " + rest)
		return ok && start == 0 && end == len("ngày "+rest)
	case "kind":
		_, ok := lexicon.Kinds().Whole(rest)
		return ok
	}
	return false
}

// read keeps the values of a line of labels, and returns the meaning of a last one whose
// value stands on the next line.
func (g *page) read(l outline.Phrase) (open string) {
	fs := labels(l)
	for k, f := range fs {
		end := len(l.Text)
		if k+1 < len(fs) {
			end = fs[k+1].start
		}
		v := l.Slice(f.end, end).Trim()
		if v.Text == "" && k+1 == len(fs) {
			return f.meaning
		}
		g.keep(f.meaning, v)
	}
	return ""
}

// keep keeps the first value of a meaning.
func (g *page) keep(meaning string, v outline.Phrase) {
	switch i := strings.IndexByte(v.Text, '\t'); {
	case meaning == "issuer" && i > 0:
		v = v.Slice(0, i) // "Bộ Công an | Bộ trưởng | Tô Lâm"
	case meaning == "number" && symbolOnly.MatchString(v.Text) && digitsOnly(g.fields["number"].Text):
		g.fields["number"] = outline.Join("/", g.fields["number"], v) // "Số: 1630", "Ký hiệu: KH-UBND"
	}
	if _, ok := g.fields[meaning]; !ok && v.Text != "" && !strings.HasPrefix(fold(v.Text), "đang cập nh") {
		g.fields[meaning] = v
	}
}

// symbolOnly reads the symbol of a number that stands by itself.
var symbolOnly = pattern.MustCompile(`^\p{Lu}[\p{L}\d]*(?:-\p{Lu}[\p{L}\d]*)*$`)

func digitsOnly(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// known reports whether the page says anything of the document.
func (g page) known() bool { return len(g.fields) > 0 || g.name.Text != "" }

// number returns the number that the page gives.
func (g page) number() (number, symbol string, at outline.Phrase) {
	v, ok := g.fields["number"]
	if !ok {
		if m := nameOf.FindStringSubmatchIndex(g.name.Text); m != nil {
			v = g.name.Slice(m[4], m[5])
		} else if len(g.fields) > 0 {
			v = g.bare
		}
	}
	if number, symbol, size := legal.Number(v.Text); number != "" {
		return number, symbol, v.Slice(0, size)
	}
	return "", "", outline.Phrase{}
}

// kind returns the kind that the page gives.
func (g page) kind() (lexicon.Kind, outline.Phrase) {
	if v, ok := g.fields["kind"]; ok {
		if k, ok := lexicon.Kinds().Whole(v.Text); ok && k.Name != "Văn bản" {
			return k, v
		}
	}
	if m := nameOf.FindStringSubmatchIndex(g.name.Text); m != nil {
		if k, ok := lexicon.Kinds().Whole(g.name.Text[m[2]:m[3]]); ok {
			return k, g.name.Slice(m[2], m[3])
		}
	}
	return lexicon.Kind{}, outline.Phrase{}
}

// issuers returns the bodies that the page gives: "Chính phủ; Ủy ban Trung ương …". A place
// alone ("Tỉnh Đắk Lắk") is none.
func (g page) issuers() (names []string, span source.Span) {
	v, ok := g.fields["issuer"]
	if !ok {
		return g.namedIssuers()
	}
	for _, name := range strings.Split(v.Text, ";") {
		for _, name := range namesInRow(strings.TrimSpace(name)) {
			if !begins(name) {
				return nil, span
			}
			names = append(names, jointNames(name)...)
		}
	}
	return names, v.Whole()
}

// namesInRow parts the names of bodies at the commas between them; a comma within a name stays: "Bộ
// Công an, Bộ Văn hóa, Thể thao và Du lịch".
func namesInRow(s string) []string {
	var names []string
	for i, part := range strings.Split(s, ",") {
		if part = strings.TrimSpace(part); i == 0 || begins(part) {
			names = append(names, part)
		} else {
			names[len(names)-1] += ", " + part
		}
	}
	return names
}

// date returns the date of issue that the page gives.
func (g page) date() (string, outline.Phrase) {
	v, ok := g.fields["date"]
	if m := nameOf.FindStringSubmatchIndex(g.name.Text); !ok && m != nil && datedName.MatchString(g.name.Text[m[6]:m[7]]) {
		v, ok = g.name.Slice(m[6], m[7]), true
	}
	if !ok {
		return "", v
	}
	d, start, end, ok := timeline.Day(v.Text)
	if !ok {
		return "", v
	}
	return string(d), v.Slice(start, end)
}
