// Package timeline reads when something is to be done: the text of a field that says
// so (Parse), or the clause of a sentence that does (Find). It knows no clock: a time is
// what the text says, day first. Begin with the table rules.
package timeline

import (
	"regexp"
	"strings"

	"kehoach/extract/plan"
	"kehoach/normalize"
)

// Reading is what a phrase says of time.
type Reading struct {
	Kind       plan.TimelineKind
	Start, End plan.Date // empty where the phrase gives none
	Hedged     bool      // "dự kiến"
	Model      int       // "mô hình số 9", which it waits for; 0 for none
	Rule       string    // the name of the rule that read it
	Impossible []string  // dates that no calendar has, as printed
}

// A rule reads one way of giving a time. Its pattern is matched against the folded
// phrase in which every time is replaced by "{day}", "{month}", "{quarter}" or "{year}".
type rule struct {
	name    string
	pattern *regexp.Regexp
	build   func(r *Reading, t []time)
}

// rules are tried in order; the first that matches reads the phrase. Each has examples
// in testdata/corpus.txt.
var rules = []rule{
	{"from-on", like(`(?:{time}|{span}) (và|cùng) (các|những) năm (tiếp theo|sau|kế tiếp)|{time} trở đi|{time} và (về sau|tiếp theo)`), open},
	{"span", like(`{span}`), span},
	{"from-school-year", like(`(từ|kể từ|bắt đầu từ) năm học {year} ?- ?{year}( trở đi)?[ .;,]*$`), open},
	{"from-to", like(`(từ|giai đoạn|trong|các năm|thời gian)?( ngày)? ?{time} ?(đến|tới|-)( hết| cuối)?( ngày| tháng| năm| quý)? ?{time}`), between},
	{"from", like(`(từ|kể từ|bắt đầu|bắt đầu thực hiện|bắt đầu triển khai|khởi động)( ngày| đầu| vào| trong)? ?{time}`), open},
	{"done-within", like(`hoàn thành[^;]*?(trong|vào|trước|đến|chậm nhất|xong|:)?[^;]*?{time}`), deadline},
	{"before", like(`(trước|chậm nhất|muộn nhất|không quá|đến|tới|hết|xong|cuối)[^;{]*{time}`), deadline},
	{"within", like(`trong( cả)?( ngày)? ?{time}`), within},
	{"hedged-quarter", like(`dự kiến( trong| vào)? ?{time}`), hedged},
	{"day", like(`{day}`), deadline},
	{"month-or-quarter", like(`{month}|{quarter}`), deadline},
	{"year", like(`{year}`), within},
	{"regularly", like(`thường xuyên|(hàng|hằng) (ngày|tuần|tháng|quý|năm)|định kỳ|liên tục|duy trì`), plain(plan.Recurring)},
	{"when-done", like(`(sau|ngay) khi|^khi |[ ,(]khi (có|được|đảm bảo|bảo đảm|hoàn thành|đủ)|ngay sau`), plain(plan.Conditional)},
	{"as-others", like(`theo (đúng )?(lộ trình|kế hoạch|tiến độ|hướng dẫn|chỉ đạo|yêu cầu|thời gian|thời hạn|quy định|chương trình|thông báo|tình hình|nhu cầu)`), plain(plan.Conditional)},
	{"waits", like(`chờ |chưa xác định|khi |tùy theo|tuỳ theo|phụ thuộc`), plain(plan.Conditional)},
	{"going-on", like(`tiếp tục|đã (triển khai|thực hiện)|đang (triển khai|thực hiện)`), plain(plan.Recurring)},
	{"bodies-act", like(`(triển khai|hoàn thành|xây dựng|ban hành|hướng dẫn|trang cấp|cấp|bố trí) .*(giải pháp|thiết bị|kinh phí|văn bản|hướng dẫn|hệ thống|phần mềm)`), plain(plan.Conditional)},
}

// timed reports whether a rule can only match where there is a time.
func (x rule) timed() bool { return strings.Contains(x.pattern.String(), `\{`) }

// like compiles a pattern in which "{time}" is any time.
func like(pattern string) *regexp.Regexp {
	p := strings.ReplaceAll(pattern, "{time}", `\{(?:day|month|quarter|year)\}`)
	for _, s := range []string{"day", "month", "quarter", "span", "year"} {
		p = strings.ReplaceAll(p, "{"+s+"}", `\{`+s+`\}`)
	}
	p = strings.ReplaceAll(p, "[^;{]", `[^;\{]`)
	return regexp.MustCompile(p)
}

func open(r *Reading, t []time) { r.Kind, r.Start = plan.Open, t[0].value }

func between(r *Reading, t []time) {
	r.Kind, r.Start, r.End = plan.Range, t[0].value, t[1].value
}

func deadline(r *Reading, t []time) { r.Kind, r.End = plan.Deadline, t[0].value }

func within(r *Reading, t []time) { r.Kind, r.Start, r.End = plan.Range, t[0].value, t[0].value }

// hedged reads "dự kiến trong Quý I năm 2024" as a time within which, "dự kiến tháng
// 12/2023" too, but "dự kiến 30/12/2023" as the day.
func hedged(r *Reading, t []time) {
	if t[0].unit == "day" {
		deadline(r, t)
	} else {
		within(r, t)
	}
}

func span(r *Reading, t []time) { r.Kind, r.Start, r.End = plan.Range, t[0].value, t[0].last }

func plain(k plan.TimelineKind) func(*Reading, []time) {
	return func(r *Reading, _ []time) { r.Kind = k }
}

// Parse reads a phrase that says when. A phrase that none of the rules reads says
// nothing that can be compared: ok is false.
func Parse(s string) (r Reading, ok bool) {
	f := fold(s)
	times, masked := find(f)
	masked = withoutCitations(masked)
	for _, t := range times {
		if t.value == "" {
			r.Impossible = append(r.Impossible, s[t.start:t.end])
		}
	}
	for _, x := range rules {
		if len(times) == 0 && x.timed() {
			continue
		}
		at := x.pattern.FindStringIndex(masked)
		if at == nil {
			continue
		}
		inside := among(times, at)
		if !usable(x, inside) {
			continue
		}
		x.build(&r, inside)
		r.Rule = x.name
		r.Hedged = strings.Contains(f, "dự kiến")
		if m := waitModel.FindStringSubmatch(f); m != nil {
			r.Model = atoi(m[1])
		}
		return r, true
	}
	return r, false
}

// "khi đảm bảo triển khai đồng bộ mô hình số 9"
var waitModel = regexp.MustCompile(`(?:sau khi|khi).*mô hình (?:số )?(\d{1,3})`)

// usable reports whether the times that a rule matched are there and possible.
func usable(x rule, times []time) bool {
	if x.name == "from-to" && len(times) < 2 {
		return false
	}
	for _, t := range times {
		if t.value == "" {
			return false
		}
	}
	return true
}

// among returns the times that stand in the masked text from at[0] to at[1].
func among(times []time, at []int) []time {
	var in []time
	for _, t := range times {
		if t.masked >= at[0] && t.masked < at[1] {
			in = append(in, t)
		}
	}
	return in
}

// fold is normalize.Fold, or s itself where folding would move its bytes.
func fold(s string) string {
	if f := normalize.Fold(s); len(f) == len(s) {
		s = f
	}
	return normalize.Digits(s)
}
