package header

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
)

// A page copied whole from a web site brings the site's menu: "Giới thiệu", "Tin tức - Sự kiện",
// "Thông báo", one entry a line or parted by bars. Its "Thông báo" is no kind of document and its
// "Hội đồng nhân dân" no issuer.

// leastEntries is how many entries one after the other are a menu, and longestEntry the letters of
// the longest.
const leastEntries, longestEntry = 6, 45

// withoutMenu drops the menus above the first line that only a document has. What ends one and may
// begin the document is kept: the name of a body, lines in capitals, a kind with "Về việc …" below.
// A label above "Tất cả" is one of a search's choices.
func withoutMenu(lines []piece) []piece {
	var out, run []piece
	entries := 0
	flush := func(next string) {
		keep := 0
		if entries >= leastEntries {
			keep = len(run)
			if keep > 0 && isSubject(next) && isKind(run[keep-1].Text) {
				keep--
			}
			for keep > 0 && mayBegin(run[keep-1].Text) {
				keep--
			}
		}
		out, run, entries = append(out, run[keep:]...), nil, 0
	}
	for i, l := range lines {
		if beginsDocument(l.Text) {
			flush(l.Text)
			return append(out, lines[i:]...)
		}
		n, ok := menuEntries(l)
		ok = ok || i+1 < len(lines) && len(labels(l.Phrase)) == 1 && offersAll(lines[i+1].Text)
		if !ok {
			flush(l.Text)
			out = append(out, l)
			continue
		}
		run, entries = append(run, l), entries+n
	}
	flush("")
	return out
}

// beginsDocument reports whether a line is one that only a document has.
func beginsDocument(s string) bool {
	return beginsPreamble(s) || strings.HasPrefix(fold(s), "kính") || slices.ContainsFunc(strings.Split(s, "\t"), func(c string) bool {
		return isMotto(c) || isNumberLine(fold(c))
	})
}

// isSubject reports whether a line says what a document is about, and isKind whether it is a kind's
// name.
func isSubject(s string) bool {
	f := fold(s)
	return strings.HasPrefix(f, "về việc ") || strings.HasPrefix(f, "v/v")
}

func isKind(s string) bool {
	_, whole := lexicon.Kinds().Whole(s)
	return whole
}

// mayBegin reports whether a line below a menu may belong to the document.
func mayBegin(s string) bool {
	cells := strings.Split(s, "\t")
	if len(cells) > 2 || slices.ContainsFunc(cells, isKnownEntry) {
		return false
	}
	return headsDocument(s) || isCaps(s) || isBody(s)
}

// offersAll reports whether a line is a search's first choice.
func offersAll(s string) bool {
	f := fold(s)
	return strings.HasPrefix(f, "tất cả") || strings.HasPrefix(strings.TrimLeft(f, "- "), "chọn ")
}

// menuEntries counts the entries of a line that may stand in a menu, one that is known for two:
// names of bodies and lines in capitals may, but make none.
func menuEntries(l piece) (n int, ok bool) {
	if len(labels(l.Phrase)) > 0 || isSubject(l.Text) {
		return 0, false
	}
	for c := range strings.SplitSeq(l.Text, "\t") {
		c = strings.TrimLeft(c, "-–+*•» ")
		switch {
		case c == "":
		case isKnownEntry(c):
			n += 2
		case !isEntry(c):
			return 0, false
		case !isCaps(c) && !isBody(c):
			n++
		}
	}
	return n, true
}

// isKnownEntry reports whether s stands in menus and in no document's head.
func isKnownEntry(s string) bool {
	_, known := lexicon.Labels("menu").Whole(s)
	return known
}

// isEntry reports whether s has the form of an entry of a menu.
func isEntry(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first) && utf8.RuneCountInString(s) <= longestEntry && !strings.ContainsAny(s, "0123456789.;:“”\"…") && !strings.HasSuffix(s, ",")
}
