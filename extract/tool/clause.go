package tool

import "kehoach/normalize"

// Clause returns where a sentence begins to tell with what something is carried out: "thực
// hiện bằng ứng dụng VNeID", "công cụ triển khai là …", "Thiết bị sử dụng gồm …".
func Clause(s string) (at int, ok bool) {
	p := parser{s: s, words: normalize.Words(s)}
	if i := p.announced(); i > 0 {
		return p.words[i].Start, true
	}
	if i := p.used(); i > 0 {
		return p.words[i].Start, true
	}
	for i := range p.words {
		switch f := p.fold(i); {
		case i > 0 && i < longestPassive && p.fold(i-1) == "được" && installed[f] && p.begins(0):
			return p.words[0].Start, true // "Ứng dụng My Parking được cài trên điện thoại của người dùng"
		case f == "cụ" && p.fold(i-1) == "công":
			if j := p.copula(i + 1); j > 0 && j <= i+3 {
				return p.words[j+1].Start, true
			}
		case f == "dụng" && p.fold(i-1) == "sử" && (p.skilled(i+1) || p.fold(i-2) == "chủ" || p.fold(i-2) == "người" || p.fold(i-2) == "việc" || p.fold(i-4) == "việc" || p.fold(i-2) == "vào"): // "người sử dụng đất", "việc công bố sử dụng bệnh án điện tử phải …", "đưa vào sử dụng"
		case f == "dụng" && p.fold(i-1) == "sử" || f == "qua" && p.fold(i-1) == "thông" || f == "tảng" && p.fold(i-1) == "nền" && p.fold(i-2) == "trên":
			if f == "dụng" && (p.fold(i+1) == "là" || p.fold(i+1) == "gồm") {
				i++ // "Kênh sử dụng là Zalo OA của tỉnh"
			}
			if f == "dụng" && p.fold(i-2) == "được" && !p.begins(i+1) {
				if p.begins(0) && i < longestPassive {
					return p.words[0].Start, true // "Kiosk tra cứu và camera AI được sử dụng tại Bộ phận một cửa"
				}
				continue
			}
			if i+1 < len(p.words) && !p.adopts(i) && !p.account(i+1) {
				return p.words[i+1].Start, true
			}
		case f == "bị" && p.fold(i-1) == "trang" && p.fold(i-2) == "được" && p.begins(i+1): // "Mỗi quầy hàng được trang bị mã VietQR"
			return p.words[i+1].Start, true
		case f == "nền" && p.fold(i-1) == "trên" && p.begins(i+1):
			return p.words[i+1].Start, true
		case (f == "bằng" || f == "qua" || f == "trên" || f == "dùng" || (f == "vào" || f == "lên") && (p.fold(i-1) == "nhập" || p.fold(i-1) == "nhật")) && p.begins(i+1) && !p.account(i+1) && !p.online(i+1):
			return p.words[i+1].Start, true
		}
	}
	return 0, false
}

// installed are the verbs behind "được" before which a tool is named.
var installed = map[string]bool{"cài": true, "lắp": true, "gắn": true, "đặt": true}

// longestPassive is the words of what is used before "được sử dụng", at most.
const longestPassive = 24

// online reports whether "mạng" at words[i] says no more than that something is done online: "bán hàng qua mạng".
func (p *parser) online(i int) bool {
	if p.fold(i) != "mạng" {
		return false
	}
	switch p.fold(i + 1) {
	case "xã", "internet", "nội", "lan", "wifi", "wi", "viễn", "truyền", "lưới", "máy", "di", "4g", "5g", "diện", "điện", "số", "zalo", "facebook", "cáp":
		return false
	}
	return i+1 >= len(p.words) || !p.upper(i+1)
}

// account reports whether "tài khoản" at words[i] is any account: "chi trả qua tài khoản được thực hiện thường xuyên".
func (p *parser) account(i int) bool {
	return p.fold(i) == "tài" && p.fold(i+1) == "khoản" && p.fold(i+2) == "được"
}

// skilled reports whether "sử dụng" before words[i] says how people use something, not with what
// the work is done: "người dân sử dụng thành thạo dịch vụ công".
func (p *parser) skilled(i int) bool {
	switch p.fold(i) + " " + p.fold(i+1) {
	case "thành thạo", "hiệu quả", "có hiệu", "thường xuyên", "thuần thục":
		return true
	}
	return false
}

// adopts reports whether "thông qua" that ends at words[i] is what a council does: "Sau khi HĐND
// tỉnh thông qua chủ trương đầu tư".
func (p *parser) adopts(i int) bool {
	switch p.fold(i+1) + " " + p.fold(i+2) {
	case "chủ trương", "nghị quyết", "đề án", "kế hoạch", "dự toán", "quy chế", "danh mục", "phương án":
		return p.fold(i) == "qua"
	}
	return false
}

// Opens reports whether a sentence tells with what something is carried out and nothing
// else: "Công cụ sử dụng gồm …", "Sử dụng Cổng dịch vụ công quốc gia", "Mô hình vận hành trên
// Hệ thống …".
func Opens(s string) bool {
	p := parser{s: s, words: normalize.Words(s)}
	if p.announced() > 0 || p.used() > 0 {
		return true
	}
	if p.fold(0) != "mô" || p.fold(1) != "hình" {
		return false
	}
	for i := 2; i < 8; i++ {
		if f := p.fold(i); f == "trên" || f == "bằng" || f == "qua" || f == "dùng" || f == "dụng" && p.fold(i-1) == "sử" {
			return p.begins(i + 1)
		}
	}
	return false
}

// Names reports whether a sentence names tools and says nothing else: "Phần mềm khai báo tạm trú; VNeID".
func Names(s string) bool {
	p := parser{s: s, words: normalize.Words(s)}
	if len(p.words) == 0 || len(p.words) > longestNames {
		return false
	}
	for i := 0; i < len(p.words); {
		if !p.begins(i) {
			return false
		}
		end := p.part(i)
		for ; i < end; i++ {
			if says[p.fold(i)] {
				return false
			}
		}
		for i < len(p.words) && (p.words[i].Mark || p.fold(i) == "và" || p.fold(i) == "hoặc") {
			i++
		}
	}
	return true
}

// longestNames is the words of a sentence that names tools and nothing else, at most.
const longestNames = 40

// says are words with which more is said of a tool than its name.
var says = map[string]bool{
	"được": true, "phải": true, "sẽ": true, "là": true, "có": true, "do": true, "cho": true, "đã": true, "không": true, "giúp": true, "đạt": true, "từ": true, "trước": true, "cần": true, "đến": true, "vào": true, "để": true,
	"lên": true, "thực": true, "triển": true, "sau": true, "khi": true, "trong": true, "nâng": true, "bảo": true, "tiếp": true, "lưu": true, "tại": true, "gửi": true, "chuyển": true, "kết": true,
}

// used returns the index of the tool that a sentence begins to say the use of: "Sử dụng hệ thống
// truyền thanh thông minh, …", "Triển khai mã VietQR, ví điện tử"; 0 where it says no such thing.
func (p *parser) used() int {
	switch p.fold(0) + " " + p.fold(1) {
	case "sử dụng", "triển khai", "ứng dụng", "áp dụng", "vận hành":
		if p.begins(2) {
			return 2
		}
	}
	return 0
}

// announced returns the index behind the words with which a sentence announces tools; 0 where
// it does not begin with a sort of them: "Thiết bị sử dụng là …", "Tiện ích hướng dẫn gồm …".
func (p *parser) announced() int {
	i := 0
	if f := p.fold(0); f == "các" || f == "những" {
		i = 1
	}
	if !sorts[p.fold(i)+" "+p.fold(i+1)] && !p.solution(i) {
		return 0
	}
	if j := p.copula(i + 2); j > 0 {
		return j + 1
	}
	return 0
}

// solution reports whether "giải pháp" at words[i] means what is used, not what is done.
func (p *parser) solution(i int) bool {
	if p.fold(i) != "giải" || p.fold(i+1) != "pháp" {
		return false
	}
	switch p.fold(i+2) + " " + p.fold(i+3) {
	case "sử dụng", "công nghệ", "kỹ thuật", "áp dụng":
		return true
	}
	return false
}

// sorts are the words with which what models are carried out with is summed up.
var sorts = map[string]bool{
	"công cụ": true, "thiết bị": true, "nền tảng": true, "phương tiện": true, "tiện ích": true, "phần mềm": true, "ứng dụng": true,
}

// copula returns the index of "là", "gồm" or a colon within the next words from words[i] on,
// before which no mark stands; 0 where there is none, or nothing behind it.
func (p *parser) copula(i int) int {
	for j := i; j < i+6 && j+1 < len(p.words); j++ {
		switch f := p.fold(j); {
		case f == "là" || f == "gồm" || f == ":":
			return j
		case p.words[j].Mark:
			return 0
		}
	}
	return 0
}
