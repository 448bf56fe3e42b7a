package outline

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// A plan may say itself what its labels mean: "“Vì sao làm” là mục tiêu; “Ai làm” là cơ quan chủ trì;
// “Bao giờ xong” là thời gian". What it says goes before what a lexicon knows.

// definition reads what a label in quotation marks is said to be.
var definition = pattern.MustCompile(`“([^“”]{2,40})”(?: là| nghĩa là| chỉ| nêu|:) ([^;,.“”]{3,40})[;,.]`)

// leastDefined is how many labels a plan explains that explains labels at all: one may be a name.
const leastDefined = 2

// learnDefined finds the labels that a document explains.
func (own *labels) learnDefined(ps []*Para) {
	found := map[string]string{}
	for _, p := range ps {
		if strings.Count(p.Text, "”") < leastDefined {
			continue
		}
		for _, m := range definition.FindAllStringSubmatchIndex(p.Text, -1) {
			meant := normalize.Fold(p.Text[m[4]:m[5]])
			meaning, ok := lexicon.Labels("field").Whole(meant)
			if !ok {
				meaning = meaningOf(meant)
			}
			if meaning != "" && meaning != "body" {
				found[normalize.Fold(strings.Trim(p.Text[m[2]:m[3]], " :?"))] = meaning
			}
		}
	}
	if len(found) >= leastDefined {
		own.defined = found
	}
}

// definedLabel reads such a label at the start of s, before a colon, a question mark or the end of a
// cell, or alone.
func (own *labels) definedLabel(s string) *Label {
	if len(own.defined) == 0 {
		return nil // nearly all documents
	}
	head := headOf(s)
	end := strings.IndexAny(head, ":?\t")
	if end < 0 {
		end = len(head)
	}
	meaning := own.defined[normalize.Fold(strings.TrimSpace(head[:end]))]
	if meaning == "" || end == len(head) && end < len(s) {
		return nil
	}
	return &Label{Meaning: meaning, End: min(end+1, len(s)), Own: true}
}
