package check

import (
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/normalize"
)

var confusions = sync.OnceValue(func() *lexicon.Dict[string] {
	var d lexicon.Dict[string]
	for _, r := range lexicon.Rows("confusions.txt", 4) {
		d.Add(r.Columns[0], r.Columns[1])
	}
	return &d
})

// inPhrases are the judgements on the first words of the lexicon's phrases, by fold.
var inPhrases = sync.OnceValue(func() map[string]judgement {
	of := map[string]judgement{}
	for _, r := range lexicon.Rows("confusions.txt", 4) {
		words := normalize.Words(r.Columns[0])
		for i, w := range words {
			switch i {
			case 0:
				of[w.Fold] |= confusable
				if len(words) == 1 {
					of[w.Fold] |= confused
				}
			case 1:
				of[w.Fold] |= second
				if len(words) == 2 {
					of[w.Fold] |= last
				}
			case 2:
				of[w.Fold] |= third
			}
		}
	}
	return of
})

// words remarks on what reads like damage, with the suggested reading: phrases of the
// lexicon, syllables that lost their vowel, and such as no Vietnamese word has. On the way
// it notes the short forms of bodies, for abbreviations.
func (c *checker) words() {
	known := sync.OnceValue(c.vocabulary) // most documents lost no letter
	var words []normalize.Word
	for p := range c.texts() {
		if c.sounds(p.Text) {
			continue // as most paragraphs do
		}
		words = normalize.AppendWords(words[:0], p.Text)
		for i := 0; i < len(words); i++ {
			w := p.Text[words[i].Start:words[i].End]
			is := c.judge(w)
			if is&^behind == sound || isMark(p.Text, words[i]) {
				continue
			}
			if is&shortBody != 0 && p.body && !partOfCode(p.Text, words[i]) && c.shortForms[w].IsZero() {
				c.shortForms[w] = p.Span(words[i].Start, words[i].End)
			}
			if meant, n := confusions().Longest(words, i); n > 0 {
				c.misread(p.Phrase, words[i].Start, words[i+n-1].End, meant)
				i += n - 1
				continue
			}
			if n := lostVowel(p.Text, words, i); n > 0 {
				c.misread(p.Phrase, words[i].Start, words[i+n-1].End, known().meant(words[i:i+n], words[i+n:]))
				i += n - 1
				continue
			}
			if is&digits != 0 {
				c.misread(p.Phrase, words[i].Start, words[i].End, normalize.Digits(w))
				continue
			}
			if is&noSyllable != 0 {
				c.misread(p.Phrase, words[i].Start, words[i].End, "")
			}
		}
	}
}

// A judgement is what the letters of a word tell of it, whatever stands beside it: the sum
// of its reasons to look closer.
type judgement uint16

const (
	confused   judgement = 1 << iota // it is a phrase of the lexicon
	confusable                       // such a phrase begins with it
	second                           // it is the second word of such a phrase
	last                             // and the phrase has no other behind it
	third                            // it is the third
	bare                             // it is consonants only
	digits                           // letters stand in it for digits
	noSyllable                       // it is written as Vietnamese and cannot be
	shortBody                        // it is the short form of a body, and the document does not define it

	sound  judgement = 0
	behind           = second | last | third
)

// sounds reports whether there is no reason to look closer at s: its words are sound, and
// no phrase of the lexicon stands in it.
func (c *checker) sounds(s string) bool {
	var one, two word // the words before, the nearer first
	for start, end, is := c.next(s, 0); start < len(s); start, end, is = c.next(s, end) {
		switch {
		case is == sound:
		case is&^(confusable|behind) != sound,
			is&last != 0 && one.is&confusable != 0 && isConfused(s[one.at:end]),
			is&third != 0 && two.is&confusable != 0 && one.is&second != 0 && isConfused(s[two.at:]):
			return false
		}
		one, two = word{start, is}, one
	}
	return true
}

// A word is where one begins, and the judgement on it.
type word struct {
	at int
	is judgement
}

// isConfused reports whether s begins with a phrase of the lexicon.
func isConfused(s string) bool {
	_, end := confusions().Starts(s)
	return end > 0
}

// next returns where the first word or mark of s from s[i] on stands, and the judgement on
// it. A mark or a digit alone is sound, and a phrase may hold it.
func (c *checker) next(s string, i int) (start, end int, is judgement) {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	n := uint64(0) // the bytes up to the next blank or mark, as packed has them; of a long word not all
	for end = i; end < len(s) && end <= i+packable && !parts[s[end]]; end++ {
		n = n<<8 | uint64(s[end])
	}
	switch at := place(n); {
	case n < 'A' && i < len(s) && s[i] > ' ' && end <= i+1:
		return i, i + 1, behind
	case end <= i+packable && n != 0 && c.judgements.words[at] == n:
		return i, end, c.judgements.of[at] // nearly all: a word that was judged before
	}
	start, end, _ = normalize.Next(s, i)
	if end > start+1 || start < len(s) && s[start] >= 'A' {
		return start, end, c.judge(s[start:end])
	}
	return start, end, behind
}

// parts are the bytes that part words: the blanks and marks of ASCII.
var parts = func() (of [256]bool) {
	for c := range rune(utf8.RuneSelf) {
		of[c] = !unicode.IsLetter(c) && !unicode.IsDigit(c)
	}
	return of
}()

// judge judges the word that is printed as w, once: a document has few words, many times
// each.
func (c *checker) judge(w string) judgement {
	is, known := c.judgements.find(w)
	if !known {
		is = c.judgeAnew(w)
		c.judgements.add(w, is)
	}
	return is
}

func (c *checker) judgeAnew(w string) (is judgement) {
	var room [32]byte
	is = inPhrases()[string(normalize.AppendFold(room[:0], w))]
	if !meant[w] && vowelless(w) {
		is |= bare
	}
	if looksVietnamese(w) && utf8.RuneCountInString(w) <= 7 && !isSyllable(w) {
		is |= noSyllable
	}
	if c.undefined(w) && usualBody(w) {
		is |= shortBody
	}
	if normalize.Digits(w) != w {
		is |= digits
	}
	return is
}

// meant are words without a vowel that lost none: "nt" is "như trên", the others are units.
var meant = map[string]bool{"nt": true, "km": true, "kg": true, "cm": true, "mm": true}

// judgements are those of the words read so far. Most words have no more bytes than a
// number, and stand in a table where that number leads to; the others, and those whose
// places are taken, in a map.
type judgements struct {
	words [1 << tableBits]uint64
	of    [1 << tableBits]judgement
	more  map[string]judgement
}

const (
	tableBits = 11 // twice the words of a long plan
	tries     = 4  // places for a word, one behind the other
	packable  = 8  // bytes of a number
)

// find returns the judgement on w.
func (j *judgements) find(w string) (is judgement, known bool) {
	n := packed(w)
	at := place(n)
	for k := 0; n != 0 && k < tries; k++ {
		switch i := (at + k) % len(j.words); j.words[i] {
		case n:
			return j.of[i], true
		case 0:
			return sound, false
		}
	}
	is, known = j.more[w]
	return is, known
}

func (j *judgements) add(w string, is judgement) {
	if n := packed(w); n != 0 {
		for k := range tries {
			if i := (place(n) + k) % len(j.words); j.words[i] == 0 {
				j.words[i], j.of[i] = n, is
				return
			}
		}
	}
	if j.more == nil {
		j.more = map[string]judgement{}
	}
	j.more[w] = is
}

// packed returns the bytes of w as one number, 0 where they are too many.
func packed(w string) (n uint64) {
	if len(w) > packable {
		return 0
	}
	for i := range len(w) {
		n = n<<8 | uint64(w[i])
	}
	return n
}

// place returns the first place in the table of the word that is packed as n.
func place(n uint64) int {
	const golden = 0x9E3779B97F4A7C15 // 2^64 by the golden ratio: its product spreads the bits
	return int(n * golden >> (64 - tableBits))
}

func (c *checker) misread(p outline.Phrase, start, end int, meant string) {
	if meant == "" {
		c.say(Misread, "", p.Span(start, end), "“%s” không phải âm tiết tiếng Việt, có lẽ đọc sai hoặc mất chữ.", p.Text[start:end])
		return
	}
	c.say(Misread, "", p.Span(start, end), "“%s” có lẽ là “%s”.", p.Text[start:end], meant)
}

// lostVowel returns how many words at words[i] are the remains of one syllable: small
// consonants between blanks, before another small word.
func lostVowel(s string, words []normalize.Word, i int) int {
	n := 0
	for n <= 3 && i+n < len(words) && !words[i+n].Mark && !isMark(s, words[i+n]) && vowelless(s[words[i+n].Start:words[i+n].End]) {
		n++
	}
	if n == 0 || n > 3 || i+n >= len(words) || words[i+n].Mark || words[i+n].Start != words[i+n-1].End+1 {
		return 0
	}
	if i > 0 && words[i-1].End == words[i].Start { // "5g", "1.2.b"
		return 0
	}
	if n == 1 && isPoint(words, i) {
		return 0
	}
	return n
}

// isMark reports whether a word is one letter and a cell of its own, an "x" below the head of a body or a month,
// or what a legend explains: "x là đơn vị phối hợp".
func isMark(s string, w normalize.Word) bool {
	if len(w.Fold) != 1 {
		return false
	}
	rest := s[w.End:]
	return w.Start > 0 && s[w.Start-1] == '\t' && (rest == "" || rest[0] == '\t') || strings.HasPrefix(rest, " là ")
}

// lettered are the words behind which one letter is a name.
var lettered = map[string]bool{"điểm": true, "ý": true, "khoản": true, "mục": true, "nhóm": true, "loại": true, "hạng": true, "lớp": true, "biểu": true, "mẫu": true, "phần": true}

// isPoint reports whether words[i] is a letter that names something: "điểm b và điểm c", "điểm b, d".
func isPoint(words []normalize.Word, i int) bool {
	if i == 0 || len([]rune(words[i].Fold)) != 1 {
		return false
	}
	if lettered[words[i-1].Fold] {
		return true
	}
	return (words[i-1].Fold == "," || words[i-1].Fold == "và") && i > 1 && isPoint(words, i-2)
}

// pairs are the words of a text that stand before each other word, by what is left of
// them without vowels.
type pairs map[[2]string]string

// vocabulary returns the pairs of the document.
func (c *checker) vocabulary() pairs {
	known := pairs{}
	left := map[string]string{} // by word
	for p := range c.texts() {
		words := normalize.Words(p.Text)
		for i := 0; i+1 < len(words); i++ {
			w := words[i].Fold
			if words[i].Mark || len(w) <= 2 {
				continue
			}
			remains, ok := left[w]
			if !ok {
				if !vowelless(w) && isSyllable(w) {
					remains = skeleton(w)
				}
				left[w] = remains
			}
			if remains != "" {
				known[[2]string{remains, words[i+1].Fold}] = w
			}
		}
	}
	return known
}

// meant returns the word that the document itself has before the next one and that leaves
// these remains when its vowels are lost; "" where it has none.
func (k pairs) meant(remains, next []normalize.Word) string {
	left := ""
	for _, w := range remains {
		left += w.Fold
	}
	return k[[2]string{left, next[0].Fold}]
}

// A text is a phrase that was printed as part of the document.
type text struct {
	outline.Phrase
	body bool // neither of the head nor of the end of the document
}

// texts yields all texts of the document.
func (c *checker) texts() iter.Seq[text] {
	return func(yield func(text) bool) {
		for _, p := range c.o.Head {
			if !yield(text{p, false}) {
				return
			}
		}
		for _, p := range c.o.Paras {
			if !yield(text{p.Phrase, true}) {
				return
			}
		}
		for _, p := range c.o.Tail {
			if !yield(text{p, false}) {
				return
			}
		}
	}
}
