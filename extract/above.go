package extract

// What is told of models outside of them, once for all of a group: in its heading, below that
// heading, or in a sentence behind its last model.

import (
	"slices"
	"strconv"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// leadIn reads who leads in a heading: "Các mô hình do Công an huyện chủ trì (03 mô hình)",
// "Công an huyện chủ trì thực hiện 03 mô hình".
func leadIn(heading outline.Phrase) (outline.Phrase, bool) {
	s, _ := groupTitle(heading)
	if len(s.Text) > longestHeading {
		return outline.Phrase{}, false
	}
	if at := charging.FindStringIndex(normalize.FoldInPlace(s.Text)); at != nil {
		s = s.From(at[1])
	}
	return s, agency.Begins(s.Text) && agency.SaysLead(s.Text)
}

// charging reads the words before whom a heading charges.
var charging = pattern.MustCompile(`^(?:các |nhóm |những )?(?:mô hình|nhiệm vụ|nội dung)(?: điểm)? (?:do|giao(?: cho)?) `)

// longestHeading is the bytes of a heading that says who leads and nothing else.
const longestHeading = 240

// rolesIn reads who does what in a heading. In one in capitals nothing but its words tells where the
// body ends: "II. SỞ Y TẾ CHỦ TRÌ".
func (r *reader) rolesIn(heading outline.Phrase) (by parties) {
	if at := strings.Index(normalize.FoldInPlace(heading.Text), " chủ trì"); at > 0 && outline.IsCaps(heading.Text) {
		by.lead = r.list(heading.Slice(0, at))
		return by
	}
	return r.roles(heading)
}

// chargeAbove gives a model of which no field says who carries it out to whoever a heading
// above it charges.
func (r *reader) chargeAbove(p *outline.Para, m *plan.Model) {
	if len(m.Lead)+len(m.Implementing) > 0 {
		return
	}
	for a := p.Parent; a != nil; a = a.Parent {
		if s, ok := leadIn(a.Phrase); ok && a.Item == nil {
			var by parties
			r.within("above", a.Text, func() { by = r.rolesIn(s) })
			m.Lead, m.Cooperating = by.lead, addAgencies(m.Cooperating, by.cooperating)
			return
		}
	}
}

// A sharedField is a field that holds for all models of a group, but for some.
type sharedField struct {
	*field
	except []int
}

// excepted reads the models at the end of such a field for which it does not hold: "…, trừ mô hình
// 29", "… (trừ mô hình có ghi riêng)".
var excepted = pattern.MustCompile(`[,;]? ?\(?(?:ngoại trừ|trừ|không kể|không bao gồm) (?:các )?mô hình (.*)$`)

// chargesWhom reads what stands between all models of a group and whom a sentence charges with them: "Các
// mô hình trong nhóm này do Sở Y tế chủ trì, hoàn thành trong quý II/2024".
var chargesWhom = pattern.MustCompile(`^(?:do|giao(?: cho)?) `)

// ledOfGroup reads the models of a group behind who leads them: "Công an huyện chủ trì các mô hình trong nhóm
// này, chịu trách nhiệm về tiến độ".
var ledOfGroup = pattern.MustCompile(` (?:(?:cả|tất cả|toàn bộ|các|chung|\d{1,2}) )+(?:mô hình|nhiệm vụ|nội dung) (?:trong|của|thuộc|ở) (?:cả |toàn )?(?:nhóm|mảng|lĩnh vực|mục|phần)(?: này| trên)?`)

// sharedBelow returns what is told for all models of a group: the paragraphs between its heading and
// its first model, and the sentences behind its models that name the group.
func (r *reader) sharedBelow(g *outline.Para) (all []sharedField) {
	if known, ok := r.shared[g]; ok {
		return known
	}
	behind := false
	for _, c := range g.Children {
		if c.Item != nil || c.Cells != nil || holdsModels(c) {
			behind = true
			continue
		}
		if behind && !c.ClosesGroup() && !labelsGroup(c) {
			continue
		}
		if f, ok := sharedIn(c, r.isGroup(g)); ok {
			all = append(all, f)
		}
	}
	r.shared[g] = all
	return all
}

// sharedIn reads a paragraph above or behind the models of a group as a field that holds for all of them. Right below the
// heading of their group any label says so.
func sharedIn(c *outline.Para, inGroup bool) (sharedField, bool) {
	f := &field{head: c}
	label, _, hasLabel := strings.Cut(c.Text, ":")
	shared, ofAll := outline.ReadSharedLabel(label)
	switch {
	case c.Label != nil && inGroup && c.Marker.Style == outline.None:
		f.meaning, f.label, f.value = c.Label.Meaning, labelText(c), c.Value()
	case hasLabel && ofAll:
		f.label = label
		f.meaning, _ = lexicon.Labels("field").Whole(shared.Own)
		f.value = c.From(len(label) + 1)
	case inGroup && c.Label == nil && c.Marker.Style == outline.None && ledOfGroup.MatchString(normalize.FoldInPlace(c.Text)):
		f.value = c.Slice(0, ledOfGroup.FindStringIndex(normalize.FoldInPlace(c.Text))[0])
		if !saysLead(f.value.Text) {
			return sharedField{}, false
		}
		f.meaning, f.parted = "executing", true
	default:
		end, _, ok := c.AllModels()
		at := chargesWhom.FindStringIndex(normalize.FoldInPlace(c.Text[end:]))
		if !ok || at == nil || !saysLead(c.Text) {
			return sharedField{}, false
		}
		f.meaning, f.value, f.parted = "executing", c.From(end+at[1]), true
	}
	var out sharedField
	if m := excepted.FindStringSubmatchIndex(normalize.FoldInPlace(f.value.Text)); m != nil {
		for _, n := range modelNumber.FindAllString(f.value.Text[m[2]:m[3]], -1) {
			if n, err := strconv.Atoi(n); err == nil {
				out.except = append(out.except, n)
			}
		}
		f.value = f.value.Slice(0, m[0])
	}
	f.value = f.value.Trim()
	out.field = f
	return out, f.value.Text != ""
}

// labelsGroup reports whether the label of a paragraph says that it holds for a group.
func labelsGroup(c *outline.Para) bool {
	label, _, ok := strings.Cut(c.Text, ":")
	if ok {
		_, ok = outline.ReadSharedLabel(label)
	}
	return ok
}

// timeAbove returns the time of the nearest heading above p that is nothing but a time: "2. Tháng
// 02/2026", "Giai đoạn 1 (từ tháng 3 đến tháng 6/2024)".
func (r *reader) timeAbove(p *outline.Para) (t *plan.Timeline) {
	for a := p.Parent; a != nil && t == nil; a = a.Parent {
		if a.Item != nil || a.Cells != nil || a.Marker.Style >= outline.Dash {
			continue
		}
		known := false
		if t, known = r.headTimes[a]; !known {
			t = r.timeOfHeading(timeOfStage(a))
			r.headTimes[a] = t
		}
	}
	if t == nil {
		return nil
	}
	own := *t // each has its own
	return &own
}

// timeOfStage is the part of a heading that tells its time: of a stage what stands in brackets or
// behind the last colon of its title, of any other the whole.
func timeOfStage(p *outline.Para) outline.Phrase {
	if p.Marker.Style != outline.Stage {
		return p.Phrase
	}
	if m := lastBrackets.FindStringSubmatchIndex(p.Text); m != nil {
		return p.Slice(m[2], m[3])
	}
	if at := strings.LastIndexAny(p.Text, ":;"); at >= 0 {
		return p.From(at + 1)
	}
	return p.Phrase
}

// timeOfHeading reads a heading that is nothing but a time, nil where it is more or none.
func (r *reader) timeOfHeading(heading outline.Phrase) (t *plan.Timeline) {
	if len(heading.Text) > longestHeading || !strings.ContainsAny(heading.Text, "0123456789") && !strings.HasPrefix(heading.Text, "Quý ") {
		return nil
	}
	s, _ := groupTitle(heading)
	if m := allBy.FindStringSubmatchIndex(normalize.FoldInPlace(heading.Text)); m != nil {
		s = heading.Slice(m[2], m[3])
	}
	s = s.Slice(0, len(strings.TrimRight(s.Text, " .:")))
	if m := stageHead.FindStringSubmatchIndex(normalize.FoldInPlace(s.Text)); m != nil {
		s = s.Slice(m[2], m[3])
	}
	read, ok := timeline.Heads(s.Text)
	if !ok || read.Start+read.End == "" && read.Yearless == "" {
		return nil
	}
	r.within("above", heading.Text, func() { t = r.timeOf(s.Trim(), read) })
	return t
}

// allBy reads until when a heading wants all below it done: "Mảng đô thị (05 mô hình, đều phải xong
// trước 30/9/2026)".
var allBy = pattern.MustCompile(`[(,;–-] ?(?:các mô hình |các nhiệm vụ )?(?:tất cả|đều|toàn bộ|cả nhóm|cùng)(?: đều)?(?: phải)? (?:xong|hoàn thành|kết thúc|thực hiện xong)(?: trong)? ((?:trước|trong|chậm nhất|vào|đến|hết|ngày|tháng|quý|năm)[^()]*)\)?$`)

// stageHead reads what a stage says of its time: "Giai đoạn 1 (từ tháng 3 đến tháng 6/2024)", "Đợt
// 2: Quý IV/2024".
var stageHead = pattern.MustCompile(`^(?:giai đo[ạa]n|đợt|bước|chặng|kỳ|tuần)(?: thứ)? (?:\d{1,2}|i{1,3}|iv|một|hai|ba|bốn|nhất|nhì|tư|năm)(?:[:,]| -| –)? ?\(?([^()]*)\)?$`)

// tellAbove gives a model what the headings above it tell for all of a group, where it does not tell
// it itself.
func (r *reader) tellAbove(p *outline.Para, m *plan.Model) {
	if m.Timeline == nil {
		if m.Timeline = r.timeAbove(p); m.Timeline != nil {
			m.Spans["timeline"] = m.Timeline.Span
		}
	}
	for a := p.Parent; a != nil && a.Item == nil; a = a.Parent {
		for _, f := range r.sharedBelow(a) {
			if slices.Contains(f.except, m.Number) {
				continue
			}
			noBody := len(m.Lead)+len(m.Implementing) == 0
			lacks := map[string]bool{"lead": noBody, "executing": noBody, "cooperating": len(m.Cooperating) == 0, "timeline": m.Timeline == nil, "tools": len(m.Tools) == 0}
			f.at = f.span()
			r.within("above", a.Text, func() {
				r.within(labelRule(f.field), f.label, func() {
					if lacks[f.meaning] {
						r.modelField(m, f.field)
					}
					if f.parted {
						r.timeIn(m, f.value)
					}
				})
			})
		}
	}
}
