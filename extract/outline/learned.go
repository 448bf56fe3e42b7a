package outline

import (
	"slices"
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/normalize"
)

// A plan may label its fields in words of its own. What stands before a colon at the
// start of three paragraphs or sentences or more is a label; its meaning shows in a word
// such as "hạn" or "chủ trì", else it is unknown.

// oftenEnough is how often a wording must stand before a colon to be taken for a label.
const oftenEnough = 3

// labels are the labels that a document uses, by their folded wording.
type labels map[string]string

// learnLabels finds the labels of a document's own.
func learnLabels(ps []*Para) labels {
	count := map[string]int{}
	for _, p := range ps {
		for _, at := range sentenceStarts(p.Text) {
			if key, _, ok := beforeColon(p.Text[at:]); ok {
				count[key]++
			}
		}
	}
	own := labels{}
	for key, n := range count {
		if n >= oftenEnough {
			if meaning := meaningOf(key); meaning != "" {
				own[key] = meaning
			}
		}
	}
	return own
}

// sentenceStarts returns where the paragraph and its sentences begin.
func sentenceStarts(s string) []int {
	at := []int{0}
	for i := 0; i+2 < len(s); i++ {
		if (s[i] == '.' || s[i] == ';') && s[i+1] == ' ' {
			at = append(at, i+2)
		}
	}
	return at
}

// bulletStarts returns where something stands behind a bullet within a line: "* Chủ trì:
// Sở Y tế * Phối hợp: Công an tỉnh".
func bulletStarts(s string) []int {
	var at []int
	for i := 2; i+1 < len(s); i++ {
		if s[i-1] != ' ' || s[i-2] == ' ' {
			continue
		}
		switch s[i] {
		case '*', '+', '-':
			if s[i+1] == ' ' {
				at = append(at, i+2)
			}
		case bullet[0]:
			if strings.HasPrefix(s[i:], bullet) {
				at = append(at, i+len(bullet))
			}
		}
	}
	return at
}

const bullet = "• "

// beforeColon returns the folded words before a colon at the start of s, six at most, and
// where the colon ends. Names of bodies are no labels.
func beforeColon(s string) (key string, end int, ok bool) {
	head := headOf(s)
	i := strings.IndexByte(head, ':')
	if i < 4 || !isUpperFirst(s) || strings.ContainsAny(head[:i], ".;()“”0123456789") {
		return "", 0, false
	}
	var room headRoom
	words := normalize.AppendWords(room[:0], head[:i])
	if len(words) > 6 {
		return "", 0, false
	}
	for _, sort := range []string{"name", "head"} {
		if _, n := lexicon.Agencies(sort).Longest(words, 0); n > 0 {
			return "", 0, false
		}
	}
	return normalize.Fold(strings.TrimSpace(head[:i])), i + 1, true
}

// meaningOf reads the meaning of a label from the lexicon's words in it. One that asks for
// a body says in another word what the body does, else it is not known: "Đơn vị cung cấp
// phần mềm" is no tool, "Đơn vị thụ hưởng" carries nothing out.
func meaningOf(key string) string {
	words := normalize.Words(key)
	best, rank, body := "", -1, false
	for i := range words {
		meaning, n := lexicon.Labels("word").Longest(words, i)
		if n == 0 {
			continue
		}
		if meaning == "body" {
			body = true
		} else if r := ranks[meaning]; rank < 0 || r < rank {
			best, rank = meaning, r
		}
	}
	switch best {
	case "lead", "cooperating", "supporting", "executing":
		return best
	}
	if body {
		return ""
	}
	return best
}

// ranks order the meanings of words that may stand in one label: "Cơ quan phối hợp thực
// hiện" is about who cooperates.
var ranks = map[string]int{"lead": 0, "cooperating": 1, "supporting": 2, "timeline": 3, "tools": 4, "objective": 5, "forces": 6, "product": 7, "assignments": 8, "executing": 9}

// label reads the label at the start of p, whose first words are given: the lexicon's, else the document's own.
func (own labels) label(p *Para, words []normalize.Word) *Label {
	if l := readLabel(words, p.Text, p.Strong); l != nil {
		return l
	}
	key, end, ok := beforeColon(p.Text)
	if !ok {
		return nil
	}
	if meaning, ok := lexicon.MisreadLabel(key); ok {
		return &Label{Meaning: meaning, End: end} // however often: "Đơn vị phối hơp"
	}
	if own[key] != "" {
		return &Label{Meaning: own[key], End: end, Own: true}
	}
	return nil
}

// splitLabels parts the paragraphs in which several labels stand, one behind the other:
// "Chủ trì: Sở Y tế. Phối hợp: Công an tỉnh. Hạn: 15/12/2023".
func splitLabels(ps []*Para, own labels) []*Para {
	var out []*Para
	for _, p := range ps {
		out = append(out, p.split(own)...)
	}
	return out
}

func (p *Para) split(own labels) []*Para {
	if strings.IndexByte(p.Text, ':') < 0 || p.Cells != nil || p.Marker.Style == Roman || p.Marker.Style == Article {
		return []*Para{p}
	}
	starts := []int{0}
	for _, at := range append(sentenceStarts(p.Text)[1:], bulletStarts(p.Text)...) {
		key, _, ok := beforeColon(p.Text[at:])
		if !ok {
			continue
		}
		if _, known := lexicon.Labels("field").Whole(key); known || own[key] != "" {
			starts = append(starts, at)
		}
	}
	if len(starts) == 1 {
		return []*Para{p}
	}
	slices.Sort(starts)
	var out []*Para
	for i, at := range starts {
		end := len(p.Text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		q := *p
		q.Phrase = p.Slice(at, end)
		if i+1 < len(starts) {
			q.Phrase = q.Slice(0, len(strings.TrimRight(q.Text, " *•+-")))
		}
		if i > 0 {
			q.Split = true
			q.Marker = Marker{Style: p.Marker.Style}
			if p.Marker.Style < Labeled {
				q.Marker = Marker{} // what numbers the first does not number the others
			}
		}
		out = append(out, &q)
	}
	return out
}
