package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// A plan may label its fields in words of its own. What stands before a colon at the
// start of three paragraphs or sentences or more is a label; its meaning shows in a word
// such as "hạn" or "chủ trì", else it is unknown.

// oftenEnough is how often a wording must stand before a colon to be taken for a label.
const oftenEnough = 3

// labels are the labels of a document's own.
type labels struct {
	meanings map[string]string // by their folded wording
	often    map[string]bool   // those that stand often enough to be labels, whatever they mean
	keys     map[string]string // what is known of a text before a colon: there are few, many times each
	openers  bool              // some of them have no colon
	headings map[string]string // of numbered headings that come again and again, likewise
	defined  map[string]string // the meanings that the document itself says they have, by their folded wording
}

// learnLabels finds the labels of a document's own.
func learnLabels(ps []*Para) *labels {
	own := &labels{meanings: map[string]string{}, often: map[string]bool{}, keys: map[string]string{}}
	count := map[string]int{}
	for _, p := range ps {
		note := func(at int) {
			at += numberAt(p.Text[at:])
			if key, _, ok := own.beforeColon(p.Text[at:]); ok {
				count[key]++
			}
		}
		note(0)
		behind(upToColon(p.Text), sentenceEnds, note)
	}
	own.learnHeadings(ps)
	for key, n := range count {
		if n >= oftenEnough {
			own.often[key] = true
			if meaning := meaningOf(key); meaning != "" {
				own.meanings[key] = meaning
			}
		}
	}
	own.learnDefined(ps)
	own.learnOpeners(ps)
	own.learnByValues(ps)
	return own
}

// The places within a paragraph where a label may begin: behind the end of a sentence, and
// behind a bullet within a line ("* Chủ trì: Sở Y tế * Phối hợp: Công an tỉnh").
var (
	sentenceEnds = []string{". ", "; "}
	bullets      = []string{" * ", " + ", " - ", " • ", " → ", " / ", ".- ", ";- "}
)

// upToColon cuts off what stands behind the last colon of s: no label begins there.
func upToColon(s string) string {
	end := 0
	for i := strings.IndexByte(s, ':'); i >= 0; i = strings.IndexByte(s[end:], ':') {
		end += i + 1
	}
	return s[:end]
}

// behind calls f with the places behind each of the marks in s; a bullet follows a word.
func behind(s string, marks []string, f func(at int)) {
	for _, m := range marks {
		for i := strings.Index(s, m); i >= 0; {
			at := i + len(m)
			if m[0] != ' ' || i > 0 && s[i-1] != ' ' {
				f(at)
			}
			next := strings.Index(s[at-1:], m) // the blank behind a bullet may stand before another
			if next < 0 {
				break
			}
			i = at - 1 + next
		}
	}
}

// beforeColon returns the folded words before a colon at the start of s, six at most, and
// where the colon ends. Names of bodies are no labels.
func beforeColon(s string) (key string, end int, ok bool) {
	head := headOf(s)
	i := strings.IndexByte(head, ':')
	if i < 4 {
		return "", 0, false
	}
	key = keyOf(head[:i])
	return key, i + 1, key != ""
}

// beforeColon is the function beforeColon.
func (own *labels) beforeColon(s string) (key string, end int, ok bool) {
	head := headOf(s)
	i := strings.IndexByte(head, ':')
	if i < 4 || isLegend(s, i) {
		return "", 0, false
	}
	key, known := own.keys[head[:i]]
	if !known {
		key = keyOf(head[:i])
		own.keys[head[:i]] = key
	}
	return key, i + 1, key != ""
}

// isLegend reports whether what stands before the colon at s[i] is the initials of the words behind it: "CQCT:
// cơ quan chủ trì".
func isLegend(s string, i int) bool {
	if strings.IndexByte(s[:i], ' ') >= 0 || s[:i] != strings.ToUpper(s[:i]) {
		return false
	}
	rest := s[i+1:]
	for _, initial := range s[:i] {
		rest = strings.TrimLeft(rest, " ")
		first, _ := utf8.DecodeRuneInString(rest)
		if unicode.ToUpper(first) != initial {
			return false
		}
		rest = rest[strings.IndexByte(rest+" ", ' '):]
	}
	return true
}

// keyOf returns the folded words of what stands before a colon, "" where it is no label.
func keyOf(s string) string {
	if !isUpperFirst(s) || strings.ContainsAny(s, ".;()0123456789") || isQuoted(s) || moreThan(8, s) {
		return ""
	}
	for _, sort := range []string{"name", "head"} {
		if _, n := lexicon.Agencies(sort).Starts(s); n > 0 && namesOne(s) {
			return ""
		}
	}
	if key := normalize.Fold(strings.TrimSpace(s)); !ofPoint.MatchString(key) {
		return key
	}
	return ""
}

// ofPoint reads what says of which task something is told, and is no label: "Nhiệm vụ tại điểm a: …".
var ofPoint = pattern.MustCompile(` (?:điểm|ý) [a-zđ]$|^(?:điểm|ý) [a-zđ]$`)

// namesOne reports whether a text that begins as a body's name does has a name in it: "Phòng Tư
// pháp", not "Phòng, đơn vị phụ trách".
func namesOne(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	return strings.IndexFunc(s[n:], unicode.IsUpper) >= 0
}

func isQuoted(s string) bool { return strings.Contains(s, "“") || strings.Contains(s, "”") }

// moreThan reports whether s has more than n words.
func moreThan(n int, s string) bool {
	for start, end, _ := normalize.Next(s, 0); start < len(s); start, end, _ = normalize.Next(s, end) {
		if n--; n < 0 {
			return true
		}
	}
	return false
}

// meaningOf reads the meaning of a label from the lexicon's words in it. One that asks for
// a body says in another word what the body does, else it is not known: "Đơn vị cung cấp
// phần mềm" is no tool, "Đơn vị thụ hưởng" carries nothing out.
func meaningOf(key string) string {
	words := normalize.Words(key)
	first, best, rank, body := "", "", -1, false
	for i := range words {
		meaning, n := lexicon.Labels("word").Longest(words, i)
		if n == 0 {
			continue
		}
		if first == "" {
			first = meaning
		}
		if meaning == "body" {
			body = true
		} else if r := ranks[meaning]; rank < 0 || r < rank {
			best, rank = meaning, r
		}
	}
	switch {
	case first == "forces" && best != "lead" && !strings.Contains(key, "phối hợp"):
		return first // "Nhân lực tham gia"
	case best == "lead" || best == "cooperating" || best == "supporting" || best == "executing":
		return best
	case first == "assignments":
		return first // "Trách nhiệm từng đơn vị"
	}
	if body {
		return ""
	}
	return best
}

// ranks order the meanings of words that may stand in one label: "Cơ quan phối hợp thực
// hiện" is about who cooperates.
var ranks = map[string]int{"lead": 0, "cooperating": 1, "supporting": 2, "timeline": 3, "tools": 4, "objective": 5, "forces": 6, "product": 7, "assignments": 8, "executing": 9}

// label reads the label at the start of p: one that the document explains, else the lexicon's, else
// one that it uses again and again.
func (own *labels) label(p *Para) *Label {
	if l := own.definedLabel(p.Text); l != nil {
		return l
	}
	if l := readLabel(p.Text, p.Strong); l != nil {
		return l
	}
	if own.headings != nil && p.Marker.Number > 0 && len(p.Text) <= longestHeading {
		if meaning := own.headings[normalize.Fold(strings.TrimSpace(p.Text))]; meaning != "" {
			return &Label{Meaning: meaning, End: len(p.Text), Own: true}
		}
	}
	key, end, ok := own.wording(p.Text)
	if !ok {
		return nil
	}
	if meaning, ok := lexicon.MisreadLabel(key); ok {
		return &Label{Meaning: meaning, End: end} // however often: "Đơn vị phối hơp"
	}
	if own.meanings[key] != "" {
		return &Label{Meaning: own.meanings[key], End: end, Own: true}
	}
	if own.headings[key] != "" { // "2. Cơ quan được giao thực hiện: …", alone on its line elsewhere
		return &Label{Meaning: own.headings[key], End: end, Own: true}
	}
	if opensBodyLabel.MatchString(key) && !strings.HasSuffix(p.Text, ":") {
		switch meaning := meaningOf(key); meaning {
		case "lead", "cooperating", "supporting", "guiding":
			return &Label{Meaning: meaning, End: end, Own: true} // be it once: "Đơn vị đồng hành: Tỉnh đoàn"
		}
	}
	return nil
}

// learnHeadings finds the numbered headings that come again and again and ask for bodies or a time:
// "2. Cơ quan được giao thực hiện" in each section.
func (own *labels) learnHeadings(ps []*Para) {
	count := map[string]int{}
	for _, p := range ps {
		if p.Marker.Number > 0 && p.Cells == nil && len(p.Text) <= longestHeading && !strings.ContainsAny(p.Text, ".;:,()") {
			count[p.Text]++
		}
	}
	for text, n := range count {
		if n < oftenEnough {
			continue
		}
		key := normalize.Fold(strings.TrimSpace(text))
		switch meaning := meaningOf(key); meaning {
		case "lead", "cooperating", "executing":
			if !asksForBody(key) {
				continue
			}
			fallthrough
		case "timeline":
			if own.headings == nil {
				own.headings = map[string]string{}
			}
			own.headings[key] = meaning
		}
	}
}

// longestHeading is the bytes of such a heading, at most.
const longestHeading = 80

// asksForBody reports whether a label asks for a body: "Cơ quan được giao thực hiện", not "Tổ chức
// thực hiện".
func asksForBody(key string) bool {
	words := normalize.Words(key)
	for i := range words {
		if meaning, n := lexicon.Labels("word").Longest(words, i); n > 0 && meaning == "body" {
			return true
		}
	}
	return false
}
