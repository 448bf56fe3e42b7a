package extract

// What a sentence says though no label announces it.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/timeline"
	"kehoach/extract/tool"
	"kehoach/normalize"
)

// opensTime are the words with which a sentence begins that only says when.
var opensTime = pattern.MustCompile(`^(?:hoàn thành|xong|thực hiện|triển khai|tiến hành|thời gian|thời hạn|thời điểm|mốc hoàn thành|tiến độ|dự kiến|bắt đầu|kết thúc|trước|trong|từ|năm|quý|tháng|(?:đợt|giai đoạn|bước) (?:1|i|một|đầu):? (?:hoàn thành|xong|thực hiện|trước|trong|từ)) `)

// statedMeaning returns what a sentence without a label says behind a field that has come
// to its full stop: "executing" where it says who leads, "timeline" where it only says
// when, "" where it belongs to the field.
func statedMeaning(open *field, p *outline.Para) string {
	before := open.head
	if n := len(open.items); n > 0 {
		before = open.items[n-1]
	}
	switch open.meaning {
	case "content":
		if open.value.Text == "" || !saysWhose.MatchString(normalize.Fold(p.Text)) && !doneBy(p.Text) {
			return ""
		}
	case "assignments", "organising", "allocation":
		return ""
	}
	if p.Marker.Style != outline.None || !strings.HasSuffix(before.Text, ".") || len(p.Text) > 600 {
		return ""
	}
	if found, _ := agency.Subject(p.Text); len(found) > 0 && saysLead(p.Text) {
		return "executing"
	}
	if saysWhen(p.Text) || open.meaning == "content" && doneBy(p.Text) {
		return "timeline"
	}
	return ""
}

// doneBy reports whether a paragraph says until when the whole is done, however much else it says of it: "Hoàn thành
// việc cài đặt cho tất cả chủ nhà trọ trước ngày 31/5/2024; duy trì các năm sau."
func doneBy(s string) bool {
	if len(s) > longestCharge || !isWork.MatchString(normalize.FoldInPlace(s)) {
		return false
	}
	read, _, _, ok := timeline.Find(s)
	return ok && read.End != ""
}

// isWork reads how such a paragraph begins.
var isWork = pattern.MustCompile(`^(?:phấn đấu )?(?:hoàn thành|xong|kết thúc) `)

// saysWhose reads how a sentence begins that is no part of what a model does: "Do Sở Y tế chủ trì, …" below
// "Nội dung: …".
var saysWhose = pattern.MustCompile(`^(?:do|giao) `)

// saysWhen reports whether a sentence only says when.
func saysWhen(s string) bool {
	if len(s) >= 120 || !opensTime.MatchString(normalize.Fold(s)) {
		return false
	}
	_, ok := timeline.Parse(s)
	return ok
}

// saysDate reports whether a sentence only says when, by a date.
func saysDate(s string) bool {
	if !saysWhen(s) {
		return false
	}
	read, _ := timeline.Parse(s)
	return read.Start+read.End != ""
}

// partStated parts the sentences that say who, when, with what or what for from the field that
// they are printed behind, in the same paragraph: "Mục tiêu: … giấy tờ. Giao Sở Y tế chủ trì,
// phối hợp với …". Where a field of its own says it they stay: then they are part of what they
// tell.
func partStated(fields []*field) []*field {
	lacks := map[string]bool{"executing": true, "duties": true, "timeline": true, "tools": true, "objective": true, "forces": true}
	for _, f := range fields {
		switch f.meaning {
		case "assignments", "organising", "content", "allocation":
			lacks["executing"], lacks["duties"] = false, false
		case "executing", "lead", "cooperating":
			lacks["executing"] = false
		case "timeline", "begins", "ends":
			lacks["timeline"] = false
		case "tools", "objective", "forces":
			lacks[f.meaning] = false
		}
	}
	var out []*field
	for _, f := range fields {
		var more []*field
		switch f.meaning {
		case "objective", "forces", "timeline", "tools":
			more = f.part(lacks)
		case "executing", "lead", "cooperating":
			more = f.part(map[string]bool{"tools": lacks["tools"], "objective": lacks["objective"], "forces": lacks["forces"]})
		}
		out = append(append(out, f), more...)
	}
	if lacks["executing"] && !slices.ContainsFunc(out, func(f *field) bool { return f.meaning == "executing" }) {
		return out // what stands under no label tells all of it
	}
	for _, f := range out {
		lacks[f.meaning] = false
	}
	for i := 0; i < len(out); i++ {
		if out[i].meaning == "" {
			more := out[i].part(lacks)
			out = slices.Insert(out, i+1, more...)
			i += len(more)
		}
	}
	return out
}

// part cuts the sentences off a field that say something it lacks, with what follows them,
// and returns them as fields. The first sentence is what a label announces. A field with a list
// below it has no other.
func (f *field) part(lacks map[string]bool) []*field {
	text := f.value
	for _, p := range f.items {
		if p.Marker.Style != outline.None {
			return nil
		}
		text = f.whole() // "… phối hợp thực hiện." / "Mô hình sử dụng …"
	}
	var kept, start int
	var out []*field
	for i, end := range stops(text.Text, ".;") {
		sentence := text.Slice(start, end)
		start = end
		if i == 0 && f.meaning != "" {
			kept = end
			continue
		}
		meaning, from := tells(sentence.Text, lacks)
		if lacks["duties"] && slices.ContainsFunc(out, func(o *field) bool { return o.meaning == "executing" }) && isDuty(sentence.Text) {
			meaning, from = "assignments", 0 // "Hội Cựu giáo chức huyện phân công hội viên trực tại điểm đọc"
		}
		switch n := len(out); {
		case meaning == "executing" && n > 0 && out[n-1].meaning == meaning && strings.HasSuffix(out[n-1].value.Text, ";"):
			out[n-1].value = outline.Join(" ", out[n-1].value, sentence) // "Công an tỉnh chủ trì; Bưu điện tỉnh cùng thực hiện"
		case meaning == "" && n == 0 && f.meaning == "timeline" && saysDate(text.Text[:kept]) && saysNoTime(sentence.Text):
			out = append(out, &field{head: f.head, value: sentence, parted: true}) // "15/11/2024. Phần mềm do C06 cung cấp"
		case meaning != "":
			out = append(out, &field{meaning: meaning, head: f.head, value: sentence.From(from), parted: true})
		case n == 0:
			kept = end
		default:
			out[n-1].value = outline.Join(" ", out[n-1].value, sentence)
		}
	}
	for _, o := range out {
		o.value = o.value.Trim()
	}
	if len(out) > 0 {
		f.value, f.items, f.parted = text.Slice(0, kept).Trim(), nil, true
	}
	return out
}

// saysNoTime reports whether a sentence behind a time says something else.
func saysNoTime(s string) bool {
	s = strings.TrimSpace(s)
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) {
		return false
	}
	_, _, _, dated := timeline.Find(s)
	_, only := timeline.Parse(s)
	return !dated && !only
}

// tells returns what a sentence tells of what a model lacks, and where in it the words begin
// that do: behind "Công cụ sử dụng gồm", "Lực lượng tham gia là".
func tells(s string, lacks map[string]bool) (meaning string, from int) {
	said := strings.TrimSpace(s)
	folded, before := normalize.FoldInPlace(said), strings.Index(s, said)
	switch {
	case lacks["forces"] && forcesAt.MatchString(folded):
		return "forces", before + forcesAt.FindStringIndex(folded)[1]
	case lacks["executing"] && (saysLead(said) || agency.SaysWho(said)):
		return "executing", before
	case lacks["timeline"] && saysWhen(strings.TrimRight(said, ".;")):
		return "timeline", before + timeline.Label(said)
	case lacks["tools"] && tool.Opens(said):
		at, _ := tool.Clause(said)
		return "tools", before + at
	case lacks["objective"] && aimsAt.MatchString(folded):
		return "objective", before + aimsAt.FindStringIndex(folded)[1]
	}
	return "", 0
}
