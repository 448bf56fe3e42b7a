package normalize

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/ingest/source"
)

// A footnote stands in the midst of the text of its page, and its mark within a word or right
// behind one. Neither is text of the document: "… chứng nhận VietGAP¹ ghi nhật ký …" and below
// it "¹ Tiêu chuẩn thực hành nông nghiệp tốt". Marks are raised figures, or "[1]".

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// longestNote is the lines of a footnote, at most.
const longestNote = 12

// noteMark returns the mark with which a line begins, and what stands behind it; "" where it
// begins no footnote.
func noteMark(line string) (mark, rest string) {
	line = strings.TrimLeft(line, " \t")
	n := markLength(line)
	rest = strings.TrimLeft(line[n:], " ")
	if r, _ := utf8.DecodeRuneInString(rest); n == 0 || !unicode.IsLetter(r) {
		return "", ""
	}
	return line[:n], rest
}

// markLength is how many bytes of a mark s begins with.
func markLength(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !strings.ContainsRune(raised, r) {
			break
		}
		n += size
	}
	if n > 0 || len(s) < 3 || s[0] != '[' {
		return n
	}
	end := 1
	for end < len(s) && end < 4 && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end > 1 && end < len(s) && s[end] == ']' {
		return end + 1
	}
	return 0
}

// BeginsNote reports whether the i-th line begins with the mark of a footnote.
func (t *Text) BeginsNote(i int) bool {
	mark, _ := noteMark(t.Line(i))
	return mark != ""
}

// notes are the footnotes of a file: the lines that are theirs, and their marks.
type notes struct {
	lines map[int]bool
	marks []string
}

// findNotes finds the footnotes that the text refers to. A line that begins with a mark is one where
// the same mark stands behind a word elsewhere.
func findNotes(f *source.File) (n notes) {
	if !strings.ContainsAny(f.Text, raised) && !strings.Contains(f.Text, "]") {
		return n
	}
	for i, l := range f.Lines {
		mark, _ := noteMark(f.Text[l.Start:l.End])
		if mark == "" || !refersTo(f.Text, mark) {
			continue
		}
		if n.lines == nil {
			n.lines = map[int]bool{}
		}
		n.lines[i] = true
		if !slices.Contains(n.marks, mark) {
			n.marks = append(n.marks, mark)
		}
		if i == 0 || f.Lines[i-1].Start < f.Lines[i-1].End && !n.lines[i-1] {
			continue // no blank line parts paragraphs here
		}
		for k := i + 1; k < len(f.Lines) && k < i+longestNote && f.Lines[k].Page == l.Page && f.Lines[k].Start < f.Lines[k].End; k++ {
			if next, _ := noteMark(f.Text[f.Lines[k].Start:f.Lines[k].End]); next != "" {
				break
			}
			n.lines[k] = true
		}
	}
	return n
}

// refersTo reports whether a mark stands right behind a word of a text.
func refersTo(text, mark string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], mark)
		if i < 0 {
			return false
		}
		if marksWord(text[:from+i]) {
			return true
		}
		from += i + len(mark)
	}
}

// marksWord reports whether a mark may stand behind a text: behind a letter or a sign that ends
// something, but for the units of area and volume.
func marksWord(before string) bool {
	r, n := utf8.DecodeLastRuneInString(before)
	if r == 'm' {
		previous, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
		return unicode.IsLetter(previous) && previous != 'k' && previous != 'c' && previous != 'd' && previous != 'm'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("”\"')’.,;:", r)
}

// withoutMarks drops the marks of footnotes from a line.
func (n notes) withoutMarks(c []char) []char {
	if len(n.marks) == 0 {
		return c
	}
	out := c[:0]
	var before strings.Builder
	for i := 0; i < len(c); {
		if size := n.markAt(c[i:]); size > 0 && marksWord(before.String()) {
			i += size
			continue
		}
		before.WriteRune(c[i].r)
		out = append(out, c[i])
		i++
	}
	return out
}

// markAt is how many characters of a known mark c begins with.
func (n notes) markAt(c []char) int {
	if len(c) == 0 || c[0].r != '[' && !strings.ContainsRune(raised, c[0].r) {
		return 0
	}
	var ahead strings.Builder
	for _, x := range c[:min(len(c), 6)] {
		ahead.WriteRune(x.r)
	}
	mark := ahead.String()[:markLength(ahead.String())]
	if mark == "" || !slices.Contains(n.marks, mark) {
		return 0
	}
	return utf8.RuneCountInString(mark)
}
