package query

import (
	"slices"
	"strings"
)

// maxTime is the number of words that a date may have: "ngày 30 tháng 12 năm 2023".
const maxTime = 6

// times understands a day, a month or a quarter: what is due then is meant before what
// only names it. A year alone says too little.
func (r *ranking) times(text string) error {
	for i := 0; i < len(r.words); i++ {
		for end := min(len(r.words), i+maxTime); end > i+1; end-- {
			if !beginsTime(r.loose[i]) || slices.Contains(r.elsewhere[i:end], true) {
				break
			}
			first, last, err := dateRange(text[r.words[i].Start:r.words[end-1].End])
			if err != nil {
				continue
			}
			if err := r.dueWithin(i, end, Range{First: first, Last: last}); err != nil {
				return err
			}
			i = end - 1
		}
	}
	return nil
}

func beginsTime(w string) bool {
	return '0' <= w[0] && w[0] <= '9' || w == "ngay" || w == "thang" || w == "qui" || w[0] == 'q' && isNumber(w[1:], 1, 1)
}

// dueWithin lets the words from i to end be said by what is due in a range, or dated on
// a day of it.
func (r *ranking) dueWithin(i, end int, within Range) error {
	fields := []string{Due}
	if within.First == within.Last {
		fields = append(fields, Date)
	}
	for _, field := range fields {
		values, err := r.dictionary.Values(field)
		if err != nil {
			return err
		}
		for _, v := range values {
			if within.Holds(v.Text) {
				r.out.Timed = r.out.Timed || field == Due
				r.say(i, end, weights.time*float64(end-i), Term{field, v.Text})
			}
		}
	}
	return nil
}

// models understands "mô hình 12" and "MH12" as the model with that number.
func (r *ranking) models() error {
	for i, w := range r.loose {
		if number, ok := strings.CutPrefix(w, "mh"); ok && isNumber(number, 1, 3) {
			r.model(i, i+1, number, weights.model)
		}
		for _, words := range [][]string{{"mo", "hinh"}, {"mo", "hinh", "so"}, {"mh"}} {
			at := i + len(words)
			if at >= len(r.loose) || !isNumber(r.loose[at], 1, 3) || !slices.Equal(r.loose[i:at], words) {
				continue
			}
			counts, err := r.countsNext(at)
			if err != nil {
				return err
			}
			weight := weights.model
			if counts {
				weight = weights.perhapsModel
			} else {
				r.onlyBehind(at)
			}
			r.model(i, at+1, r.loose[at], weight)
		}
	}
	return nil
}

// model takes the words from i to end for the number of a model.
func (r *ranking) model(i, end int, number string, weight float64) {
	r.say(i, end, weight, Term{Number, trimZeros(number)})
	r.isElsewhere(i, end)
	for j := i; j < end; j++ { // the context of every model has "mô hình"
		r.groups[j] = slices.DeleteFunc(r.groups[j], func(a Alternative) bool { return a.Terms[0].Field == Context })
	}
}

// countsNext reports whether texts have the number at i before the next word: "mô hình 20
// dịch vụ công" may be the model of twenty services.
func (r *ranking) countsNext(i int) (bool, error) {
	if i+1 == len(r.loose) {
		return false, nil
	}
	n, err := r.dictionary.Count(Term{Pairs, pair(r.loose[i], r.loose[i+1])})
	return n > 0, err
}

// onlyBehind lets the number at i stand in a text only behind the word before it: 19
// alone is another number, of a year or of an illness.
func (r *ranking) onlyBehind(i int) {
	r.instead(i, Alternative{[]Term{{Pairs, pair(r.loose[i-1], r.loose[i])}}, 1})
}
