package outline

import (
	"iter"
	"strconv"
	"strings"

	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// Models stand in groups. The heading of one may have no number ("Nhóm tiện ích phục vụ công
// dân số") or a letter ("a) Nhóm …: 03 mô hình"), and would fall below the models that it heads;
// or a number that the fields of a model have too ("1. Nhóm …", "1. Mục tiêu: …").

// groupNumbered reads "Nhóm 1: ", "Nhóm số II. ", "NHÓM B. ", a number or letter that is no part of the title.
var groupNumbered = pattern.MustCompile(`^(?i)nhóm (?:số |thứ )?(\d{1,2}|[ivx]{1,4}|[a-hđ])\s?[:.–-]\s*`)

// groupOpens is how the heading of a group begins.
var groupOpens = pattern.MustCompile(`^(?:các )?nhóm (?:các )?(?:mô hình|tiện ích|giải pháp|nhiệm vụ|nội dung|về|phục vụ|phát triển|cải cách|dịch vụ|thủ tục|kinh tế|công dân|quản lý|số|chỉ đạo|hạ tầng|dữ liệu|an ninh|y tế|giáo dục)|^các (?:mô hình|tiện ích) (?:về|phục vụ|thuộc|trong|phát triển|liên quan|lĩnh vực|hỗ trợ|giải quyết)`)

// longestGroup is the bytes of the longest heading of a group.
const longestGroup = 240

// markGroups finds the headings of groups and numbers those that have no number.
func markGroups(ps []*Para) {
	n := 0
	for i, p := range ps {
		if p.Marker.Style == Roman || p.Marker.Style == Upper || p.Marker.Style == Part {
			n = 0 // they are counted within their section
		}
		if !headsGroup(p) || i+1 == len(ps) || !beginsItem(ps[i+1]) && !beginsTable(ps[i+1]) {
			continue
		}
		n++
		p.group = true
		if s := p.Marker.Style; s == Division || s >= Dec1 && s <= Dec4 {
			continue
		}
		if m := groupNumbered.FindStringSubmatchIndex(p.Text); m != nil && m[1] < len(p.Text) {
			p.Marker.Label, p.Marker.Number = p.Text[m[2]:m[3]], n
			p.Phrase = p.From(m[1])
		} else if p.Marker.Label == "" {
			p.Marker.Label, p.Marker.Number = "("+strconv.Itoa(n)+")", n
		}
	}
}

// markLettered finds the sections in which letters stand above numbers, not below them as usual: "a) Quý
// I/2024" over "1. …" and "2. …", "b) Quý II/2024" over "3. …" or "1. …".
func markLettered(ps []*Para) {
	for section := range bySection(ps) {
		if letters := lettersAbove(section); len(letters) > 1 {
			for _, p := range letters {
				p.lettered = true
			}
		}
	}
}

// bySection yields the paragraphs of each section, its heading the first of them.
func bySection(ps []*Para) iter.Seq[[]*Para] {
	return func(yield func([]*Para) bool) {
		for start := 0; start < len(ps); {
			end := start + 1
			for end < len(ps) && !beginsSection(ps[end]) {
				end++
			}
			if !yield(ps[start:end]) {
				return
			}
			start = end
		}
	}
}

func beginsSection(p *Para) bool {
	return p.Cells == nil && p.Marker.Style != None && p.Marker.Style < Division
}

// lettersAbove returns the letters of a section if each of them heads numbers that go on from one letter to
// the next or begin anew below each; nil where they do not.
func lettersAbove(ps []*Para) (letters []*Para) {
	last := 0 // the number before
	for i, p := range ps {
		s := p.Marker.Style
		if p.Cells != nil || p.Item != nil || s < Dec1 || s > Lower {
			continue
		}
		switch {
		case s == Lower:
			if p.Marker.Number != len(letters)+1 || p.Label != nil || len(p.Text) > longestGroup || strings.HasSuffix(p.Text, ";") ||
				i+1 == len(ps) || ps[i+1].Marker.Style != Dec1 || ps[i+1].Marker.Number != 1 && ps[i+1].Marker.Number != last+1 {
				return nil
			}
			letters = append(letters, p)
		case s != Dec1 || len(letters) == 0:
			return nil
		default:
			last = p.Marker.Number
		}
	}
	return letters
}

// headsGroup reports whether p reads as the heading of a group and is no section.
func headsGroup(p *Para) bool {
	switch s := p.Marker.Style; {
	case p.Cells != nil || p.Item != nil || p.Label != nil || len(p.Text) > longestGroup || strings.HasSuffix(p.Text, ";") || strings.HasSuffix(p.Text, "."):
		return false
	case s == Roman || s == Upper || s == Part || s == Article || s == Annex || s > Lower && s < Labeled:
		return false
	}
	return opensGroup(p.Text)
}

// opensGroup reports whether s begins as the heading of a group does.
func opensGroup(s string) bool {
	return groupNumbered.MatchString(s) || groupOpens.MatchString(normalize.FoldInPlace(s))
}

// beginsItem reports whether p begins a model, or may: it has a number.
func beginsItem(p *Para) bool {
	return p.Item != nil || p.Marker.Number > 0 && p.Marker.Style >= Dec1 && p.Marker.Style < Labeled && p.Label == nil
}

// beginsTable reports whether p is the head of a table, whose rows then are a group.
func beginsTable(p *Para) bool { return p.Cells != nil && isHeaderRow(p.Text) }

// IsGroup reports whether p heads a group of models.
func (p *Para) IsGroup() bool { return p.group }
