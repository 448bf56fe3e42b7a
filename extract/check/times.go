package check

import (
	"strings"

	"kehoach/extract/plan"
)

// times remarks on deadlines outside the plan's own period, or before its day of issue.
func (c *checker) times() {
	p := c.x.Plan
	check := func(where string, t *plan.Timeline) {
		if t == nil {
			return
		}
		end := date(t.End)
		if end == "" || t.Kind != plan.Deadline && t.Kind != plan.Range {
			return
		}
		if s := date(p.Period.Start); s != "" && end.LastDay() < s.FirstDay() {
			c.say(DeadlineOutside, where, t.Span, "%s: hạn “%s” trước thời gian thực hiện của kế hoạch (từ %s).", where, t.Text, Printed(plan.Date(s)))
		} else if e := date(p.Period.End); e != "" && end.FirstDay() > e.LastDay() {
			c.say(DeadlineOutside, where, t.Span, "%s: hạn “%s” sau thời gian thực hiện của kế hoạch (đến %s).", where, t.Text, Printed(plan.Date(e)))
		}
		if d := date(p.Date); d != "" && end.LastDay() < d.FirstDay() {
			c.say(DeadlineBefore, where, t.Span, "%s: hạn “%s” trước ngày ban hành kế hoạch (%s).", where, t.Text, Printed(plan.Date(d)))
		}
	}
	for i := range c.x.Models {
		check(model(c.x.Models[i].Number), c.x.Models[i].Timeline)
	}
	for i := range c.x.Tasks {
		check("Nhiệm vụ "+c.x.Tasks[i].ID, c.x.Tasks[i].Timeline)
	}
}

// Printed writes a date as documents do, days below 10 and the first two months with a
// nought: "01/3/2025", "8/2023", "quý II/2024", "2024".
func Printed(d plan.Date) string {
	year, rest, _ := strings.Cut(string(d), "-")
	month, day, _ := strings.Cut(rest, "-")
	if q, ok := strings.CutPrefix(month, "Q"); ok && len(q) == 1 && q >= "1" && q <= "4" {
		return "quý " + [4]string{"I", "II", "III", "IV"}[q[0]-'1'] + "/" + year
	}
	if month > "02" {
		month = strings.TrimPrefix(month, "0")
	}
	switch {
	case month == "":
		return year
	case day == "":
		return month + "/" + year
	}
	return day + "/" + month + "/" + year
}
