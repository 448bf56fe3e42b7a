package header

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// readTail reads the recipients and the signature blocks.
func readTail(p *plan.Plan, lines []outline.Phrase) {
	var pieces []outline.Phrase
	for _, l := range lines {
		for _, column := range columns(l) {
			for _, c := range column.Lines() {
				pieces = append(pieces, beside(c)...)
			}
		}
	}
	signs := readRecipients(p, pieces)
	readSigners(p, signs)
}

// beside parts an entry of the recipients from what the signature block has on the same
// line: "- UBND huyện; CHỦ TỊCH", "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Lưu: VT. Lê Văn Bé".
func beside(c outline.Phrase) []outline.Phrase {
	f := fold(c.Text)
	_, bullet := cutBullet(c)
	if !bullet && !strings.HasPrefix(f, "nơi nhận") && !strings.HasPrefix(f, "lưu") {
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

// readRecipients reads the list behind "Nơi nhận" and returns the other lines.
func readRecipients(p *plan.Plan, pieces []outline.Phrase) (rest []outline.Phrase) {
	in, spent := false, false
	var open *outline.Phrase
	var span source.Span
	flush := func() {
		if open == nil {
			return
		}
		r := open.Trim()
		p.Recipients = append(p.Recipients, r.Text)
		span = span.Union(r.Whole())
		open = nil
	}
	for _, c := range pieces {
		f := fold(c.Text)
		body, bullet := cutBullet(c)
		switch {
		case !spent && !in && strings.HasPrefix(f, "nơi nhận"):
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
		case in && open != nil && !isCaps(c.Text) && !strings.HasPrefix(c.Text, "(") && !endsItem(open.Text):
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

// onBehalf reads "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH": on whose behalf one signs.
var onBehalf = regexp.MustCompile(`^(?:TM|KT|TL|TUQ|TUN|T/M|K/T)(?:\s*[.]\s*|\s+)\p{Lu}`)

// readSigners reads the names in the signature blocks, each with the offices printed
// above it, and what is printed below it up to the next block.
func readSigners(p *plan.Plan, pieces []outline.Phrase) {
	var titles []outline.Phrase
	behalf := false // the line above says on whose behalf: it goes on
	for i := 0; i < len(pieces); i++ {
		c := pieces[i]
		switch {
		case onBehalf.MatchString(c.Text):
			behalf = true
		case isName(c.Text):
			n := below(pieces[i:])
			p.Signers = append(p.Signers, signer(c, append(titles, pieces[i+1:i+1+n]...)))
			titles, behalf = nil, false
			i += n
		case isOffice(c.Text):
			if behalf && !isPost(c.Text) {
				continue // "TM. ỦY BAN NHÂN DÂN" / "TỈNH TUYÊN QUANG"
			}
			titles, behalf = append(titles, c), false
		}
	}
	if len(p.Signers) == 0 && len(titles) > 0 {
		p.Signers = append(p.Signers, signer(outline.Phrase{}, titles))
	}
	if n := len(p.Signers); n > 0 {
		p.Spans["signers"] = p.Signers[0].Span.Union(p.Signers[n-1].Span)
	}
}

// below returns how many lines right under the name that begins pieces name an office of
// this person: a blank line parts them from the offices of the next.
func below(pieces []outline.Phrase) int {
	n := 1
	for n < len(pieces) && isOffice(pieces[n].Text) && pieces[n].Whole().Line == pieces[n-1].Whole().EndLine+1 {
		n++
	}
	if n == 1 || n == len(pieces) || !isPost(pieces[1].Text) || !isPost(pieces[n].Text) || !isOffice(pieces[n].Text) {
		return 0
	}
	return n - 1
}

// isOffice reports whether a line of a signature block names an office.
func isOffice(s string) bool {
	return isCaps(s) && utf8.RuneCountInString(s) < 90 && !strings.ContainsAny(s, "0123456789/:") || strings.Contains(s, "ĐỀ ÁN 06")
}

// posts are the words with which an office begins.
var posts = []string{"chủ tịch", "phó", "quyền", "tổ trưởng", "trưởng", "giám đốc", "cục trưởng", "bộ trưởng", "thứ trưởng", "thủ tướng", "chánh", "bí thư", "thư ký", "q.", "chủ nhiệm", "tổng", "viện trưởng", "hiệu trưởng", "thủ trưởng"}

func isPost(s string) bool {
	f := fold(s)
	for _, p := range posts {
		if strings.HasPrefix(f, p) {
			return true
		}
	}
	return false
}

// ranks stand before a name.
var ranks = regexp.MustCompile(`^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng|úy)|TS|ThS|PGS|GS|BS|KS|CN|Ông|Bà)\.?,? `)

// isName reports whether s is a person's name: two to five words with capitals, perhaps
// behind a rank, and no office.
func isName(s string) bool {
	for {
		m := ranks.FindString(s)
		if m == "" {
			break
		}
		s = s[len(m):]
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 || isCaps(s) && len(words) < 2 || isPost(s) {
		return false
	}
	for _, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || strings.IndexFunc(w[n:], func(r rune) bool { return !unicode.IsLower(r) }) >= 0 {
			return false
		}
	}
	return !isBody(s)
}

// signer makes a signer of a name and the offices above it.
func signer(name outline.Phrase, titles []outline.Phrase) plan.Signer {
	var s plan.Signer
	if name.Text != "" {
		full := name.Text
		bare := full[len(ranks.FindString(full)):]
		s.Name, s.Span = &bare, name.Whole()
		if bare != full {
			rank := strings.TrimSpace(strings.TrimSuffix(full, bare))
			s.Rank = &rank
		}
	}
	var parts []string
	for _, t := range titles {
		office := proper(t.Text)
		if n := len(parts); n > 0 && !isPost(t.Text) {
			parts[n-1] += " " + lowerFirst(office)
		} else {
			parts = append(parts, office)
		}
		s.Span = t.Whole().Union(s.Span)
	}
	if len(parts) > 0 {
		title := strings.ReplaceAll(strings.Join(parts, "; "), "ubnd", "UBND")
		s.Title = &title
	}
	return s
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
