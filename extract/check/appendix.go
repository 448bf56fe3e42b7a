package check

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// Conflicts returns the real differences between the models of the body and the rows of
// the appendix: of when, of who leads, of who cooperates. A list of bodies that the other
// side has and adds to does not differ, nor does a time that is said in other words.
func Conflicts(x *plan.Extraction) (out []plan.Conflict) {
	for _, d := range modelDifferences(x) {
		out = append(out, d.Conflict)
	}
	return out
}

// A difference is a conflict and the places of its two sides. The number of its model does
// not tell which: a damaged plan may have several of one number.
type difference struct {
	plan.Conflict
	task           string // the id of the task that it is of, where it is of one; then Model is 0
	body, appendix source.Span
}

func modelDifferences(x *plan.Extraction) (out []difference) {
	rows := map[int]*plan.AppendixRow{}
	for i := range x.Appendix {
		rows[x.Appendix[i].Number] = &x.Appendix[i]
	}
	for i := range x.Models {
		m := &x.Models[i]
		a := rows[m.Number]
		if a == nil {
			continue
		}
		lead := leaders(m)
		at := m.Spans["assignments"]
		if len(m.Lead) > 0 {
			at = m.Lead[0].Span
		}
		for _, d := range differ(side{lead, m.Cooperating, m.Timeline, at}, a) {
			d.Model = m.Number
			out = append(out, d)
		}
	}
	return out
}

// taskDifferences are those between the tasks of a body and the rows of the appendix that say them
// over again.
func taskDifferences(x *plan.Extraction) (out []difference) {
	for i := range x.Appendix {
		a := &x.Appendix[i]
		t := taskOf(a, x.Tasks)
		if t == nil {
			continue
		}
		at := t.Span
		if len(t.Lead) > 0 {
			at = t.Lead[0].Span
		}
		for _, d := range differ(side{t.Lead, t.Cooperating, t.Timeline, at}, a) {
			d.task = t.ID
			out = append(out, d)
		}
	}
	return out
}

// taskOf returns the task that a row of the appendix says over again: nearly all of the row's pairs of
// neighbouring words stand in it, or most where it has the row's place among the tasks too; nil where
// no task, or more than one, is like that.
func taskOf(a *plan.AppendixRow, tasks []plan.Task) (found *plan.Task) {
	const most, nearlyAll = 0.6, 0.85
	for i := range tasks {
		share := pairsWithin(a.Title, tasks[i].Text)
		if share < most || share < nearlyAll && a.Number != i+1 {
			continue
		}
		if found != nil {
			return nil
		}
		found = &tasks[i]
	}
	return found
}

// pairsWithin is the share of the pairs of neighbouring words of a that b has too, from 0 to 1.
func pairsWithin(a, b string) float64 {
	in := map[[2]string]bool{}
	for _, p := range wordPairs(b) {
		in[p] = true
	}
	all, shared := wordPairs(a), 0
	for _, p := range all {
		if in[p] {
			shared++
		}
	}
	return float64(shared) / float64(max(1, len(all)))
}

func wordPairs(s string) (pairs [][2]string) {
	last := ""
	for _, w := range normalize.Words(s) {
		if w.Mark {
			continue
		}
		if last != "" {
			pairs = append(pairs, [2]string{last, w.Fold})
		}
		last = w.Fold
	}
	return pairs
}

// A side is what a body says of a model or task that its appendix may say otherwise.
type side struct {
	lead, beside []plan.Agency
	when         *plan.Timeline
	leadAt       source.Span
}

// differ returns in what a body differs from the row of its appendix.
func differ(body side, a *plan.AppendixRow) (out []difference) {
	if body.when != nil && a.Timeline != nil && !sameTime(body.when, a.Timeline) {
		c := plan.Conflict{Field: "timeline", Body: body.when.Text, Appendix: a.Timeline.Text}
		out = append(out, difference{Conflict: c, body: body.when.Span, appendix: a.Span})
	}
	if lead := body.lead; len(lead) > 0 && len(a.Lead) > 0 && otherBodies(lead, a.Lead) {
		c := plan.Conflict{Field: "lead", Body: names(lead), Appendix: names(a.Lead)}
		out = append(out, difference{Conflict: c, body: body.leadAt, appendix: a.Span})
	}
	if beside := body.beside; len(beside) > 0 && len(a.Cooperating) > 0 && otherBodies(beside, a.Cooperating) {
		c := plan.Conflict{Field: "cooperating", Body: names(beside), Appendix: names(a.Cooperating)}
		out = append(out, difference{Conflict: c, body: beside[0].Span, appendix: a.Span})
	}
	return out
}

// leaders are those whom a model names as leading: in the field for it, else those to
// whom a duty gives the lead.
func leaders(m *plan.Model) []plan.Agency {
	if len(m.Lead) > 0 {
		return m.Lead
	}
	var out []plan.Agency
	for _, a := range m.Assignments {
		if a.Role == plan.Lead {
			for _, b := range a.Actors {
				if !has(out, b) {
					out = append(out, b)
				}
			}
		}
	}
	return out
}

// sameTime reports whether a and b are one time: "trong quý II/2024" and "Quý II/2024" are.
func sameTime(a, b *plan.Timeline) bool {
	if a.Kind == plan.Deadline && b.Kind == plan.Range {
		a, b = b, a
	}
	if a.Kind == plan.Range && b.Kind == plan.Deadline {
		return date(a.Start) == date(a.End) && date(a.End) == date(b.End)
	}
	return a.Kind == b.Kind && date(a.Start) == date(b.Start) && date(a.End) == date(b.End)
}

func date(d *plan.Date) plan.Date {
	if d == nil {
		return ""
	}
	return *d
}

// otherBodies reports whether each of two lists has a body that the other lacks. Short forms that nothing
// explains may be any of the other's: "UBND CH" beside "Ủy ban nhân dân các huyện".
func otherBodies(a, b []plan.Agency) bool {
	unread := func(list []plan.Agency) []plan.Agency {
		return slices.DeleteFunc(slices.Clone(list), func(x plan.Agency) bool { return !unexplained(x.Canonical) })
	}
	return !within(a, b) && !within(b, a) && !within(a, slices.Concat(b, unread(a))) && !within(b, slices.Concat(a, unread(b)))
}

// unexplained reports whether a name holds a short form of which neither the document nor the lexicon
// tells the meaning.
func unexplained(name string) bool {
	for part := range strings.FieldsSeq(name) {
		part = strings.Trim(part, ",;.()")
		if _, known := usual()[part]; !known && isShort(part) && !isRoman(part) && !everyday[part] && !namedShort()[part] {
			return true
		}
	}
	return false
}

// namedShort are the short forms within the lexicon's names of bodies: "VNPT".
var namedShort = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, r := range lexicon.Rows("agencies.txt", 4) {
		for part := range strings.FieldsSeq(r.Columns[1]) {
			if isShort(part) {
				all[part] = true
			}
		}
	}
	return all
})

func within(a, b []plan.Agency) bool {
	for _, x := range a {
		if !has(b, x) {
			return false
		}
	}
	return true
}

func has(list []plan.Agency, x plan.Agency) bool {
	for _, y := range list {
		if sameBody(x.Canonical, y.Canonical) {
			return true
		}
	}
	return false
}

// sameBody reports whether two full names mean one body: one may add where it is, or
// what it belongs to.
func sameBody(a, b string) bool {
	if a == b || abbreviates(a, b) || abbreviates(b, a) {
		return true
	}
	a, b = key(a), key(b)
	if ofSort(a, b) || ofSort(b, a) {
		return true
	}
	return a == b || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ")
}

// sorts are the words for bodies of a sort in general, with words of which the name of one holds one.
var sorts = map[string][]string{
	"nhà trường":   {"trường", "hiệu trưởng", "hiệu bộ"},
	"trường học":   {"trường", "hiệu trưởng", "hiệu bộ"},
	"doanh nghiệp": {"công ty", "tập đoàn", "viettel", "vnpt", "mobifone", "fpt"},
	"ngân hàng":    {"ngân hàng", "agribank", "vietcombank", "vietinbank", "bidv"},
}

// ofSort reports whether the body named, by its key, is one of the sort that general says.
func ofSort(general, named string) bool {
	return slices.ContainsFunc(sorts[general], func(w string) bool { return strings.Contains(" "+named+" ", " "+w+" ") })
}

// abbreviates reports whether short is an abbreviation that nobody has written out, made of the
// first letters of a full name: "PTP" for "Phòng Tư pháp thành phố Chí Linh", "NHNN tỉnh" for "Ngân
// hàng Nhà nước Chi nhánh tỉnh Kon Tum", "Ban Quản lý KKT tỉnh".
func abbreviates(short, long string) bool {
	if !shortens(short) {
		return false
	}
	var words []normalize.Word
	for _, w := range normalize.Words(long) {
		if !w.Mark {
			words = append(words, w)
		}
	}
	letters := 0
	for part := range strings.FieldsSeq(short) {
		if strings.ContainsFunc(part, func(r rune) bool { return !unicode.IsUpper(r) }) {
			i := slices.IndexFunc(words[:min(len(words), mostSkipped+1)], func(w normalize.Word) bool { return w.Fold == normalize.Fold(part) })
			if i < 0 {
				return false
			}
			words = words[i+1:]
			continue
		}
		for _, letter := range part {
			for len(words) > 0 && words[0].Fold == "và" && letter != 'V' {
				words = words[1:]
			}
			if len(words) == 0 {
				return false
			}
			if first, _ := utf8.DecodeRuneInString(long[words[0].Start:]); unicode.ToUpper(first) != letter {
				return false
			}
			words, letters = words[1:], letters+1
		}
	}
	return letters >= leastLetters
}

// shortens reports whether a name has enough capitals in words of nothing else to be such an abbreviation.
func shortens(name string) bool {
	letters := 0
	for part := range strings.FieldsSeq(name) {
		if !strings.ContainsFunc(part, func(r rune) bool { return !unicode.IsUpper(r) }) {
			letters += utf8.RuneCountInString(part)
		}
	}
	return letters >= leastLetters
}

// mostSkipped are the words that an abbreviation leaves out before one that it writes in full: "Chi
// nhánh".
const mostSkipped = 2

// leastLetters of an abbreviation tell a body from others.
const leastLetters = 3

func key(s string) string {
	var words []string
	for _, w := range normalize.Words(s) {
		if !w.Mark && w.Fold != "các" {
			words = append(words, w.Fold)
		}
	}
	k := strings.Replace(strings.Join(words, " "), " chi nhánh ", " ", 1) // "Ngân hàng Nhà nước tỉnh"
	if anyConcerned(words) {
		return "đơn vị liên quan"
	}
	for _, l := range levels {
		if strings.HasSuffix(k, " "+l.level) {
			return k
		}
		if all, ok := strings.CutSuffix(k, " "+l.units); ok {
			return all + " " + l.level
		}
	}
	return k
}

// anyConcerned reports whether the words name whatever body is concerned: "các cơ quan, đơn vị có
// liên quan", "các sở, ngành liên quan".
func anyConcerned(words []string) bool {
	n := len(words)
	return n > 2 && words[n-2] == "liên" && words[n-1] == "quan" &&
		!slices.ContainsFunc(words[:n-2], func(w string) bool { return !ofAnyBody[w] })
}

// ofAnyBody are the words for bodies in general.
var ofAnyBody = map[string]bool{"cơ": true, "quan": true, "đơn": true, "vị": true, "sở": true, "ban": true, "ngành": true, "phòng": true, "tổ": true, "chức": true, "có": true, "khác": true, "và": true}

// levels are the ways to name all units of a level one by one, the longest first.
var levels = []struct{ units, level string }{
	{"xã phường thị trấn", "cấp xã"}, {"xã phường đặc khu", "cấp xã"}, {"xã thị trấn", "cấp xã"}, {"xã phường", "cấp xã"}, {"phường xã", "cấp xã"},
	{"huyện thị xã thành phố", "cấp huyện"}, {"huyện thành phố thị xã", "cấp huyện"}, {"huyện thị thành phố", "cấp huyện"},
	{"huyện thành phố", "cấp huyện"}, {"huyện thị xã", "cấp huyện"}, {"thành phố thị xã", "cấp huyện"}, {"quận huyện thị xã", "cấp huyện"}, {"quận huyện", "cấp huyện"},
	{"xã", "cấp xã"}, // "Công an xã", without a name, is that of each; last, as others end so
}

func names(list []plan.Agency) string {
	s := make([]string, len(list))
	for i, a := range list {
		s[i] = a.Name
	}
	return strings.Join(s, ", ")
}

// fieldLabels names the fields of a conflict for a reader.
var fieldLabels = map[string]string{"timeline": "thời gian", "lead": "cơ quan chủ trì", "cooperating": "cơ quan phối hợp"}

// appendix remarks on every conflict, with both places, and on models that only one of
// body and appendix has. A plan by tasks has no model that its appendix could lack or
// have more of.
func (c *checker) appendix() {
	rows, models := map[int]bool{}, map[int]bool{} // the numbers of those there are
	for i := range c.x.Appendix {
		rows[c.x.Appendix[i].Number] = true
	}
	for i := range c.x.Models {
		models[c.x.Models[i].Number] = true
	}
	for _, d := range append(modelDifferences(c.x), taskDifferences(c.x)...) {
		where, of := model(d.Model), fmt.Sprintf("Mô hình %d", d.Model)
		if d.task != "" {
			where, of = d.task, "Nhiệm vụ "+d.task
		}
		said := c.say(AppendixConflict, where, d.body, "%s: thân văn bản và phụ lục ghi khác nhau về %s: “%s” và “%s”.", of, fieldLabels[d.Field], d.Body, d.Appendix)
		said.Related = append(said.Related, d.appendix)
	}
	if len(c.x.Appendix) == 0 || len(c.x.Models) == 0 {
		return
	}
	for _, m := range c.x.Models {
		if !rows[m.Number] {
			c.say(AppendixMissing, model(m.Number), m.Spans["title"], "Mô hình %d không có trong phụ lục.", m.Number)
		}
	}
	for _, a := range c.x.Appendix {
		if !models[a.Number] {
			c.say(AppendixMissing, model(a.Number), a.Span, "Phụ lục có mô hình %d, thân văn bản không có.", a.Number)
		}
	}
}
