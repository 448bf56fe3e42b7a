package outline

import (
	"cmp"
	"slices"
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// A label of which no word tells its meaning may tell it by what stands behind it, time after time:
// "Phải xong: 10/12/2025", "Cầm việc: Phòng Kinh tế xã" and "Góp sức: Hội Phụ nữ, các hộ dân".

// values are what stands behind a label of unknown meaning.
type values struct {
	key           string
	first         int  // the paragraph where it stands first
	n             int  // how often it stands
	times, bodies int  // of them only say when, begin with the name of a body
	several       int  // name more than one
	last          int  // the paragraph that began with it last; -1 for none
	listed        bool // paragraphs right behind each other begin with it, numbered on: a title that recurs
}

// longestNames is the words of a value that may be names of bodies and no duty: "Cầm việc: Phòng Kinh
// tế xã".
const longestNames = 6

// learnByValues finds the meanings of labels by what stands behind them: when, where nearly all say
// so; who leads and who cooperates, where no label that is known says that. Of two whose values are
// bodies the one with single ones leads.
func (own *labels) learnByValues(ps []*Para) {
	known, unknown := own.sortLabels(ps)
	var bodies []*values
	for _, v := range unknown {
		switch {
		case v.n < oftenEnough || v.listed || notOfWork.MatchString(v.key):
		case v.times*4 >= v.n*3 && known["timeline"] < oftenEnough:
			own.meanings[v.key] = "timeline"
		case v.bodies*5 >= v.n*4:
			bodies = append(bodies, v)
		}
	}
	if known["lead"]+known["executing"]+known["allocation"] > 0 || len(bodies) == 0 || len(bodies) > 2 {
		return
	}
	slices.SortFunc(bodies, func(a, b *values) int {
		return cmp.Or(cmp.Compare(a.several*b.n, b.several*a.n), cmp.Compare(a.first, b.first))
	})
	own.meanings[bodies[0].key] = "lead"
	if len(bodies) == 2 && known["cooperating"] == 0 {
		own.meanings[bodies[1].key] = "cooperating"
	}
}

// sortLabels counts the labels of a known meaning, and gathers what stands behind the others.
func (own *labels) sortLabels(ps []*Para) (known map[string]int, unknown []*values) {
	known, of := map[string]int{}, map[string]*values{}
	for i, p := range ps {
		if p.Cells != nil {
			continue
		}
		at := func(start int) {
			key, end, ok := own.wording(p.Text[start:])
			if !ok {
				return
			}
			if meaning, ok := lexicon.Labels("field").Whole(key); ok {
				known[meaning]++
			} else if m := own.meanings[key]; m != "" && (m != "assignments" || moreThan(longestNames, p.Text[start+end:])) {
				known[m]++
			} else if own.often[key] {
				v := of[key]
				if v == nil {
					v = &values{key: key, first: i, last: -1}
					of[key], unknown = v, append(unknown, v)
				}
				if start == 0 && i > 0 && v.last == i-1 && p.Marker.Number > 1 && ps[i-1].Marker.Number == p.Marker.Number-1 {
					v.listed = true
				}
				v.last = i
				v.take(p.Text[start+end:])
			}
		}
		at(0)
		text := upToColon(p.Text)
		if own.openers {
			text = p.Text
		}
		behind(text, sentenceEnds, at)
	}
	return known, unknown
}

// take counts one value, up to the end of its sentence.
func (v *values) take(s string) {
	if end := strings.Index(s, ". "); end >= 0 {
		s = s[:end]
	}
	s = strings.Trim(s, " .;")
	v.n++
	switch {
	case timely.MatchString(normalize.Fold(s)):
		v.times++
	case namesBodyFirst(s):
		v.bodies++
		if strings.ContainsAny(s, ",;") {
			v.several++
		}
	}
}

// timely is how a value begins that says when.
var timely = pattern.MustCompile(`^(?:(?:xong|hoàn thành|dự kiến|chậm nhất|vào|trước|trong|từ|đến|hết|cuối|đầu) )*(?:ngày|tháng|quý|năm|tuần|\d{1,2}/\d|thường xuyên|hằng|hàng|liên tục|khi )`)

// notOfWork reads the labels behind which bodies stand that carry nothing out.
var notOfWork = pattern.MustCompile(`địa (?:điểm|bàn|chỉ liên)|nơi|đối tượng|phạm vi|kinh phí|nguồn|hưởng|thành phần|đại biểu|khách|gửi|nhận|báo cáo|tham mưu|trình|kính|thay mặt|giám sát|kiểm tra|thẩm định|phê duyệt|quyết định|cung cấp|tài trợ|ban hành|căn cứ|ví dụ|ghi chú|học viên|trụ sở`)
