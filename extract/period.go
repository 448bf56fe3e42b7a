package extract

// From when to when a plan is carried out.

import (
	"strconv"
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// periodForms read a sentence that says from when to when the plan is carried out. The
// first to match reads it: one that begins where the sentence does, else the last.
var periodForms = []*pattern.Pattern{
	pattern.MustCompile(`^` + periodStated),
	pattern.MustCompile(`^(trong (?:năm|quý|giai đoạn|thời gian) [^.;,]*), [^.;]{0,120}(?:thực hiện|triển khai) `),
	pattern.MustCompile(`^(?:kế hoạch (?:này )?(?:được )?)?(?:thực hiện|triển khai) (trong (?:năm|quý|0?6 tháng|sáu tháng|thời gian|giai đoạn)[^.;,]*|từ (?:ngày|tháng|năm|quý)[^.;,]*)[.;]?$`),
	pattern.MustCompile(`[;,] thời gian (từ (?:ngày|tháng|năm|quý) [^.;]*? đến [^.;,]*)`), // "…; thời gian từ tháng 5/2024 đến …"
	pattern.MustCompile(`^(?:thực hiện|triển khai) (?:\d{1,2} mô hình )?(?:tại|trên) [^.;]{0,90}?(từ (?:ngày|tháng|năm|quý) [^.;]* đến [^.;]*)[.;]?$`),
	pattern.MustCompile(`(?:thực hiện|triển khai) \d{1,2} (?:mô hình|nhiệm vụ)[^.;:]{0,60}, (?:thực hiện )?(từ (?:ngày|tháng|năm|quý) [^.;]* đến [^.;]*)[.;]?$`),      // "Toàn tỉnh triển khai 15 mô hình trong 04 lĩnh vực, từ …"
	pattern.MustCompile(`(?:thực hiện|triển khai|nhân rộng) \d{1,2} (?:mô hình|nhiệm vụ)[^.;:]{0,60}trong (?:hai|ba|02|03) (năm 20\d\d(?:,| và| -| –| đến)[^.;,:]*)`), // "ban hành Kế hoạch nhân rộng 34 mô hình trong hai năm 2024 và 2025"
	pattern.MustCompile(`^(từ nay đến (?:hết |cuối )?(?:ngày|tháng|năm|quý)[^.;,]*), [^.;]{0,60}(?:triển khai|thực hiện|tập trung)[^.;]{0,30} \d{1,2} (?:mô hình|nhiệm vụ)`),
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

const periodStated = `(?:thời gian (?:thực hiện|triển khai)|(?:kế hoạch|chương trình) (?:này )?(?:được )?(?:thực hiện|triển khai)|thực hiện trong thời gian)[^.;]*?(từ (?:ngày|tháng|năm|quý)[^.;]*)`

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

// timed counts the paragraphs below a section that say when by a label.
func timed(s *outline.Para) (n int) {
	s.Walk(func(c *outline.Para) bool {
		if c.Label != nil && c.Label.Meaning == "timeline" {
			n++
		}
		return true
	})
	return n
}

// leastTimed of them make the times those of single tasks, not of the plan.
const leastTimed = 3

// period reads the time under a label such as "Thời gian thực hiện", unless it stands beside
// who does it and is a task's, else out of a sentence.
func (r *reader) period(s *outline.Para) {
	if m, ok := lexicon.Labels("field").Whole(strings.TrimRight(s.Text, " .:")); ok && m == "timeline" && len(s.Children) > 0 && !numbersModel.MatchString(s.Children[0].Text) {
		r.setPeriod(s.Children[0].Phrase.Trim()) // "II. THỜI GIAN THỰC HIỆN"
	}
	if timed(s) >= leastTimed {
		return // of each of its tasks
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
			if f := labelled(c.Parent); f["lead"] || f["executing"] || f["cooperating"] || f["allocation"] {
				return true
			}
		}
		value := c.Value().Trim()
		if value.Text == "" && len(c.Children) > 0 {
			value = c.Children[0].Phrase.Trim()
		}
		if !speaksOfPoints(value.Text) { // of single tasks
			r.setPeriod(value)
		}
		return true
	})
}

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
		if m = overTwoYears.FindStringSubmatchIndex(f); m == nil {
			r.yearOfTitle(f)
			return
		}
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

// inPlace reads the end of what is carried out in a place.
var inPlace = pattern.MustCompile(` trên địa bàn (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?: [\p{L} -]{2,30})?$`)

// ownStage reports whether the stage at m in a folded title, which names a programme, is the
// plan's own all the same: it is told of the issuer's place and has not begun before the plan's
// year. "… Chương trình phòng, chống bệnh dại tỉnh Hà Nam giai đoạn 2022 - 2026", "… Chương trình
// … giai đoạn 2022 - 2026 trên địa bàn tỉnh Hà Nam"; behind a project stands the project's.
func (r *reader) ownStage(f string, m []int) bool {
	p := &r.x.Plan
	before, after := strings.TrimRight(f[:m[0]], " ,-–"), f[m[1]:]
	here := inPlace.MatchString(before) // "thực hiện Nghị quyết … trên địa bàn huyện giai đoạn 2024 - 2025"
	if decided.MatchString(before) && !here || farther.MatchString(f) || p.Date == nil || string(*p.Date) >= f[m[2]:m[3]]+"-13" {
		return false
	}
	if here && !strings.Contains(before, "đề án") {
		return true
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

// overTwoYears reads a time of the year that begins in one and ends in the next: "năm học 2023 - 2024", "mùa khô
// năm 2025 - 2026".
var overTwoYears = pattern.MustCompile(`(?:^| )(?:năm học|niên vụ|(?:mùa|vụ) [\p{L} ]{2,12}?)(?: năm)? (20\d\d) ?[-–] ?(20\d\d)(?:$|[^\d/])`)

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
