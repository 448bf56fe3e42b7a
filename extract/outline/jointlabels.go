package outline

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// One label may name several fields, whose values stand behind it in the same order: "Phối hợp, thời
// hạn, công cụ: Phòng Tư pháp, Công an huyện; xong trước ngày 30/6/2024; máy quét".

// splitJoint parts the paragraphs with such a label into one for each field.
func splitJoint(ps []*Para) []*Para {
	out := make([]*Para, 0, len(ps))
	for _, p := range ps {
		if parts := p.joint(); parts != nil {
			out = append(out, parts...)
		} else {
			out = append(out, p)
		}
	}
	return out
}

// joint returns a paragraph for each field that the label of p names, nil where it names one. One of
// them is a time: by it the others are told apart, as bodies and tools may be several. Or they are who leads and
// who cooperates.
func (p *Para) joint() []*Para {
	if p.Cells != nil || p.Item != nil || !strings.ContainsAny(p.Text, ";/") {
		return nil // nearly all
	}
	key, end, ok := beforeColon(p.Text)
	if !ok {
		return nil
	}
	meanings, at := jointMeanings(key)
	values := p.From(end).Trim()
	if len(meanings) == 0 || values.Text == "" {
		return nil
	}
	var fields []Phrase
	if at >= 0 {
		fields = fieldsAround(values, at, len(meanings))
	} else {
		fields = leadAndOthers(values, meanings)
	}
	if fields == nil {
		return nil
	}
	var out []*Para
	for i, f := range fields {
		q := *p
		q.Phrase, q.Label = f, &Label{Meaning: meanings[i], Own: true}
		if i > 0 {
			q.Split, q.Marker = true, Marker{Style: p.Marker.Style}
		}
		out = append(out, &q)
	}
	return out
}

// jointMeanings returns the meanings of a label that names several fields, none where it names one, and which
// of them is the time; -1 where none is.
func jointMeanings(key string) (meanings []string, time int) {
	if _, whole := lexicon.Labels("field").Whole(key); whole && !leadAndOthersForm.MatchString(key) {
		return nil, -1
	}
	time = -1
	for name := range strings.SplitSeq(joins.Replace(key), ",") {
		name = strings.TrimSpace(name)
		meaning, known := lexicon.Labels("field").Whole(name)
		if !known {
			meaning, known = lexicon.MisreadLabel(name) // "Tiến đô"
		}
		if !known {
			meaning = meaningOf(name)
		}
		if meaning == "timeline" {
			time = len(meanings)
		}
		for _, m := range meanings {
			if m == meaning {
				return nil, -1
			}
		}
		if meaning == "" {
			return nil, -1
		}
		meanings = append(meanings, meaning)
	}
	if len(meanings) < 2 {
		return nil, -1
	}
	return meanings, time
}

// leadAndOthersForm reads a label of who leads and who cooperates: "cơ quan chủ trì, phối hợp".
var leadAndOthersForm = pattern.MustCompile(`chủ trì(?:,| và|,? ?/| -| –) ?(?:(?:cơ quan|đơn vị) )?phối hợp$`)

// leadAndOthers parts the values of "Chủ trì/phối hợp: Sở Nội vụ / Sở Y tế, Công an tỉnh" at the one mark between
// them; nil where they say themselves who does what.
func leadAndOthers(values Phrase, meanings []string) []Phrase {
	if len(meanings) != 2 || meanings[0] != "lead" || meanings[1] != "cooperating" || saysRole.MatchString(normalize.FoldInPlace(values.Text)) {
		return nil
	}
	for _, mark := range []string{";", "/"} {
		if strings.Count(values.Text, mark) == 1 {
			i := strings.Index(values.Text, mark)
			if a, b := values.Slice(0, i).Trim(), values.From(i+1).Trim(); a.Text != "" && b.Text != "" {
				return []Phrase{a, b}
			}
		}
	}
	return nil
}

var saysRole = pattern.MustCompile(`chủ trì|phối hợp|đầu mối|\(`)

// joins makes commas of what else stands between the names of fields.
var joins = strings.NewReplacer(" và ", ",", " / ", ",", "/", ",", " – ", ",", " - ", ",", " & ", ",")

// fieldsAround parts values at ";" into n fields, of which the one at time is a time. Before it, where
// one field stands there, and behind it several parts may be one; what stands behind it may be missing.
func fieldsAround(values Phrase, time, n int) (fields []Phrase) {
	starts := []int{0}
	for i, c := range []byte(values.Text) {
		if c == ';' {
			starts = append(starts, i+1)
		}
	}
	parts := len(starts)
	starts = append(starts, len(values.Text)+1)
	join := func(from, to int) Phrase { return values.Slice(starts[from], starts[to]-1).Trim() }
	at := time
	for at < parts && !saysWhen.MatchString(normalize.FoldInPlace(join(at, at+1).Text)) {
		at++
	}
	if at >= parts || at != time && time != 1 {
		return nil
	}
	if time == 1 {
		fields = append(fields, join(0, at))
	} else {
		for i := range time {
			fields = append(fields, join(i, i+1))
		}
	}
	fields = append(fields, join(at, at+1))
	for i := at + 1; i < parts && len(fields) < n; i++ {
		if len(fields) == n-1 {
			return append(fields, join(i, parts))
		}
		fields = append(fields, join(i, i+1))
	}
	return fields
}

// saysWhen reads a part that tells a time, or on what the time waits.
var saysWhen = pattern.MustCompile(`(?:^|[ (])(?:quý|tháng \d|năm \d|năm học|ngày \d|\d{1,2}/\d{4}|thường xuyên|lộ trình|hằng (?:ngày|tuần|tháng|quý|năm)|hàng (?:ngày|tuần|tháng|quý|năm))|^(?:sau khi|ngay sau|khi |xong|hoàn thành|trước|chậm nhất|từ )`)
