package normalize

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markFurniture finds the lines that belong to the page or to the web page around the
// document, not to its text. Where most pages have nothing
// else, they are the text.
func markFurniture(t *Text) {
	sheets := sheetsOf(t)
	numbers := pageNumbers(t, sheets)
	for _, i := range numbers {
		t.Lines[i].Kind = PageNumber
	}
	for _, i := range runningLines(t, numbers, sheets[len(sheets)-1]) {
		t.Lines[i].Kind = Running
	}
	for i, l := range t.Lines {
		if l.Kind == Content && endsWithPage(t.Line(i)) {
			t.Lines[i].Kind = Running
		}
	}
	for _, i := range countedHeads(t) {
		t.Lines[i].Kind = Running
	}
	for _, i := range relatedDocs(t) {
		t.Lines[i].Kind = RelatedDoc
	}
	if mostlyFurniture(t, sheets) {
		for i, l := range t.Lines {
			if l.Kind.furniture() {
				t.Lines[i].Kind = Content
			}
		}
	}
}

// sheetsOf returns the page of each line, from 1: the file's, or those that form feeds part. There is one
// more entry than there are lines, the number of pages.
func sheetsOf(t *Text) []int {
	sheets := make([]int, 0, len(t.Lines)+1)
	page := 1
	for i, l := range t.Lines {
		if l.NewPage && i > 0 {
			page++
		}
		sheets = append(sheets, page)
	}
	return append(sheets, page)
}

func (k Kind) furniture() bool { return k == PageNumber || k == Running || k == RelatedDoc }

// mostlyFurniture reports whether most pages have nothing else, or half of several: the
// head of the first page and the foot of the last are not known as such.
func mostlyFurniture(t *Text, sheets []int) bool {
	pages := map[int]bool{} // with text; true: of the document
	for i, l := range t.Lines {
		if l.Kind == Content || l.Kind.furniture() {
			page := sheets[i]
			pages[page] = pages[page] || l.Kind == Content
		}
	}
	bare := 0
	for _, content := range pages {
		if !content {
			bare++
		}
	}
	return 2*bare > len(pages) || bare > 1 && 2*bare == len(pages)
}

// A numbered line holds a number and nothing else that counts. It stands offset bytes behind the
// beginning of the text, and printed bytes with the blanks that set columns apart.
type numbered struct{ line, number, offset, printed int }

// pageNumbers returns the lines that hold a page number: those that say so ("- 2 -",
// "Trang 2"); the first or last of a page where pages are known; else a chain of numbers that grows by one, a page of text
// apart from each other (the numbers of a table's rows stand closer); else one that
// cuts a sentence or a table in two.
func pageNumbers(t *Text, sheets []int) []int {
	var found []numbered
	for i, l := range t.Lines {
		if n, ok := pageNumber(t.Line(i)); ok && l.Kind == Content {
			found = append(found, numbered{i, n, l.Start, t.File.Lines[i].Start})
		}
	}
	var lines []int
	paged, fed := t.File.Pages() > 1, sheets[len(sheets)-1] > 1
	for _, f := range found {
		if saysPage(t.Line(f.line)) || fed && edgeOfPage(t, sheets, f.line) || !paged && (cutsSentence(t, f.line) || cutsTable(t, f.line)) {
			lines = append(lines, f.line)
		}
	}
	if !paged {
		lines = append(lines, longestChain(found)...)
		lines = append(lines, restarted(t, found, lines)...)
	}
	if !paged && len(found) == 1 && plausible(found[0]) {
		lines = append(lines, found[0].line)
	}
	slices.Sort(lines)
	return slices.Compact(lines) // one number may tell its page in two ways
}

// apart is how far page numbers stand from each other at least, in bytes: a third of
// a sparsely printed page.
const apart = 600

// plausible reports whether the only number that has a line to itself stands where that
// page would end.
func plausible(f numbered) bool {
	return f.number >= 2 && f.offset >= (f.number-1)*2*apart && f.offset <= f.number*12*apart
}

func longestChain(found []numbered) []int {
	var best []int
	for i := range found {
		chain := []int{found[i].line}
		last := found[i]
		for _, f := range found[i+1:] {
			if f.number == last.number+1 && f.printed-last.printed >= apart {
				chain, last = append(chain, f.line), f
			}
		}
		if len(chain) > len(best) {
			best = chain
		}
		if len(best) >= len(found)-i {
			break
		}
	}
	if len(best) < 2 {
		return nil
	}
	return best
}

// centred is the blanks before a page number in the middle of its line, at least.
const centred = 20

// restarted returns the lines of a chain that begins anew, as the pages of an annex do: 1 or 2 and on, each by itself
// in the middle of a line between blank ones, outside of those that are known.
func restarted(t *Text, found []numbered, known []int) []int {
	alone := slices.DeleteFunc(slices.Clone(found), func(f numbered) bool {
		l := t.File.Lines[f.line]
		printed := t.File.Text[l.Start:l.End]
		blank := func(i int) bool {
			return i < 0 || i >= len(t.File.Lines) || strings.TrimSpace(t.File.Text[t.File.Lines[i].Start:t.File.Lines[i].End]) == ""
		}
		return slices.Contains(known, f.line) || len(printed)-len(strings.TrimLeft(printed, " ")) < centred || !blank(f.line-1) || !blank(f.line+1)
	})
	first := slices.IndexFunc(alone, func(f numbered) bool { return f.number <= 2 })
	if first < 0 {
		return nil
	}
	return longestChain(alone[first:])
}

// mostPages is the number of pages of a document, at most, that counts them in "3/20".
const mostPages = 999

// specks are the marks that a recogniser reads out of the dirt beside a number.
const specks = "‘’'`~_*¦°^"

// pageNumber reads "12", "- 12 -", "Trang 3/20", "3/20", "‘4", "4 .".
func pageNumber(s string) (int, bool) {
	if len(s) == 0 || len(s) > 20 {
		return 0, false
	}
	s = strings.ToLower(strings.TrimLeft(strings.Trim(s, "-–— "+specks), ".,;·"))
	s = strings.TrimSuffix(strings.TrimSuffix(s, " ."), " ,")
	s = strings.TrimPrefix(s, "trang ")
	s, total, fraction := strings.Cut(s, "/")
	n, ok := digits(s)
	if fraction {
		if of, whole := digits(total); !whole || of < n || of > mostPages {
			return 0, false // "11/2024" is a month
		}
	}
	return n, ok
}

// saysPage reports whether a line that holds a number can only be a page number.
func saysPage(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("-–—", first) && strings.ContainsRune("-–—", last) && len(s) > n ||
		strings.HasPrefix(strings.ToLower(s), "trang ")
}

// endsWithPage reports whether a line is a foot that ends with the page in a column of its
// own: "Kế hoạch số 12", and behind a gap "Trang 2/3".
func endsWithPage(s string) bool {
	if strings.IndexByte(s, '\t') < 0 { // as in most lines; it is quicker than the last
		return false
	}
	page := s[strings.LastIndexByte(s, '\t')+1:]
	_, ok := pageNumber(page)
	return ok && strings.HasPrefix(strings.ToLower(page), "trang ")
}

func digits(s string) (int, bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 4 {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0 && s[0] != '+'
}

func edgeOfPage(t *Text, sheets []int, i int) bool {
	before, after := neighbour(t, i, -1), neighbour(t, i, 1)
	return before < 0 || after < 0 || sheets[before] != sheets[i] || sheets[after] != sheets[i]
}

func cutsSentence(t *Text, i int) bool {
	before, after := neighbour(t, i, -1), neighbour(t, i, 1)
	if before < 0 || after < 0 {
		return false
	}
	return goesOn(t.Line(before), t.Line(after))
}

// cutsTable reports whether a number alone on its line stands between two rows of a table
// that both have a number of their own, or both none: a page ended there.
func cutsTable(t *Text, i int) bool {
	before, after := neighbour(t, i, -1), neighbour(t, i, 1)
	if before < 0 || after < 0 || strings.Count(t.Line(before), "\t") < 2 || strings.Count(t.Line(after), "\t") < 2 {
		return false
	}
	return numberedRow(t.Line(before)) == numberedRow(t.Line(after))
}

// numberedRow reports whether the first cell of a row is a number.
func numberedRow(s string) bool {
	first, _, _ := strings.Cut(s, "\t")
	_, ok := digits(strings.Trim(first, " ."))
	return ok
}

// neighbour returns the next line with text before (step -1) or after i, or -1.
func neighbour(t *Text, i, step int) int {
	for i += step; i >= 0 && i < len(t.Lines); i += step {
		if t.Lines[i].Kind == Content {
			return i
		}
	}
	return -1
}

// runningLines returns the lines that stand beside page numbers or at the edge of
// pages three times or more, digits apart, or beside both of two page numbers; where pages
// are known, on more than half of them. They stand hardly anywhere else: "(3) Trách nhiệm
// cụ thể:" stands forty times in a plan, now and then at an edge.
func runningLines(t *Text, numbers []int, pages int) []int {
	seen := map[string][]int{}
	note := func(i int) {
		if i >= 0 && t.Lines[i].End-t.Lines[i].Start <= 120 {
			k := maskDigits(t.Line(i))
			if n := len(seen[k]); n == 0 || seen[k][n-1] != i { // once, though it be the first of a page and the last
				seen[k] = append(seen[k], i)
			}
		}
	}
	for _, i := range numbers {
		note(neighbour(t, i, -1))
		note(neighbour(t, i, 1))
	}
	for i, l := range t.Lines {
		if l.NewPage {
			note(neighbour(t, i, -1))
			if l.Kind == Content {
				note(i)
			} else {
				note(neighbour(t, i, 1))
			}
		}
	}
	least := 3
	if pages > 1 {
		least = max(least, pages/2+1)
	}
	var lines []int
	for _, at := range seen {
		if len(at) < least && (len(at) != 2 || len(numbers) != 2 || !isTitle(t.Line(at[0]))) {
			continue
		}
		if elsewhere := timesPrinted(t, at[0]) - len(at); 2*elsewhere < len(at) {
			lines = append(lines, at...)
		}
	}
	return append(lines, cuttingHeads(t, numbers)...)
}

// linesOfHead are those in which the head of a document stands, with its title.
const linesOfHead = 40

// cuttingHeads returns the lines beside page numbers that say the title of the document over again within
// a sentence: a head or foot of its page, be it the only one.
func cuttingHeads(t *Text, numbers []int) (lines []int) {
	var head strings.Builder
	for i := range min(len(t.Lines), linesOfHead) {
		head.WriteString(strings.ToLower(t.Line(i)))
		head.WriteByte(' ')
	}
	title := strings.Join(strings.Fields(head.String()), " ")
	for _, i := range numbers {
		for _, step := range []int{-1, 1} {
			j := neighbour(t, i, step)
			if j < linesOfHead || t.Lines[j].End-t.Lines[j].Start > 120 || !isTitle(t.Line(j)) || !saysTitle(t.Line(j), title) {
				continue
			}
			before, after := neighbour(t, min(i, j), -1), neighbour(t, max(i, j), 1)
			if before >= 0 && after >= 0 && goesOn(t.Line(before), t.Line(after)) {
				lines = append(lines, j)
			}
		}
	}
	return lines
}

// saysTitle reports whether a line, or a part of it between dashes, stands in the title of the document.
func saysTitle(line, title string) bool {
	for part := range strings.SplitSeq(strings.ToLower(line), " - ") {
		if strings.Count(part, " ") >= 3 && strings.Contains(title, strings.TrimSpace(part)) {
			return true
		}
	}
	return false
}

// goesOn reports whether a sentence goes on from one line to another.
func goesOn(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return (unicode.IsLetter(last) || last == ',') && unicode.IsLower(first)
}

// countedHeads returns the lines that head or foot pages with the number of the page behind a gap:
// "KH 318 - Mô hình Đề án 06          2", three or more with numbers that grow by one, a page apart.
func countedHeads(t *Text) (lines []int) {
	type counted struct{ line, number, offset int }
	seen := map[string][]counted{}
	for i, l := range t.Lines {
		if l.Kind != Content || l.End-l.Start > 160 {
			continue
		}
		at := t.File.Lines[i]
		printed := strings.TrimRight(t.File.Text[at.Start:at.End], " \t\r")
		text := strings.TrimRight(printed, "0123456789")
		words := strings.TrimRight(text, " \t")
		n, ok := digits(printed[len(text):])
		if !ok || n > mostPages || len(words) < 8 || len(text)-len(words) < 3 && !strings.HasSuffix(text, "\t") {
			continue
		}
		if all := seen[words]; len(all) == 0 || all[len(all)-1].number+1 == n && at.Start-all[len(all)-1].offset >= apart {
			seen[words] = append(all, counted{i, n, at.Start})
		}
	}
	for _, all := range seen {
		if len(all) >= 3 {
			for _, c := range all {
				lines = append(lines, c.line)
			}
		}
	}
	return lines
}

// timesPrinted returns how many lines are printed as line i is, digits apart.
func timesPrinted(t *Text, i int) int {
	n, as, size := 0, maskDigits(t.Line(i)), t.Lines[i].End-t.Lines[i].Start
	for k, l := range t.Lines {
		if l.Kind == Content && l.End-l.Start == size && maskDigits(t.Line(k)) == as {
			n++
		}
	}
	return n
}

// isTitle reports whether a line may head pages: neither a label nor a sentence's end.
func isTitle(s string) bool {
	return len(s) > 12 && !strings.ContainsAny(s[len(s)-1:], ":;.,")
}

func maskDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, s)
}

// relatedDocs returns the lines of lists that web pages put around a document, three
// entries or more: "- 1Quyết định 06/QĐ-TTg năm 2022 …", the number glued to the name.
func relatedDocs(t *Text) []int {
	var lines, list []int
	end := func() {
		if len(list) >= 3 {
			lines = append(lines, list...)
		}
		list = list[:0]
	}
	next := 1
	for i := range t.Lines {
		if t.Lines[i].Kind != Content {
			continue
		}
		n, ok := glued(t.Line(i))
		if !ok || n != next && n != 1 {
			end()
		}
		if ok && (n == next || n == 1) {
			list = append(list, i)
			next = n + 1
		} else {
			next = 1
		}
	}
	end()
	return lines
}

// glued reads the number of "- 12Quyết định …".
func glued(s string) (int, bool) {
	s, ok := strings.CutPrefix(s, "- ")
	if !ok {
		return 0, false
	}
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	n, ok := digits(s[:i])
	r, _ := utf8.DecodeRuneInString(s[i:])
	return n, ok && unicode.IsUpper(r)
}
