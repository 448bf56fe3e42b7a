package header

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// preambles begin the paragraphs that say what a document rests on.
var preambles = []string{"căn cứ", "thực hiện quyết định", "thực hiện kế hoạch", "thực hiện chỉ thị", "thực hiện nghị quyết", "thực hiện công văn", "thực hiện công điện", "thực hiện văn bản", "thực hiện chương trình", "thực hiện thông", "thực hiện hướng dẫn", "thực hiện đề án", "thực hiện luật", "thực hiện nghị", "thực hiện ý kiến", "thực hiện sự", "thực hiện kết luận", "triển khai thực hiện", "thi hành", "sau khi xem xét", "xét đề nghị", "xét tờ trình", "xét báo cáo", "theo đề nghị", "theo lời đề nghị", "theo nghị quyết", "chiểu ", "theo thông báo số", "theo công văn số", "theo văn bản số", "theo kế hoạch số", "theo quyết định số", "theo chỉ thị số", "theo hướng dẫn số", "tiếp tục thực hiện", "phúc đáp", "trả lời", "tiếp theo", "kính gửi", "phần thứ"}

// openers begin a paragraph of running text that tells how things are, and cites no
// document as its ground.
var openers = []string{"thời gian qua", "trong thời gian", "trong những năm", "những năm qua", "hiện nay", "vừa qua", "ngày ", "sau khi", "trước tình hình", "trong năm", "qua theo dõi", "tại ", "theo báo cáo", "được sự", "trong quá trình"}

// tells reports whether a piece begins a paragraph that tells how things are.
func tells(s string) bool {
	f := opening(s)
	for _, o := range openers {
		if strings.HasPrefix(f, o) {
			return isCapitalised(s)
		}
	}
	return false
}

// beginsPreamble reports whether a piece begins to say what the document rests on.
func beginsPreamble(s string) bool {
	f := strings.TrimLeft(opening(s), "-–+ ")
	if isCaps(s) {
		return strings.HasPrefix(f, "căn cứ")
	}
	if restsOn(f) || listsGround(s) {
		return true
	}
	if !isCapitalised(strings.TrimLeft(s, "-–+ ")) {
		return false
	}
	for _, p := range preambles {
		if strings.HasPrefix(f, p) {
			return true
		}
	}
	return false
}

// listed reads a document in a list of grounds that has lost its first line, or has none: "-
// Quyết định số 749/QĐ-TTg ngày …".
var listed = pattern.MustCompile(`^[-–+] ?(\p{Lu}[\p{L} ]{3,40}?) số:? \d{1,5}(?:/\d{4})?[/-]\p{Lu}`)

// listsGround reports whether a piece is one of a list of documents.
func listsGround(s string) bool {
	m := listed.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	_, ok := lexicon.Kinds().Whole(m[1])
	return ok
}

// restsOn reports whether a folded piece begins with "Căn cứ", perhaps misread "Căn cử".
func restsOn(f string) bool {
	return strings.HasPrefix(normalize.Bare(f[:min(len(f), len("căn cứ "))]), "can cu ")
}

// endOfTitle returns the piece before which the title is over.
func (h *head) endOfTitle() int {
	for i := h.title; i < len(h.pieces); i++ {
		if h.endsTitle(i) {
			return i
		}
	}
	return len(h.pieces)
}

// endsTitle reports whether the title is over before the i-th piece.
func (h *head) endsTitle(i int) bool {
	c := h.pieces[i]
	f := fold(c.Text)
	first := i == h.title
	switch {
	case isNumberOrDate(c.Text):
		return !h.citedHere(i)
	case first && h.kind < 0 && h.subject < 0, first && h.enacts:
		return beginsPreamble(c.Text) || isAuthority(c.Text) || len(c.Text) > longestTitle(c.Text)*2/3
	case h.callsUp(i), !first && h.namedAgain(i):
		return true
	case first:
		return strings.HasPrefix(f, "căn cứ ") && !isCaps(c.Text) || h.decidesAlone(i)
	case beginsPreamble(c.Text) && (h.pieces[i-1].Text != "" && !h.unfinished(i-1) || restsOn(strings.TrimLeft(f, "-–+ "))):
		return true
	case strings.HasSuffix(f, "như sau:"), !first && attachedTo.MatchString(c.Text), strings.HasPrefix(f, "(ban hành"), strings.HasPrefix(f, "(trình "), strings.HasPrefix(f, "(kèm theo"):
		return true
	case h.subject == h.title && isCaps(c.Text) && !h.citedHere(i) && !(h.kind >= 0 && isCaps(h.pieces[h.title].Text)):
		return true
	case h.decides(i):
		return true
	}
	return !h.continues(i)
}

// namedAgain reports whether the i-th piece names the kind once more, and whose the document is:
// "LỆNH" / "CÔNG BỐ NGHỊ QUYẾT …" / "LỆNH CỦA CHỦ TỊCH" / "NƯỚC CỘNG HÒA …".
func (h *head) namedAgain(i int) bool {
	if h.kind < 0 || h.kind >= i || h.runsOn(i-1) || !isCaps(h.pieces[i].Text) {
		return false
	}
	kind, _ := cutKind(h.pieces[h.kind].Phrase)
	rest, ok := strings.CutPrefix(h.pieces[i].Text, kind.Text+" ")
	return ok && isOfIssuer(rest)
}

// firstOf returns the title's first words where they stand behind the kind.
func firstOf(h *head) string {
	_, rest := cutKind(h.pieces[h.kind].Phrase)
	return rest.Text
}

// continues reports whether the i-th piece goes on with the title that the one before it
// began: in the same case, and not as a new paragraph.
func (h *head) continues(i int) bool {
	before, c := h.lettered(i-1), h.pieces[i]
	if strings.TrimRight(fold(before.Text), ": ") == "v/v" {
		return true // what it is about stands on the next line
	}
	if n := h.whose(h.title); i <= h.title+n {
		return true // behind the kind and its issuer any line begins the title
	}
	if isCaps(before.Text) {
		return isCaps(c.Text) || (strings.HasPrefix(c.Text, "(") || !hasLetters(c.Text) && len(c.Text) < 30) && !c.apart
	}
	r, _ := utf8.DecodeRuneInString(c.Text)
	switch {
	case h.ofSubject(i):
		return true
	case unicode.IsLower(r) || unicode.IsDigit(r):
		return !strings.HasSuffix(before.Text, ".") && len(c.Text) < 400
	case tells(c.Text) && !h.runsOn(i-1):
		return false
	case h.unfinished(i - 1):
		return len(c.Text) < 200
	case c.apart:
		return false
	}
	f := fold(c.Text)
	if h.isSentence(i) || tells(c.Text) || strings.HasPrefix(f, "để ") || strings.HasPrefix(f, "nhằm ") || strings.HasPrefix(f, "trên cơ sở") {
		return false
	}
	return len(c.Text) < 120 && !strings.ContainsAny(c.Text, ".;:") && (!isBody(c.Text) || h.goesOnBelow(i))
}

// ofSubject reports whether the i-th piece stands between a letter's subject and its date or whom
// it is sent to, and so belongs to the subject however far apart the lines are set: "V/v Hướng
// dẫn thực hiện nhiệm vụ" / "Giáo dục trung học năm học 2014-2015" / "Kính gửi: …".
func (h *head) ofSubject(i int) bool {
	if h.subject != h.title || h.kind >= 0 || i > h.subject+3 {
		return false
	}
	for ; i < len(h.pieces) && i <= h.subject+4; i++ {
		s := h.pieces[i].Text
		if f := fold(s); strings.HasPrefix(f, "kính gửi") || isDateLine(f) {
			return true
		}
		if len(s) > 120 || isCaps(s) || !hasLetters(s) || strings.ContainsAny(s[len(s)-1:], ".;:") || isNumberLine(fold(s)) || wholeBody(s) {
			return false
		}
	}
	return false
}

// lettered is the last piece up to the i-th that has letters: "… GIAI ĐOẠN 2011" and below it
// "- 2015" belong to one title.
func (h *head) lettered(i int) piece {
	for i > h.title && !hasLetters(h.pieces[i].Text) {
		i--
	}
	return h.pieces[i]
}

func hasLetters(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// goesOnBelow reports whether the line below the i-th goes on with it: "… Đại hội đại biểu" /
// "Đoàn TNCS Hồ Chí Minh lần thứ XIV," / "nhiệm kỳ 2012 - 2017".
func (h *head) goesOnBelow(i int) bool {
	return i+1 < len(h.pieces) && startsSmall(h.pieces[i+1].Text) && !h.pieces[i+1].apart
}

// isSentence reports whether the paragraph that begins with the i-th piece runs on over the
// lines below it, each beginning small, to the end of a sentence.
func (h *head) isSentence(i int) bool {
	for n := 0; i < len(h.pieces) && n < 12; i, n = i+1, n+1 {
		if n > 0 && !startsSmall(h.pieces[i].Text) && !h.unfinished(i-1) {
			return false
		}
		if s := strings.TrimSpace(h.pieces[i].Text); n > 0 && (strings.HasSuffix(s, ".") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";")) {
			return true
		}
	}
	return false
}

// dangling are words with which no title ends.
var dangling = []string{"và", "của", "về", "trên", "địa bàn", "tỉnh", "huyện", "xã", "phường", "thành phố", "tại", "theo", "với", "cho", "các", "số", "đề án", "giai đoạn", "năm", "thị xã", "chính", "trong", "là", "việc", "giữa", "do", "từ", "đến", "phố", "chức vụ", "chủ tịch", "giám đốc", "bộ trưởng", "trưởng ban"}

// unfinished reports whether the i-th piece ends with a comma or a dangling word. A word
// printed with a capital is a name: "xã Hưng Chính".
func (h *head) unfinished(i int) bool {
	s := strings.TrimSpace(h.pieces[i].Text)
	named := !isCaps(s) && isCapitalised(s[strings.LastIndexByte(s, ' ')+1:])
	f := strings.TrimSpace(fold(h.pieces[i].Text))
	if strings.HasSuffix(f, ",") || strings.HasSuffix(f, "-") {
		return true
	}
	for _, w := range dangling {
		if !named && strings.HasSuffix(f, " "+w) {
			return true
		}
	}
	return strings.Count(f, "“") > strings.Count(f, "”") || strings.Count(f, "(") > strings.Count(f, ")")
}

// readTitle reads the title: the lines below the kind, a letter's subject, else what the
// web page gives as the title.
func (h *head) readTitle(p *plan.Plan) {
	from := h.title
	parts := h.phrases(from, max(from, h.basis))
	if h.kind >= 0 && from == h.kind && len(parts) > 0 {
		if _, parts[0] = cutKind(parts[0]); urgent.MatchString(fold(parts[0].Text)) || inBracketsOnly(parts[0].Text) && len(parts) > 1 {
			parts = parts[1:]
		}
	}
	if n := h.whose(from); n > 0 && (n < len(parts) || n == len(parts) && onlyWhose(parts[n-1].Text)) {
		parts = parts[n:]
	} else if len(parts) > 0 {
		if n := ofIssuerLength(parts[0].Text); n > 0 && n < len(parts[0].Text) {
			parts[0] = parts[0].From(n)
		}
	}
	parts = h.withoutNumber(p, parts)
	title := outline.Join(" ", parts...).Trim()
	if h.kind >= 0 && !h.named && h.page.known() && !isCaps(h.pieces[h.kind].Text) {
		title = outline.Phrase{} // "Thông tư" in a list of what the page says
	}
	if h.kind < 0 && h.subject < 0 && !(titleLike(title.Text) && h.hasPlace(title.Text)) {
		title = outline.Phrase{}
	}
	if title.Text == "" || strings.Trim(title.Text, " :.-") == "" || manyLabels(title.Text) {
		number := ""
		if p.Number != nil {
			number = *p.Number
		}
		title, _ = h.page.title(number)
	}
	if title.Text == "" && !h.named && len(h.page.fields) > 0 {
		title = h.entitled(p.Kind)
	}
	if title.Text != "" && !manyLabels(title.Text) {
		p.Title = &title.Text
		p.Spans["title"] = title.Whole()
	}
}

// withoutNumber drops the document's own number from the start of its title, where it stands again behind
// the kind: "HƯỚNG DẪN 61-HD/BTCTW".
func (h *head) withoutNumber(p *plan.Plan, parts []outline.Phrase) []outline.Phrase {
	if len(parts) == 0 || p.Number == nil || h.kind < 0 {
		return parts
	}
	s := parts[0].Text
	rest, ok := strings.CutPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "SỐ"), ":"), " ")
	if !ok {
		rest = s
	}
	rest, ok = strings.CutPrefix(rest, *p.Number)
	switch {
	case !ok || rest != "" && rest[0] != ' ':
		return parts
	case strings.TrimSpace(rest) == "":
		return parts[1:]
	}
	parts[0] = parts[0].From(len(s) - len(rest))
	return parts
}

// entitled is what a page with labels says in a line that begins with the document's kind and
// gives no number: "Thông tư Quy định chi tiết thi hành Luật Căn cước công dân".
func (h *head) entitled(kind string) outline.Phrase {
	for _, c := range h.pieces {
		if rest, ok := strings.CutPrefix(c.Text, kind+" "); ok && kind != "" && len(rest) > 30 && titleLike(rest) && subjects.MatchString(fold(rest)) {
			return c.From(len(kind) + 1)
		}
	}
	return outline.Phrase{}
}

// subjects begin what a document is about.
var subjects = pattern.MustCompile(`^(?:về|v/v|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|triển khai|công bố|tăng cường|thực hiện|bổ sung|bãi bỏ) `)

// hasPlace reports whether text without a kind above it stands where a title does: in a
// head that prints its issuer, number or date, or in capitals as a heading does. A page
// out of the middle of a document has no such place, nor what a web page says of one.
func (h *head) hasPlace(title string) bool {
	if !h.named && h.page.known() {
		return false
	}
	if isCaps(title) || h.number >= 0 || h.date >= 0 {
		return true
	}
	for _, c := range h.pieces[:h.title] {
		if isNumberOrDate(c.Text) || isCaps(c.Text) {
			return true
		}
	}
	return false
}

// titleLike reports whether text without a kind above it can be a title: it is short
// and announces or tells nothing.
func titleLike(s string) bool {
	return s != "" && len(s) < longestTitle(s) && !beginsPreamble(s) && !strings.Contains(fold(s), "như sau") && !tells(s) && !sentences.MatchString(s)
}

// longestTitle is the bytes that a title without a kind above it has at the most: capitals say
// that it is one.
func longestTitle(s string) int {
	if isCaps(s) {
		return 1200
	}
	return 600
}

// sentences finds where one sentence ends and another begins: a title is of one.
var sentences = pattern.MustCompile(`\p{Ll}{2,}\. \p{Lu}\p{Ll}`)
