package extract

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/outline"
)

// The ids of tasks: the path of what a task stands under and its own number there, "III.1.a". The
// rows of a table count anew in each, so theirs begin with the heading above the table.

// annexPrefix parts the ids of an annex's tasks from those of the body.
const annexPrefix = "PL"

// taskID returns id, as the only task of that id: where a document gives a number twice, the
// second is "II.4-2".
func (r *reader) taskID(id string) string {
	r.ids[id]++
	if n := r.ids[id]; n > 1 {
		return r.taskID(fmt.Sprintf("%s-%d", id, n))
	}
	return id
}

// headedBy returns the path of the heading that the row of a table stands under, "PL" for an annex's. A
// numbered sentence above a table heads nothing: its own heading counts.
func (r *reader) headedBy(row *outline.Para) string {
	path, headed := "", false
	own := ""
	if len(row.Cells) > 0 {
		own = row.Cells[0].Text
	}
	for p := row.Parent; p != nil; p = p.Parent {
		switch {
		case p.Marker.Style == outline.Annex:
			return under(under(annexPrefix, p.Marker.Label), path)
		case headed || p.Marker.Label == "" || !isHeading(p) && !p.IsGroup():
		case r.outline.Closed(p, row):
			return annexPrefix
		default:
			path, headed = p.Path(), true
			if strings.HasPrefix(own, p.Marker.Label+".") { // "1.1" below "1. Nhóm nhiệm vụ …"
				path = strings.TrimSuffix(strings.TrimSuffix(path, p.Marker.Label), ".")
			}
		}
	}
	return path
}

// rowID returns the id of a row of a table from the path of the section, the label of the row's group
// and its own; each may hold the one before it: "2.1" in group "2".
func rowID(section, group, label string) string { return under(section, under(group, label)) }

// under joins the path of a heading with the label of what stands below it. One that begins with the
// path already is a path itself.
func under(path, label string) string {
	switch {
	case path == "":
		return label
	case label == "":
		return path
	case strings.HasPrefix(label, path) && parted(path, label[len(path):]):
		return label
	}
	return path + "." + label
}

// parted reports whether a label ends where rest begins: between "2" and ".1", "A" and "1", not
// within "12" or "II".
func parted(label, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(label)
	first, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && unicode.IsDigit(last) != unicode.IsDigit(first)
}
