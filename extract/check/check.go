// Package check finds what a finished plan says in two places and does not say alike,
// where it lacks what its other models have, and what reads like damage. It changes
// nothing: what it suggests is for the reader. Begin with Plan; the codes of its remarks
// and what provokes each stand in codes.go.
package check

import (
	"fmt"
	"strings"

	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// Plan returns what a reader of the plan would want to hear of.
// Unread are the paragraphs that no rule has read, doubts the words of a scan, in order,
// that its recognition is not sure of.
func Plan(x *plan.Extraction, o *outline.Outline, unread []*outline.Para, doubts []source.Doubt) []source.Diagnostic {
	c := checker{x: x, o: o, shortForms: map[string]source.Span{}, doubted: doubts}
	c.head()
	c.counts()
	c.numbers()
	c.fields()
	c.taskFields()
	c.labels()
	c.appendix()
	c.times()
	c.citations()
	c.words()
	c.abbreviations()
	c.successors()
	c.unread(unread)
	c.doubts(doubts)
	return c.found
}

// unreadShown is how many unread paragraphs are named one by one.
const unreadShown = 20

// unread remarks on text that no rule has read. In a document that is no plan nothing was
// to be read.
func (c *checker) unread(ps []*outline.Para) {
	if len(c.x.Models)+len(c.x.Tasks)+len(c.x.Responsibilities) == 0 {
		c.say(NothingRead, "", source.Span{}, "Không tìm thấy mô hình, nhiệm vụ hay phân công nào trong văn bản.")
		return
	}
	if v := c.x.Coverage; v.Understood*5 < v.Total*4 {
		c.say(LittleUnderstood, "", source.Span{}, "Mới đọc hiểu được %d%% chữ của văn bản.", v.Understood*100/v.Total)
	}
	if len(c.x.Models)+len(c.x.Tasks) == 0 {
		return
	}
	for i, p := range ps {
		if i == unreadShown {
			c.say(NotUnderstood, "", p.Whole(), "Còn %d đoạn khác chưa đọc được.", len(ps)-i)
			return
		}
		c.say(NotUnderstood, p.Path(), p.Whole(), "Chưa đọc được đoạn “%s”.", shorten(strings.TrimSpace(p.Text), 60))
	}
}

// shorten cuts s at a blank after about n letters.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	for n > 0 && r[n] != ' ' {
		n--
	}
	return string(r[:n]) + "…"
}

type checker struct {
	x     *plan.Extraction
	o     *outline.Outline
	found []source.Diagnostic

	doubted []source.Doubt // words of a scan, in order

	judgements  judgements             // of the words read so far
	definitions map[string]bool        // the short forms that the document defines; made by defined
	shortForms  map[string]source.Span // of bodies, unexplained: where the first of each stands
}

// say adds a remark. A zero span is no place.
func (c *checker) say(code Code, where string, at source.Span, format string, args ...any) *source.Diagnostic {
	d := source.Diagnostic{Code: string(code), Severity: severities[code], Where: where, Message: fmt.Sprintf(format, args...)}
	if !at.IsZero() {
		d.Span = &at
	}
	c.found = append(c.found, d)
	return &c.found[len(c.found)-1]
}

// model names a model as a reader would.
func model(n int) string { return fmt.Sprintf("Mô hình %d", n) }

// NameRow names row n of the appendix of x by its model; in a plan by tasks by its number
// alone.
func NameRow(x *plan.Extraction, n int) string {
	if len(x.Models) > 0 {
		return model(n)
	}
	return fmt.Sprintf("Phụ lục, số %d", n)
}
