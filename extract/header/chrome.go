package header

import (
	"slices"
	"strings"

	"kehoach/extract/pattern"
)

// A web page prints the name of a document, what it is about and who runs the site above the
// document itself. Where the document's own head is whole below them, they say nothing more of
// it.

// longestIssuer is the bytes of the longest line of an issuer.
const longestIssuer = 160

// isIssuerLine reports whether a line is not too long for an issuer's: only several bodies that issue
// together take more.
func isIssuerLine(s string) bool {
	return len(s) <= longestIssuer || len(s) <= longestJoint && len(jointNames(strings.TrimLeft(s, "•· "))) > 2
}

// longestJoint is the bytes of the longest line of bodies that issue together, six ministries.
const longestJoint = 400

// headReach is how many pieces the number may stand from the national name, and titleReach
// how many the kind and the title behind that may.
const headReach, titleReach = 6, 8

// cutChrome drops what stands above the document's own head where that is whole: the national
// name before the piece at, the number, the kind or a letter's subject, and a title.
func (h *head) cutChrome(at int) {
	if at < 0 {
		return
	}
	first := slices.IndexFunc(h.pieces, func(c piece) bool { return isNumberLine(fold(c.Text)) })
	if first < 0 || first > at+headReach || first < at-headReach {
		return
	}
	first = min(first, at)
	if !h.wholeFrom(max(first, at)) {
		return
	}
	for first > 0 && headsDocument(h.pieces[first-1].Text) {
		first--
	}
	h.pieces = h.pieces[first:]
}

// lowerTitle moves a title that a page prints above the whole head to where documents have it, behind
// number and date, where the document's own is not printed: "HƯỚNG DẪN NGHIỆP VỤ …, SỐ 09-HD/BTCTW" /
// "BAN CHẤP HÀNH TRUNG ƯƠNG" / … / "Căn cứ …". The national name stood before the piece at.
func (h *head) lowerTitle(at int) {
	rests := slices.IndexFunc(h.pieces, func(c piece) bool { return beginsPreamble(c.Text) })
	if at < 0 || rests < at {
		return
	}
	first := slices.IndexFunc(h.pieces[:rests], func(c piece) bool { return namesKind(c.Text) })
	if first < 0 || first >= at || slices.ContainsFunc(h.pieces[first+1:rests], func(c piece) bool { return namesKind(c.Text) || strings.HasPrefix(opening(c.Text), "v/v") }) {
		return
	}
	end := first + 1
	for end < at && !begins(repaired(h.pieces[end].Text)) && !goesOnWithPlace(h.pieces[end].Text) && isCaps(h.pieces[end].Text) {
		end++
	}
	if _, rest := cutKind(h.pieces[first].Phrase); end >= at || !begins(repaired(h.pieces[end].Text)) || rest.Text == "" && end == first+1 || rest.Text != "" && !isCaps(rest.Text) || !slices.ContainsFunc(h.pieces[end:rests], func(c piece) bool { return isNumberLine(fold(c.Text)) }) {
		return
	}
	lines := slices.Clone(h.pieces[first:end])
	lines[0].apart = true
	last := &lines[len(lines)-1]
	if number := numberBehindTitle.FindStringIndex(last.Text); number != nil && number[0] > 0 {
		last.Phrase = last.Slice(0, number[0])
	}
	h.pieces = slices.Concat(h.pieces[:first], h.pieces[end:rests], lines, h.pieces[rests:])
}

// numberBehindTitle is the number that such a title ends with.
var numberBehindTitle = pattern.MustCompile(`,? (?:SỐ|số) \d+[^\s]*[-/]\S+$`)

// headsDocument reports whether a line in capitals may belong to the issuer above a number.
func headsDocument(s string) bool {
	return isCaps(s) && isIssuerLine(s) && !namesKind(s) || strings.Trim(s, "-_*. ") == ""
}

// wholeFrom reports whether a kind with a title below it, or a letter's subject, stands from
// the i-th piece on.
func (h *head) wholeFrom(i int) bool {
	for n := 0; i < len(h.pieces) && n < titleReach; i, n = i+1, n+1 {
		s := h.pieces[i].Text
		if strings.HasPrefix(fold(s), "v/v") {
			return true
		}
		if isCaps(s) && namesKind(s) {
			_, rest := cutKind(h.pieces[i].Phrase)
			return rest.Text != "" || i+1 < len(h.pieces) && !beginsPreamble(h.pieces[i+1].Text) && !isAuthority(h.pieces[i+1].Text)
		}
	}
	return false
}
