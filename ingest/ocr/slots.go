package ocr

import (
	"regexp"
	"strconv"
	"strings"

	"kehoach/ingest/source"
)

// The number and the day of a document are put in by hand, and a scan without colours does not tell
// that ink from the print. What tesseract makes of it is seldom figures: then source.Unread stands there.

// numberSlot reads a line with a document's number, in three: "Số: ", what stands in its place, "/KH-UBND"
// or the Party's "-CT/TU".
var numberSlot = regexp.MustCompile(`^(S[ốỐ] ?[:;.]? ?)([^/]{0,8}?|\d{1,5}/\d{4}) ?(/ ?\p{Lu}{2}[\p{Lu}\d]*-\p{Lu}{2}.*|- ?\p{Lu}{2,3}/\p{Lu}{2}.*)$`)

// number reads what may stand there: figures, or nothing but dots.
var number = regexp.MustCompile(`^(?:\d{1,5}[a-zA-Z]?(?:/\d{4})?|[.…_\s]*)$`)

// daySlots reads the line with a document's place and day.
var daySlots = regexp.MustCompile(`^(\p{Lu}[\p{L} .'-]{1,40}, ?ngày)(.{0,8}?)(tháng)(.{0,6}?)(năm ?(?:19|20)\d\d\.?)$`)

// mendSlots puts source.Unread where the number or the day of a document is no number.
func mendSlots(line string) string {
	if m := numberSlot.FindStringSubmatch(line); m != nil && !number.MatchString(m[2]) {
		return m[1] + source.Unread + " " + m[3]
	}
	m := daySlots.FindStringSubmatch(line)
	if m == nil || within(m[2], 31) && within(m[4], 12) {
		return line
	}
	// Where one of the two is none, the other was written by the same hand.
	return m[1] + " " + source.Unread + " " + m[3] + " " + source.Unread + " " + m[5]
}

// within reports whether a slot holds a number from 1 to most, or was left blank.
func within(slot string, most int) bool {
	slot = strings.Trim(slot, " .…_")
	n, err := strconv.Atoi(slot)
	return slot == "" || err == nil && n >= 1 && n <= most
}
