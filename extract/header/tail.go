package header

import (
	"strings"

	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// readTail reads the recipients and the signature blocks.
func readTail(p *plan.Plan, lines []outline.Phrase) {
	var pieces []outline.Phrase
	for i, l := range lines {
		if i > 0 && behindDocument[strings.TrimRight(fold(l.Text), " :")] {
			break
		}
		for _, column := range joinBullets(columns(l)) {
			for _, c := range column.Lines() {
				for _, e := range entries(c) {
					for _, b := range beside(e) {
						pieces = append(pieces, block(b)...)
					}
				}
			}
		}
	}
	signs := readRecipients(p, pieces)
	readSigners(p, signs)
}

// behindDocument are the headings of what a web page puts behind a document: its labels, other news.
var behindDocument = map[string]bool{
	"thuộc tính văn bản": true, "thuộc tính": true, "thông tin văn bản": true, "tin cùng chuyên mục": true, "tin liên quan": true, "tin mới": true,
	"các tin khác": true, "tin khác": true, "văn bản liên quan": true, "văn bản cùng loại": true, "văn bản khác": true, "tệp đính kèm": true, "tài liệu đính kèm": true,
}

// joinBullets joins a bullet to its text where a gap as wide as between columns parts
// them: "-   Sở Y tế;".
func joinBullets(cells []outline.Phrase) []outline.Phrase {
	var out []outline.Phrase
	for _, c := range cells {
		if n := len(out); n > 0 && strings.Trim(out[n-1].Text, "-–+•*") == "" {
			out[n-1] = outline.Join(" ", out[n-1], c)
			continue
		}
		out = append(out, c)
	}
	return out
}

// entries parts a list of recipients that was set on one line: "Nơi nhận: - UBND tỉnh;
// - Ban Giám đốc Sở; - Lưu: VT."
func entries(c outline.Phrase) []outline.Phrase {
	if !namesRecipients(c.Text) {
		return []outline.Phrase{c}
	}
	var out []outline.Phrase
	start := 0
	for i := 0; i < len(c.Text); i++ {
		switch rest := c.Text[i:]; {
		case strings.HasPrefix(rest, "; - "), strings.HasPrefix(rest, "; + "):
			out = append(out, c.Slice(start, i+1))
			start = i + 2
		case strings.HasPrefix(rest, ") - ") && isCapitalised(rest[len(") - "):]): // "…; (báo cáo) - Thường trực HĐND tỉnh"
			out = append(out, c.Slice(start, i+1))
			start = i + 2
		case strings.HasPrefix(rest, ";- "), strings.HasPrefix(rest, ";-") && isCapitalised(rest[2:]): // "…;- Thủ tướng"
			out = append(out, c.Slice(start, i+1))
			start = i + 1
		}
	}
	return append(out, c.From(start))
}

// beside parts an entry of the recipients from what the signature block has on the same
// line: "- UBND huyện; CHỦ TỊCH", "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Lưu: VT. Lê Văn Bé".
func beside(c outline.Phrase) []outline.Phrase {
	f := fold(c.Text)
	_, bullet := cutBullet(c)
	if !bullet && !namesRecipients(c.Text) && !strings.HasPrefix(f, "lưu") {
		return []outline.Phrase{c}
	}
	for i := 0; i < len(c.Text); i++ {
		if c.Text[i] != ' ' {
			continue
		}
		before, after := strings.TrimSpace(c.Text[:i]), strings.TrimSpace(c.Text[i:])
		switch {
		case onBehalf.MatchString(after), isCaps(after) && isPost(after) && endsItem(before):
			return []outline.Phrase{c.Slice(0, i), c.From(i)}
		case strings.HasSuffix(before, ".") && strings.Contains(fold(before), "lưu") && isName(after):
			return []outline.Phrase{c.Slice(0, i), c.From(i)}
		}
	}
	return []outline.Phrase{c}
}

// namesRecipients reports whether s begins with the head of the list of recipients.
func namesRecipients(s string) bool {
	_, ok := outline.CutRecipients(s)
	return ok
}

// longestRecipient is the bytes after which an entry takes no further line.
const longestRecipient = 2000

// readRecipients reads the list behind "Nơi nhận", or one that has lost these words and ends
// with "- Lưu: …", and returns the other lines.
func readRecipients(p *plan.Plan, pieces []outline.Phrase) (rest []outline.Phrase) {
	in, spent := headless(pieces), false
	var open *outline.Phrase
	var span source.Span
	flush := func() {
		if open == nil {
			return
		}
		r := open.Trim()
		r = r.Slice(0, len(strings.TrimRight(r.Text, ","))) // the Party lists with commas
		p.Recipients = append(p.Recipients, r.Text)
		span = span.Union(r.Whole())
		open = nil
	}
	for _, c := range pieces {
		body, bullet := cutBullet(c)
		switch {
		case !spent && !in && namesRecipients(c.Text):
			in = true
			if i := strings.IndexByte(c.Text, ':'); i >= 0 {
				if after, ok := cutBullet(c.From(i + 1)); ok && after.Text != "" {
					open = &after
				}
			}
		case in && bullet:
			flush()
			open = &body
			if strings.HasPrefix(fold(body.Text), "lưu") {
				flush()
				in, spent = false, true
			}
		case in && open != nil && len(open.Text) < longestRecipient && !isCaps(c.Text) && !strings.HasPrefix(c.Text, "(") && !endsItem(open.Text) && !(isName(c.Text) && strings.HasSuffix(open.Text, ",")):
			joined := outline.Join(" ", *open, c)
			open = &joined
		case in && !isCaps(c.Text) && !isName(c.Text) && open == nil && len(p.Recipients) == 0:
			b := c
			open = &b
		default:
			rest = append(rest, c)
		}
	}
	flush()
	if len(p.Recipients) > 0 {
		p.Spans["recipients"] = span
	}
	return rest
}

// headless reports whether the list of recipients stands without its head: two bullets or
// more, the last of them "Lưu: …".
func headless(pieces []outline.Phrase) bool {
	bullets := 0
	for _, c := range pieces {
		body, bullet := cutBullet(c)
		f := fold(body.Text)
		switch {
		case namesRecipients(c.Text):
			return false
		case bullet && strings.HasPrefix(f, "lưu"):
			return bullets >= 2
		case bullet:
			bullets++
		}
	}
	return false
}

// endsItem reports whether an entry of a list is over: ";" or "." at its end.
func endsItem(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasSuffix(s, ";") || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ")")
}

// cutBullet cuts "- " or "+ " off.
func cutBullet(c outline.Phrase) (outline.Phrase, bool) {
	s := strings.TrimLeft(c.Text, "-–+•* ")
	return c.From(len(c.Text) - len(s)), len(s) < len(c.Text) && s != ""
}
