package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kehoach/extract/header"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// readWhole reads what the body says of the plan as a whole: its own time of execution
// and how many models it has.
func (r *reader) readWhole() {
	for _, s := range r.sections() {
		p := purpose(s.Text)
		if p == "grounds" {
			r.grounds(s)
		} else if p != "aims" && p != "scope" && p != "" && !tellsScope(s) || holdsModels(s) {
			r.periodAbove(s)
			continue
		}
		r.period(s)
		r.declared(s)
		s.Walk(func(c *outline.Para) bool {
			r.understood[c], r.general[c] = true, true
			return true
		})
	}
	for _, p := range r.outline.Paras {
		if r.x.Plan.Period.Start == nil && r.x.Plan.Period.End == nil && p.Cells == nil && ofWholePlan(p.Text) {
			r.statedPeriod(p)
		}
		short, rest, ok := strings.Cut(p.Text, ":")
		first, _, _ := strings.Cut(rest, ":") // "Ghi chú: VPUB: Văn phòng UBND tỉnh; …"
		if ok && (r.x.Plan.Abbreviations[short] != "" || r.x.Plan.Abbreviations[strings.TrimSpace(first)] != "" && headsNotes.MatchString(normalize.FoldInPlace(short))) {
			r.understood[p] = true // an entry of a legend
		}
		if len(p.Text) < longestCharge && (strings.Contains(p.Text, "hụ lục") || strings.Contains(p.Text, "HỤ LỤC")) && announcesAnnex.MatchString(normalize.FoldInPlace(p.Text)) {
			r.understood[p] = true
		}
	}
	r.declaredInHeading()
	r.declaredAbove()
	r.periodOfTitle()
	if r.x.Plan.DeclaredModels == nil && r.x.Plan.Title != nil {
		if m := totalForm.FindStringSubmatch(normalize.Fold(*r.x.Plan.Title)); m != nil {
			r.setDeclared(m[1])
		}
	}
}

// ofWholePlan reports whether a paragraph, wherever it stands, speaks of the plan as a whole: "Kế
// hoạch này thực hiện từ tháng 01/2026 đến hết tháng 12/2026.", "Thời gian thực hiện Kế hoạch: …".
func ofWholePlan(s string) bool {
	return strings.HasPrefix(s, "Kế hoạch này ") || strings.HasPrefix(s, "Thời gian ") && timeOfPlan.MatchString(normalize.FoldInPlace(s))
}

var timeOfPlan = pattern.MustCompile(`^thời gian (?:thực hiện|triển khai|phối hợp)(?: của)? (?:kế hoạch|chương trình|phương án)`)

// announcesAnnex reads a sentence that only says that there is an annex: "Kèm theo Kế hoạch này là
// Phụ lục tổng hợp các mô hình", "(Chi tiết tại Phụ lục kèm theo)".
var announcesAnnex = pattern.MustCompile(`^\(?(?:gửi )?(?:kèm theo (?:kế hoạch|phương án|chương trình)[^.;]{0,40}phụ lục|có phụ lục|(?:nội dung |danh mục )?(?:chi tiết|cụ thể) (?:tại|theo|như|trong) [^.;]{0,40}phụ lục|danh mục [^.;]{0,60} (?:tại|theo) phụ lục)`)

// headsNotes reads what stands before a legend's first entry on its line.
var headsNotes = pattern.MustCompile(`^(?:ghi chú|chú thích|chú giải|giải thích|viết tắt|(?:các )?(?:chữ|từ) viết tắt)`)

// tellsScope reports whether a section about the work tells where and when it is done too: "NỘI
// DUNG, PHẠM VI, THỜI GIAN THỰC HIỆN".
func tellsScope(s *outline.Para) bool {
	f := normalize.Fold(s.Text)
	return strings.Contains(f, "phạm vi") || strings.Contains(f, "thời gian")
}

// grounds adds what a plan rests on where it says so in a section of its own, not before
// the first: "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH".
func (r *reader) grounds(s *outline.Para) {
	var all []outline.Phrase
	s.Walk(func(c *outline.Para) bool { all = append(all, c.Phrase); return true })
	have := r.x.Plan.LegalBasis
	for _, c := range header.LegalBasis(outline.Join(" ", all...)) {
		if !slices.ContainsFunc(have, func(h plan.Citation) bool { return h.Number != nil && c.Number != nil && *h.Number == *c.Number }) {
			r.x.Plan.LegalBasis = append(r.x.Plan.LegalBasis, c)
		}
	}
}

// periodForms read a sentence that says from when to when the plan is carried out. The
// first to match reads it: one that begins where the sentence does, else the last.
var periodForms = []*pattern.Pattern{
	pattern.MustCompile(`^` + periodStated),
	pattern.MustCompile(`^(trong (?:năm|quý|giai đoạn|thời gian) [^.;,]*), [^.;]{0,120}(?:thực hiện|triển khai) `),
	pattern.MustCompile(`^(?:kế hoạch (?:này )?(?:được )?)?(?:thực hiện|triển khai) (trong (?:năm|quý|0?6 tháng|sáu tháng|thời gian|giai đoạn)[^.;,]*|từ (?:ngày|tháng|năm|quý)[^.;,]*)[.;]?$`),
	pattern.MustCompile(`^(?:thực hiện|triển khai) (?:tại|trên) [^.;]{0,90}?(từ (?:ngày|tháng|năm|quý) [^.;]* đến [^.;]*)[.;]?$`),
	pattern.MustCompile(`[.;] kế hoạch (?:này )?(?:được )?(?:thực hiện|triển khai) (trong (?:năm|quý|thời gian|giai đoạn)[^.;,]*)[.;]?$`),
	pattern.MustCompile(periodStated),
	pattern.MustCompile(`^(?:thời gian|phạm vi)[^:;.]{0,30}: ?(từ (?:ngày|tháng|năm|quý) [^.;]*? đến [^.;,]*)`), // "Thời gian, phạm vi: từ …, tại 52 xóm"
	pattern.MustCompile(`^(?:kế hoạch|phạm vi)[^.;]{0,80}? (?:thực hiện|triển khai)[^.;]{0,60}? (từ (?:ngày|tháng|quý|năm) [^.;,]* đến [^.;,]*)`),
	pattern.MustCompile(`thời gian (?:thực hiện|triển khai)(?: kế hoạch)?: ?((?:trong |cả )?năm 20\d\d(?: đến (?:hết )?(?:năm )?20\d\d)?)`),
	pattern.MustCompile(`^kế hoạch [^.;]{0,60}?trong (giai đoạn (?:năm )?20\d\d ?[-–] ?20\d\d)`),
	pattern.MustCompile(`kế hoạch (?:này )?(?:được )?(?:thực hiện|triển khai) (trong năm 20\d\d),`),
	pattern.MustCompile(`^(?:mỗi|các) (?:mô hình|nhiệm vụ) [^.]*; (?:được )?(?:thực hiện|triển khai) (từ (?:ngày|tháng|năm|quý) [^.;,]* đến [^.;,]*)[.;]?$`),
	pattern.MustCompile(`(?:các nhiệm vụ|kế hoạch) (?:này |trên )?(?:được |phải )?hoàn thành (trong năm 20\d\d)`),
	pattern.MustCompile(`(?:nhiệm vụ|mô hình|công việc)(?: (?:trên|này|tại kế hoạch))?,? (?:được )?(?:thực hiện|triển khai) (từ (?:ngày|tháng|năm|quý) [^.;,]* đến [^.;,]*)`),
}

const periodStated = `(?:thời gian (?:thực hiện|triển khai)|kế hoạch (?:này )?(?:được )?(?:thực hiện|triển khai)|thực hiện trong thời gian)[^.;]*?(từ (?:ngày|tháng|năm|quý)[^.;]*)`

// statedPeriod reads the time of execution out of a sentence.
func (r *reader) statedPeriod(c *outline.Para) {
	if !strings.ContainsAny(c.Text, "0123456789") {
		return // no year, and the forms are many
	}
	f := normalize.FoldInPlace(c.Text)
	for _, form := range periodForms {
		if m := form.FindStringSubmatchIndex(f); m != nil {
			r.setPeriod(c.Slice(m[2], m[3]))
			return
		}
	}
}

func (r *reader) setPeriod(s outline.Phrase) {
	t, ok := timeline.Parse(s.Text)
	if !ok || t.Start == "" && t.End == "" {
		return
	}
	if t.Start == "" && r.x.Plan.Date != nil && fromIssue.MatchString(normalize.Fold(s.Text)) {
		t.Start = *r.x.Plan.Date
	}
	if t.Start != "" {
		r.x.Plan.Period.Start = &t.Start
	}
	if t.End != "" {
		r.x.Plan.Period.End = &t.End
	}
	r.x.Plan.Spans["period"] = s.Whole()
}

// fromIssue reads a time that begins when the plan is issued: "từ ngày ký đến 31/12/2025".
var fromIssue = pattern.MustCompile(`^(?:kể |tính )?từ (?:ngày|khi) (?:ký|ban hành|ký ban hành)(?: kế hoạch)?(?: này)? (?:cho )?đến `)

// period reads the time under a label such as "Thời gian thực hiện", unless it stands beside
// who does it and is a task's, else out of a sentence.
func (r *reader) period(s *outline.Para) {
	if m, ok := lexicon.Labels("field").Whole(strings.TrimRight(s.Text, " .:")); ok && m == "timeline" && len(s.Children) > 0 && !numbersModel.MatchString(s.Children[0].Text) {
		r.setPeriod(s.Children[0].Phrase.Trim()) // "II. THỜI GIAN THỰC HIỆN"
	}
	s.Walk(func(c *outline.Para) bool {
		if r.x.Plan.Period.Start != nil || r.x.Plan.Period.End != nil {
			return false
		}
		if c.Label == nil || c.Label.Meaning != "timeline" {
			r.statedPeriod(c)
			return true
		}
		if c.Parent != nil {
			if f := labelled(c.Parent); f["lead"] || f["executing"] || f["cooperating"] {
				return true
			}
		}
		value := c.Value().Trim()
		if value.Text == "" && len(c.Children) > 0 {
			value = c.Children[0].Phrase.Trim()
		}
		r.setPeriod(value)
		return true
	})
}

// totalForm reads how many models a plan says it has: "Triển khai 42 mô hình", "bằng 34
// Mô hình cụ thể", "bao gồm 38 mô hình".
var totalForm = pattern.MustCompile(`(\d{1,3}) (?:mô hình|mô hình điểm)(?:[^\p{L}]|$| )`)

// noTotal reads what makes a number of models one that each of many is to have, or a
// measure: "Mỗi xã lựa chọn ít nhất 01 mô hình", "thêm 02 mô hình".
var noTotal = pattern.MustCompile(`(?:ít nhất|tối thiểu|từ|thêm|trên|mỗi [^.;:]{1,60}|một trong|nhân rộng|kế thừa|bổ sung|còn|đã (?:có|xây dựng|triển khai|duy trì|thành lập|làm)|(?:hiện|đang)(?: nay)?(?: có| duy trì)|toàn (?:tỉnh|thành phố|huyện|quận|xã|phường) có) $`)

// pastTotal reads what makes it one that there was before: "kế thừa 09 mô hình đã làm".
var pastTotal = pattern.MustCompile(`^(?: điểm)? (?:đã|đang|hiện|hoạt động) `)

// totalIn returns where totalForm stands in a folded text, nil where no number is a total. Of several
// one that says so counts, "… tổng số là 20 mô hình", else the first.
func totalIn(f string) (first []int) {
	for _, m := range totalForm.FindAllStringSubmatchIndex(f, -1) {
		before := f[max(0, m[0]-longestMeasure):m[0]]
		if noTotal.MatchString(before) || pastTotal.MatchString(strings.TrimPrefix(f[m[3]:], " mô hình")) {
			continue
		}
		if saysTotal.MatchString(before) {
			return m
		}
		if first == nil {
			first = m
		}
	}
	return first
}

// saysTotal reads what stands before a number that is a total beyond doubt.
var saysTotal = pattern.MustCompile(`tổng (?:số|cộng)[^.;:]*$`)

// longestMeasure is how many bytes before a number may say that it is no total.
const longestMeasure = 120

func (r *reader) declared(s *outline.Para) {
	s.Walk(func(c *outline.Para) bool {
		if r.x.Plan.DeclaredModels != nil {
			return false
		}
		if m := totalIn(normalize.FoldInPlace(c.Text)); m != nil {
			r.setDeclared(c.Text[m[2]:m[3]])
			r.x.Plan.Spans["declared_models"] = c.Span(m[0], m[1])
		}
		return true
	})
}

// declaredInHeading reads the total in the heading of the one section that holds models:
// "II. CÁC MÔ HÌNH NHÂN RỘNG (08 MÔ HÌNH)".
func (r *reader) declaredInHeading() {
	if r.x.Plan.DeclaredModels != nil {
		return
	}
	var heads []*outline.Para
	for _, s := range r.sections() {
		if holdsModels(s) || len(r.x.Models) > 0 && purpose(s.Text) == "work" {
			heads = append(heads, s)
			r.announced(s)
		} else if len(r.x.Models) > 0 && slices.ContainsFunc(s.Children, func(c *outline.Para) bool { return c.Cells != nil }) {
			r.announced(s) // "II. PHÂN CÔNG THỰC HIỆN" over "Tổng số 12 mô hình, …" and their table
		}
	}
	if r.x.Plan.DeclaredModels != nil {
		return
	}
	if len(heads) != 1 {
		return
	}
	if m := totalForm.FindStringSubmatch(normalize.Fold(heads[0].Text)); m != nil {
		r.setDeclared(m[1])
		r.x.Plan.Spans["declared_models"] = heads[0].Phrase.Whole()
	}
}

// declaredAbove reads the total in the sentence of the preamble that announces the
// content: "… triển khai 06 mô hình như sau:".
func (r *reader) declaredAbove() {
	if r.x.Plan.DeclaredModels != nil || len(r.x.Models) == 0 {
		return
	}
	head := outline.Join(" ", r.outline.Head...)
	f := normalize.FoldInPlace(head.Text)
	if !strings.HasSuffix(f, " sau:") && !strings.HasSuffix(f, " sau đây:") && !strings.HasSuffix(f, " cụ thể:") {
		return
	}
	from := strings.LastIndexAny(f, ",;.") + 1
	if at := issuesPlan.FindAllStringIndex(f, -1); at != nil {
		from = min(from, at[len(at)-1][1]) // "xây dựng Kế hoạch triển khai 13 mô hình, cụ thể như sau:"
	}
	if m := totalForm.FindStringSubmatchIndex(f[from:]); m != nil {
		r.setDeclared(f[from+m[2] : from+m[3]])
		r.x.Plan.Spans["declared_models"] = head.Span(from+m[0], from+m[1])
	}
}

// issuesPlan reads the words with which a preamble says that the plan is issued.
var issuesPlan = pattern.MustCompile(`(?:ban hành|xây dựng|lập) (?:kế hoạch|phương án)`)

// stageForm reads "giai đoạn 2025 - 2027", "giai đoạn từ năm 2026 đến năm 2028".
var stageForm = pattern.MustCompile(`giai đoạn (?:từ )?(?:năm )?(20\d\d)(?: ?[-–] ?| đến )(?:năm )?(20\d\d)`)

// yearBefore reads the year that a stage goes on from: "năm 2025 và giai đoạn 2026 - 2030".
var yearBefore = pattern.MustCompile(`năm (20\d\d)(?:,| và| và cho)? $`)

// ofAnother are documents whose stage a title may tell instead of the plan's own.
var ofAnother = pattern.MustCompile(`đề án|chương trình|chiến lược|nghị quyết|quyết định|chỉ thị|luật|[“"]`)

// byNumber reads a document that its number names whole, so that the stage behind where it
// is carried out is the plan's: "ứng dụng Đề án 06 trong ngành Y tế … giai đoạn 2024 - 2025".
var byNumber = pattern.MustCompile(`(?:đề án|chương trình|nghị quyết|quyết định|chỉ thị) (?:số )?\d[^\s,;]* (?:trên địa bàn|trong|tại|của|ngành) `)

// periodOfTitle reads the stage that the title names, where nothing else tells the time of
// execution and the stage is no other document's.
func (r *reader) periodOfTitle() {
	if r.x.Plan.Title == nil || r.x.Plan.Period.Start != nil || r.x.Plan.Period.End != nil {
		return
	}
	f := normalize.Fold(*r.x.Plan.Title)
	m := stageForm.FindStringSubmatchIndex(f)
	if m == nil {
		r.yearOfTitle(f)
		return
	}
	before := enacting.ReplaceAllString(f[:m[0]], "")
	if ofAnother.MatchString(byNumber.ReplaceAllString(quoted.ReplaceAllString(before, ""), " ")) && !r.ownStage(f, m) || strings.HasSuffix(f[:m[0]], "định hướng ") {
		return
	}
	start, end := plan.Date(f[m[2]:m[3]]), plan.Date(f[m[4]:m[5]])
	if y := yearBefore.FindStringSubmatch(f[:m[0]]); y != nil && y[1] < f[m[2]:m[3]] {
		start = plan.Date(y[1])
	}
	r.x.Plan.Period.Start, r.x.Plan.Period.End = &start, &end
	r.x.Plan.Spans["period"] = r.x.Plan.Spans["title"]
}

// enacting reads what a document itself puts into force, so that the stage behind it is its own: "Ban
// hành Chương trình hành động … giai đoạn 2025 - 2030".
var enacting = pattern.MustCompile(`^(?:về việc )?(?:ban hành|phê duyệt) (?:chương trình|đề án|kế hoạch|chiến lược)`)

// decided are documents whose stage stays theirs, and farther what only they look at.
var (
	decided = pattern.MustCompile(`nghị quyết|quyết định|chỉ thị|kết luận|chiến lược|luật|[“"]`)
	farther = pattern.MustCompile(`tầm nhìn|định hướng`)
)

// behindStage reads what stands between a stage and the place where a programme is carried out.
var behindStage = pattern.MustCompile(`^,? (?:trên địa bàn |của |tại )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) `)

// ownStage reports whether the stage at m in a folded title, which names a programme, is the
// plan's own all the same: it is told of the issuer's place and has not begun before the plan's
// year. "… Chương trình phòng, chống bệnh dại tỉnh Hà Nam giai đoạn 2022 - 2026", "… Chương trình
// … giai đoạn 2022 - 2026 trên địa bàn tỉnh Hà Nam"; behind a project stands the project's.
func (r *reader) ownStage(f string, m []int) bool {
	p := &r.x.Plan
	before, after := strings.TrimRight(f[:m[0]], " ,-–"), f[m[1]:]
	if decided.MatchString(before) || farther.MatchString(f) || p.Date == nil || string(*p.Date) >= f[m[2]:m[3]]+"-13" {
		return false
	}
	for _, name := range []*string{p.Locality.Province, p.Locality.District, p.Locality.Commune} {
		if name == nil {
			continue
		}
		place := normalize.Fold(*name)
		if strings.HasSuffix(before, " "+place) {
			return true
		}
		if at := behindStage.FindString(after); at != "" && strings.HasPrefix(after[len(at):], place) && !strings.Contains(before, "đề án") {
			return true
		}
	}
	return false
}

// titleYear reads the year of a yearly plan, perhaps with the next or with those to come: "…
// năm 2024", "năm 2024 và năm 2025", "năm 2024 và những năm tiếp theo".
var titleYear = pattern.MustCompile(`(?:^| )(?:trong )?năm (20\d\d)(?:(?:,| và) (?:năm )?(20\d\d)|( và (?:các|những) năm (?:tiếp theo|sau)))?(?:$|[^\d/]*$)`)

// partOfYear ends the words before a year that a title tells only a part of, or as a limit:
// "6 tháng cuối năm 2025", "đến năm 2030", "ngày 05 tháng 6 năm 2024".
var partOfYear = pattern.MustCompile(`(?:cuối|đầu|giữa|đến|hết|tháng \d{1,2}|quý (?:i{1,3}|iv|[1-4])|học|định hướng|tầm nhìn|trước|từ|sau) $`)

// yearOfTitle reads the year of a yearly plan out of its folded title: that of its issue or the
// next, for another is that of what it carries out.
func (r *reader) yearOfTitle(f string) {
	m := titleYear.FindStringSubmatchIndex(f)
	if m == nil || r.x.Plan.Date == nil || len(*r.x.Plan.Date) < 4 || partOfYear.MatchString(f[:strings.LastIndex(f[:m[2]], "năm")]) {
		return
	}
	start := plan.Date(f[m[2]:m[3]])
	issued, err := strconv.Atoi(string((*r.x.Plan.Date)[:4]))
	if y, _ := strconv.Atoi(string(start)); err != nil || y != issued && y != issued+1 {
		return
	}
	end := start
	if m[4] >= 0 {
		end = plan.Date(f[m[4]:m[5]])
	}
	r.x.Plan.Period.Start = &start
	if m[6] < 0 {
		r.x.Plan.Period.End = &end
	}
	r.x.Plan.Spans["period"] = r.x.Plan.Spans["title"]
}

// quoted is a name in quotation marks, whole.
var quoted = pattern.MustCompile(`“[^“”]*”|"[^"]*"`)

// periodAbove reads the time of execution out of the sentences before the models: "Trong
// năm 2023, tỉnh thực hiện 07 mô hình sau đây:".
func (r *reader) periodAbove(s *outline.Para) {
	for _, c := range s.Children {
		if c.Item != nil || c.Cells != nil || c.Marker.Style != outline.None || r.x.Plan.Period.Start != nil || r.x.Plan.Period.End != nil {
			return
		}
		if !strings.Contains(c.Text, " đã ") { // "Trong năm 2022, tỉnh đã triển khai …"
			r.statedPeriod(c)
		}
	}
}

// announced reads the total in the sentence before the models: "Triển khai 07 mô hình theo
// bảng sau:".
func (r *reader) announced(s *outline.Para) {
	for _, c := range s.Children {
		if c.Item != nil || c.Cells != nil || r.x.Plan.DeclaredModels != nil {
			return
		}
		if m := totalIn(normalize.FoldInPlace(c.Text)); m != nil && c.Marker.Style == outline.None {
			r.setDeclared(c.Text[m[2]:m[3]])
			r.x.Plan.Spans["declared_models"] = c.Span(m[0], m[1])
		}
	}
}

func (r *reader) setDeclared(s string) {
	if n, err := strconv.Atoi(s); err == nil && n > 0 {
		r.x.Plan.DeclaredModels = &n
	}
}

// identify names a document so that its versions share the name: by place, number and
// year of issue; without a number by its title too; without a head by its bytes.
func identify(x *plan.Extraction) string {
	p := x.Plan
	var parts []string
	place := ""
	switch {
	case p.Place != nil:
		place = *p.Place
	case len(p.Issuers) > 0:
		place = p.Issuers[0]
	}
	parts = append(parts, slug(place, 40))
	switch {
	case p.Number != nil:
		parts = append(parts, slug(*p.Number, 60))
	case p.Title != nil:
		if p.Symbol != nil {
			parts = append(parts, slug(*p.Symbol, 40))
		}
		parts = append(parts, digest(normalize.Fold(*p.Title)))
	default:
		parts = append(parts, "van-ban", digest(x.Source.SHA256+x.Source.Name))
	}
	if p.Date != nil && len(*p.Date) >= 4 {
		parts = append(parts, string(*p.Date)[:4])
	}
	var full []string
	for _, s := range parts {
		if s != "" {
			full = append(full, s)
		}
	}
	return strings.Join(full, "-")
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:4])
}

// slug writes s in small letters without marks, digits and hyphens, at most n bytes.
func slug(s string, n int) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ':
			b.WriteByte('d')
		case r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	out := b.String()
	if len(out) > n {
		out = out[:n]
	}
	return strings.Trim(out, "-")
}
