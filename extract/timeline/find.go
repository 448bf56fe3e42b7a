package timeline

import (
	"regexp"
	"strings"
)

// clauses are the ways in which a sentence says by when, each with an example. What a
// document cited was dated, or when something else begins, is no time of completion.
var clauses = []*regexp.Regexp{
	// "hoàn thành chỉ tiêu Bộ Công an giao trước 31/12/2022", "Hoàn thành trong tháng 12/2022"
	regexp.MustCompile(`(?:hoàn thành|hoàn thiện|kết thúc|thực hiện xong|xong|(?:bảo đảm |đảm bảo )?có hiệu lực)(?: [^.;,(){}]*?)?(?: trước| trong| vào| đến hết| đến| chậm nhất| muộn nhất|:)[^.;(){}]*?\{\w+\}`),
	// "hoàn thành theo kế hoạch chung của Đề án 06"
	regexp.MustCompile(`hoàn thành theo (?:lộ trình|kế hoạch|tiến độ|hướng dẫn|chỉ đạo)[^.;,()]*`),
	// "Thời gian bắt đầu từ tháng 12/2022", "thời hạn: Quý I/2024"
	regexp.MustCompile(`(?:thời gian|thời hạn|tiến độ|lộ trình)(?: [^.;(){}]*)?:?[^.;(){}]*\{\w+\}(?: (?:và|cùng) (?:các|những) năm tiếp theo| trở đi)?`),
	// "thực hiện thường xuyên từ tháng 7/2023"
	regexp.MustCompile(`(?:(?:tổ chức |triển khai )?thực hiện )?thường xuyên,? từ(?: ngày)? \{\w+\}`),
	// "bắt đầu từ năm học 2023 - 2024"
	regexp.MustCompile(`(?:bắt đầu )?từ năm học \{year\} ?- ?\{year\}`),
	// "triển khai qua Hệ thống … trong quý IV năm 2023": the verb is about the system
	regexp.MustCompile(`(?:(?:dự kiến|triển khai|thực hiện|bắt đầu|tổ chức) )*(?:từ|trong|vào)(?: ngày)? \{(?:quarter|month|span)\}(?: (?:và|cùng) (?:các|những) năm tiếp theo| trở đi)?`),
	// "dự kiến triển khai từ tháng 12/2023 và các năm tiếp theo"
	regexp.MustCompile(`(?:dự kiến|triển khai|thực hiện)(?: [^.;,(){}]*)?(?: từ| trong| vào| trước) ?\{\w+\}(?: (?:và|cùng) (?:các|những) năm tiếp theo| trở đi)?`),
	// "thực hiện thường xuyên"
	regexp.MustCompile(`(?:(?:tổ chức |triển khai )?thực hiện )(?:thường xuyên|định kỳ (?:hàng|hằng) (?:tuần|tháng|quý|năm)|(?:hàng|hằng) (?:tuần|tháng|quý|năm))`),
	// "Chậm nhất đến ngày 15/11/2023 phải hoàn thành"
	regexp.MustCompile(`(?:chậm nhất|muộn nhất)(?: là)?(?: đến| vào| trong)?(?: hết)?(?: ngày)? ?\{\w+\}(?: phải hoàn thành)?`),
	// "trước ngày 30/12/2023" at the end of a clause
	regexp.MustCompile(`(?:trước|chậm nhất)(?: ngày)? \{day\}`),
	// "ngay sau khi Cục C06 triển khai giải pháp"
	regexp.MustCompile(`ngay sau khi [^.;()]*`),
}

// Find returns the clause of s that says when, and its reading.
func Find(s string) (r Reading, start, end int, ok bool) {
	f := fold(s)
	times, masked := find(f)
	for _, c := range clauses {
		for _, at := range c.FindAllStringIndex(masked, -1) {
			if cited(masked, at) {
				continue
			}
			start, end = unmask(times, at[0]), unmask(times, at[1])
			if r, ok = Parse(s[start:end]); ok {
				return r, start, end, true
			}
		}
	}
	return Reading{}, 0, 0, false
}

// "số 3485/UBND-HCC ngày 08/4/2022": the date of a document.
var citation = regexp.MustCompile(`(?:số|/[a-zđ0-9-]+) (?:ngày )?\{day\}`)

// withoutCitations masks the dates of documents otherwise, so that no rule reads them:
// "theo Kế hoạch số 12/KH-UBND ngày 05/01/2023" says no time of its own.
func withoutCitations(masked string) string {
	return citation.ReplaceAllStringFunc(masked, func(s string) string { return strings.Replace(s, "{day}", "{doc}", 1) })
}

// cited reports whether the only time in masked[at[0]:at[1]] dates a document.
func cited(masked string, at []int) bool {
	for _, c := range citation.FindAllStringIndex(masked, -1) {
		if c[1] == at[1] || c[0] >= at[0] && c[1] <= at[1] {
			return true
		}
	}
	return false
}

// unmask turns an offset of the masked phrase into one of the phrase.
func unmask(times []time, at int) int {
	shift := 0
	for _, t := range times {
		size := len(t.unit) + 2
		if t.masked+size > at {
			break
		}
		shift += t.end - t.start - size
	}
	return at + shift
}
