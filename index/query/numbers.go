package query

import (
	"regexp"
	"slices"
	"strings"

	"kehoach/index/vi/fold"
)

// refForm reads what may be the number of a document, or its beginning, in any case:
// "06/QĐ-TTg", "06/qd", "38-ct/tu".
var refForm = regexp.MustCompile(`(?i)\d{1,5}(?:\s?/\s?\d{4})?\s?[/-]\s?\p{L}[\p{L}\d]*(?:\s?[-/]\s?\p{L}[\p{L}\d]*)*`)

// announcing are the words before a number that make it that of a document: "số 06",
// "nghị định 85", "QĐ 422". "Đề án 06" is none: all plans name it, by no number.
var announcing = [][]string{
	{"so"}, {"quyet", "dinh"}, {"nghi", "dinh"}, {"nghi", "quyet"}, {"thong", "tu"}, {"chi", "thi"}, {"ke", "hoach"},
	{"cong", "van"}, {"van", "ban"}, {"luat"}, {"qd"}, {"nd"}, {"nq"}, {"tt"}, {"ct"}, {"kh"}, {"cv"},
}

// numbers understands the number of a document: where the index knows it, the words
// that it is written with say nothing else.
func (r *ranking) numbers(text string) error {
	for _, at := range refForm.FindAllStringIndex(text, -1) {
		from := slices.IndexFunc(r.words, func(w fold.Word) bool { return w.Start >= at[0] })
		if from < 0 {
			continue // beyond the words that are taken, or used up
		}
		end := from
		for end < len(r.words) && r.words[end].End <= at[1] {
			end++
		}
		if err := r.number(from, from, end); err != nil {
			return err
		}
	}
	for i := range r.loose {
		for _, words := range announcing {
			from := i + len(words)
			if from >= len(r.loose) || r.taken[from] || !isNumber(r.loose[from], 1, 5) || !slices.Equal(r.loose[i:from], words) {
				continue
			}
			end := from + 1
			if end < len(r.loose) && isNumber(r.loose[end], 4, 4) && text[r.words[from].End:r.words[end].Start] == "/" {
				end++ // its year: "thông tư 46/2022"
			}
			if err := r.number(i, from, end); err != nil {
				return err
			}
		}
	}
	return nil
}

// isNumber reports whether w is a number of least to most digits.
func isNumber(w string, least, most int) bool {
	return least <= len(w) && len(w) <= most && strings.Trim(w, "0123456789") == ""
}

// number takes the words from number to end for the number of a document, or its
// beginning. They and those from start on are satisfied by the documents known by it.
func (r *ranking) number(start, number, end int) error {
	if number >= end {
		return nil
	}
	values, err := r.dictionary.Values(Ref)
	if err != nil {
		return err
	}
	var known OneOf
	for _, v := range values {
		if holds(v.Words, r.loose[number:end], true, after) {
			known = append(known, Alternative{[]Term{{Ref, v.Text}}, weights.ref / float64(end-start)})
		} else if misprints(v.Words, r.loose[number:end]) {
			known = append(known, Alternative{[]Term{{Ref, v.Text}}, weights.repaired * weights.ref / float64(end-start)})
		}
	}
	for i := start; i < end; i++ {
		r.taken[i] = true
		if known != nil {
			r.groups[i] = known
			r.elsewhere[i] = true
		}
	}
	return nil
}

// misprints reports whether a number is another one with one letter wrong, for plans
// misprint them: "1552/BTTT-THH" is "1552/BTTTT-THH". Its digits must be right.
func misprints(number, meant []string) bool {
	if len(number) != len(meant) {
		return false
	}
	wrong := 0
	for i, w := range meant {
		if number[i] != w {
			if isNumber(w, 1, 5) || !slices.Contains(near(w), number[i]) {
				return false
			}
			wrong++
		}
	}
	return wrong == 1
}
