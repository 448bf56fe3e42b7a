package header

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
)

// onBehalf reads "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH": on whose behalf one signs.
var onBehalf = pattern.MustCompile(`^(?:TM|KT|TL|TUQ|TUN|T/M|K/T)(?:\s*[.]\s*|\s+)\p{Lu}`)

// readSigners reads the names in the signature blocks, each with the offices printed
// above it, and what is printed below it up to the next block.
func readSigners(p *plan.Plan, pieces []outline.Phrase) {
	var titles []outline.Phrase
	behalf := false // the line above says on whose behalf: it goes on
	from := 0       // where the block in hand begins
	for i := 0; i < len(pieces); i++ {
		c := pieces[i]
		if names := sameLine(pieces[i:]); len(names) > 1 && allNames(names) {
			p.Signers = append(p.Signers, sideBySide(names, pieces[from:i])...)
			titles, behalf = nil, false
			i += len(names) - 1
			from = i + 1
			continue
		}
		switch {
		case onBehalf.MatchString(c.Text):
			behalf = true
		case isName(c.Text):
			n := below(pieces[i:])
			p.Signers = append(p.Signers, signer(c, append(titles, pieces[i+1:i+1+n]...)))
			titles, behalf = nil, false
			i += n
			from = i + 1
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

// block parts a signature block that stands on one line: on whose behalf, the office, the
// name if it stands there too. What is none stays whole.
func block(c outline.Phrase) []outline.Phrase {
	if !onBehalf.MatchString(c.Text) && !isPost(c.Text) {
		return []outline.Phrase{c}
	}
	office, rest := c, []outline.Phrase(nil)
	for i := 1; i < len(c.Text); i++ {
		if c.Text[i-1] == ' ' && isCaps(c.Text[:i]) && !isCaps(c.Text[i:]) && isName(c.Text[i:]) {
			office, rest = c.Slice(0, i).Trim(), []outline.Phrase{c.From(i)}
			break
		}
	}
	if !isCaps(office.Text) {
		return []outline.Phrase{c}
	}
	if i := officeStart(office.Text); i > 0 {
		return append([]outline.Phrase{office.Slice(0, i).Trim(), office.From(i)}, rest...)
	}
	if rest == nil {
		return []outline.Phrase{c}
	}
	return append([]outline.Phrase{office}, rest...)
}

// officeStart returns where the signer's own office begins behind those on whose behalf he
// signs: behind "TM. ỦY BAN NHÂN DÂN", behind "KT. CHỦ TỊCH"; 0 where none stands there.
func officeStart(s string) int {
	if !onBehalf.MatchString(s) {
		return 0
	}
	from := strings.LastIndexByte(s, '.') + 1
	if from == 0 {
		from = strings.IndexByte(s, ' ')
	}
	body := strings.TrimLeft(s[from:], " ")
	from = len(s) - len(body)
	own := !isPost(body) // the body is no office: the first office is his own
	for i := from + 1; i < len(s); i++ {
		if s[i-1] == ' ' && isPost(s[i:]) && (own || !strings.HasPrefix(fold(s[i:]), "tịch")) {
			return i
		}
	}
	return 0
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

// sameLine returns the pieces that stand on the line of the first.
func sameLine(pieces []outline.Phrase) []outline.Phrase {
	n := 1
	for n < len(pieces) && pieces[n].Whole().Line == pieces[0].Whole().Line {
		n++
	}
	return pieces[:n]
}

func allNames(pieces []outline.Phrase) bool {
	return !slices.ContainsFunc(pieces, func(c outline.Phrase) bool { return !isName(c.Text) })
}

// sideBySide makes signers of the names on one line: each has the offices that stand in
// the same place of their lines above; bodies above the offices are none. An office alone on
// its line is that of the one who signs for another: "KT. GIÁM ĐỐC" / "PHÓ GIÁM ĐỐC".
func sideBySide(names, above []outline.Phrase) []plan.Signer {
	offices := make([][]outline.Phrase, len(names))
	deputy := -1
	for len(above) > 0 {
		row := sameLine(above)
		above = above[len(row):]
		for k, t := range row {
			switch {
			case len(row) == len(names) && onBehalf.MatchString(t.Text):
				deputy = k
			case len(row) == len(names) && isPost(t.Text):
				offices[k] = append(offices[k], t)
			case len(row) == 1 && deputy >= 0 && len(offices[deputy]) == 0 && isPost(t.Text):
				offices[deputy] = append(offices[deputy], t)
			}
		}
	}
	var out []plan.Signer
	for k, n := range names {
		out = append(out, signer(n, offices[k]))
	}
	return out
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
var ranks = pattern.MustCompile(`^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng|úy)\.?,? |(?:(?:TSKH|TS|Th\.?[Ss]|PGS|GS|BSNT|BSCK ?(?:I{1,3}|[12])|BS|CK ?(?:I{1,3}|[12])|DSCK ?(?:I{1,3}|[12])|DS|KS|CN|LS|NGND|NGƯT|TTND|TTƯT|Ông|Bà)(?:[.,-]+ ?| ))+)`)

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
	if len(words) >= 3 && words[0] == "Đoàn" && (words[1] != "Thanh" || words[2] != "Niên") {
		return true // a family name; the Youth Union is "Đoàn Thanh niên", "Đoàn xã"
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
		switch n := len(parts); {
		case n > 0 && !isPost(t.Text) && isBody(t.Text):
			parts[n-1] += " " + office // "PHÓ CỤC TRƯỞNG" and "CỤC CẢNH SÁT …"
		case n > 0 && !isPost(t.Text):
			parts[n-1] += " " + lowerFirst(office)
		default:
			parts = append(parts, deputyOf.ReplaceAllStringFunc(office, upperLast))
		}
		s.Span = t.Whole().Union(s.Span)
	}
	if len(parts) > 0 {
		title := strings.NewReplacer("ubnd", "UBND", " tổ công tác", " Tổ công tác").Replace(strings.Join(parts, "; "))
		s.Title = &title
	}
	return s
}

// deputyOf is what stands before the office of a deputy, and its first letter: "Phó Chủ tịch".
var deputyOf = pattern.MustCompile(`^Phó \p{Ll}`)

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
