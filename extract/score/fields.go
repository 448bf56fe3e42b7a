package score

import (
	"fmt"
	"slices"
	"sort"
)

// texts returns the strings of a list, of a field of its entries where key is set. An
// entry that is an object counts by its name and by its full name.
func texts(n node, key string) [][]string {
	var out [][]string
	for _, e := range n.list() {
		switch {
		case key != "":
			out = append(out, []string{e.get(key).text()})
		case e.text() != "":
			out = append(out, []string{e.text()})
		default:
			out = append(out, []string{e.get("name").text(), e.get("canonical").text()})
		}
	}
	return out
}

func (r *Result) plan(g, p node) {
	for _, k := range []string{"kind", "number", "symbol", "place", "date", "level", "declared_models"} {
		r.one("plan."+k, "plan", g.get(k).text(), p.get(k).text(), compact, 2)
	}
	r.one("plan.title", "plan", g.get("title").text(), p.get("title").text(), fold, 0.97)
	r.sets("plan.issuers", "plan", texts(g.get("issuers"), ""), texts(p.get("issuers"), ""), agency, 0.95)
	for _, k := range []string{"province", "district", "commune"} {
		r.one("plan.locality", "plan."+k, g.get("locality").get(k).text(), p.get("locality").get(k).text(), fold, 2)
	}
	for _, k := range []string{"start", "end"} {
		r.one("plan.period", "plan."+k, g.get("period").get(k).text(), p.get("period").get(k).text(), fold, 2)
	}
	r.sets("plan.signers", "plan", texts(g.get("signers"), "name"), texts(p.get("signers"), "name"), fold, 0.9)
	r.sets("plan.recipients", "plan", texts(g.get("recipients"), ""), texts(p.get("recipients"), ""), fold, 0.85)
	r.sets("plan.legal_basis", "plan", citations(g), citations(p), compact, 2)
	r.sets("plan.abbreviations", "plan", definitions(g), definitions(p), identity, 0.8)
}

func citations(n node) [][]string {
	var out [][]string
	for _, c := range n.get("legal_basis").list() {
		number := c.get("number").text()
		if number == "" {
			number = "?"
		}
		out = append(out, []string{compact(number) + "@" + c.get("date").text()})
	}
	return out
}

func definitions(n node) [][]string {
	var out [][]string
	m, _ := n.get("abbreviations").v.(map[string]any)
	for short, long := range m {
		out = append(out, []string{compact(short) + "=" + fold(node{long}.text())})
	}
	sort.Slice(out, func(i, j int) bool { return out[i][0] < out[j][0] })
	return out
}

func groups(n node) [][]string {
	var out [][]string
	for _, g := range n.get("groups").list() {
		var models []int
		for _, m := range g.get("models").list() {
			models = append(models, m.number())
		}
		slices.Sort(models)
		declared := "None"
		if d := g.get("declared").text(); d != "" {
			declared = d
		}
		out = append(out, []string{fmt.Sprintf("%s #%s %v", fold(g.get("title").text()), declared, models)})
	}
	return out
}

func conflicts(n node) [][]string {
	var out [][]string
	for _, c := range n.get("conflicts").list() {
		out = append(out, []string{fmt.Sprintf("%d:%s", c.get("model").number(), c.get("field").text())})
	}
	return out
}

// models compares models of the same number, field by field.
func (r *Result) models(want, got []node) {
	byNumber := map[int]node{}
	for _, m := range got {
		byNumber[m.get("number").number()] = m
	}
	found := 0
	for _, g := range want {
		n := g.get("number").number()
		p, ok := byNumber[n]
		where := fmt.Sprintf("model %d", n)
		if ok {
			found++
		} else {
			r.miss("models.found", where, g.get("title").text(), "")
		}
		r.model(where, g, p)
	}
	r.add("models.found", found, len(want)-found, len(got)-found)
}

func (r *Result) model(where string, g, p node) {
	r.one("title", where, g.get("title").text(), p.get("title").text(), fold, 0.97)
	r.one("note", where, g.get("note").text(), p.get("note").text(), fold, 2)
	r.one("objective", where, g.get("objective").text(), p.get("objective").text(), fold, 0.97)
	for _, k := range []string{"lead", "cooperating", "implementing", "supporting", "guiding"} {
		r.sets(k, where, texts(g.get(k), ""), texts(p.get(k), ""), agency, 0.9)
	}
	r.sets("forces", where, texts(g.get("forces"), ""), texts(p.get("forces"), ""), fold, 0.9)
	r.sets("tools", where, texts(g.get("tools"), ""), texts(p.get("tools"), ""), tool, 0.85)
	r.timeline("timeline", where, g.get("timeline"), p.get("timeline"))
	r.assignments(where, g.get("assignments").list(), p.get("assignments").list())
}

func (r *Result) timeline(field, where string, g, p node) {
	r.one(field+".text", where, g.get("text").text(), p.get("text").text(), fold, 0.95)
	for _, k := range []string{"kind", "start", "end"} {
		r.one(field+"."+k, where, g.get(k).text(), p.get(k).text(), fold, 2)
	}
}

// likest returns the index of the entry of got whose text is most like text, or -1.
func likest(text string, got []node) (int, float64) {
	at, best := -1, -1.0
	for i, p := range got {
		if s := similar(text, p.get("text").text()); s > best {
			at, best = i, s
		}
	}
	return at, best
}

func (r *Result) assignments(where string, want, got []node) {
	left := slices.Clone(got)
	for _, g := range want {
		at, s := likest(g.get("text").text(), left)
		if at < 0 || s < 0.9 {
			r.add("assignments.found", 0, 1, 0)
			r.miss("assignments.found", where, g.get("text").text(), "")
			continue
		}
		p := left[at]
		left = slices.Delete(left, at, at+1)
		r.add("assignments.found", 1, 0, 0)
		r.sets("assignments.actors", where, texts(g.get("actors"), ""), texts(p.get("actors"), ""), agency, 0.9)
		r.one("assignments.role", where, g.get("role").text(), p.get("role").text(), fold, 2)
	}
	r.add("assignments.found", 0, 0, len(left))
	for _, p := range left {
		r.miss("assignments.found", where, "", p.get("text").text())
	}
}

func (r *Result) tasks(want, got []node) {
	left := slices.Clone(got)
	for _, g := range want {
		where := "task " + g.get("id").text()
		at, s := likest(g.get("text").text(), left)
		if at < 0 || s < 0.8 {
			r.add("tasks.found", 0, 1, 0)
			r.miss("tasks.found", where, g.get("text").text(), "")
			continue
		}
		p := left[at]
		left = slices.Delete(left, at, at+1)
		r.add("tasks.found", 1, 0, 0)
		for _, k := range []string{"lead", "cooperating", "implementing"} {
			r.sets("tasks."+k, where, texts(g.get(k), ""), texts(p.get(k), ""), agency, 0.9)
		}
		r.timeline("tasks.timeline", where, g.get("timeline"), p.get("timeline"))
	}
	r.add("tasks.found", 0, 0, len(left))
	for _, p := range left {
		r.miss("tasks.found", "task "+p.get("id").text(), "", p.get("text").text())
	}
}

func (r *Result) appendix(want, got []node) {
	byNumber := map[int]node{}
	for _, a := range got {
		byNumber[a.get("number").number()] = a
	}
	found := 0
	for _, g := range want {
		n := g.get("number").number()
		p, ok := byNumber[n]
		if ok {
			found++
		}
		where := fmt.Sprintf("appendix %d", n)
		r.one("appendix.title", where, g.get("title").text(), p.get("title").text(), fold, 0.95)
		for _, k := range []string{"lead", "cooperating"} {
			r.sets("appendix."+k, where, texts(g.get(k), ""), texts(p.get(k), ""), agency, 0.9)
		}
		r.timeline("appendix.timeline", where, g.get("timeline"), p.get("timeline"))
	}
	r.add("appendix.found", found, len(want)-found, len(byNumber)-found)
}
