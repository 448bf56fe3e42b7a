package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"kehoach/corpus/calendar"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// view prints a plan for a person: labels, values, and where each stands.
type view struct {
	w io.Writer
	s style
}

// printPlan prints the head of x, then a table of its models or tasks, then what the
// reader should be told.
func printPlan(w io.Writer, x *plan.Extraction) {
	v := view{w, styleFor(w)}
	v.head(x)
	if len(x.Models) > 0 {
		v.heading(fmt.Sprintf(msgModels, len(x.Models)))
		t := table{header: msgModelHeader}
		for _, m := range x.Models {
			t.add(strconv.Itoa(m.Number), m.Title, agencyNames(m.Lead), timelineText(m.Timeline), place(m.Span))
		}
		t.print(w)
	}
	if len(x.Tasks) > 0 {
		v.heading(fmt.Sprintf(msgTasks, len(x.Tasks)))
		t := table{header: msgTaskHeader}
		for _, k := range x.Tasks {
			t.add(k.ID, k.Text, agencyNames(k.Lead), timelineText(k.Timeline), place(k.Span))
		}
		t.print(w)
	}
	v.diagnostics(x.Diagnostics)
}

func (v view) head(x *plan.Extraction) {
	p := x.Plan
	title := strings.TrimSpace(p.Kind + " " + orEmpty(p.Number))
	if title == "" {
		title = x.Source.Name
	}
	fmt.Fprintln(v.w, v.s.bold(clean(title)))
	v.field(msgLabelTitle, orEmpty(p.Title))
	v.field(msgLabelID, p.ID)
	v.field(msgLabelIssuers, strings.Join(p.Issuers, "; "))
	v.field(msgLabelDate, calendar.Words(p.Date))
	v.field(msgLabelPeriod, calendar.Period(p.Period))
	v.field(msgLabelSigners, signers(p.Signers))
	if p.DeclaredModels != nil {
		v.field(msgLabelDeclared, strconv.Itoa(*p.DeclaredModels))
	}
	v.field(msgLabelSource, x.Source.Name)
}

// printModel prints every field of m.
func printModel(w io.Writer, m *plan.Model) {
	v := view{w, styleFor(w)}
	fmt.Fprintf(w, "%s %s\n", v.s.bold(clean(fmt.Sprintf(msgModelTitle, m.Number, m.Title))), v.s.faint(place(m.Span)))
	v.field(msgLabelNote, orEmpty(m.Note))
	v.field(msgLabelGroup, orEmpty(m.Group))
	v.field(msgLabelObjective, orEmpty(m.Objective))
	v.agencies(msgLabelLead, m.Lead)
	v.agencies(msgLabelCooperating, m.Cooperating)
	v.agencies(msgLabelImplementing, m.Implementing)
	v.agencies(msgLabelSupporting, m.Supporting)
	v.agencies(msgLabelGuiding, m.Guiding)
	v.field(msgLabelTimeline, timelineText(m.Timeline))
	for _, a := range m.Assignments {
		v.field(msgLabelAssignment, fmt.Sprintf("%s: %s", msgRole[a.Role], a.Text))
	}
	v.field(msgLabelForces, strings.Join(m.Forces, "; "))
	for _, t := range m.Tools {
		v.field(msgLabelTool, toolText(t))
	}
	for _, o := range m.Other {
		v.field(o.Label, o.Text)
	}
}

// printTask prints all that was read of a task.
func printTask(w io.Writer, t *plan.Task) {
	v := view{w, styleFor(w)}
	fmt.Fprintf(w, "%s %s\n", v.s.bold(clean(fmt.Sprintf(msgTaskTitle, t.ID, t.Text))), v.s.faint(place(t.Span)))
	v.agencies(msgLabelLead, t.Lead)
	v.agencies(msgLabelCooperating, t.Cooperating)
	v.agencies(msgLabelImplementing, t.Implementing)
	v.field(msgLabelTimeline, timelineText(t.Timeline))
	v.field(msgLabelProduct, orEmpty(t.Product))
}

func (v view) heading(text string) { fmt.Fprintf(v.w, "\n%s\n", v.s.bold(text)) }

// field prints a label and its value, unless there is none.
func (v view) field(label, value string) {
	if value == "" {
		return
	}
	lines := []string{clean(value)}
	if width := terminalWidth(v.w); width > 0 {
		lines = wrap(lines[0], max(leastWidth, width-labelWidth-3))
	}
	name := pad(clean(label)+":", labelWidth)
	for _, l := range lines {
		fmt.Fprintf(v.w, "  %s %s\n", v.s.faint(name), l)
		name = strings.Repeat(" ", labelWidth)
	}
}

const labelWidth = 18 // letters

func (v view) agencies(label string, as []plan.Agency) { v.field(label, agencyNames(as)) }

func (v view) diagnostics(ds []source.Diagnostic) {
	if len(ds) == 0 {
		return
	}
	v.heading(fmt.Sprintf(msgRemarks, len(ds)))
	for _, d := range ds {
		where := d.Where
		if d.Span != nil {
			where = strings.TrimSpace(place(*d.Span) + " " + where)
		}
		fmt.Fprintf(v.w, "  %s %s %s\n", v.severity(d.Severity), clean(d.Message), v.s.faint(clean(where)))
	}
}

func (v view) severity(s source.Severity) string {
	word := pad(msgSeverity[s], 9)
	switch s {
	case source.Error:
		return v.s.red(word)
	case source.Warning:
		return v.s.yellow(word)
	}
	return v.s.faint(word)
}

func agencyNames(as []plan.Agency) string {
	names := make([]string, len(as))
	for i, a := range as {
		names[i] = a.Name
	}
	return strings.Join(names, "; ")
}

func timelineText(t *plan.Timeline) string {
	if t == nil {
		return ""
	}
	return t.Text
}

func toolText(t plan.Tool) string {
	if t.Text == "" || t.Text == t.Name {
		return t.Name
	}
	return fmt.Sprintf("%s (%s)", t.Name, t.Text)
}

func signers(ss []plan.Signer) string {
	var out []string
	for _, s := range ss {
		out = append(out, strings.Trim(orEmpty(s.Title)+" "+orEmpty(s.Name), " "))
	}
	return strings.Join(out, "; ")
}

// place is where a span stands, as people cite it: "tr. 2, dòng 12–14".
func place(s source.Span) string {
	if s.IsZero() {
		return ""
	}
	if s.EndLine == s.Line || s.EndPage != 0 {
		return fmt.Sprintf(msgPlace, s.Page, s.Line)
	}
	return fmt.Sprintf(msgPlaceLines, s.Page, s.Line, s.EndLine)
}
