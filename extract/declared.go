package extract

// How many models a plan says it has.

import (
	"slices"
	"strconv"
	"strings"

	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

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
