package extract

// What is told once for several tasks of a heading: in numbered headings beside the one that holds
// the tasks ("2. Cơ quan chủ trì, phối hợp", "3. Thời gian thực hiện: …"), or in fields between the
// heading and its first task. Some of it may be told of single tasks by their letters: "Điểm b:
// trước ngày 29/02/2024", "Sở Nội vụ chủ trì nhiệm vụ tại điểm e".

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// toldFor is what fields tell of all tasks of a heading, and of those of a letter.
type toldFor struct {
	all    plan.Task
	points map[string]*plan.Task
}

// toldOnce returns what the fields among siblings tell of the tasks among them, and which they are.
func (r *reader) toldOnce(ps []*outline.Para, charged parties) (parties, []*outline.Para) {
	told := toldFor{points: map[string]*plan.Task{}}
	var read []*outline.Para
	tasks := 0 // so many siblings are tasks, or hold some
	for _, p := range ps {
		switch {
		case p.Label == nil && tasks > 0 && ofPoints(p):
			if r.toldOfPoints(&told, p) {
				read = append(read, p)
			}
		case p.Marker.Label != "" && mayHoldTasks(p):
			tasks++
		case p.Label != nil && (p.Marker.Label != "" || tasks == 0):
			if r.toldField(&told, p) {
				read = append(read, p)
			}
		case p.Label == nil && tasks == 0:
			if f, ok := sharedIn(p, false); ok && p.Marker.Style == outline.None {
				r.within("above", f.label, func() { ok = r.taskField(&told.all, f.field) })
				if ok {
					read = append(read, p)
				}
			}
		}
	}
	if r.toldBehind(&told, ps) && len(read) == 0 {
		read = []*outline.Para{}
	} else if tasks == 0 || len(read) == 0 {
		return charged, nil
	}
	for _, p := range ps { // "4. Nguồn kinh phí: …" is no task beside them
		if (p.Label == nil || p.Label.Meaning == "other") && saysNoDuty(p.Text) {
			r.understood[p] = true
			read = append(read, p)
		}
	}
	return told.parties(charged), read
}

// parties returns who does the tasks and until when: where only a time is told, whoever is charged with them.
func (told *toldFor) parties(charged parties) parties {
	by := partiesOf(&told.all)
	if by.count() == 0 && len(told.points) == 0 {
		until := by.until
		by = charged
		by.until = until
	}
	by.told, by.points = true, map[string]parties{}
	for letter, t := range told.points {
		by.points[letter] = partiesOf(t)
	}
	return by
}

// toldBehind reads what stands behind the last of several tasks and speaks of them by their letters:
// "(Các nội dung tại điểm a, b, c: Sở Nội vụ chủ trì, …)".
func (r *reader) toldBehind(told *toldFor, ps []*outline.Para) (read bool) {
	if len(ps) == 0 {
		return false
	}
	last, toldToAll := ps[len(ps)-1], false
	for i, c := range last.Children {
		if c.Label != nil && (namesBodies(c.Label.Meaning) || c.Label.Meaning == "timeline") && severalPoints(unitsOf(c.Value().Trim())) {
			r.ofSeveral[c] = r.toldIn(told, c)
			read, toldToAll = read || r.ofSeveral[c], toldToAll || r.ofSeveral[c]
			continue
		}
		s := unwrapped(c.Phrase).Trim()
		ofAll := speaksOfAll(s.Text, last) || toldToAll && i > 0 && r.ofSeveral[last.Children[i-1]] && ofAllTheTime.MatchString(normalize.FoldInPlace(s.Text))
		switch behindAll := i > 0 && c.Split && c.Label != nil && r.ofSeveral[last.Children[i-1]] && toldToAll; {
		case behindAll: // "Hai nội dung tại mục này do Văn phòng Sở chủ trì. Thời gian thực hiện: năm 2026."
			r.ofSeveral[c] = r.toldField(told, c)
			continue
		case c.Marker.Style != outline.None || c.Label != nil || !ofAll && !speaksOfPoints(s.Text):
			continue
		}
		units := unitsOf(s)
		for _, u := range units {
			if (ofAll || severalPoints(units)) && r.tellSaid(told, "", c, u) {
				read, r.ofSeveral[c] = true, true
				toldToAll = true
			}
		}
	}
	return read
}

// toldBehindBullets returns who does the tasks that bullets are, as a sentence behind the last of them tells.
func (r *reader) toldBehindBullets(bullets []bullet, charged parties) parties {
	var ps []*outline.Para
	for _, b := range bullets {
		ps = append(ps, b.Para)
	}
	told := toldFor{points: map[string]*plan.Task{}}
	if !r.toldBehind(&told, ps) {
		return charged
	}
	return told.parties(charged)
}

// allOfThem reads the words that speak of all tasks of a heading: "Ba nội dung tại mục này", "cả hai nhiệm vụ",
// "các nội dung nêu tại mục 2", "hai nhiệm vụ này".
var allOfThem = pattern.MustCompile(`((?:cả |tất cả |toàn bộ )?(?:` + fewTasks + `|các|những) ` + someTasks + ` (?:(?:nêu |nói )?(?:tại|ở|thuộc|của|trong) (?:mục|phần|nhóm|khoản) (?:này|(\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}))|nêu trên|nói trên|kể trên|trên đây)|` +
	`(?:cả|tất cả) (?:` + fewTasks + `) ` + someTasks + `)(?:[,;.: ]|$)|` +
	`((?:cả |tất cả |toàn bộ )?(?:` + fewTasks + `|các|những) ` + someTasks + ` (?:này|trên))(?:[,;.:]| do | giao |$)`)

// ofAll reads of them what few sentences have, more quickly: most speak of tasks, and few of those above.
var ofAll = pattern.MustCompile(someTasks + ` (?:nêu|nói|kể|này|trên|(?:tại|ở|thuộc|của|trong) (?:mục|phần|nhóm|khoản) )|(?:cả|tất cả) (?:` + fewTasks + `) ` + someTasks)

// allAlone reads the same of a clause that begins so: "Tất cả hoàn thành trong quý II/2024".
var allAlone = pattern.MustCompile(`^(tất cả(?: đều)?|cả (?:` + fewTasks + `)(?: đều)?) (?:hoàn thành|xong|thực hiện|triển khai)`)

// someTasks are what a plan calls them.
const someTasks = `(?:nội dung|nhiệm vụ|công việc|phần việc|việc)`

// allIn returns where a folded clause speaks of all tasks of a heading, and the number of the heading if it has one.
func allIn(f string) (start, end int, number string, ok bool) {
	if m := allAlone.FindStringSubmatchIndex(f); m != nil {
		return m[2], m[3], "", true
	}
	if !ofAll.MatchString(f) {
		return 0, 0, "", false
	}
	m := allOfThem.FindStringSubmatchIndex(f)
	switch {
	case m == nil:
		return 0, 0, "", false
	case m[2] < 0:
		return m[6], m[7], "", true
	case m[4] >= 0:
		number = f[m[4]:m[5]]
	}
	return m[2], m[3], number, true
}

// speaksOfAll reports whether what stands behind the last task of a heading speaks of all of them.
func speaksOfAll(s string, last *outline.Para) bool {
	_, _, number, ok := allIn(normalize.FoldInPlace(s))
	return ok && (number == "" || last.Parent != nil && (strings.EqualFold(last.Parent.Marker.Label, number) || strings.HasSuffix(last.Parent.Path(), "."+number)))
}

// fewTasks are the numbers of tasks below a heading.
const fewTasks = `hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2}`

// severalPoints reports whether units tell something of two tasks or more by their letters.
func severalPoints(units []unit) bool {
	n := 0
	for _, u := range units {
		n += len(u.letters)
	}
	return n > 1
}

// tellsByPoints reports whether p only tells who does several tasks, or when, and names them by their letters.
func tellsByPoints(p *outline.Para) bool {
	if p.Marker.Style != outline.None || p.Label != nil || p.Cells != nil || !speaksOfPoints(p.Text) {
		return false
	}
	units := unitsOf(p.Phrase.Trim())
	return severalPoints(units) && !slices.ContainsFunc(units, func(u unit) bool { return saidBy(u.text.Text) == "" })
}

// tellSaid tells what a unit says by its words alone: who does it, when, or both.
func (r *reader) tellSaid(told *toldFor, label string, head *outline.Para, u unit) (read bool) {
	u.text = u.text.From(len(chargesWhom.FindString(normalize.FoldInPlace(u.text.Text))))
	meaning := saidBy(u.text.Text)
	if found, _ := agency.Subject(u.text.Text); meaning == "" && len(u.letters) > 0 && len(found) > 0 && found[0].Start == 0 {
		meaning = "executing" // "Công an tỉnh thực hiện nội dung tại điểm c"
	}
	if meaning == "" {
		return false
	}
	read = r.tellUnit(told, &field{meaning: meaning, label: label, head: head, value: u.text}, u.letters)
	if _, start, end, ok := timeline.Find(u.text.Text); ok && meaning != "timeline" {
		read = r.tellUnit(told, &field{meaning: "timeline", label: label, head: head, value: u.text.Slice(start, end)}, u.letters) || read
	}
	return read
}

// mayHoldTasks reports whether p is no field, or one of contents: "1. Nội dung" over "a) …".
func mayHoldTasks(p *outline.Para) bool { return p.Label == nil || p.Label.Meaning == "content" }

func partiesOf(t *plan.Task) parties {
	return parties{lead: t.Lead, cooperating: t.Cooperating, implementing: t.Implementing, until: t.Timeline}
}

// toldField reads a field that holds for several tasks. One that only heads who leads and who
// cooperates has these below it.
func (r *reader) toldField(told *toldFor, p *outline.Para) (read bool) {
	if !namesBodies(p.Label.Meaning) && p.Label.Meaning != "timeline" {
		return false
	}
	if p.Value().Trim().Text != "" || !slices.ContainsFunc(p.Children, func(c *outline.Para) bool { return c.Label != nil }) {
		return r.toldIn(told, p)
	}
	r.understood[p] = true
	for _, c := range p.Children {
		read = c.Label != nil && r.toldIn(told, c) || read
	}
	return read
}

// ofPoints reports whether a heading without a label holds nothing but what is told of tasks by their
// letters: "2. Thực hiện" over "Chủ trì: Sở Nội vụ (điểm a); …".
func ofPoints(p *outline.Para) bool {
	return p.Cells == nil && isHeading(p) && !slices.ContainsFunc(p.Children, func(c *outline.Para) bool {
		return !speaksOfPoints(c.Text) || namesPoint(c, p.Marker.Label)
	})
}

// namesPoint reports whether a paragraph tells something of the task of this letter or number: then that is no
// heading above what is told.
func namesPoint(c *outline.Para, label string) bool {
	return label != "" && slices.ContainsFunc(unitsOf(c.Phrase.Trim()), func(u unit) bool { return slices.Contains(u.letters, label) })
}

func speaksOfPoints(s string) bool {
	_, ok := pointsIn(normalize.FoldInPlace(s))
	return ok
}

// toldOfPoints reads what stands below such a heading, by labels of its own or by what it says.
func (r *reader) toldOfPoints(told *toldFor, p *outline.Para) (read bool) {
	for _, c := range p.Children {
		if c.Label != nil {
			read = r.toldField(told, c) || read
			continue
		}
		for _, u := range unitsOf(c.Phrase.Trim()) {
			read = r.tellSaid(told, p.Text, c, u) || read
		}
	}
	r.understood[p] = r.understood[p] || read
	return read
}

// toldIn reads a field, unit by unit where it tells things of single tasks.
func (r *reader) toldIn(told *toldFor, p *outline.Para) (read bool) {
	texts := []outline.Phrase{p.Value().Trim()}
	for _, c := range p.Children {
		texts = append(texts, c.Phrase.Trim())
	}
	if !slices.ContainsFunc(texts, func(s outline.Phrase) bool { return speaksOfPoints(s.Text) }) {
		return r.labelledField(&told.all, p)
	}
	for _, text := range texts {
		for _, u := range unitsOf(text) {
			read = r.tellUnit(told, &field{meaning: p.Label.Meaning, label: labelText(p), head: p, value: u.text}, u.letters) || read
		}
	}
	for _, c := range p.Children {
		r.understood[c] = r.understood[c] || read
	}
	return read
}

// tellUnit reads a unit of a field for the tasks of these letters, for all where there is none.
func (r *reader) tellUnit(told *toldFor, f *field, letters []string) (read bool) {
	r.within(labelRule(f), f.label, func() {
		if len(letters) == 0 {
			read = r.taskField(&told.all, f)
		}
		for _, letter := range letters {
			if told.points[letter] == nil {
				told.points[letter] = &plan.Task{}
			}
			read = r.taskField(told.points[letter], f) || read
		}
	})
	return read
}

// pointsForm reads which tasks are spoken of by their letters: "Nhiệm vụ tại điểm b và điểm c",
// "(điểm a, c, d)", "riêng điểm c". What is in brackets goes with them. numbersForm reads the same of
// numbers, of which one alone needs to be told from a quantity: "các nhiệm vụ 1, 3", "nhiệm vụ số 2".
var (
	pointsForm  = pattern.MustCompile(`(?: ?\()?(?:riêng |đối với )?(?:(?:các )?(?:nhiệm vụ|nội dung|công việc|việc)(?: nêu)?(?: tại| ở)? )?(?:các )?(?:điểm|ý) ([a-zđ](?:(?:,| và|;) (?:điểm |ý )?[a-zđ]|(?: đến | ?- ?)(?:điểm )?[a-zđ])*)(?:\)|[:.,; ]|$)`)
	numbersForm = pattern.MustCompile(`(?: ?\()?(?:riêng |đối với )?(?:các )?(?:nhiệm vụ|công việc)(?: nêu)?(?: tại| ở)?(?: các)?(?: điểm| khoản| mục)?(?: số| thứ)? (` + numberOfTask + `(?:(?:(?:,|;)? và|,|;) (?:nhiệm vụ |công việc )?(?:số )?` + numberOfTask + `|(?: đến | ?- ?)(?:nhiệm vụ )?(?:số )?` + numberOfTask + `)*)(?:\)|[:.,;]| (?:phải|cần|do|giao|xong|hoàn thành|thuộc|nêu|mục|phần|trước|trong|chậm nhất)|$)`)
)

// lettersForm reads the same without a word for points: "nội dung a", "(nhiệm vụ b, c)".
var lettersForm = pattern.MustCompile(`(?: ?\()?(?:riêng |đối với )?(?:các )?` + someTasks + ` ([a-hđ](?:(?:,| và|;) (?:` + someTasks + ` )?[a-hđ])*)(?:\)|[:.,; ]|$)`)

// numberOfTask reads the number of a task: "3", "6.1".
const numberOfTask = `\d{1,2}(?:\.\d{1,2}){0,2}`

// A tasksNamed is where a clause names tasks by letters or numbers: the words that do, and the list in them.
type tasksNamed struct{ start, list, end int }

// pointsIn returns where a folded clause names tasks so.
func pointsIn(f string) (at tasksNamed, ok bool) {
	m := pointsForm.FindStringSubmatchIndex(f)
	if m == nil {
		m = lettersForm.FindStringSubmatchIndex(f)
	}
	if m == nil && strings.ContainsAny(f, "0123456789") {
		m = numbersForm.FindStringSubmatchIndex(f)
	}
	if m == nil {
		return at, false
	}
	return tasksNamed{m[0], m[2], m[3]}, true
}

// theOthers reads how what is told of all other tasks begins: "Các nhiệm vụ còn lại: từ tháng 3/2024".
var theOthers = pattern.MustCompile(`^(?:các )?(?:nhiệm vụ|điểm|nội dung|công việc)(?: còn lại| khác)(?: tại [^:.;]*)?(?::|,)? `)

// A unit is some sentences of a field that tell one thing, and the letters of the tasks of which they
// tell it, without the words that say so; of all where there is none.
type unit struct {
	letters []string
	text    outline.Phrase
}

// unitsOf parts a text before each clause that speaks of tasks by their letters.
func unitsOf(text outline.Phrase) (units []unit) {
	text = text.From(len(theOthers.FindString(normalize.FoldInPlace(text.Text))))
	sentence := 0 // so many units name tasks up to the last full stop
	for _, s := range clausesOfPoints(text) {
		if m := ofAllTheTime.FindString(normalize.FoldInPlace(s.Text)); m != "" {
			if s = s.From(len(m)); !speaksOfPoints(s.Text) {
				units = append(units, unit{text: s})
				continue
			}
		}
		if start, end, _, ok := allIn(normalize.FoldInPlace(s.Text)); ok {
			units = append(units, unit{text: without(s, start, end)}) // "cả hai nội dung hoàn thành trước ngày 31/3/2026"
			continue
		}
		at, ok := pointsIn(normalize.FoldInPlace(s.Text))
		if !ok {
			switch n := len(units); {
			case n > 1 && sentence == n && saidBy(s.Text) == "timeline":
				units = append(units, unit{text: s}) // behind a list of who leads what: of all of them
			case n > 0:
				units[n-1].text = outline.Join(" ", units[n-1].text, s)
			default:
				units = append(units, unit{text: s})
			}
			continue
		}
		rest := s.From(at.end)
		rest = rest.From(len(rest.Text) - len(strings.TrimLeft(rest.Text, "):, ")))
		u := unit{lettersIn(normalize.FoldInPlace(s.Text[at.list:at.end])), rest}
		if before := s.Slice(0, at.start).Trim(); before.Text != "" && !amongThem.MatchString(normalize.FoldInPlace(before.Text)) {
			mark := " "
			if strings.HasPrefix(s.Text[at.end:], ",") || strings.HasPrefix(s.Text[at.end:], ";") {
				mark = s.Text[at.end:at.end+1] + mark // "Sở Nội vụ chủ trì nhiệm vụ tại điểm e, Bưu điện tỉnh phối hợp"
			}
			u.text = outline.Join(mark, before, rest)
		}
		units = append(units, u)
		if strings.HasSuffix(s.Text, ".") {
			sentence = len(units)
		}
	}
	for i := range units {
		units[i].text = units[i].text.Trim()
	}
	return units
}

// without returns a clause without the words from start to end.
func without(s outline.Phrase, start, end int) outline.Phrase {
	before, rest := s.Slice(0, start).Trim(), s.From(end).Trim()
	if before.Text == "" {
		return rest
	}
	return outline.Join(" ", before, rest)
}

// clausesOfPoints parts a text at its full stops and semicolons, and at the commas behind which another clause
// names tasks by their letters: "Sở Y tế chủ trì nội dung tại điểm a, Văn phòng chủ trì nội dung tại điểm b".
func clausesOfPoints(text outline.Phrase) (all []outline.Phrase) {
	for _, s := range split(text, ".;") {
		from := 0
		for i := 0; i < len(s.Text); i++ {
			if s.Text[i] != ',' || !speaksOfPoints(s.Text[from:i]) {
				continue
			}
			next := strings.TrimLeft(s.Text[i+1:], " ")
			if at, ok := pointsIn(normalize.FoldInPlace(next)); ok && (at.start == 0 || agency.Begins(next) && (s.Text[i-1] == ')' || agency.SaysLead(next))) {
				all = append(all, s.Slice(from, i))
				from = i + 1 + len(s.Text[i+1:]) - len(next)
			}
		}
		all = append(all, s.From(from))
	}
	return all
}

// amongThem reads what only leads over to some of the tasks: "; trong đó, nội dung tại điểm a …".
var amongThem = pattern.MustCompile(`^(?:(?:và )?(?:trong đó|cụ thể|riêng)|phân (?:công|giao)(?: (?:thực hiện|nhiệm vụ))*(?: (?:tại|cho|của))?(?: (?:mục|phần|nhóm) (?:này|[\divx.]+))?)[,:]?$`)

// ofAllTheTime reads the label of a time that holds for all of a heading: "Thời gian chung cho mục này: …",
// "thời gian thực hiện chung: …".
var ofAllTheTime = pattern.MustCompile(`^(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành))?(?: chung)?(?: (?:cho|của)(?: cả)? (?:mục|phần|nhóm|các nhiệm vụ)(?: này| trên)?)?: `)

// alphabet are the letters of points in their order.
const alphabet = "abcdđeghiklmnopqrstuvxy"

// lettersIn returns the letters or numbers of a list or a stretch: "a, b và d", "a đến d", "6.1-6.4". Of a
// number the last part stands for it.
func lettersIn(s string) (letters []string) {
	last := ""
	stretch := false
	for _, w := range strings.FieldsFunc(strings.ReplaceAll(s, "-", " - "), func(c rune) bool { return c == ' ' || c == ',' || c == ';' }) {
		w = strings.TrimLeft(w[strings.LastIndexByte(w, '.')+1:], "0")
		n, err := strconv.Atoi(w)
		switch {
		case w == "đến" || w == "-":
			stretch = last != ""
		case err == nil:
			if from, err := strconv.Atoi(last); stretch && err == nil {
				for k := from + 1; k < n; k++ {
					letters = append(letters, strconv.Itoa(k))
				}
			}
			letters, last, stretch = append(letters, w), w, false
		case strings.Contains(alphabet, w) && utf8.RuneCountInString(w) == 1:
			if from, to := strings.Index(alphabet, last), strings.Index(alphabet, w); stretch && 0 <= from && from < to {
				for _, c := range alphabet[from+len(last) : to] {
					letters = append(letters, string(c))
				}
			}
			letters, last, stretch = append(letters, w), w, false
		}
	}
	return letters
}

// takeTold gives a task what is told once for it and others, where it has no field of its own: by its
// letter, else for all. It reports whether that names somebody.
func (r *reader) takeTold(t *plan.Task, by parties, said bool) bool {
	own := by.points[t.ID[strings.LastIndexByte(t.ID, '.')+1:]]
	if t.Timeline == nil {
		t.Timeline = own.until
	}
	if t.Timeline == nil {
		t.Timeline = by.until
	}
	if own.count() == 0 {
		own = by
	}
	if said || own.count() == 0 {
		return false
	}
	t.Lead, t.Cooperating, t.Implementing = own.lead, own.cooperating, own.implementing
	return true
}
