package ocr

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kehoach/ingest/pdf/content"
)

// Page is what was recognised on a page.
type Page struct {
	Words      []Word
	Rules      []Rule
	Confidence float64 // the mean of the words', in percent
	Turned     int     // quarter turns clockwise that brought it upright
}

// Word is a word where it stands, in pixels from the upper left.
type Word struct {
	Text                string
	X, Y, Width, Height int // Y is the upper edge
	Confidence          float64
	Line                int // words of one line have the same number
}

const (
	maxWords  = 20_000 // of a page; a printed one has 600
	junk      = 20     // a word less sure than this is a stamp, a stain or a signature
	doubtful  = 60.0   // a word less sure than this is to be looked at
	figures   = 75.0   // one with figures, in which nothing else shows a mistake, less sure than this
	capHeight = 1.2    // sizes of type in the height of a word with marks
	descent   = 0.25   // of that height below the baseline, in words that go below it
)

// bars are what the rules of a table are taken for; plans have no such signs.
const bars = " |¦‖_"

// Text is the words as they were read, a blank between.
func (p Page) Text() string {
	var b strings.Builder
	for _, w := range p.Words {
		b.WriteString(w.Text + " ")
	}
	return b.String()
}

// parse reads tesseract's table: a row a word, with its place and confidence, the
// numbers of block, paragraph and line before it.
func parse(table []byte) Page {
	var p Page
	line, last := 0, ""
	sum := 0.0
	for row := range strings.Lines(string(table)) {
		f := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(f) < 12 || f[0] != "5" || len(p.Words) >= maxWords {
			continue
		}
		if key := strings.Join(f[1:5], " "); key != last {
			line, last = line+1, key
		}
		w := Word{Text: norm.NFC.String(strings.Trim(f[11], bars)), Line: line}
		var bad error
		for i, to := range []*int{&w.X, &w.Y, &w.Width, &w.Height} {
			n, err := strconv.Atoi(f[6+i])
			*to, bad = n, cmp.Or(bad, err)
		}
		c, err := strconv.ParseFloat(f[10], 64)
		if w.Confidence = c; bad != nil || err != nil || w.Text == "" || c < junk {
			continue
		}
		p.Words = append(p.Words, w)
		sum += c
	}
	if n := len(p.Words); n > 0 {
		p.Confidence = sum / float64(n)
	}
	return p
}

// Content is the page as the layout takes it: a word for a glyph, at the baseline of
// its line, in points.
func (p Page) Content() *content.Page {
	const scale = 72.0 / Resolution
	out := &content.Page{}
	usual := usualHeight(p.Words)
	for i := 0; i < len(p.Words); {
		j := i
		for j < len(p.Words) && p.Words[j].Line == p.Words[i].Line {
			j++
		}
		words := p.Words[i:j]
		height := usual.snap(median(p.near(i, j), Word.height))
		base := baseline(words, int(descent*float64(height)))
		size := float64(height) * capHeight * scale
		for _, w := range words {
			// The blank is part of the word: boxes may touch, words are apart all the same.
			out.Glyphs = append(out.Glyphs, content.Glyph{Text: w.Text + " ", X: float64(w.X) * scale, Y: -float64(base) * scale,
				Width: float64(w.Width) * scale, Size: size, Doubt: w.doubtful()})
		}
		i = j
	}
	for _, r := range p.Rules {
		out.Rules = append(out.Rules, content.Rule{X0: float64(r.X0) * scale, Y0: -float64(r.Y1) * scale, X1: float64(r.X1) * scale, Y1: -float64(r.Y0) * scale})
	}
	return out
}

// heightOfType is that of most words of a page, in pixels. Lines of the same type differ by a
// fifth, as their letters have marks above or tails below; their size, in which distances
// are measured, must not.
type heightOfType int

func usualHeight(words []Word) heightOfType {
	if len(words) == 0 {
		return 0
	}
	return heightOfType(median(words, Word.height))
}

// snap returns the usual height in place of one that is near it.
func (u heightOfType) snap(height int) int {
	if h := int(u); height*4 >= h*3 && height*3 <= h*4 {
		return h
	}
	return height
}

func (w Word) height() int { return w.Height }

// odd reads what no number and no word has in it: "31/12/2(22", "CH¿ÀU".
var odd = regexp.MustCompile(`\d[^\p{L}\d.,/:–-]+\d|\d[lIoO|!]\d|\pL[¿¡§¢£¥€©®°~^|\\<>*#!{}\[\]]\pL`)

// doubtful reports whether a word may be another one. Clean scans have three of a
// thousand.
func (w Word) doubtful() bool {
	return w.Confidence < doubtful || w.Confidence < figures && strings.ContainsAny(w.Text, "0123456789") || odd.MatchString(w.Text)
}

// below are the letters and signs that go below the baseline, the dot of ạ too.
const below = "gpqyjQ,;()[]{}|/\u0323"

// baseline returns where the letters of a line stand, from the lower edges of its words.
func baseline(words []Word, depth int) int {
	var edges []int
	for _, w := range words {
		edge := w.Y + w.Height
		switch {
		case strings.ContainsAny(norm.NFD.String(w.Text), below):
			edges = append(edges, edge-depth)
		case strings.ContainsFunc(w.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
			edges = append(edges, edge)
		}
	}
	if len(edges) == 0 {
		return median(words, func(w Word) int { return w.Y + w.Height })
	}
	slices.Sort(edges)
	return edges[len(edges)/2]
}

// near returns the words around those from i to j: enough to tell the size of the type.
func (p Page) near(i, j int) []Word {
	const enough = 40
	if j-i >= enough/4 {
		return p.Words[i:j]
	}
	return p.Words[max(0, i-enough/2):min(len(p.Words), j+enough/2)]
}

func median(words []Word, of func(Word) int) int {
	values := make([]int, len(words))
	for i, w := range words {
		values[i] = of(w)
	}
	slices.Sort(values)
	return values[len(values)/2]
}
