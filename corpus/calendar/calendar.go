// Package calendar turns the dates of plans into days, and tells how a deadline stands
// on a given day. It takes no clock: the day is an argument. Begin with Last and StateOf.
package calendar

import (
	"fmt"
	"strings"
	"time"

	"kehoach/extract/plan"
)

// First is the first day of d, midnight UTC: of its month, quarter or year where no day
// is given. It is the zero time for what is no date.
func First(d *plan.Date) time.Time {
	from, _ := bounds(d)
	return from
}

// Last is the last day of d: a deadline "Quý I/2024" ends on 31/03/2024.
func Last(d *plan.Date) time.Time {
	_, to := bounds(d)
	return to
}

// bounds reads "2024", "2024-Q1", "2024-02" and "2024-02-29".
func bounds(d *plan.Date) (from, to time.Time) {
	if d == nil {
		return
	}
	var year, quarter int
	if n, _ := fmt.Sscanf(string(*d), "%4d-Q%1d", &year, &quarter); n == 2 && len(*d) == 7 && quarter >= 1 && quarter <= 4 {
		from = time.Date(year, time.Month(3*quarter-2), 1, 0, 0, 0, 0, time.UTC)
		return from, from.AddDate(0, 3, -1)
	}
	for _, f := range []struct {
		layout              string
		years, months, days int
	}{{"2006", 1, 0, -1}, {"2006-01", 0, 1, -1}, {"2006-01-02", 0, 0, 0}} {
		if t, err := time.Parse(f.layout, string(*d)); err == nil {
			return t, t.AddDate(f.years, f.months, f.days)
		}
	}
	return
}

// State is how a deadline stands on a day.
type State int

const (
	Late      State = iota // the last day is over; whether the work is done no plan says
	Soon                   // within SoonDays, the last day included
	Ahead                  // later
	Unlimited              // a beginning without an end
	Recurring
	Waiting // on a condition
)

// SoonDays is how near a deadline must be to be Soon.
const SoonDays = 90

// StateOf judges t on a day.
func StateOf(t *plan.Timeline, on time.Time) State {
	end := Last(t.End)
	switch {
	case end.IsZero() && t.Kind == plan.Recurring:
		return Recurring
	case end.IsZero() && t.Kind == plan.Conditional:
		return Waiting
	case end.IsZero():
		return Unlimited
	}
	today := time.Date(on.Year(), on.Month(), on.Day(), 0, 0, 0, 0, time.UTC)
	switch {
	case end.Before(today):
		return Late
	case end.Before(today.AddDate(0, 0, SoonDays)):
		return Soon
	}
	return Ahead
}

// Quarter names the quarter of a day: "Quý I/2024".
func Quarter(t time.Time) string {
	return fmt.Sprintf("Quý %s/%d", [...]string{"I", "II", "III", "IV"}[(int(t.Month())-1)/3], t.Year())
}

// Words writes a date as in a document: "30/12/2023", "12/2023", "Quý I/2024", "2024". What
// is no date stays as it is.
func Words(d *plan.Date) string {
	t := First(d)
	switch {
	case d == nil:
		return ""
	case t.IsZero():
		return string(*d)
	case strings.Contains(string(*d), "Q"):
		return Quarter(t)
	}
	return t.Format(map[int]string{4: "2006", 7: "01/2006", 10: "02/01/2006"}[len(*d)])
}

// Period writes a stretch of time: "10/2023 – 12/2025", "từ 2023", "đến 2025"; "" for none.
func Period(p plan.Period) string {
	switch {
	case p.Start == nil && p.End == nil:
		return ""
	case p.End == nil:
		return "từ " + Words(p.Start)
	case p.Start == nil:
		return "đến " + Words(p.End)
	}
	return Words(p.Start) + " – " + Words(p.End)
}
