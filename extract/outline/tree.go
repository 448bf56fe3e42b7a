package outline

import (
	"slices"
	"strconv"
	"strings"
)

// grow makes a tree of ps and returns its roots. A paragraph goes below the last one
// whose marker is of a higher level. The levels are learned while reading: a style that
// is open already continues its list; a new one opens below the styles of higher rank,
// or, where the paragraph before announces a list (":"), below that one, whatever its
// rank. Text without a marker belongs to what stands open.
func grow(ps []*Para) []*Para {
	var roots []*Para
	var open []*Para // from the root down; one a style
	var before *Para
	partsFirst := upperAboveRoman(ps)
	headed := map[[2]Style]bool{} // bullets of the first style head fields of the second, of a higher rank
	for i, p := range ps {
		p.upperFirst = partsFirst
		style := p.level()
		switch {
		case item(open) > 0 && (p.Marker.Style == None && (p.ClosesGroup() || standsBehind(ps[i:], open[item(open)])) || tellsOfAll(ps[i:])):
			open = open[:item(open)]
		case style == None:
		case style < Model && p.Label != nil && item(open) >= 0 && find(open, style) < 0:
			// "1.2. Đơn vị chủ trì: …" below "1. Mô hình thứ 1": a field, whatever its number.
			open = open[:item(open)+1]
		case style < Task && p.Label != nil && find(open, Task) >= 0 && find(open, style) < 0:
			// "1. Yêu cầu: …" below "Nội dung 1. Số hóa hồ sơ": a field as well.
			open = open[:find(open, Task)+1]
		case style == Stage && find(open, Stage) < 0 && find(open, Dec1) >= 0: // stages of what "1." heads
		case aboveItem(open, p):
			open = open[:item(open)+1]
		case belowHeading(open, p) >= 0:
			open = open[:belowHeading(open, p)+1]
		case style < Model && style > Dec1 && partOf(open, p) >= 0:
			open = open[:partOf(open, p)+1]
		case alike(open, p) >= 0:
			open = open[:alike(open, p)]
		case style >= Dash && len(open) > 1 && open[len(open)-1].toldBehind():
			open = open[:len(open)-1]
		case fieldOfBullet(open, p) && (headed[[2]Style{open[len(open)-1].level(), style}] || goesOnSo(ps[i:], open[len(open)-1].level())):
			headed[[2]Style{open[len(open)-1].level(), style}] = true
		case closesBullets(open, p), besideBullet(open, p):
			open = open[:bullet(open)]
		case before != nil && announces(before) && before.level() != None && style > Model:
			open = open[:find(open, before.level())+1]
		default:
			for len(open) > 0 && open[len(open)-1].level() > style {
				open = open[:len(open)-1]
			}
		}
		if len(open) == 0 {
			roots = append(roots, p)
		} else {
			p.Parent = open[len(open)-1]
			p.Parent.Children = append(p.Parent.Children, p)
		}
		if style != None {
			open = append(open, p)
		}
		before = p
	}
	return roots
}

// A list is told from another of its style by what its markers or its texts have in common:
// numbers that repeat those above them ("III.2."), whatever they head, or else headings of
// groups ("2. Nhóm …").
func (p *Para) sort() (compound, group bool) { return p.Marker.compound, p.group }

func ofOneSort(p, q *Para) bool {
	a, b := p.sort()
	c, d := q.sort()
	return a && c || a == c && b == d
}

func ofASort(p *Para) bool {
	compound, group := p.sort()
	return compound || group
}

// alike returns the paragraph among open whose list p goes on with; -1 where there is none. One
// of a sort leaves the list within a model for one of its own sort, if there is any.
func alike(open []*Para, p *Para) int {
	style := p.level()
	nearest := find(open, style)
	if !ofASort(p) || nearest < item(open) || nearest >= 0 && ofOneSort(open[nearest], p) {
		return nearest
	}
	for i := nearest - 1; i >= 0; i-- {
		if open[i].level() == style && ofOneSort(open[i], p) {
			return i
		}
	}
	return nearest
}

// aboveItem reports whether the list of p's style that stands open is that of headings above
// the open model, of a sort that p is not of: "III.1. Nhóm tiện ích" over "Mô hình số 01" is
// none that "1. Cơ quan chủ trì" goes on with, nor is "1. Nhóm tiện ích", if that is a label.
func aboveItem(open []*Para, p *Para) bool {
	i := find(open, p.level())
	if i < 0 || i >= item(open) || ofOneSort(open[i], p) {
		return false
	}
	return open[i].Marker.compound || open[i].group && p.Label != nil && !IsCaps(p.Text)
}

// belowHeading returns the heading among open below which p begins or goes on with a list of
// plain numbers, though its own rank is no lower: "1." below "III.1. Nhóm …" or "a) Nhóm …"; -1
// where there is none.
func belowHeading(open []*Para, p *Para) int {
	if p.Marker.compound || p.group || p.Marker.Style < Dec1 || p.Marker.Style > Dec4 || p.Item != nil {
		return -1
	}
	i := find(open, p.level())
	if i >= 0 && open[i].Marker.compound {
		return i
	}
	if low := find(open, LowGroup); i < 0 && low >= 0 && item(open) < 0 {
		return low
	}
	return -1
}

// level is the style by which a paragraph takes its place.
func (p *Para) level() Style {
	switch {
	case p.Cells != nil:
		return None
	case p.Item != nil:
		return Model
	case (p.group || p.lettered) && p.Marker.Style == Lower:
		return LowGroup
	case p.group && (p.Marker.Style == None || p.Marker.Style >= Labeled):
		return Group
	case p.beside != None:
		return p.beside
	case p.Marker.Style == None && p.Label != nil:
		return Labeled
	case p.upperFirst && p.Marker.Style == Roman:
		return Upper
	case p.upperFirst && p.Marker.Style == Upper:
		return Roman
	}
	return p.Marker.Style
}

// upperAboveRoman reports whether "A." stands above "I." in a document, not below it as
// usual: the first of the two is "A.".
func upperAboveRoman(ps []*Para) bool {
	for _, p := range ps {
		if s := p.Marker.Style; p.Cells == nil && p.Item == nil && (s == Upper || s == Roman) {
			return s == Upper && p.Marker.Number == 1
		}
	}
	return false
}

func find(open []*Para, style Style) int {
	for i := len(open) - 1; i >= 0; i-- {
		if open[i].level() == style {
			return i
		}
	}
	return -1
}

// item returns the model, or the task with a word before its number, that is open; -1 where
// there is none.
func item(open []*Para) int { return max(find(open, Model), find(open, Task)) }

// bullet returns the first of the bullets that are open; -1 where none is.
func bullet(open []*Para) int {
	return slices.IndexFunc(open, func(p *Para) bool { return p.level() >= Dash })
}

// closesBullets reports whether p is a starred label behind the bullets of a heading, of which
// it tells something: "* Thời gian thực hiện: …" behind "- …".
func closesBullets(open []*Para, p *Para) bool {
	i := bullet(open)
	return i > 0 && p.Marker.Style == Dot && p.Label != nil && find(open, Dot) < 0 && open[i].Label == nil && !announces(open[i])
}

// besideBullet reports whether p is a field like the one in the first open bullet, whose bullet is
// another though: "– Chủ trì: Sở Y tế" and "• Tiến độ: Quý II" below it.
func besideBullet(open []*Para, p *Para) bool {
	i := bullet(open)
	if i < 1 || p.Marker.Style < Dash || p.Label == nil || find(open, p.Marker.Style) >= 0 {
		return false
	}
	b := open[i]
	return b.Label != nil && b.Label.Meaning != p.Label.Meaning && oneLine[b.Label.Meaning] && oneLine[p.Label.Meaning] && !announces(b)
}

// fieldOfBullet reports whether p may be the first field of the bullet that stands open, though its own
// bullet has the higher rank: "+ Cơ quan chủ trì: …" behind "* Số hóa hộ tịch".
func fieldOfBullet(open []*Para, p *Para) bool {
	if len(open) == 0 || p.Marker.Style < Dash || p.Label == nil || find(open, p.Marker.Style) >= 0 {
		return false
	}
	last := open[len(open)-1]
	return last.Marker.Style > p.Marker.Style && last.level() == last.Marker.Style && last.Label == nil
}

// goesOnSo reports whether the list of which the paragraphs begin with a field goes on with another bullet of
// a style over such a field.
func goesOnSo(ps []*Para, bullet Style) bool {
	for i, p := range ps[1:] {
		switch style := p.level(); {
		case style != None && style < Dash:
			return false
		case style == bullet:
			return p.Label == nil && i+2 < len(ps) && ps[i+2].Label != nil && ps[i+2].level() == ps[0].level()
		}
	}
	return false
}

// toldBehind reports whether p is the last of several fields in one line, who does something or when, and told
// there: bullets behind them are none of it.
func (p *Para) toldBehind() bool {
	return p.Split && p.level() == Labeled && p.Label != nil && oneLine[p.Label.Meaning] && p.Value().Trim().Text != "" && !announces(p)
}

// oneLine are the fields that a model or task has beside each other, none within another.
var oneLine = map[string]bool{"lead": true, "cooperating": true, "timeline": true, "begins": true, "ends": true, "tools": true, "product": true, "objective": true}

// partOf returns the model among open that the number of p repeats: "1.2. Tiêu chí: …"
// below "1. Mô hình “Tổ dân phố số”" or "Mô hình 1: …"; -1 where there is none.
func partOf(open []*Para, p *Para) int {
	i := item(open)
	if i < 0 || p.Marker.Style > Dec4 {
		return -1
	}
	number := open[i].Marker.Label
	if open[i].Item != nil && (open[i].Marker.Style < Dec1 || open[i].Marker.Style > Dec4) {
		number = strconv.Itoa(open[i].Item.Number)
	}
	if rest, ok := strings.CutPrefix(p.Marker.Label, number+"."); !ok || strings.Contains(rest, ".") {
		return -1
	}
	return i
}

// announces reports whether a list follows p.
func announces(p *Para) bool {
	return len(p.Text) > 0 && p.Text[len(p.Text)-1] == ':' || p.Label != nil && p.Value().Text == ""
}

// Path names the place of p by the markers above it: "II.B.2.1", "III.1.a". A number
// such as "2.1" already holds those of its parents.
func (p *Para) Path() string {
	var labels []string
	for q := p; q != nil; q = q.Parent {
		switch s := q.Marker.Style; {
		case q.Marker.Label == "" || s == Annex:
			continue
		case s == Part:
			if len(labels) == 0 || q == p {
				labels = append(labels, roman(q.Marker.Number))
			}
		case s >= Dec2 && s <= Dec4:
			labels = append(labels, q.Marker.Label)
			for q.Parent != nil && q.Parent.Marker.Style >= Dec1 && q.Parent.Marker.Style < s {
				q = q.Parent
			}
		default:
			labels = append(labels, q.Marker.Label)
		}
	}
	path := ""
	for i := len(labels) - 1; i >= 0; i-- {
		if path != "" {
			path += "."
		}
		path += labels[i]
	}
	return path
}
