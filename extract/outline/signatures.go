package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/normalize"
)

// signatureForms begin the line that says on whose behalf a document is signed.
var signatureForms = []string{"TM.", "T/M", "TM ", "KT.", "TL.", "TUQ.", "TUN."}

// endsBody reports whether the i-th line is the first after the content: "Nơi nhận",
// a signature, or what stands behind the closing mark "./.".
func endsBody(t *normalize.Text, i int) bool {
	s := t.Line(i)
	if isRecipients(s) {
		return true
	}
	for _, f := range signatureForms {
		if strings.HasPrefix(s, f) && IsCaps(s) {
			return true
		}
	}
	if signedInColumns(t, i) || signedAlone(t, i) {
		return true
	}
	for j := i - 1; j >= 0; j-- {
		if t.Lines[j].Kind == normalize.Content {
			return strings.HasSuffix(t.Line(j), "./.") && beginsUnnumbered(s)
		}
	}
	return false
}

// beginsUnnumbered reports whether a line has no marker, an annex's or a bullet.
func beginsUnnumbered(s string) bool {
	m := readMarker(s)
	return m.Style == None || m.Style == Annex || m.Style >= Dash
}

// signedInColumns reports whether the i-th line begins signatures side by side: cells in
// capitals, and a few lines below as many names of persons.
func signedInColumns(t *normalize.Text, i int) bool {
	s := t.Line(i)
	cells := strings.Count(s, "\t")
	if cells == 0 || !IsCaps(s) || strings.ContainsAny(s, "0123456789:") {
		return false
	}
	for j, seen := i+1, 0; j < len(t.Lines) && seen < 4; j++ {
		if t.Lines[j].Kind != normalize.Content {
			continue
		}
		seen++
		below := t.Line(j)
		switch n := strings.Count(below, "\t"); {
		case IsCaps(below) && n <= cells: // "PHÓ GIÁM ĐỐC" may be the office of one of them only
		case n != cells:
			return false
		default:
			return !slices.ContainsFunc(strings.Split(below, "\t"), func(c string) bool { return !isPerson(withoutRank(c)) })
		}
	}
	return false
}

// signedAlone reports whether the i-th line begins a signature above the recipients or at the
// end: an office in capitals in up to three lines, and a person's name.
func signedAlone(t *normalize.Text, i int) bool {
	if s := t.Line(i); len(s) > 80 || !IsCaps(s) || strings.ContainsAny(s, "\t0123456789:.") {
		return false
	}
	named := false
	for j, seen := i+1, 0; j < len(t.Lines) && seen < 4; j++ {
		s := t.Line(j)
		switch {
		case t.Lines[j].Kind != normalize.Content:
			continue
		case named:
			return isRecipients(s) || readMarker(s).Style == Annex
		case isPerson(withoutRank(s)):
			named = true
		case !IsCaps(s):
			return false
		}
		seen++
	}
	return named
}

// withoutRank cuts "Đại tá " and the like off.
func withoutRank(s string) string {
	for _, rank := range []string{" tá ", " tướng ", " úy "} {
		if i := strings.Index(s, rank); i > 0 && strings.IndexByte(s[:i], ' ') < 0 {
			return s[i+len(rank):]
		}
	}
	return s
}

// isRecipients reports whether s is the head of the list of recipients.
func isRecipients(s string) bool {
	s, _, _ = strings.Cut(s, "\t") // what stands beside it is the signature
	rest, ok := CutRecipients(s)
	return ok && strings.Trim(rest, " :.") == "" || ok && strings.HasPrefix(strings.TrimSpace(rest), ":")
}

// CutRecipients returns what stands behind "Nơi nhận", whatever marks a recogniser read: "Noi
// nhận:".
func CutRecipients(s string) (rest string, ok bool) {
	if s == "" || s[0] != 'N' && s[0] != 'n' {
		return "", false // nearly all lines
	}
	const head = "noi nhan"
	end, letters := 0, 0
	for letters < len(head) && end < len(s) {
		_, n := utf8.DecodeRuneInString(s[end:])
		end, letters = end+n, letters+1
	}
	return s[end:], normalize.Bare(s[:end]) == head
}

// isPerson reports whether s is printed as a person's name: two to five words, each with
// a capital and small letters behind it.
func isPerson(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || n == len(w) || strings.IndexFunc(w[n:], func(r rune) bool { return !unicode.IsLower(r) }) >= 0 {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 5
}
