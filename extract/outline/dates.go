package outline

import (
	"strconv"
	"strings"

	"kehoach/normalize"
)

// A plan may set its tasks out by time, under heads without a number: "Tháng 3/2024:" over bullets,
// "* Quý II" over dashes.

// markDates numbers such heads in each section that has two or more of them and no numbers.
func markDates(ps []*Para) {
	for section := range bySection(ps) {
		if heads := datesIn(section); len(heads) > 1 {
			for i, p := range heads {
				p.Marker = Marker{Style: Dec1, Number: i + 1, Label: strconv.Itoa(i + 1)}
			}
		}
	}
}

// datesIn returns the heads of a section that only say when, with bullets below; nil where others have numbers.
func datesIn(ps []*Para) (heads []*Para) {
	for i, p := range ps {
		s := p.Marker.Style
		if p.Item != nil || s > Roman && s < Dash && s != Article && i > 0 {
			return nil
		}
		if p.Cells == nil && p.Label == nil && (s == None || s >= Dash) && i+1 < len(ps) && ps[i+1].Cells == nil &&
			ps[i+1].Marker.Style >= Dash && ps[i+1].Marker.Style != s && saysOnlyWhen(p.Text) {
			heads = append(heads, p)
		}
	}
	return heads
}

// longestDate is the bytes of a head that only says when, at most.
const longestDate = 60

// saysOnlyWhen reports whether a text holds nothing but words and numbers of a time: "Từ tháng 3 đến
// tháng 5/2024:".
func saysOnlyWhen(s string) bool {
	if len(s) > longestDate || !strings.ContainsAny(s, "0123456789IVX") {
		return false
	}
	unit := false
	for _, w := range normalize.Words(s) {
		switch w.Fold {
		case "tháng", "quý", "tuần", "ngày", "năm":
			unit = true
		case "trong", "từ", "đến", "vào", "đầu", "cuối", "giữa", "hết", "thứ", "và", "học":
		default:
			if _, err := strconv.Atoi(w.Fold); err != nil && !w.Mark && romanNumber(strings.ToUpper(w.Fold)) == 0 {
				return false
			}
		}
	}
	return unit
}
