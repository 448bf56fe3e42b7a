package extract

// Which sections of a plan hold its tasks, where their titles do not say so.

import (
	"slices"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// taskSections returns the sections that hold the tasks of a plan, by their titles or by what stands below them,
// and whether one is titled so. Beside sections that are about their subject alone, "II. HẠ TẦNG SỐ", and hold
// tasks, another holds them too where half of its numbers say who.
func taskSections(sections []*outline.Para) (all []*outline.Para, planned bool) {
	planned = slices.ContainsFunc(sections, func(s *outline.Para) bool { return purpose(s.Text) == "work" })
	bySubject := slices.ContainsFunc(sections, func(s *outline.Para) bool { return isSubject(s) && holdsTasks(s) })
	for _, s := range sections {
		if areAddressed(s) {
			continue
		}
		switch p := purpose(s.Text); {
		case p == "work", listsTasks(s),
			p == "" && (holdsTasks(s) || bySubject && isSubject(s) && sayWho(s)),
			p == "duties" && !planned && (chargesTasks(s) || namesEach(s)):
			all = append(all, s)
		}
	}
	return all, planned
}

// isSubject reports whether a section is headed by what it is about.
func isSubject(s *outline.Para) bool { return purpose(s.Text) == "" && isHeading(s) }

// sayWho reports whether half of the numbers below a section, two at least, say who leads or who acts.
func sayWho(s *outline.Para) bool {
	all, said := 0, 0
	for _, c := range s.Children {
		if c.Marker.Number > 0 && c.Marker.Style < outline.Dash && c.Cells == nil {
			if all++; slices.ContainsFunc(split(c.Phrase, "."), func(s outline.Phrase) bool { return agency.SaysLead(s.Text) || agency.SaysWho(s.Text) }) {
				said++
			}
		}
	}
	return said >= 2 && 2*said >= all
}

// holdsTasks reports whether a paragraph below s heads fields that say who and when, or some do that
// say who leads and who cooperates, or when, or one tells that of several by their numbers.
func holdsTasks(s *outline.Para) bool {
	found, told := besideFields(s), 0
	s.Walk(func(p *outline.Para) bool {
		f := labelled(p)
		if f["lead"] && f["cooperating"] || f["timeline"] && p.Marker.Number > 0 || p.Marker.Number > 0 && !isHeading(p) && agency.SaysLead(p.Text) && isDated(p.Text) {
			told++
		}
		found = found || told >= 3 || f["timeline"] && (f["lead"] || f["executing"] || f["cooperating"] || f["allocation"]) || tellsByPoints(p)
		return !found
	})
	return found
}

// bySubject returns the sections that hold the tasks of a plan which titles none of them so, but by what
// they are about: "II. TUYÊN TRUYỀN, VẬN ĐỘNG", "III. THU GOM RÁC THẢI". A third of their numbers at least
// say who leads, or what stands right below does, and some until when.
func bySubject(sections []*outline.Para) (all []*outline.Para) {
	numbers, led, dated := 0, 0, 0
	for _, s := range sections {
		if purpose(s.Text) != "" || areAddressed(s) || areDuties(s.Children) {
			continue
		}
		n := 0
		for _, c := range s.Children {
			if c.Marker.Number == 0 || c.Marker.Style >= outline.Dash || c.Cells != nil {
				continue
			}
			n++
			texts := []string{c.Text}
			for _, b := range c.Children {
				if b.Marker.Style == outline.None && b.Cells == nil {
					texts = append(texts, b.Text)
				}
			}
			if slices.ContainsFunc(texts, func(t string) bool { return agency.SaysLead(t) || agency.SaysWho(t) }) {
				led++
			}
			if slices.ContainsFunc(texts, isDated) {
				dated++
			}
		}
		if n > 1 {
			numbers += n
			all = append(all, s)
		}
	}
	if led < leastListed || dated < leastListed || 3*led < numbers {
		return nil
	}
	return all
}

// chargesTasks reports whether a section that assigns duties sets out the tasks of a plan: most of its
// headings say who leads, and most of what stands below them says until when: "1. Giao Phòng Kinh tế chủ
// trì, phối hợp với Trưởng các ấp:" over "a) Lắp 30 camera an ninh, trong năm 2026".
func chargesTasks(s *outline.Para) bool {
	charging, below, dated := 0, 0, 0
	for _, c := range s.Children {
		if !isHeading(c) || !agency.SaysLead(c.Text) {
			continue
		}
		charging++
		for _, task := range c.Children {
			if below++; isDated(task.Text) {
				dated++
			}
		}
	}
	return charging >= leastListed && 2*charging > len(s.Children) && 2*dated >= below
}

// namesEach reports whether a section that assigns duties is a list of tasks: most of its numbers name in brackets who
// does them. "3. Kiểm tra công vụ tại 05 xã (Phòng Nội vụ, Thanh tra huyện)."
func namesEach(s *outline.Para) bool {
	all, named := 0, 0
	for _, c := range s.Children {
		if c.Marker.Number > 0 && c.Marker.Style < outline.Dash && len(c.Children) == 0 {
			if all++; namesInBrackets(c.Phrase) {
				named++
			}
		}
	}
	return named >= leastListed && 3*named >= 2*all
}

// isDated reports whether a text tells a time.
func isDated(s string) bool {
	_, _, _, dated := timeline.Find(s)
	return dated
}

// besideFields reports whether below s fields that say who and when stand beside the heading of a list:
// "1. Các công việc phải làm", "2. Cơ quan được giao thực hiện", "3. Tiến độ".
func besideFields(s *outline.Para) bool {
	f := labelled(s)
	return f["timeline"] && (f["lead"] || f["executing"] || f["cooperating"] || f["allocation"] || slices.ContainsFunc(s.Children, ofPoints)) &&
		slices.ContainsFunc(s.Children, func(c *outline.Para) bool {
			return mayHoldTasks(c) && c.Marker.Number > 0 && lettered(c)
		})
}

// lettered reports whether numbers or letters stand below p.
func lettered(p *outline.Para) bool {
	return slices.ContainsFunc(p.Children, func(c *outline.Para) bool { return c.Marker.Label != "" })
}

// listsTasks reports whether an article of a decision sets the plan out itself: "Điều 1. Ban hành Kế
// hoạch thời gian năm học … như sau:" over its numbers.
func listsTasks(s *outline.Para) bool {
	if s.Marker.Style != outline.Article || !setsOut.MatchString(normalize.FoldInPlace(s.Text)) {
		return false
	}
	numbered := 0
	for _, c := range s.Children {
		if c.Marker.Number > 0 {
			numbered++
		}
	}
	return numbered >= leastListed
}

// setsOut reads the article that issues a plan and sets it out.
var setsOut = pattern.MustCompile(`kế hoạch .*(?:như sau|sau đây|cụ thể):?$`)

// leastListed is the numbers below such an article, at least.
const leastListed = 3
