package timeline

import (
	"strings"

	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// anyTime is the mask of a time in the patterns below; a time that neutral has crossed out
// has another. Two may be the ends of a stretch.
const anyTime = `\{(?:day|month|quarter|year|span|list|school)\}` + upTo

// upTo is the second end of a stretch.
const upTo = `(?: ?(?:cho đến|đến|tới|[-–—])(?: hết| cuối)?(?: ngày| tháng| năm)? ?\{(?:day|month|quarter|year)\})?`

// ever is what may follow a time: "và các năm tiếp theo", "trở đi".
const ever = `(?:(?: và| cùng)? (?:thực hiện |triển khai |duy trì )?(?:thường xuyên )?(?:trong )?(?:các|những) năm (?:học )?(?:tiếp theo|sau|kế tiếp)| trở (?:đi|về sau))?`

// regularly is how often something is done again.
const regularly = `(?:thường xuyên|liên tục|định kỳ|(?:hàng|hằng) (?:ngày|tuần|tháng|quý|năm))`

// clauses are the ways in which a sentence says by when, each with an example. What a
// document cited was dated, or when something else begins, is no time of completion.
var clauses = []*pattern.Pattern{
	// "giai đoạn 1 hoàn thành trước ngày 30/8/2023; giai đoạn 2 hoàn thành trước ngày 31/12/2023"
	clause(`(?:giai đoạn|đợt|bước) (?:1|i|một|đầu)(?: \([^()]*\))?[^.;{}]*{any}[^.{}]*(?:(?:giai đoạn|đợt|bước) (?:\d|i+|hai|ba|sau|cuối)[^.{}]*{any}[^.;{}]*)+`),
	// "hoàn thành 80% trong quý II và 100% trong quý IV năm 2024"
	clause(`(?:phấn đấu )?(?:hoàn thành|đạt|xong|thực hiện) (?:ít nhất |tối thiểu |trên )?\d+ ?%[^.;{}]*{any}(?:[^.;{}]*\d+ ?%[^.;{}]*{any})+`),
	// "đến 30/6/2024 đạt 50%, đến 30/11/2024 đạt 100%"
	clause(`(?:phấn đấu )?(?:(?:đến|trước|trong|hết) )*{any},? (?:phải )?(?:đạt|hoàn thành|xong) (?:ít nhất |tối thiểu |trên )?\d+ ?%[^.;{}]*?{any},? (?:phải )?(?:đạt|hoàn thành|xong) (?:ít nhất |tối thiểu |trên )?\d+ ?%`),
	// "xong trước 05/6 và 05/12 hằng năm", "trước ngày 20 hằng tháng"
	clause(`(?:(?:xong|hoàn thành|báo cáo) )?trước (?:ngày )?\d{1,2}(?:/\d{1,2}| tháng \d{1,2})?(?:(?:,| và) (?:ngày )?\d{1,2}(?:/\d{1,2}| tháng \d{1,2})?)*,? (?:của )?(?:hằng|hàng) (?:tháng|quý|năm)`),
	// "từ nay đến hết tháng 12/2023"
	clause(`từ (?:nay|khi [^.;,(){}]*) (?:cho )?đến [^.;,(){}]*{any}`),
	// "phấn đấu đến hết năm 2023 có 90% đoàn viên …"
	clause(`(?:phấn đấu |dự kiến )?đến (?:hết|cuối) (?:ngày |tháng )?{any}`),
	// "trong 06 tháng kể từ ngày ban hành Kế hoạch", "15 ngày sau khi nhận đủ hồ sơ"
	clause(`hoàn thành (?:trong|sau)(?: vòng| thời gian| thời hạn)? \d{1,3} (?:ngày|tuần|tháng)(?: làm việc)?`),
	clause(`(?:hoàn thành )?(?:(?:trong|sau)(?: vòng| thời gian| thời hạn)? )?\d{1,3} (?:ngày|tuần|tháng)(?: làm việc)?,? (?:(?:kể |tính )?từ (?:ngày|khi) [^.;,()]*|sau khi [^.;,()]*)`),
	// "hoàn thành chỉ tiêu Bộ Công an giao trước 31/12/2022", "phấn đấu hoàn thành trong quý III"
	clause(`(?:phấn đấu |dự kiến )?(?:hoàn thành|hoàn thiện|kết thúc|thực hiện xong|xong|(?:bảo đảm |đảm bảo )?có hiệu lực)(?: [^.;,(){}]*?)?(?: trước| trong| vào| đến hết| đến| chậm nhất| muộn nhất|:)[^.;(){}]*?{any}`),
	// "hoàn thành theo kế hoạch chung của Đề án 06"
	clause(`hoàn thành theo (?:lộ trình|kế hoạch|tiến độ|hướng dẫn|chỉ đạo)[^.;,()]*`),
	// "phối hợp thực hiện theo lộ trình của Bộ Công an"
	clause(`(?:thực hiện|triển khai) theo (?:đúng )?(?:lộ trình|tiến độ) của [^.;,()]*`),
	// "Thời gian bắt đầu từ tháng 12/2022"
	clause(`(?:thời gian|thời hạn|tiến độ|lộ trình)(?: [^.;(){}]*)?:?[^.;(){}]*{any}{ever}`),
	// "bắt đầu từ 01/6/2023 và kết thúc 31/12/2023", "phát động tháng 4/2024, tổng kết tháng 12/2024"
	clause(`(?:bắt đầu|phát động|khởi động)(?: từ| vào|:)?(?: ngày)? {any}(?:,| và|, và) (?:hoàn thành|kết thúc|tổng kết)[^.;,(){}]*{any}`),
	// "Thời điểm phải xong là tháng 11/2024"
	clause(`thời điểm (?:phải |cần )?(?:xong|hoàn thành|kết thúc)(?: là| vào|:)? ?(?:ngày )?{any}`),
	// "Hoàn thành 30/5/2024", "kết thúc năm học 2023 - 2024"
	clause(`(?:hoàn thành|thực hiện xong|xong|kết thúc)(?: ngày| trong ngày)? {any}`),
	// "…; thời gian thực hiện: khi có hướng dẫn của Bộ Công an"
	clause(`(?:thời gian|thời hạn|tiến độ|lộ trình)(?: [^.;,(){}:]{0,30})?: (?:ngay )?(?:sau )?khi [^.;()]*`),
	// "Khi có hướng dẫn của Sở Tư pháp, công chức Tư pháp …"
	clause(`^ ?(?:ngay )?(?:sau )?khi có (?:hướng dẫn|văn bản|chỉ đạo|yêu cầu|kinh phí|chủ trương|thông báo)[^.;,()]*`),
	// "Khi Sở Y tế có hướng dẫn, Phòng Y tế chủ trì …"
	clause(`^ ?(?:ngay )?(?:sau )?khi (?:được (?:cấp|bố trí|phê duyệt|trang cấp|giao|trang bị)|[^.;,(){}]{2,60} (?:có (?:hướng dẫn|văn bản|chủ trương)|ban hành|hoàn thiện|hoàn thành|triển khai|phê duyệt|bố trí|trang cấp|đi vào hoạt động))[^.;,()]*`),
	// "hoàn thành trước Tết Nguyên đán"
	clause(`(?:(?:hoàn thành|xong) )?(?:trước|sau|trong|vào)(?: dịp| đợt)? (?:tết|mùa |đại hội|bầu cử|kỳ thi|lễ hội|dịp |(?:ngày |lễ )*(?:quốc khánh|khai giảng|thành lập |chuyển đổi số quốc gia|giải phóng ))[^.;,()]*`),
	// "…; thời gian: thường xuyên; …"
	clause(`(?:thời gian|thời hạn|tiến độ|lộ trình)(?: [^.;,(){}:]{0,30})?: (?:thực hiện )?{regularly}(?:,? {regularly})*`),
	// "cùng làm: các phòng, ban; hạn chót 30/6/2024"
	clause(`(?:hạn chót|hạn cuối|hạn hoàn thành|hạn)(?: là)?(?: trước| trong)?(?: ngày)? {any}`),
	// "Đến ngày 30/9/2024, 100% cán bộ …"
	clause(`^ ?(?:phấn đấu )?(?:đến (?:hết )?|hết )(?:ngày |tháng )?{any}`),
	// "triển khai thường xuyên trong năm 2024, gửi báo cáo trước ngày 20 hằng tháng"
	clause(`(?:tổ chức )?(?:thực hiện|triển khai|duy trì|tổ chức) thường xuyên(?:, liên tục)?,? (?:trong|suốt|cả)(?: suốt| cả)?(?: năm)? \{(?:year|school)\}`),
	// "thực hiện thường xuyên từ tháng 7/2023"
	clause(`(?:(?:tổ chức |triển khai )?thực hiện )?thường xuyên,? từ(?: ngày)? {any}`),
	// "bắt đầu từ năm học 2023 - 2024"
	clause(`(?:bắt đầu )?từ \{school\}{ever}`),
	// "bảo đảm vận hành chính thức từ ngày 01/9/2023"
	clause(`(?:vận hành|áp dụng|khai trương|ra mắt)(?: (?:thử nghiệm|thí điểm|chính thức|đồng bộ|toàn diện))?,? (?:từ|vào|trong)(?: ngày)? {any}{ever}`),
	// "Ra quân ngày 20/3/2024"
	clause(`(?:ra quân|ra mắt|phát động|khai trương|khởi động|khai mạc)(?: [^.;,(){}]{0,24})?(?: vào| trong)? ngày {any}`),
	// "Từ quý II, Trạm Y tế phường …": no year is said
	clause(`^ ?(?:bắt đầu |kể )?từ (?:tháng \d{1,2}|quý (?:i{1,3}|iv|[1-4])),`),
	// "đưa vào vận hành ngày 19/5/2023"
	clause(`đưa vào (?:vận hành|sử dụng|hoạt động|khai thác)(?: [^.;,(){}]{0,30})?(?: từ| trước| trong| vào)?(?: ngày)? {any}{ever}`),
	// "Phấn đấu 30/6/2023 đạt 50%, 30/11/2023 đạt 100% hội viên"
	clause(`phấn đấu (?:(?:đến|trước|trong|hết|cuối|ngày|tháng) )*{any}(?:[^.;{}]*{any})*(?: đạt \d+%)?`),
	// "duy trì vào sáng thứ Hai hằng tuần"
	clause(`(?:thường xuyên,? )?(?:duy trì |tổ chức |thực hiện )?(?:vào )?(?:(?:sáng|chiều|tối|ngày) )?(?:các )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|ngày \d{1,2})(?:,? (?:và )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|cn))* (?:hằng|hàng) (?:tuần|tháng)`),
	// "dự kiến tuần 2 tháng 5/2023"
	clause(`dự kiến (?:(?:tổ chức|triển khai|thực hiện|hoàn thành|vào|trong|từ|đến|ngày|đầu|giữa|cuối|tuần(?: thứ)?(?: \d| đầu| cuối)?) )*{any}{ever}`),
	// "… từ tháng 5 đến tháng 8 hằng năm", "hằng năm, vào tháng 3 và tháng 4"
	clause(`(?:từ |vào |trong )?(?:tháng|quý) (?:\d{1,2}|[ivx]+)(?: (?:đến|và) (?:tháng |quý )?(?:\d{1,2}|[ivx]+)| ?[-–] ?(?:\d{1,2}|[ivx]+))?,? (?:hằng|hàng) năm`),
	clause(`(?:hằng|hàng) năm, (?:vào|từ|trong) (?:tháng|quý) (?:\d{1,2}|[ivx]+)(?: (?:đến|và) (?:tháng |quý )?(?:\d{1,2}|[ivx]+))?`),
	// "Từ kỳ chi trả tháng 9/2022, …"
	clause(`(?:^ ?|[,;] )(?:kể |bắt đầu )?từ (?:kỳ|đợt|phiên) [^.;,(){}]{0,30}{any}{ever}`),
	// "… khi có hướng dẫn của Bộ Lao động - Thương binh và Xã hội"
	clause(`(?:ngay )?(?:sau )?khi có (?:văn bản )?(?:hướng dẫn|chỉ đạo|chủ trương) của [^.;,(){}]{2,80}(?:[.;]|$)`),
	// "Định kỳ hằng quý, 6 tháng, năm, Công an xã …"
	clause(`^ ?(?:định kỳ )?(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)(?:,? (?:và )?(?:6 tháng|9 tháng|năm|quý|tháng))*`),
	// "Mỗi năm tổ chức hai đợt: tháng 3 và tháng 9"
	clause(`(?:mỗi|hằng|hàng) (?:năm|quý|tháng|tuần)(?: tổ chức| thực hiện)?(?: ít nhất)? (?:\d{1,2}|một|hai|ba|bốn) (?:lần|đợt|kỳ|buổi)(?:: (?:(?:tháng|quý|ngày) (?:[ivx]+|[\d/]+)(?:,| và)? ?)+)?`),
	// "Kể từ ngày 01/7/2023, mỗi thôn có …"
	clause(`^ ?(?:kể từ|bắt đầu từ|từ)(?: ngày)? {any}{ever}`),
	// "Trong năm 2026, Ủy ban Mặt trận Tổ quốc phường chủ trì …"
	clause(`^ ?trong (?:suốt |cả )?\{(?:year|school)\}{ever},`),
	// "triển khai qua Hệ thống … trong quý IV năm 2023": the verb is about the system
	clause(`(?:(?:dự kiến|triển khai|thực hiện|bắt đầu|tổ chức) )*(?:từ|trong|vào)(?: ngày)? \{(?:quarter|month|span|list)\}{upto}{ever}`),
	// "dự kiến triển khai từ tháng 12/2023 và các năm tiếp theo"
	clause(`(?:dự kiến|triển khai|thực hiện)(?: [^.;,(){}]*)?(?: từ| trong| vào| trước) ?(?:ngày )?{any}{ever}`),
	// "thực hiện thường xuyên, hằng tháng"
	clause(`(?:(?:tổ chức |triển khai |duy trì )?(?:thực hiện|duy trì|tiến hành) )(?:thường xuyên|định kỳ (?:(?:hàng|hằng|mỗi) (?:tuần|tháng|quý|năm)|(?:\d{1,2}|ba|sáu) tháng(?: (?:một|1) lần|/lần))|(?:hàng|hằng) (?:ngày|tuần|tháng|quý|năm))(?:,? (?:thường xuyên|liên tục|(?:hàng|hằng) (?:ngày|tuần|tháng|quý|năm)))*(?: trong (?:cả )?năm(?: học)?| trong suốt [^.;,(){}]{2,40})?`),
	// "Chậm nhất đến ngày 15/11/2023 phải hoàn thành"
	clause(`(?:chậm nhất|muộn nhất)(?: là)?(?: đến| vào| trong)?(?: hết)?(?: ngày)? ?{any}(?: phải hoàn thành)?`),
	// "trước ngày 30/12/2023" at the end of a clause
	clause(`(?:trước|chậm nhất)(?: ngày| tháng)? ?\{(?:day|month)\}`),
	// "Sơ kết ngày 30/6/2023, tổng kết ngày 15/12/2023"
	clause(`(?:sơ kết (?:vào |trong |trước )?(?:ngày )?{any}, )?tổng kết (?:vào |trong |trước )?(?:ngày )?{any}`),
	// "ngay sau khi Cục C06 triển khai giải pháp"
	clause(`ngay sau khi [^.;()]*`),
	// "… phối hợp triển khai sau khi Bộ Công an ban hành quy trình tiếp nhận"
	clause(`sau khi (?:(?:[^.;,(){}]{2,80} )?(?:có|được|ban hành|bàn giao|hoàn thành|hoàn thiện|triển khai|nâng cấp|cấp|phê duyệt|bố trí|trang bị|trang cấp|đi vào hoạt động|thống nhất|cho phép|thông qua)|đầu tư) [^.;()]*(?:[.;]|$)`),
	// "UBND các xã thực hiện ngay khi phát sinh hồ sơ trễ hạn"
	clause(`(?:thực hiện|triển khai) ngay khi (?:có|phát sinh|nhận|được|đủ) [^.;()]*`),
	// "khi dự báo cháy rừng từ cấp IV trở lên"
	clause(`(?:,|;) (?:ngay )?(?:khi|sau khi) (?:có|xảy ra|dự báo|phát sinh|được|nhận được|đủ) [^.;()]*[.;]? ?$`),
	// "Khai trương dịp Quốc khánh 02/9/2024"
	clause(`(?:khai trương|ra mắt|vận hành)[^.;(){}]{0,40} dịp [^.;(){}]{0,40}{any}`),
	// "phát thanh ít nhất 02 lượt/tuần"
	clause(`(?:ít nhất |tối thiểu )?\d{1,3} (?:lượt|lần|buổi|kỳ|tin|bài|chuyên mục)(?:, bài)? ?/ ?(?:ngày|tuần|tháng|quý|năm)`),
	// "…, định kỳ 6 tháng/lần"
	clause(`(?:định kỳ )?(?:\d{1,2} )?(?:ngày|tuần|tháng|quý|năm) ?/ ?(?:\d{1,2} )?lần`),
	// "…, mỗi tuần ít nhất 02 lượt", "(…; mỗi quý một lần)"
	clause(`mỗi (?:ngày|tuần|tháng|quý|năm) (?:ít nhất |tối thiểu )?(?:\d{1,2}|một|hai|ba) (?:lượt|lần|buổi|kỳ|cuộc|tin|bài|lớp|hội nghị|đợt|số|chuyên mục|phóng sự)`),
	// "phát sóng hằng tuần", "cập nhật kết quả hằng tháng"
	clause(`(?:phát sóng|phát thanh|phát hành|đăng tải|cập nhật|rà soát|đối soát|sinh hoạt|họp)(?: (?:kết quả|dữ liệu|số liệu|định kỳ))? (?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)`),
	// "Mỗi năm đánh giá một lần", "Mỗi tuần phát 03 lượt"
	clause(`^ ?(?:mỗi|hằng|hàng) (?:năm|quý|tháng|tuần) [^.;,(){}]{2,40} (?:một|hai|ba|\d{1,2}) (?:lần|lượt|buổi|kỳ|đợt|cuộc|tin|bài)`),
	// "Phòng Nội vụ chủ trì …; bắt đầu từ ngày 15/4/2023"
	clause(`bắt đầu (?:thực hiện |triển khai |tổ chức )?từ(?: ngày)? {any}{ever}[ .;]*$`),
	// "Ngừng tiếp nhận hồ sơ giấy kể từ ngày 01/5/2024"
	clause(`kể từ(?: ngày)? {any}[ .;]*$`),
	// "… cập nhật hồ sơ sức khỏe từ ngày 05/9/2025 đến ngày 30/9/2025"
	clause(`từ(?: ngày| tháng)? ?\{(?:day|month|quarter|year)\} ?(?:cho đến|đến)(?: hết)?(?: ngày| tháng| năm| quý)? ?\{(?:day|month|quarter|year)\}[ .;]*$`),
	// "… cho người hoàn thành cai nghiện trong năm 2024"
	clause(`trong (?:cả )?(?:năm )?\{year\}[ .;]*$`),
	// "phối hợp với Bưu điện tỉnh trả kết quả tại nhà, từ ngày 15/5/2024, qua Cổng dịch vụ công"
	clause(`, (?:kể )?từ(?: ngày| tháng| quý)? ?{any}{ever}(?:[,;.] |[.;]?$)`),
	// "mở thêm điểm cấp phát thuốc khi được Sở Y tế phê duyệt"
	clause(`(?:sau )?khi (?:được |có )[^.;,(){}]{2,50} (?:phê duyệt|cho phép|đồng ý|thống nhất|chấp thuận|bố trí kinh phí)[ .;]*$`),
	// "Triển khai học bạ số cấp tiểu học theo lộ trình của Bộ Giáo dục và Đào tạo"
	clause(`theo (?:đúng )?(?:lộ trình|tiến độ) của [^.;,(){}]{2,60}[ .;]*$`),
	// "Củng cố Tổ công nghệ số cộng đồng trong quý I": no year is said
	clause(`(?:(?:hoàn thành|xong|thực hiện|triển khai) )?(?:trong|vào|trước|[,;]) (?:(?:ngày )?\d{1,2}/\d{1,2}|tháng \d{1,2}|quý (?:i{1,3}|iv|[1-4]))[ .;]*$`),
	// "Bảo đảm hạ tầng viễn thông, thường xuyên"
	clause(`{regularly}(?:,? {regularly})*[ .;]*$`),
}

func clause(expr string) *pattern.Pattern {
	return pattern.MustCompile(strings.NewReplacer("{any}", anyTime, "{ever}", ever, "{regularly}", regularly, "{upto}", upTo).Replace(expr))
}

// Find returns the clause of s that says when, and its reading; where another one follows
// that says another time, Several names both. A label before a colon is no part of a
// clause: "thời hạn: 15/6/2024".
func Find(s string) (r Reading, start, end int, ok bool) {
	if r, start, end, ok = first(s); !ok || r.End == "" {
		return r, start, end, ok
	}
	if q, from, to, more := first(s[end:]); more && q.End != "" && q.End != r.End && !besides.MatchString(normalize.FoldInPlace(s[end:end+from])) {
		r.Several = append(r.Several, s[start:end], s[end+from:end+to])
	}
	return r, start, end, ok
}

// first returns the first clause of s that says when: one of the work itself rather than of a report on it.
func first(s string) (r Reading, start, end int, ok bool) {
	f := fold(s)
	times, masked, _ := find(f, "")
	masked = neutral(masked)
	if reports.MatchString(masked) {
		if r, start, end, ok = firstOf(s, f, masked, times, ofReport); ok {
			return r, start, end, ok
		}
	}
	return firstOf(s, f, masked, times, nil)
}

// reports reads a sentence that goes on with a report on what it says: "…, gửi báo cáo về Sở Y tế trước ngày 20 hằng tháng".
var reports = pattern.MustCompile(`[,;] (?:và |đồng thời |định kỳ |tổng hợp,? |tổng hợp kết quả,? )*(?:gửi )?báo cáo `)

// ofReport reports whether the clause that stands at a place says when a report is due.
func ofReport(masked string, at []int) bool {
	from := strings.LastIndexAny(masked[:at[0]], ";.") + 1
	m := reports.FindStringIndex(masked[from:at[1]])
	return m != nil && !strings.Contains(masked[from+m[1]:max(from+m[1], at[0])], ", ")
}

// firstOf returns the first clause of s that says when, but for those that unwanted refuses.
func firstOf(s, f, masked string, times []time, unwanted func(masked string, at []int) bool) (r Reading, start, end int, ok bool) {
	for _, c := range clauses {
		for _, at := range c.FindAllStringIndex(masked, -1) {
			if unwanted != nil && unwanted(masked, at) {
				continue
			}
			if done.MatchString(masked[:at[0]]) && !afterAll.MatchString(masked[at[0]:]) || yearly.MatchString(masked[at[0]:]) && ofYearly.MatchString(masked[:at[0]]) {
				continue
			}
			if m := andMore.FindStringIndex(masked[at[1]:]); m != nil {
				at[1] += m[1] // "hoàn thành trước 15/6 và 15/12/2025"
			}
			start, end = unmask(times, at[0]), unmask(times, at[1])
			if label := past(labelled, f[start:end]); label > 0 {
				start += label
			} else {
				start = fromVerb(f, start)
				start += len(ofSubject(f, start))
			}
			start += len(f[start:end]) - len(strings.TrimLeft(f[start:end], " ,;"))
			if k := strings.Index(f[start:end], " thì "); k > 0 {
				end = start + k // "Khi có hướng dẫn của Công an huyện thì lắp kẻng"
			}
			end = start + len(strings.TrimRight(s[start:end], " .;,"))
			if r, ok = parse(s[start:end], yearIn(times, start, end)); ok {
				return r, start, end, true
			}
		}
	}
	if unwanted != nil {
		return r, 0, 0, false
	}
	return bracketed(s, masked, times)
}

// afterAll reads how a clause begins that says behind what something is done, though a verb of what was done stands
// before it: "được triển khai ngay sau khi …".
var afterAll = pattern.MustCompile(`^(?:ngay )?sau khi `)

// fromVerb returns where the clause begins whose words behind its verbs, from start on, say when:
// "Áp dụng từ năm học 2024 - 2025", "; thực hiện ngay sau khi …".
func fromVerb(f string, start int) int {
	from := max(0, start-longestVerbs)
	m := verbsBefore.FindStringSubmatchIndex(f[from:start])
	if m == nil || m[0] == 0 && from > 0 {
		return start
	}
	return from + m[2]
}

// ofSubject returns the verb at start that belongs to a subject right before it and says no more
// than that it acts: "Công an các phường thực hiện từ tháng 3/2024". "Sở Y tế hoàn thành trước …"
// says when it is done.
func ofSubject(f string, start int) string {
	before := strings.TrimRight(f[:start], " ")
	if before == "" || before == f[:start] && f[start] != ' ' || strings.ContainsAny(before[len(before)-1:], ".,;:()-") {
		return ""
	}
	m := actsOnly.FindStringSubmatchIndex(f[start:])
	if m == nil {
		return ""
	}
	return f[start : start+m[2]]
}

// actsOnly reads such a verb before the words that say when.
var actsOnly = pattern.MustCompile(`^ ?(?:tổ chức )?(?:thực hiện|triển khai|tiến hành)(?: (?:các )?(?:mô hình|nhiệm vụ|nội dung)(?: này)?)? ((?:từ|trong|vào|trước|ngay) )`)

// longestVerbs is the bytes of the verbs that begin a clause that says when, at most.
const longestVerbs = 80

// verbsBefore reads the verbs and nothing else between the words that say when and the mark
// before them.
var verbsBefore = pattern.MustCompile(`(?:^|[.;,] )((?:(?:phải|dự kiến|phấn đấu|tổ chức|hoàn thành|thực hiện|triển khai|bắt đầu|áp dụng|thí điểm|làm điểm|vận hành|lắp đặt|ra mắt|khai trương|khai giảng|khánh thành|nghiệm thu|sơ kết|tổng kết|làm|xong|ngay) )+)$`)

// andMore reads the times that go on a list behind the first.
var andMore = clause(`^(?:(?:,| và|, và) ?(?:trước )?(?:ngày )?\{(?:day|month|quarter)\})+`)

// yearIn returns the year that the times from start to end of a phrase have from beyond; ""
// where they need none.
func yearIn(times []time, start, end int) string {
	for _, t := range times {
		if t.start >= start && t.end <= end && t.borrowed && t.value != "" {
			return string(t.value[:4])
		}
	}
	return ""
}

// Only reads a clause that says nothing but when, perhaps behind a label: "Quý IV/2024", "Hạn:
// 31/12/2024", "Tiến độ theo hướng dẫn của Sở Y tế". It returns where the words begin that do.
func Only(s string) (r Reading, start int, ok bool) {
	f := fold(s)
	if at := announced.FindStringIndex(f); at != nil {
		if start = at[1]; f[start-1] == ' ' && waitingWord.MatchString(f[:start]) {
			start -= len(waitingWord.FindString(f[:start])) // "Tiến độ theo hướng dẫn của …"
		}
	}
	labelled := start > 0
	if !labelled && !opensOnly.MatchString(f) {
		return Reading{}, 0, false
	}
	times, masked, _ := find(f[start:], "")
	if !nothingElse.MatchString(neutral(masked)) && !(labelled && waiting.MatchString(masked)) && !waitsFor.MatchString(masked) {
		return Reading{}, 0, false
	}
	r, ok = parse(s[start:], yearIn(times, 0, len(s)-start))
	return r, start, ok
}

// Heads reads a heading that says nothing but when: what Only reads from the first word on, and a month or
// quarter of which the year goes without saying, "Tháng 4", "Quý II", "Từ tháng 4 đến tháng 10".
func Heads(s string) (Reading, bool) {
	if r, start, ok := Only(s); ok {
		return r, start == 0
	}
	if !withoutYear.MatchString(fold(s)) {
		return Reading{}, false
	}
	return parse(s, "")
}

var withoutYear = pattern.MustCompile(`^ ?(?:(?:trong|vào|từ|đầu|cuối|hết|trước) )?(?:ngày \d{1,2}/\d{1,2}|(?:tuần(?: thứ)? [1-5] )?tháng \d{1,2}|qu[ýí] (?:iv|i{1,3}|[1-4]))(?:(?: đến| và|,| -| –) (?:hết )?(?:tháng |qu[ýí] )?(?:\d{1,2}|iv|i{1,3}))? ?[.:]?$`)

// announced reads the label of a clause that says when, nothingElse what such a clause consists
// of, waiting what only a label makes one.
var (
	announced   = pattern.MustCompile(`^ ?(?:(?:thời gian|thời hạn|tiến độ|lộ trình|hạn|mốc thời gian)(?: (?:thực hiện|hoàn thành|triển khai|làm|cuối|chót))?(?: ?: *| là ))|^ ?(?:thời gian|thời hạn|tiến độ|lộ trình) (?:thực hiện |làm )?(?:theo|khi|sau) `)
	waitingWord = pattern.MustCompile(`(?:theo|khi|sau) $`)
	// none of its words is one of deeds but those of beginning and being done
	nothingElse = clause(`^ ?(?:(?:dự kiến|làm|hoàn thành|thực hiện|triển khai|duy trì|bắt đầu|kết thúc|chậm nhất|phải|xong|trước|trong|từ|đến|hết|vào|là|ngày|tháng|quý|năm|cuối|đầu|giữa|cả|nay|tuần(?: thứ)? [1-5]|và|các năm tiếp theo|trở đi|{regularly}|mỗi (?:ngày|tuần|tháng|quý|năm)|một lần|\d{1,2} lần|\d{1,2} tháng|{any}|\(thứ (?:hai|ba|tư|năm|sáu|bảy)\)|\(chủ nhật\))[ ,]*)+[ .;/]*$`)
	// its first words, and those of waitsFor: most sentences are told by them
	opensOnly = pattern.MustCompile(`^ ?(?:dự kiến|làm|hoàn|thực|triển|duy|bắt|kết|chậm|phải|xong|trước|trong|trở|từ|đến|hết|vào|là|ng[àa]y|cuối|đầu|giữa|cả|nay|tuần|và|các năm|th[áa]ng|thường|liên|định|hằng|hàng|mỗi|một|sau|sáu|khi|qu[ýí]|qúy|q\.? ?[ivl\d]|năm|nửa|th?\.? ?\d|[\d(])`)
	// "Khi có hướng dẫn của Ban Tuyên giáo và Dân vận Trung ương."
	waitsFor = pattern.MustCompile(`^ ?(?:ngay )?(?:sau )?khi (?:có|được) (?:hướng dẫn|văn bản|chỉ đạo|yêu cầu|kinh phí|chủ trương|thông báo|bố trí|cấp|phê duyệt)[^.;,(){}]*[.; ]*$`)
	waiting  = pattern.MustCompile(`^(?:ngay )?(?:sau )?(?:khi |theo (?:lộ trình|hướng dẫn|kế hoạch|tiến độ|chỉ đạo|thông báo|yêu cầu) )[^.;]*[.; ]*$`)
)

// Label returns where in a sentence that says nothing but when the words begin that do,
// behind a label: "Thời gian hoàn thành tháng 9/2023".
func Label(s string) int { return past(alone, fold(s)) }

// past returns the index behind the label that one of the patterns below reads in f.
func past(label *pattern.Pattern, f string) int {
	m := label.FindStringSubmatchIndex(f)
	switch {
	case m == nil:
		return 0
	case m[2] >= 0:
		return m[2] // "thời gian trong tháng 3/2023"
	case m[4] >= 0:
		return m[4] // "hoàn thành dự kiến trong Quý I"
	}
	return m[1]
}

// labelled reads the label of a time within a sentence, alone one that begins a sentence.
var (
	labelled = pattern.MustCompile(`^(?:thời điểm (?:xong|hoàn thành|kết thúc):? |(?:thời gian|thời hạn|tiến độ|lộ trình)(?:(?: [^:{}\d]{0,30})?: *| (?:thực hiện |triển khai )?((?:` + opensPhrase + `) |\d))|hoàn thành (dự kiến) )`)
	alone    = pattern.MustCompile(`^(?:(?:thời gian|thời hạn|tiến độ|lộ trình)(?: [^:{}\d]{0,30})?: *|(?:thời gian|thời hạn|tiến độ|lộ trình) (?:thực hiện |triển khai |hoàn thành )?((?:` + opensPhrase + `) |\d)|hoàn thành (dự kiến) )`)
)

// opensPhrase are the words with which a time begins.
const opensPhrase = `trong|trước|từ|đến|quý|tháng|ngày|năm|xong|sau|ngay|khi|dự kiến`

// done ends the words before a day that tells of something that was before it: "người sinh
// trước ngày 01/01/2010", "văn bản đã ban hành trước …".
var done = pattern.MustCompile(`(?:(?:^|[^c] )sinh|tính|(?:đã|được) (?:ban hành|cấp|lập|tiếp nhận|đăng ký|thu nhận|hoàn thành|thực hiện|triển khai))(?: đến)? $|\} $`)

// yearly and ofYearly tell of things that are of every year, not done then: "tiêu chí thi đua
// hằng năm".
var (
	yearly   = pattern.MustCompile(`^(?:hằng|hàng) (?:năm|quý|tháng)`)
	ofYearly = pattern.MustCompile(`(?:thi đua|tiêu chí|kế hoạch|nhiệm vụ|kinh phí|dự toán|ngân sách|chỉ tiêu|xếp loại|khen thưởng|chương trình|công tác|phong trào|báo cáo) $`)
)

// bracketed reads brackets that only say when: "Tuyên truyền cho Nhân dân (hằng ngày)",
// "… trang thiết bị (tháng 6/2024)".
func bracketed(s, masked string, times []time) (r Reading, start, end int, ok bool) {
	for _, at := range onlyTime.FindAllStringIndex(masked, -1) {
		start, end = unmask(times, at[0]+1), unmask(times, at[1]-1)
		if r, ok = Parse(s[start:end]); ok {
			return r, start, end, true
		}
	}
	return Reading{}, 0, 0, false
}

var onlyTime = clause(`\((?:(?:hoàn thành|xong|thực hiện|trước|trong|từ|đến|hết|vào|ngày|định kỳ) ?)*(?:{any}|{regularly}){ever}\)`)

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
