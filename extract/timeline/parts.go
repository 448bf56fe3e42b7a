package timeline

import (
	"strings"
	"unicode/utf8"

	"kehoach/extract/pattern"
	"kehoach/extract/plan"
)

// A plan may name several times: of phases ("giai đoạn 1: …; giai đoạn 2: …"), of steps
// ("Quý II/2023 khảo sát, Quý IV/2023 vận hành"). A phrase is cut into parts with one
// time, or one stretch, each. The first part decides what kind of timeline it is; it ends
// when the last part does.

// A part is a piece of a masked phrase around a time of its own.
type part struct {
	text  string
	from  int // where it begins in the masked phrase
	times []time
}

// parts cuts a masked phrase between the times that marks part. Times that no rule may
// read (see neutral) have no part.
func parts(masked string, times []time) []part {
	var out []part
	from := 0
	for k := 0; k < len(times); k++ {
		if masked[times[k].masked+1] == 'x' {
			continue
		}
		if n := len(out); n > 0 {
			before := out[n-1].times[len(out[n-1].times)-1]
			cut, ok := boundary(masked, before.masked+len(before.unit)+2, times[k].masked)
			if !ok {
				out[n-1].times = append(out[n-1].times, times[k])
				continue
			}
			out[n-1].text = masked[from:cut]
			from = cut
		}
		out = append(out, part{from: from, times: []time{times[k]}})
	}
	if n := len(out); n > 0 {
		out[n-1].text = masked[from:]
	}
	return out
}

// boundary returns where the words between two times are parted: at ";", "." or a
// bracket, else at the first comma or "và", else right behind the first; nowhere where the
// second ends the stretch that the first begins.
func boundary(masked string, from, to int) (cut int, ok bool) {
	between := masked[from:to]
	if joined.MatchString(between) {
		return 0, false
	}
	for _, marks := range []string{";.)", ",("} {
		if i := strings.IndexAny(between, marks); i >= 0 {
			return from + i, true
		}
	}
	return from + max(0, strings.Index(between, " và ")), true
}

// joined reads what stands between the ends of a stretch.
var joined = pattern.MustCompile(`^ ?(?:đến|tới|cho đến|sang|->|→|[-–—])(?: hết| cuối)?(?: ngày| tháng| năm| quý)? ?$`)

// read reads one part by the first rule that matches.
func (p part) read() (r Reading, ok bool) {
	for _, x := range timedRules {
		at := x.pattern.FindStringIndex(p.text)
		if at == nil || x.unless != nil && x.unless.MatchString(p.text[:at[0]]) {
			continue
		}
		inside := p.among(at)
		if !usable(x, inside) {
			continue
		}
		x.build(&r, inside)
		r.Rule = x.name
		if inside[0].unit == "list" {
			r.Several = []string{"list"}
		}
		return r, true
	}
	return r, false
}

// usable reports whether the times that a rule matched are there and possible.
func usable(x rule, times []time) bool {
	if len(times) == 0 || (x.name == "from-to" || x.name == "school-years" || x.name == "counted-stretch") && len(times) < 2 {
		return false
	}
	for _, t := range times {
		if t.value == "" {
			return false
		}
	}
	return true
}

// reversed reports whether the stretch that a part names ends before it begins.
func (p part) reversed() bool {
	return len(p.times) > 1 && p.times[1].value != "" && p.times[1].until().LastDay() < p.times[0].value.FirstDay()
}

// among returns the times of the part that stand in its text from at[0] to at[1].
func (p part) among(at []int) []time {
	var in []time
	for _, t := range p.times {
		if k := t.masked - p.from; k >= at[0] && k < at[1] {
			in = append(in, t)
		}
	}
	return in
}

// until is the end of a time.
func (t time) until() plan.Date {
	if t.last != "" {
		return t.last
	}
	return t.value
}

// printed returns a time as s prints it; a list by its members.
func (t time) printed(s string) []string {
	if t.unit != "list" {
		return []string{s[t.start:t.end]}
	}
	return listed.Split(s[t.start:t.end], -1)
}

var listed = pattern.MustCompile(and)

// aside reports whether the time of a part is not when the work ends, but a report on it
// or a look ahead.
func (p part) aside() bool {
	return len(p.times) > 0 && besides.MatchString(p.text[:p.times[0].masked-p.from])
}

var besides = pattern.MustCompile(`báo cáo|duy trì|sơ kết|tổng kết|đánh giá|nghiệm thu|kiểm tra|định hướng|tầm nhìn`)

var completion = pattern.MustCompile(`hoàn thành|xong|kết thúc`)

// alone reports whether a part is its time and nothing else.
func (p part) alone() bool {
	return len(p.times) == 1 && strings.Trim(p.text, " :.") == "{"+p.times[0].unit+"}"
}

// join adds what the part p of the phrase says, behind the first that was read.
func (r *Reading) join(q Reading, first, p part) {
	aside := p.aside() && !first.aside() && !strings.Contains(first.text, "phát động") // "phát động tháng 4, tổng kết tháng 12"
	ends := q.End != "" && (q.Kind == plan.Deadline || q.Kind == plan.Range) && !aside
	switch {
	case ends && r.Kind == plan.Open && q.Kind == plan.Deadline && q.End.LastDay() > r.Start.FirstDay():
		r.Kind, r.End, r.Rule = plan.Range, q.End, r.Rule+"+"+q.Rule // "từ tháng 6/2023, hoàn thành 31/12/2023"
		return
	case ends && r.Kind == plan.Deadline && first.alone() && r.Several == nil && completion.MatchString(p.text) && q.End.LastDay() > r.End.LastDay():
		r.Kind, r.Start, r.End, r.Rule = plan.Range, r.End, q.End, r.Rule+"+"+q.Rule // "Tháng 4, hoàn thành tháng 6/2024"
		return
	case ends && r.Start == r.End && r.End != "" && completion.MatchString(p.text):
		r.Kind, r.Start, r.End, r.Rule = plan.Deadline, "", q.End, q.Rule // "năm 2024 đạt 60%, đến tháng 6/2025 hoàn thành"
	case ends && r.End != "" && q.End.LastDay() > r.End.LastDay():
		r.End, r.Rule = q.End, r.Rule+"+"+q.Rule
	case q.Start == r.Start && q.End == r.End:
		return
	}
	r.Several = []string{"part"}
}

// neutral masks otherwise the times that say when something else was or will be: the dates
// of documents, years that only name an occasion ("Tết Nguyên đán 2024"). A mask keeps its
// length.
func neutral(masked string) string {
	if strings.IndexByte(masked, '{') < 0 {
		return masked
	}
	out := crossOccasions(masked)
	out = crossCitations(out)
	for _, at := range given.FindAllStringIndex(out, -1) {
		if in := out[at[0]:at[1]]; document.MatchString(in) && !by.MatchString(in) {
			out = out[:at[0]] + crossed(in) + out[at[1]:]
		}
	}
	return out
}

// crossOccasions masks the years of occasions, but of those before which something is to be
// done: that year is the last in which it can be. Terms of office ("nhiệm kỳ 2025-2030")
// say no year.
func crossOccasions(masked string) string {
	for _, at := range occasion.FindAllStringIndex(masked, -1) {
		in := masked[at[0]:at[1]]
		if !ahead.MatchString(masked[:at[0]]) || strings.Count(in, "{") > 1 {
			masked = masked[:at[0]] + crossed(in) + masked[at[1]:]
		}
	}
	return masked
}

// crossCitations masks the dates of documents that are cited. A citation ends with its date and holds no other,
// so that only what stands right before a date is looked at.
func crossCitations(masked string) string {
	var b strings.Builder
	done := 0
	for done < len(masked) {
		end := strings.IndexByte(masked[done:], '}')
		if end < 0 {
			break
		}
		end += done + 1
		from := max(done, end-longestCitation)
		for !utf8.RuneStart(masked[from]) {
			from++
		}
		b.WriteString(masked[done:from])
		b.WriteString(citation.ReplaceAllStringFunc(masked[from:end], crossed))
		done = end
	}
	if b.Len() == 0 {
		return masked
	}
	b.WriteString(masked[done:])
	return b.String()
}

// longestCitation is the bytes of a citation up to its date, at most.
const longestCitation = 240

func crossed(s string) string {
	return mask.ReplaceAllStringFunc(s, func(m string) string { return "{" + strings.Repeat("x", len(m)-2) + "}" })
}

var (
	mask = pattern.MustCompile(`\{\w+\}`)

	// "trước Tết Nguyên đán Giáp Thìn 2024", "mùa mưa bão năm 2023", "sau kỳ thi tốt nghiệp năm 2024"
	occasion = pattern.MustCompile(`(?:tết|mùa|niên vụ|(?:^| )hè|kỳ thi|lễ hội|festival|đại hội|bầu cử|dịp [^{]|giỗ)[^;,.(){}]*\{(?:year|school)\}(?: ?[-–—] ?\{year\})?`)

	// "trước mùa …", "chậm nhất trước dịp …"
	ahead = pattern.MustCompile(`trước(?: (?:dịp|đợt|các|ngày|khi bước vào|khi vào))? ?$`)

	// "số 3485/UBND-HCC ngày 08/4/2022", "06/QĐ-TTg (ngày 06/01/2022)", "Luật Căn cước năm 2023"
	citation = pattern.MustCompile(`(?:số|/[a-zđ0-9.&-]+),? \(?(?:ngày )?\{(?:day|month|year)\}|` + documents + `(?: số)? (?:ngày )?\{(?:day|year)\}|luật [^;,.(){}]{0,60}\{year\}`)

	// "theo Thông báo kết luận của Chủ tịch UBND tỉnh ngày 15/6/2023"
	given    = pattern.MustCompile(`(?:theo|tại|căn cứ) [^;(){}]{0,160}\{(?:day|year)\}`)
	document = pattern.MustCompile(documents)
	by       = pattern.MustCompile(` (?:trước|đến|từ|trong|hoàn thành|xong|chậm nhất|vào|hết) [^{}]*$|(?: trước| đến| từ| trong| hết| vào)(?: ngày| năm)? \{`)
)

// documents are sorts of documents, of which one may be cited with its date.
const documents = `(?:kế hoạch|quyết định|công văn|văn bản|chỉ thị|nghị quyết|nghị định|thông tư|thông báo|công điện|tờ trình|kết luận|chương trình|hướng dẫn|đề án)`
