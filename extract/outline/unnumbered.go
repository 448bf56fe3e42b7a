package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// The heads of models that no number and no marker sets apart, as where a converter lost them: each stands over the
// labels of its fields.

// markUnnumbered finds them: lines that say "Mô hình: …" or "Mô hình “…”" or else, below a heading that speaks of
// models, titles of one line, over the same first label each.
func markUnnumbered(ps []*Para) {
	named, titled := overFields(ps, func(p *Para) bool { return unnumbered.MatchString(p.Text) }), []*Para(nil)
	if len(named) < leastNamed {
		titled = overFields(belowModels(ps), isTitleLine)
	}
	switch {
	case len(named) >= leastNamed:
		for i, p := range named {
			p.Item, p.Label = &Item{Number: i + 1, End: unnumbered.FindStringSubmatchIndex(p.Text)[3]}, nil
		}
	case len(titled) >= leastTitled && oneFirstLabel(ps, titled):
		for i, p := range titled {
			p.Item = &Item{Number: i + 1}
		}
	}
}

// leastNamed and leastTitled are so many of them, at least.
const (
	leastNamed  = 2
	leastTitled = 3
)

// unnumbered reads a line that names a model without a number.
var unnumbered = pattern.MustCompile(`^(Mô hình ?:? ?)(?:[“"]|\p{Lu})`)

// overFields returns the lines without a marker that are heads, as head has it, and stand right above a field's label.
func overFields(ps []*Para, head func(*Para) bool) (out []*Para) {
	for i, p := range ps {
		if i+1 < len(ps) && p.Marker.Style == None && p.Cells == nil && head(p) && ps[i+1].Label != nil && !head(ps[i+1]) && ofModel[ps[i+1].Label.Meaning] {
			out = append(out, p)
		}
	}
	return out
}

// ofModel are the meanings of the labels that may stand first below a model's head.
var ofModel = map[string]bool{"objective": true, "lead": true, "executing": true, "allocation": true, "cooperating": true, "content": true, "timeline": true, "assignments": true, "forces": true, "tools": true}

// isTitleLine reports whether p is a title on a line of its own.
func isTitleLine(p *Para) bool {
	r, _ := utf8.DecodeRuneInString(p.Text)
	return p.Label == nil && p.first == p.last && len(p.Text) <= longestTitleLine && !strings.ContainsAny(p.Text[max(0, len(p.Text)-1):], ".;:,") && unicode.IsUpper(r) && !IsCaps(p.Text)
}

// longestTitleLine is the bytes of such a title, at most.
const longestTitleLine = 160

// belowModels returns the paragraphs behind the first heading that speaks of models.
func belowModels(ps []*Para) []*Para {
	for i, p := range ps {
		if p.Marker.Style != None && p.Marker.Style < Dash && p.Label == nil && len(p.Text) < longestTitleLine && severalModels.MatchString(normalize.FoldInPlace(p.Text)) {
			return ps[i+1:]
		}
	}
	return nil
}

// severalModels reads a heading below which models stand, not the tasks of one.
var severalModels = pattern.MustCompile(`^(?:[^,;]{0,40} )?(?:(?:các|những|\d{1,3}) mô hình|mô hình điểm)`)

// oneFirstLabel reports whether the label below most of the heads is one and the same.
func oneFirstLabel(ps, heads []*Para) bool {
	count, most := map[string]int{}, 0
	for i, p := range ps {
		for _, h := range heads {
			if p == h && i+1 < len(ps) {
				count[ps[i+1].Label.Meaning]++
				most = max(most, count[ps[i+1].Label.Meaning])
			}
		}
	}
	return 3*most >= 2*len(heads)
}
