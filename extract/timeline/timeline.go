// Package timeline reads when something is to be done: the text of a field that says
// so (Parse), or the clause of a sentence that does (Find). It knows no clock: a time is
// what the text says, day first. Begin with the table rules.
package timeline

import (
	"strings"

	"kehoach/extract/pattern"
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
	Yearless   string    // "tháng 6": a time of which the year is not said, as printed
	Several    []string  // the times as printed, where there are more than Start and End tell
}

// A rule reads one way of giving a time. Its pattern is matched against the folded
// phrase in which every time is replaced by "{day}", "{month}", "{quarter}", "{year}", by
// "{span}" where it has two ends, by "{list}" where it names several, by "{school}" for a
// school year.
type rule struct {
	name    string
	pattern *pattern.Pattern
	unless  *pattern.Pattern // where what stands before the match ends so, it is none; may be nil
	build   func(r *Reading, t []time)
}

// rules are tried in order; the first that matches reads the phrase. Each has examples
// in testdata/corpus.txt.
var rules = []rule{
	{"from-on", like(`{any}(?: ?(?:đến|tới|-)(?: hết| cuối)?(?: năm)? ?{any})?[^;{]{0,60}? (?:các|những) năm (?:học )?(?:tiếp theo|sau|kế tiếp|tới)|{any} trở (?:đi|về sau)|{any}(?: ?(?:đến|tới|-)(?: hết| cuối)?(?: năm)? ?{any})? và (?:về sau|tiếp theo)|{any},? (?:và|rồi|sau đó) (?:[^;{]{0,40} )?(?:thường xuyên|(?:hằng|hàng) (?:năm|tháng|quý))[ .;)]*$`), pattern.MustCompile(`(?:trước|hoàn thành|xong|chậm nhất)(?: trong)?(?: ngày)? ?$`), open},
	{"put-off", like(`(?:gia hạn|lùi|kéo dài|điều chỉnh|chuyển)[^;{]*(?:{any}[^;{]*)?(?:đến|sang|thành)[^;{]*{any}`), nil, last},
	{"counted-stretch", like(`\d+ (?:ngày|tuần|tháng|năm)(?: làm việc)?,? ?\(?(?:kể |tính )?từ(?: ngày| khi)? ?{time} ?(?:đến|[-–—])(?: hết)?(?: ngày)? ?{time}`), nil, between},
	{"counted-from", like(`\d+ (?:ngày|tuần|tháng|năm)(?: làm việc)?,? (?:kể |tính )?từ(?: ngày| khi)? ?{any}`), nil, begun},
	{"school-years", like(`{school} ?(?:đến|tới|cho đến|[-–—])(?: hết)? ?{school}`), nil, between},
	{"from-school-year", like(`(?:từ|kể từ|bắt đầu từ|bắt đầu vào)(?: đầu)? {school}`), nil, open},
	{"before-school-year", like(`(?:trước|khai giảng|đầu|bắt đầu)(?: vào)? {school}`), nil, opening},
	{"done-within", like(`(?:hoàn thành|xong)[^;{]*{any}|{any}[^;{]{0,30}hoàn thành`), nil, deadline},
	{"span", like(`{span}`), nil, within},
	{"end-of-term", like(`(?:hết|cuối) nhiệm kỳ ?{time} ?[-–—] ?{time}`), nil, last},
	{"from-now", like(`từ (?:nay|bây giờ) ?(?:cho )?(?:đến|tới)(?: hết| cuối)?(?: ngày| tháng| năm)? ?{any}`), nil, fromNow},
	{"from-to", like(`{time} ?(?:đến|tới|cho đến|->|→|[-–—])(?: hết| cuối)?(?: ngày| tháng| năm| quý)? ?{time}`), nil, between},
	{"part-of-year", like(`(?:^|[,;:(]|trong|vào|khoảng|dự kiến) ?(?:đầu|giữa) {year}`), nil, within},
	{"from", like(`(?:từ|kể từ) (?:kỳ|đợt|học kỳ) [^;,.{]{0,30}{any}|bắt đầu [^;,.{]{0,40}{any}|(?:từ|kể từ|bắt đầu|khởi động|phát động|khai trương|ra mắt)(?: từ| thực hiện| triển khai| vào| trong| khoảng| đầu| giữa| cuối| ngày| tháng| năm|:)* ?{any}`), nil, open},
	{"before", like(`(?:trước|chậm nhất|muộn nhất|muộn hơn|không quá|hạn chót|đến|tới|hết|xong|đầu|giữa|cuối|kết thúc)(?: là| vào| đến| hết| trong| trước| đầu| giữa| cuối| ngày| tháng| năm| quý| thời điểm| khoảng|:)* ?{any}`), nil, deadline},
	{"before-occasion", like(`trước [^;,.(){}]*{year}`), nil, deadline},
	{"within", like(`trong(?: cả| thời gian| khoảng| ngày)* ?{any}`), nil, within},
	{"hedged-quarter", like(`dự kiến(?: trong| vào)? ?{time}`), nil, hedged},
	{"day", like(`{day}`), nil, deadline},
	{"month-or-quarter", like(`{month}|{quarter}|{list}`), nil, deadline},
	{"year", like(`{year}|{school}`), nil, within},
	{"yearless-on", like(`(?:\d{1,2}/\d{1,2}|tháng \d{1,2}|qu[ýí] (?:iv|i{1,3}|[1-4]))[^;]{0,60} (?:các|những) năm (?:tiếp theo|sau|kế tiếp|tới)|(?:từ|bắt đầu) [^;]*(?:\d{1,2}/\d{1,2}|tháng \d{1,2}|qu[ýí] (?:iv|i{1,3}|[1-4]))[^;]* trở (?:đi|về sau)`), nil, plain(plan.Open)},
	{"regularly", like(`thường xuyên|^ ?tx[ .]*$|(?:^|[ ,;:(-])(?:hàng|hằng) (?:ngày|tuần|tháng|quý|năm|kỳ)|mỗi (?:ngày|tuần|tháng|quý|năm|học kỳ|kỳ|vụ)|định kỳ|liên tục|duy trì|xuyên suốt|suốt (?:quá trình|thời gian)|24/(?:7|24)|(?:lượt|lần|buổi|kỳ|tin|bài|mục) ?/ ?(?:ngày|tuần|tháng|quý|năm)|\d{1,2} tháng ?/ ?(?:một |01 |1 )?lần|giờ hành chính|các ngày (?:trong tuần|làm việc)|tháng cuối (?:mỗi )?quý|cuối mỗi (?:tuần|tháng|quý|năm)`), nil, plain(plan.Recurring)},
	{"occasion", like(`(?:tết|mùa |(?:^| )hè |kỳ thi|lễ hội|festival|đại hội|bầu cử|dịp |năm học mới|khai giảng)`), nil, plain(plan.Conditional)},
	{"yearless-from", like(`(?:từ|bắt đầu) (?:ngày |tháng |qu[ýí] )?(?:\d{1,2}(?:/\d{1,2})?|iv|i{1,3})(?: cho)? đến (?:hết )?(?:(?:ngày )?\d{1,2}/\d{1,2}|tháng \d{1,2}|qu[ýí] (?:iv|i{1,3}|[1-4]))`), nil, plain(plan.Range)},
	{"yearless-open", like(`^(?:bắt đầu |kể )?từ (?:ngày )?(?:\d{1,2}/\d{1,2}|tháng \d{1,2}|qu[ýí] (?:iv|i{1,3}|[1-4]))[ ,.;]*$`), nil, plain(plan.Open)},
	{"yearless", like(`(?:ngày )?\d{1,2}/\d{1,2}|tháng \d{1,2}|qu[ýí] (?:iv|i{1,3}|[1-4])`), nil, plain(plan.Deadline)},
	{"yearless-year", like(`^(?:từ |đến )?(?:trong|cả|suốt|hết|đầu|giữa|cuối)(?: cả| đầu| cuối)? năm(?: học)?(?: nay| này)?[ .;]*$`), nil, plain(plan.Range)},
	{"yearless-term", like(`(?:hết|cuối|trong) nhiệm kỳ`), nil, plain(plan.Deadline)},
	{"from-signing", like(`(?:từ|kể từ|sau) (?:ngày|khi|thời điểm) (?:ký|ban hành|được ban hành|phê duyệt|được phê duyệt|có hiệu lực|nhận)`), nil, plain(plan.Conditional)},
	{"when-done", like(`(?:sau|ngay) khi|^khi |[ ,(]khi (?:có|được|đảm bảo|bảo đảm|hoàn thành|đủ)|ngay sau`), nil, plain(plan.Conditional)},
	{"counted", like(`(?:^|[^\d/])\d{1,3} (?:ngày|tuần|tháng|quý|năm)(?:[ ,.;()]|$)`), nil, plain(plan.Conditional)},
	{"as-others", like(`theo (?:đúng )?(?:lộ trình|kế hoạch|tiến độ|lịch|hướng dẫn|chỉ đạo|yêu cầu|thời gian|thời hạn|quy định|chương trình|thông báo|tình hình|nhu cầu|văn bản|công văn|quyết định|chỉ thị|nghị quyết|đề án|dự án)`), nil, plain(plan.Conditional)},
	{"waits", like(`chờ |chưa xác định|khi |tùy |tuỳ |phụ thuộc|căn cứ`), nil, plain(plan.Conditional)},
	{"going-on", like(`tiếp tục|(?:đã|đang) (?:triển khai|thực hiện|vận hành)`), nil, plain(plan.Recurring)},
	{"bodies-act", like(`(?:triển khai|hoàn thành|xây dựng|ban hành|hướng dẫn|trang cấp|cấp|bố trí) .*(?:giải pháp|thiết bị|kinh phí|văn bản|hướng dẫn|hệ thống|phần mềm)`), nil, plain(plan.Conditional)},
}

// timedRules are the rules that can only match where there is a time, untimedRules the others.
var timedRules, untimedRules = partRules()

func partRules() (timed, untimed []rule) {
	for _, x := range rules {
		if strings.Contains(x.pattern.String(), `\{`) {
			timed = append(timed, x)
		} else {
			untimed = append(untimed, x)
		}
	}
	return timed, untimed
}

// like compiles a pattern in which "{time}" is a day, month, quarter or year, and "{any}"
// whatever says when.
func like(expr string) *pattern.Pattern {
	p := strings.ReplaceAll(expr, "{time}", `\{(?:day|month|quarter|year)\}`)
	p = strings.ReplaceAll(p, "{any}", `\{(?:day|month|quarter|year|span|list|school)\}`)
	for _, s := range []string{"day", "month", "quarter", "span", "year", "list", "school"} {
		p = strings.ReplaceAll(p, "{"+s+"}", `\{`+s+`\}`)
	}
	return pattern.MustCompile(p)
}

func open(r *Reading, t []time) { r.Kind, r.Start = plan.Open, t[0].value }

// between reads two times as the ends of a stretch.
func between(r *Reading, t []time) { r.Kind, r.Start, r.End = plan.Range, t[0].value, t[1].until() }

func deadline(r *Reading, t []time) { r.Kind, r.End = plan.Deadline, t[0].until() }

// fromNow reads a time as the end of a stretch that begins now: "từ nay đến hết năm 2025".
func fromNow(r *Reading, t []time) { r.Kind, r.End = plan.Range, t[0].until() }

// last reads the last of several times as the one that counts.
func last(r *Reading, t []time) { deadline(r, t[len(t)-1:]) }

// opening reads a school year as the time when it begins.
func opening(r *Reading, t []time) { r.Kind, r.End = plan.Deadline, t[0].value }

// begun reads a time as that from which a number of days is counted.
func begun(r *Reading, t []time) { r.Kind, r.Start = plan.Range, t[0].value }

func within(r *Reading, t []time) {
	r.Kind, r.Start, r.End = plan.Range, t[0].value, t[0].until()
}

// hedged reads "dự kiến trong Quý I năm 2024" as a time within which, "dự kiến tháng
// 12/2023" too, but "dự kiến 30/12/2023" as the day.
func hedged(r *Reading, t []time) {
	if t[0].unit == "day" {
		deadline(r, t)
	} else {
		within(r, t)
	}
}

func plain(k plan.TimelineKind) func(*Reading, []time) {
	return func(r *Reading, _ []time) { r.Kind = k }
}

// Parse reads a phrase that says when. A phrase that none of the rules reads says
// nothing that can be compared: ok is false.
func Parse(s string) (r Reading, ok bool) { return parse(s, "") }

// parse is Parse for a phrase cut out of one that says the year of its bare times.
func parse(s, year string) (r Reading, ok bool) {
	f := fold(s)
	times, masked, yearless := find(f, year)
	masked = neutral(masked)
	for _, t := range times {
		if t.value == "" {
			r.Impossible = append(r.Impossible, s[t.start:t.end])
		}
	}
	var first part // that was read
	for _, p := range parts(masked, times) {
		if p.reversed() {
			r.Impossible = append(r.Impossible, s[p.times[0].start:p.times[1].end])
			continue
		}
		q, read := p.read()
		switch {
		case !read:
		case !ok:
			q.Impossible = r.Impossible
			r, ok, first = q, true, p
		default:
			r.join(q, first, p)
		}
	}
	if !ok {
		if r, ok = untimed(r, masked, s); !ok {
			return r, false
		}
	}
	if first.aside() && len(first.times) > 0 && always.MatchString(masked[:first.times[0].masked]) {
		r.Kind, r.Start, r.End, r.Rule, r.Several = plan.Recurring, "", "", "regularly", []string{"report"} // "Thường xuyên; báo cáo trước 15/12/2024"
	}
	if yearless {
		r.Yearless = strings.TrimSpace(s)
		if first.aside() {
			r.Start, r.End = "", "" // "Trước 15/12, sơ kết 15/5/2025"
		}
	}
	r.Hedged = strings.Contains(f, "dự kiến")
	if m := waitModel.FindStringSubmatch(f); m != nil {
		r.Model = atoi(m[1])
	}
	if len(r.Several) > 0 {
		r.Several = nil
		for _, t := range times {
			r.Several = append(r.Several, t.printed(s)...)
		}
	}
	return r, true
}

// always says that something is done all the time, before the time of a report on it.
var always = pattern.MustCompile(`thường xuyên|liên tục|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)`)

// numberOf reads the number of a document before its symbol: "60/2021" in "60/2021/NĐ-CP".
var numberOf = pattern.MustCompile(`\d{1,4}(?:/\d{4})?(/\pL)`)

// untimed reads a phrase that names no time by the rules that need none.
func untimed(r Reading, masked, s string) (Reading, bool) {
	masked = traders.ReplaceAllString(masked, "$1 hang")
	if strings.Contains(masked, "/") {
		masked = numberOf.ReplaceAllString(masked, "$1")
	}
	for _, x := range untimedRules {
		if x.pattern.MatchString(masked) {
			x.build(&r, nil)
			r.Rule = x.name
			if strings.HasPrefix(x.name, "yearless") {
				r.Yearless = strings.TrimSpace(s)
			}
			return r, true
		}
	}
	return r, false
}

// traders are words that end with "hàng" and have nothing to do with "hàng tháng".
var traders = pattern.MustCompile(`(ngân|cửa|khách|mặt|đơn|nhà|bán|giao|mua) hàng`)

// "khi đảm bảo triển khai đồng bộ mô hình số 9"
var waitModel = pattern.MustCompile(`(?:sau khi|khi).*mô hình (?:số )?(\d{1,3})`)

// fold is normalize.FoldInPlace; letters that a recogniser took for digits are digits.
func fold(s string) string { return normalize.Digits(normalize.FoldInPlace(s)) }
