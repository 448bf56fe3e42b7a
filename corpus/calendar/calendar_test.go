package calendar

import (
	"testing"
	"time"

	"kehoach/extract/plan"
)

func TestBounds(t *testing.T) {
	tests := []struct{ date, first, last string }{
		{"2024", "2024-01-01", "2024-12-31"},
		{"2024-Q1", "2024-01-01", "2024-03-31"},
		{"2023-Q4", "2023-10-01", "2023-12-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2023-02", "2023-02-01", "2023-02-28"},
		{"2023-12-30", "2023-12-30", "2023-12-30"},
		{"", "", ""}, {"2024-Q5", "", ""}, {"2024-13", "", ""}, {"2023-02-30", "", ""}, {"2024-Q1x", "", ""}, {"năm 2024", "", ""},
	}
	for _, tt := range tests {
		d := plan.Date(tt.date)
		if got := format(First(&d)); got != tt.first {
			t.Errorf("First(%q) = %s, want %s", tt.date, got, tt.first)
		}
		if got := format(Last(&d)); got != tt.last {
			t.Errorf("Last(%q) = %s, want %s", tt.date, got, tt.last)
		}
	}
	if !First(nil).IsZero() || !Last(nil).IsZero() {
		t.Error("no date has a day")
	}
}

func format(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02")
}

func TestStateOf(t *testing.T) {
	tests := []struct {
		kind    plan.TimelineKind
		end, on string
		want    State
	}{
		{plan.Deadline, "2023-12-30", "2023-12-30", Soon}, // due today is not late
		{plan.Deadline, "2023-12-30", "2023-12-31", Late},
		{plan.Deadline, "2024-06", "2024-06-30", Soon},
		{plan.Deadline, "2024-06", "2024-07-01", Late},
		{plan.Deadline, "2024-Q1", "2023-12-31", Ahead},
		{plan.Range, "2024", "2024-10-03", Soon},
		{plan.Range, "2024", "2024-10-02", Ahead},
		{plan.Open, "", "2024-01-01", Unlimited},
		{plan.Recurring, "", "2024-01-01", Recurring},
		{plan.Conditional, "", "2024-01-01", Waiting},
		{plan.Conditional, "2023", "2024-01-01", Late},
	}
	for _, tt := range tests {
		on, err := time.Parse("2006-01-02", tt.on)
		if err != nil {
			t.Fatal(err)
		}
		x := &plan.Timeline{Kind: tt.kind}
		if tt.end != "" {
			d := plan.Date(tt.end)
			x.End = &d
		}
		if got := StateOf(x, on.Add(15*time.Hour)); got != tt.want {
			t.Errorf("%+v: state %d, want %d", tt, got, tt.want)
		}
	}
}

func TestQuarter(t *testing.T) {
	for day, want := range map[string]string{"2024-01-01": "Quý I/2024", "2023-06-30": "Quý II/2023", "2023-09-30": "Quý III/2023", "2023-12-31": "Quý IV/2023"} {
		x, _ := time.Parse("2006-01-02", day)
		if got := Quarter(x); got != want {
			t.Errorf("Quarter(%s) = %s, want %s", day, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	date := func(s string) *plan.Date {
		if s == "" {
			return nil
		}
		d := plan.Date(s)
		return &d
	}
	for in, want := range map[string]string{"": "", "2023": "2023", "2023-04": "04/2023", "2023-04-05": "05/04/2023", "2024-Q3": "Quý III/2024", "năm sau": "năm sau"} {
		if got := Words(date(in)); got != want {
			t.Errorf("Words(%q) = %q, want %q", in, got, want)
		}
	}
	for _, tt := range [][3]string{{"", "", ""}, {"2023", "", "từ 2023"}, {"", "2025-12", "đến 12/2025"}, {"2023-10", "2025", "10/2023 – 2025"}} {
		if got := Period(plan.Period{Start: date(tt[0]), End: date(tt[1])}); got != tt[2] {
			t.Errorf("Period(%q, %q) = %q, want %q", tt[0], tt[1], got, tt[2])
		}
	}
}
