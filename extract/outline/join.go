package outline

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// A joiner puts lines together to paragraphs.
type joiner struct {
	t     *normalize.Text
	h     habits
	paras []*Para
	room  []Para      // for those to come
	open  *Para       // the paragraph in hand
	last  string      // its last line
	lines int         // how many it has
	seen  [styles]int // the last number of each style
	own   dashes      // the names with a dash that stand within the document's lines

	titlesAlone bool // most titles of models end with their line, as far as a program's columns tell
}

// join puts the lines of t together to paragraphs.
func join(t *normalize.Text, lines []int, h habits) []*Para {
	j := joiner{t: t, h: h}
	if h.wrapped {
		j.own = ownDashes(t, lines)
	}
	if h.columns > 0 {
		j.titlesAlone = titlesAlone(t, lines, h.columns)
	}
	for k := 0; k < len(lines); k++ {
		i := lines[k]
		if rows, taken := tableAt(t, lines, k); taken > 0 {
			j.paras, j.open = append(j.paras, rows...), nil
			k += taken - 1
			continue
		}
		l := line{text: t.Line(i), index: i}
		l.marker = j.settle(readMarker(l.text))
		if k > 0 {
			l.gap, l.page = gap(t, lines[k-1], i)
		}
		l.goesOn = h.first == 0 && goesOnAfter(t, lines, k) || h.columns > 0 && isUpperFirst(l.text) && k+1 < len(lines) && goesOn(t.Line(lines[k+1]))
		if j.open == nil || j.starts(l) {
			j.begin(l)
		} else {
			j.add(l)
		}
	}
	for k, p := range j.paras {
		after := k+1 < len(j.paras) && t.Lines[j.paras[k+1].first-1].Kind != normalize.Blank
		p.Alone = p.Alone && !after
	}
	return j.paras
}

// settle reads "v)" and "(v)" behind "iv" as a Roman number, as "i)" where no "h)" stands
// before it: a letter numbers a list by itself only where it goes on with one.
func (j *joiner) settle(m Marker) Marker {
	if m.Style != Lower && m.Style != ParLow {
		return m
	}
	n, style := lowRoman(m.Label), m.Style
	if style == Lower {
		style = LowRoman
	}
	if n == 0 || n != j.seen[style]+1 && n != 1 || j.seen[m.Style] == m.Number-1 {
		return m
	}
	m.Style, m.Number = style, n
	return m
}

// tableAt reads the table that begins at lines[k], of those whose rows are not lines: its
// rows, and how many of the lines it takes; 0 where none begins there.
func tableAt(t *normalize.Text, lines []int, k int) (rows []*Para, taken int) {
	if rows, taken = gridTable(t, lines, k); taken > 0 {
		return rows, taken
	}
	if rows, taken = alignedTable(t, lines, k); taken > 0 {
		return rows, taken
	}
	if rows, taken = spilledTable(t, lines, k); taken > 0 {
		return rows, taken
	}
	return stackedTable(t, lines, k)
}

// goesOnAfter reports whether the line behind lines[k] begins nothing of its own.
func goesOnAfter(t *normalize.Text, lines []int, k int) bool {
	if k+1 == len(lines) {
		return false
	}
	next := t.Line(lines[k+1])
	blank, _ := gap(t, lines[k], lines[k+1])
	return !blank && readMarker(next).Style == None && itemAt(next) == nil && !beginsWithLabel(next)
}

// A line is one on its way into a paragraph.
type line struct {
	text   string
	index  int
	marker Marker
	gap    bool // a blank line stands before it
	page   bool // a page ends before it
	goesOn bool // the line behind it begins nothing of its own; known where first lines are broken anywhere or a program broke them
}

// gap tells what stands between two lines with text: a blank line, the end of a page.
func gap(t *normalize.Text, from, to int) (blank, page bool) {
	page = t.Lines[to].NewPage
	for i := from + 1; i < to; i++ {
		switch t.Lines[i].Kind {
		case normalize.Blank, normalize.Rule:
			blank = true
		case normalize.PageNumber, normalize.Running:
			page = true
		}
		page = page || t.Lines[i].NewPage
	}
	return blank, page
}

func (j *joiner) begin(l line) {
	if len(j.room) == 0 {
		j.room = make([]Para, 32)
	}
	p := &j.room[0]
	j.room = j.room[1:]
	*p = Para{Marker: l.marker, text: j.t, first: l.index, last: l.index, Alone: l.gap}
	src := j.t.Lines[l.index]
	p.Strong = src.Strong || src.Headline
	p.Phrase = phrase(j.t, normalize.Span{Start: src.Start + l.marker.size, End: src.End})
	j.paras = append(j.paras, p)
	j.open, j.last, j.lines = p, l.text, 1
	if !l.marker.compound { // "III.2." counts apart from the "3." and "4." around it
		j.seen[l.marker.Style] = l.marker.Number
	}
}

func (j *joiner) add(l line) {
	p := j.open
	if p.Text == "" {
		p.Phrase = phrase(j.t, j.t.Lines[l.index].Span) // behind a marker alone on its line
	} else {
		p.Phrase = Join(between(p.Text, l.text), p.Phrase, phrase(j.t, j.t.Lines[l.index].Span))
	}
	p.last = l.index
	j.last = l.text
	j.lines++
}

// between is what stands between the end of a line and the next where they are joined: a
// blank, but nothing behind the hyphen of a code or of short forms: "2312/KHPPH-TCTĐA06CP-"
// and "TCTĐA06LA", "Văn phòng HĐND-" and "UBND".
func between(before, after string) string {
	word := before[strings.LastIndexByte(before, ' ')+1:]
	if len(word) > 2 && strings.HasSuffix(word, "-") && (strings.ContainsRune(word, '/') || IsCaps(word)) && strings.IndexByte(after, ' ') != 0 {
		return ""
	}
	return " "
}

// longest is the length in bytes after which a paragraph takes no further line: no plan
// has one of five pages, and joining is work with the square of the length.
const longest = 1 << 14

// starts reports whether l begins a paragraph of its own.
func (j *joiner) starts(l line) bool {
	p := j.open
	gap := l.gap && !l.page // a blank line that a page end explains says nothing
	flow := j.t.Lines[l.index].Flow
	switch {
	case len(p.Text) > longest:
		return true
	case flow == source.GoesOn && !l.gap:
		return false
	case flow == source.Begins && p.Text != "":
		return true
	case strings.IndexByte(l.text, '\t') >= 0 || strings.IndexByte(p.Text, '\t') >= 0:
		return true // rows of a table are put together elsewhere
	case j.lines < longestBracket && closesBracket(p.Text, l.text[l.marker.size:]):
		return false // "… (Tổ Hành chính chủ trì;" / "hoàn thành trước ngày" / "15/11/2022)."
	case j.h.wrapped && !gap && strings.HasSuffix(p.Text, ")") && numberBehind.MatchString(p.Text):
		return false // "… 30/9/2024. (5)" / "Công cụ: …"
	case l.marker.Style != None:
		return beginsWithLabel(l.text[l.marker.size:]) || !j.inSentence(l)
	case itemAt(l.text) != nil:
		return gap || !tied(p.Text)
	case p.Marker.Style != None && p.Marker.Style != Annex && p.Text == "":
		return false // "PHẦN THỨ NHẤT", "II.", "1.", and its text below
	case beginsWithLabel(l.text), j.t.Lines[l.index].Strong && boldLabel(l.text), !tied(p.Text) && (isLabelLine(l.text) && !IsCaps(l.text) || likeLabel(l.text) && likeLabel(p.Text) || j.h.recurs(l.text)):
		return true
	case isBareItem(p):
		return false
	case isBareLabel(p):
		return true
	case goesOn(l.text):
		return gap && finished(p.Text) && !strings.HasSuffix(p.Text, ",") && !opensBracket(p.Text)
	case j.h.indented && !gap && !IsCaps(l.text) && !IsCaps(p.Text) && j.indent(l) <= mostIndent:
		return j.indent(l) >= leastIndent
	case gap || behindConjunction.MatchString(l.text) && j.capsGoOn(l):
		return !j.capsGoOn(l)
	case strings.HasSuffix(p.Text, ":") && !gap && j.h.wrapped && !j.deliberate(l) && (endsInLabel(p.Text) || opensBracket(p.Text)):
		return false // "…; thời gian thực hiện:", "… (Chủ trì:" at the end of a line without room
	case strings.HasSuffix(p.Text, ":") || strings.HasSuffix(p.Text, "./."):
		return true
	case finished(p.Text) && (isClosing(l.text) || opensGroup(l.text)):
		return true
	case endsInCount.MatchString(p.Text) && isUpperFirst(l.text):
		return true // "1. Nhóm dịch vụ công (05 mô hình)" and what is said of it
	case isBodyHeading(p, l.text):
		return true // "2. Sở Tài chính" and "Tham mưu …" below it
	case l.page && !finished(p.Text) && isSection(p) && IsCaps(p.Text) && isUpperFirst(l.text) && !IsCaps(l.text) && !tied(p.Text):
		return true // "III. KINH PHÍ", the end of a page, and its paragraph
	case l.page && !finished(p.Text):
		return !j.h.wrapped && itemAt(p.Text) != nil && isUpperFirst(l.text) && !tied(p.Text)
	case j.h.columns > 0 && reach(j.last, l.text) <= j.h.columns && !tied(p.Text) && !(IsCaps(p.Text) && IsCaps(l.text)):
		return true // a program would have put the word on the line before
	case j.h.columns > 0 && j.lines == 1 && isUpperFirst(l.text) && !IsCaps(l.text) && l.goesOn && !l.gap && !tied(p.Text) && itemAt(p.Text) != nil && j.titlesAlone:
		return true // a title that exactly fills its line, and the paragraph below it
	case j.h.wrapped && j.h.first == 0 && j.lines == 1 && isUpperFirst(l.text) && itemAt(p.Text) != nil:
		return !tied(p.Text) && (l.goesOn || finished(l.text)) // a paragraph, else the title's second line
	case j.lines == 1 && itemAt(p.Text) != nil && opensProse.MatchString(l.text) && !tied(p.Text) && !j.full(l):
		return true // a title and "Việc cấp tài khoản do Công an tỉnh chủ trì …" below it
	case isUpperFirst(l.text) && itemAt(p.Text) != nil && (!j.h.wrapped || j.deliberate(l) || reach(j.last, l.text)*5 < j.h.later*3):
		return true // a title and the paragraph below it
	case isSection(p) && IsCaps(p.Text) && isUpperFirst(l.text) && !IsCaps(l.text) && !startsWithCode(l.text) && strings.Count(l.text, " ") >= 2:
		return true // a heading in capitals and its paragraph right below
	case j.h.wrapped && j.h.first == 0 && j.lines == 1 && isSection(p) && len(p.Text) < 80 && !tied(p.Text) && opensSentence.MatchString(l.text):
		return true // "II. Chế độ thông tin, báo cáo" and "Định kỳ …" below
	case j.h.spaced:
		return !j.h.wrapped && strings.HasSuffix(p.Text, ".") && isUpperFirst(l.text) && !l.gap
	case j.h.whole && p.Marker.Style != None && p.Marker.Style < Dash && j.lines == 1 && isUpperFirst(l.text) && !tied(p.Text):
		return true // a numbered title and the paragraph below it
	case !j.h.wrapped && strings.HasSuffix(p.Text, ")") && j.lines == 1 && p.Marker.Style != None && p.Marker.Style < Dash && isUpperFirst(l.text):
		return true // "3. Mô hình trường học số (Phòng Giáo dục và Đào tạo)" and what is told of it
	case !j.h.wrapped:
		return finished(p.Text) || utf8.RuneCountInString(j.last) < 50 || IsCaps(p.Text)
	case IsCaps(p.Text) != IsCaps(l.text) && !startsWithCode(l.text) && strings.Count(l.text, " ") >= 2:
		return true
	case IsCaps(p.Text):
		return finished(p.Text)
	}
	return j.deliberate(l) || finished(p.Text) && !strings.HasSuffix(p.Text, ";") && !j.full(l)
}

// indent is the number of blanks with which a line begins.
func (j *joiner) indent(l line) int { return indent(j.t, l.index) }

// opensSentence is how the paragraph below a heading begins, and no heading goes on.
var opensSentence = pattern.MustCompile(`^(?:Định kỳ|Hằng|Hàng|Căn cứ|Giao|Yêu cầu|Đề nghị|Trong quá trình|Quá trình|Trên cơ sở|Kinh phí|Từ nguồn|Nguồn|Các|Tiếp tục|Nâng cao|Đẩy mạnh|Tập trung|Phấn đấu|Tổ chức|Triển khai|Thực hiện|Xây dựng|Rà soát|Bảo đảm|Đảm bảo|100%) `)

// opensProse is how the paragraph below the title of a model begins, and no title goes on.
var opensProse = pattern.MustCompile(`^(?:Việc|Giao|Mục tiêu|Mục đích|Mô hình (?:này|hướng|được|nhằm|sử dụng)|Nhằm|Để|Trong mô hình|Ngay sau khi|Sau khi|Khi|Từ trước đến nay|Hiện nay|Đơn vị chủ trì|Cơ quan chủ trì|Chủ trì|Do) `)

// endsInCount reads the end of a group's heading.
var endsInCount = pattern.MustCompile(`\(\d{1,2} mô hình\)$`)

// titlesAlone reports whether most titles of models end with the line on which they begin: the next
// begins with a small letter where one does not, and with a word that there was room for where it does.
func titlesAlone(t *normalize.Text, lines []int, columns int) bool {
	alone, more := 0, 0
	for k := 0; k+1 < len(lines); k++ {
		a, b := t.Line(lines[k]), t.Line(lines[k+1])
		switch {
		case itemAt(a) == nil:
		case goesOn(b):
			more++
		case reach(a, b) <= columns:
			alone++
		}
	}
	return alone > 2*more
}

// endsInLabel reports whether a text ends with a label behind another sentence: "Phòng A chủ
// trì; thời gian thực hiện:".
func endsInLabel(s string) bool {
	i := strings.LastIndexAny(s, ".;")
	if i < 0 {
		return false
	}
	s = strings.Trim(s[i+1:], " :")
	_, ok := lexicon.Labels("field").Whole(strings.TrimSpace(s[numberAt(s):]))
	return ok
}

// isClosing reports whether a line begins the sentence with which a plan ends.
func isClosing(s string) bool {
	return strings.HasPrefix(s, "Trên đây là ") || strings.HasPrefix(s, "Trên đây, ")
}

// tied reports whether s ends with a word that needs another behind it: "… tại", "… và".
func tied(s string) bool {
	if strings.HasSuffix(s, "tiếp theo") {
		return false // "… và các năm tiếp theo"
	}
	i := strings.LastIndexByte(s, ' ') + 1
	switch strings.ToLower(s[i:]) {
	case "tại", "của", "và", "với", "theo", "về", "cho", "các", "từ", "là":
		return true
	}
	return strings.HasSuffix(s, ",")
}

// deliberate reports whether the line before l was broken though it had room.
func (j *joiner) deliberate(l line) bool {
	limit := j.h.later
	if j.lines == 1 {
		limit = j.h.first
	}
	return reach(j.last, l.text)*20 < limit*17 // plainly shorter, not by a letter or two
}

// full reports whether the line before l had no room for more.
func (j *joiner) full(l line) bool {
	if j.h.columns > 0 {
		return reach(j.last, l.text) > j.h.columns
	}
	return reach(j.last, l.text) > j.h.later
}

// startsWithCode reports whether the first word of s is a code or a number, whose
// capitals say nothing of the line.
func startsWithCode(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return len(word) < len(s) && IsCaps(word) == IsCaps(s) && strings.ContainsAny(word, "0123456789/")
}

// behindConjunction reads the second line of a heading in capitals, which begins no paragraph:
// "I. MỤC ĐÍCH, YÊU CẦU" / "VÀ THỜI GIAN THỰC HIỆN".
var behindConjunction = pattern.MustCompile(`^(?:VÀ|CỦA|VỀ|TRONG|TRÊN|TẠI|CHO|VỚI|THEO|GIAI ĐOẠN|NĂM) `)

// capsGoOn reports whether l is the second line of a heading in capitals.
func (j *joiner) capsGoOn(l line) bool {
	p := j.open
	return isSection(p) && IsCaps(p.Text) && IsCaps(l.text) && !finished(p.Text)
}

// isSection reports whether p has the marker of a section.
func isSection(p *Para) bool {
	return p.Marker.Style == Roman || p.Marker.Style == Part || p.Marker.Style == Upper
}

// inSentence reports whether the marker of l is part of a sentence after all: a dash
// between two halves of a name or a range, a number that continues no list.
func (j *joiner) inSentence(l line) bool {
	p, rest := j.open, l.text[l.marker.size:]
	if finished(p.Text) {
		return false
	}
	switch l.marker.Style {
	case Dash:
		r, _ := utf8.DecodeRuneInString(rest)
		last, _ := utf8.DecodeLastRuneInString(p.Text)
		return unicode.IsDigit(r) && unicode.IsDigit(last) && !(isSection(p) && IsCaps(p.Text)) || j.joinsName(p.Text, rest, l.gap) || j.h.wrapped && !l.gap && opensBracket(p.Text)
	case Annex, Part, Article, Division:
		r, _ := utf8.DecodeRuneInString(rest)
		return !l.gap && (tied(p.Text) || unicode.IsLower(r)) // "… xác định tại" / "Phụ lục 2 kèm theo …"
	case Dec1, Dec1b, Lower, Upper, Roman, ParLow, ParNum:
		if l.gap || !j.h.wrapped || l.marker.compound || isBareLabel(p) || IsCaps(p.Text) {
			return false
		}
		if callsNumber.MatchString(normalize.FoldInPlace(tailOf(p.Text))) {
			return true // "… tại 15 chợ hạng" / "III."
		}
		return l.marker.Number != 1 && j.seen[l.marker.Style] != l.marker.Number-1 && j.seen[l.marker.Style] != l.marker.Number
	}
	return false
}

// callsNumber reads the end of a line that needs a number behind it.
var callsNumber = pattern.MustCompile(` (?:mục|hạng|cấp|độ|quý|khoản|điều|chương|phụ lục|mức|loại|lần thứ|khóa)$`)

// dashes are the names that hold a dash, by the two words before it and the two behind.
type dashes struct {
	names map[[2]string]bool
	ends  map[string]bool // the words behind it
}

func newDashes() dashes { return dashes{map[[2]string]bool{}, map[string]bool{}} }

// joinsName reports whether the end of before and the beginning of after are the halves of a
// name with a dash between: one of the lexicon's, or one that the document prints whole, if
// no gap parts them.
func (j *joiner) joinsName(before, after string, gap bool) bool {
	b := normalize.Words(headOf(after))
	if len(b) < 2 {
		return false
	}
	second := b[0].Fold + " " + b[1].Fold
	if !namesWithDash().ends[second] && (gap || !j.own.ends[second]) {
		return false // most items of a list
	}
	a := normalize.Words(tailOf(before))
	if len(a) < 2 {
		return false
	}
	name := [2]string{a[len(a)-2].Fold + " " + a[len(a)-1].Fold, second}
	return namesWithDash().names[name] || !gap && j.own.names[name]
}

// ownDashes returns the names with a dash that stand whole within a line.
func ownDashes(t *normalize.Text, lines []int) dashes {
	d := newDashes()
	for _, i := range lines {
		if s := t.Line(i); strings.Contains(s, " - ") && strings.Contains(s[readMarker(s).size:], " - ") {
			d.add(normalize.Words(s))
		}
	}
	return d
}

// longestBracket is how many lines a bracket may go on over.
const longestBracket = 8

// closesBracket reports whether a line closes the bracket that is open at the end of before.
func closesBracket(before, line string) bool {
	i := strings.IndexByte(line, ')')
	return i >= 0 && strings.IndexByte(line[:i], '(') < 0 && opensBracket(before)
}

// opensBracket reports whether a bracket is open at the end of s.
func opensBracket(s string) bool {
	return strings.LastIndexByte(s, '(') > strings.LastIndexByte(s, ')')
}

func (d dashes) add(w []normalize.Word) {
	for i := 2; i+2 < len(w); i++ {
		if w[i].Fold == "-" {
			end := w[i+1].Fold + " " + w[i+2].Fold
			d.names[[2]string{w[i-2].Fold + " " + w[i-1].Fold, end}], d.ends[end] = true, true
		}
	}
}

var namesWithDash = sync.OnceValue(func() dashes {
	d := newDashes()
	for _, r := range lexicon.Rows("agencies.txt", 4) {
		d.add(normalize.Words(r.Columns[1]))
	}
	return d
})

// tailOf and headOf cut a few words off a long text.
func tailOf(s string) string {
	if i := len(s) - 60; i > 0 {
		if k := strings.IndexByte(s[i:], ' '); k >= 0 {
			return s[i+k:]
		}
	}
	return s
}

func headOf(s string) string {
	if len(s) > 60 {
		if k := strings.LastIndexByte(s[:60], ' '); k > 0 {
			return s[:k]
		}
	}
	return s
}
