package extract

// When a task is to be done, out of the sentences of the task itself.

import (
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// anyTime reads when a task is to be done from sentences that say other things too.
func (r *reader) anyTime(t *plan.Task, s outline.Phrase) {
	r.timeOfItsOwn(t, s)
	r.taskTime(t, s)
	r.timeAtEnd(t, s)
	r.timeAhead(t, s)
	if m := bodyInBrackets(s); m != nil && t.Timeline == nil { // "…, xong trước ngày 30/9 (Phòng Tư pháp)"
		before := s.Slice(0, m[0]-1).Trim()
		r.timeOfItsOwn(t, before)
		r.taskTime(t, before)
	}
}

// timeAhead reads the time that stands before the colon behind which what is done then stands: "Ngày 20/5/2024:
// Sơ kết".
func (r *reader) timeAhead(t *plan.Task, s outline.Phrase) {
	i := strings.Index(s.Text, ": ")
	if t.Timeline != nil || i < 0 || i > longestBefore {
		return
	}
	if read, ok := timeline.Heads(s.Text[:i]); ok {
		r.timelineFound(t, s.Slice(0, i), read)
	} else if bodyAndTime(s.Text[:i]) { // "Phòng Tư pháp, quý III/2024: Số hóa sổ hộ tịch"
		r.timeBehind(t, s.Slice(0, i), ", ")
	}
}

// actorWithin returns where the comma stands in a time behind which a body acts; 0 where none does.
func actorWithin(s string) int {
	for i := strings.Index(s, ", "); i >= 0; {
		rest := s[i+2:]
		if found, _ := agency.Subject(rest); len(found) > 0 && found[0].Start == 0 && agency.SaysDeed(rest[found[len(found)-1].End:]) {
			return i
		}
		next := strings.Index(s[i+2:], ", ")
		if next < 0 {
			return 0
		}
		i += 2 + next
	}
	return 0
}

// taskTime reads by when from a sentence.
func (r *reader) taskTime(t *plan.Task, s outline.Phrase) {
	if t.Timeline != nil {
		return
	}
	if read, start, end, ok := timeline.Find(s.Text); ok {
		if at := actorWithin(s.Text[start:end]); at > 0 && read.Kind == plan.Conditional {
			end = start + at // "Sau khi tỉnh cấp máy, Công an huyện lắp đặt …"
		}
		r.timelineFound(t, s.Slice(start, end).Trim(), read)
	}
}

// timelineFound keeps the time that a sentence tells.
func (r *reader) timelineFound(t *plan.Task, s outline.Phrase, read timeline.Reading) {
	if strings.HasSuffix(s.Text, ")") && strings.Count(s.Text, ")") > strings.Count(s.Text, "(") {
		s = s.Slice(0, len(s.Text)-1) // the brackets are of what it was cut out of
	}
	r.timelineRemarks(read, s)
	r.within("sentence", "", func() { t.Timeline = r.timeOf(s, read) })
}

// lastTime reads the time that the last part of a text is: "(Thanh tra Sở chủ trì; thời
// gian: Quý III/2024)".
func (r *reader) lastTime(t *plan.Task, s outline.Phrase) {
	parts := sentences(s)
	last := parts[len(parts)-1].Trim()
	if i := strings.LastIndexByte(last.Text, ':'); i >= 0 {
		last = last.From(i + 1)
	}
	if read, ok := timeline.Parse(last.Text); ok && len(parts) > 1 && len(last.Text) < 60 && t.Timeline == nil && !statement(last.Text) {
		if all, ok := timeline.Parse(s.Text); ok && len(all.Several) > 1 {
			read.Several = all.Several // "đợt 1: …; đợt 2: …"
		}
		r.timelineFound(t, last, read)
	}
	r.timeBehind(t, s, ", ") // "(Công an xã thực hiện, thường xuyên)"
}

// timeOfItsOwn reads the time that the last clause of a task is and nothing else: "…, phấn đấu
// đến 31/12/2024 giải ngân 100%. Sở Tài chính chủ trì/ Quý IV/2024.".
func (r *reader) timeOfItsOwn(t *plan.Task, s outline.Phrase) {
	from := max(0, len(s.Text)-longestTime)
	i := max(strings.LastIndex(s.Text[from:], ". "), strings.LastIndex(s.Text[from:], "; "), strings.LastIndex(s.Text[from:], "/ "), strings.LastIndex(s.Text[from:], ": "))
	if t.Timeline != nil {
		return
	}
	last := s
	if i >= 0 {
		last = s.From(from + i + 2).Trim()
	}
	if read, start, ok := timeline.Only(last.Text); ok && (i >= 0 || from == 0) {
		r.timelineFound(t, last.From(start).Trim(), read)
		return
	}
	if k := strings.LastIndex(last.Text, ", "); k >= 0 && !endsInTime.MatchString(normalize.FoldInPlace(last.Text[:k])) { // "…, quý II/2024"
		last = last.From(k + 2).Trim()
		if read, start, ok := timeline.Only(last.Text); ok && beginsTime.MatchString(normalize.FoldInPlace(last.Text)) {
			r.timelineFound(t, last.From(start).Trim(), read)
		}
	}
}

// endsInTime reads what goes on behind a comma with another time: "trong Quý II, Quý III năm 2022".
var endsInTime = pattern.MustCompile(`(?:quý (?:[ivx]+|\d)|tháng \d{1,2}|năm \d{4}|/\d{4})$`)

// beginsTime reads how a clause begins behind a comma that goes on with no list: "2023, 2024".
var beginsTime = pattern.MustCompile(`^(?:quý|tháng|trước|trong|từ|hoàn thành|xong|định kỳ|thường xuyên|hằng|hàng|dự kiến|chậm nhất) `)

// longestTime is the bytes of a clause that says only when, at most.
const longestTime = 160

// timeAtEnd reads the time that the last clause of a task is: "…: do Ban Tổ chức chủ trì; từ
// năm 2023."
func (r *reader) timeAtEnd(t *plan.Task, s outline.Phrase) {
	r.timeInBrackets(t, s)
	r.timeBehind(t, s, "; ")
	r.timeBehind(t, s, " - ")
}

// timeInBrackets reads the time that the brackets at the end of a text are: "Nâng cấp 35 km
// đường … (giai đoạn 2023 - 2025).". Behind the name of a programme it is that one's.
func (r *reader) timeInBrackets(t *plan.Task, s outline.Phrase) {
	text := strings.TrimRight(s.Text, " .;")
	open := strings.LastIndexByte(text, '(')
	if t.Timeline != nil || open < 0 || !strings.HasSuffix(text, ")") || ofAnother.MatchString(normalize.Fold(text[:open])) {
		return
	}
	within := s.Slice(open+1, len(text)-1).Trim()
	if read, start, ok := timeline.Only(strings.TrimPrefix(within.Text, "giai đoạn ")); ok && start == 0 {
		r.timelineFound(t, within, read)
	}
}

// timeBehind reads the time that stands behind the last mark of a text.
func (r *reader) timeBehind(t *plan.Task, s outline.Phrase, mark string) {
	i := strings.LastIndex(s.Text, mark)
	if i < 0 || len(s.Text)-i > 160 || t.Timeline != nil {
		return
	}
	if mark == " - " && i > 0 && s.Text[i-1] >= '0' && s.Text[i-1] <= '9' {
		return // "giai đoạn 2023 - 2025"
	}
	last := s.From(i + len(mark)).Trim()
	at := whenClause.FindStringSubmatchIndex(normalize.FoldInPlace(last.Text))
	if at == nil {
		return
	}
	last = last.From(at[3]).Trim()
	if read, ok := timeline.Parse(last.Text); ok {
		r.timelineFound(t, last, read)
	}
}

// whenClause reads how a clause begins that says nothing but when, and its label.
var whenClause = pattern.MustCompile(`^((?:(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành|triển khai))?:? )?)` +
	`(?:(?:(?:thí điểm|triển khai|thực hiện|vận hành|áp dụng|bắt đầu|từ|trước|trong|đến|đến hết|vào|dự kiến|chậm nhất|xong|hoàn thành) )*(?:quý|tháng|năm|ngày|nay|\d)|(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|thường xuyên|định kỳ|(?:triển khai |thực hiện )?(?:ngay |sau |ngay sau )?khi )`)

// timeInBullets reads until when a task is to be done from the one bullet below it that tells a time and speaks of the
// whole: "- Việc rà soát kết thúc trước ngày 30/6/2024."
func (r *reader) timeInBullets(t *plan.Task, bullets []*outline.Para) {
	var dated []*outline.Para
	for _, b := range bullets {
		if b.Marker.Style >= outline.Dash && b.Label == nil && isDated(b.Text) {
			dated = append(dated, b)
		}
	}
	if len(dated) == 1 && ofWhole.MatchString(normalize.FoldInPlace(dated[0].Text)) {
		r.anyTime(t, dated[0].Phrase)
	}
}

// ofWhole reads how such a bullet begins.
var ofWhole = pattern.MustCompile(`^(?:việc [^,;.]{0,40}(?:hoàn thành|kết thúc|xong|làm|thực hiện|triển khai|duy trì)|phấn đấu |từ |trước |đến |trong |chậm nhất |hoàn thành |xong |kết thúc |thực hiện |(?:mỗi|hằng|hàng) (?:ngày|tuần|tháng|quý|năm) |định kỳ )`)
