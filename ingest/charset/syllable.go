package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Judgement says how much a text looks like Vietnamese.
type Judgement struct {
	Letters int // runes that are letters
	Strange int // control characters, private use, U+FFFD
	Words   int // words of small letters (but for the first) or with marks: no abbreviations
	Valid   int // of these, Vietnamese syllables
	Marked  int // of the valid ones, those with a mark that only Vietnamese has
	Odd     int // of the others, those with letters beyond ASCII: no foreign words, but broken ones
	Single  int // words of one letter; of which a broken text layer is full
}

// Usable reports whether the text can be trusted as that of a Vietnamese document. The
// bounds come from measurements: good pages have 0 to 3 % of broken words and 0.3 to
// 1.8 % of one letter, bad ones 30 to 40 % and 3 to 85 %.
func (j Judgement) Usable() bool {
	switch {
	case j.Strange*50 > j.Letters+j.Strange:
		return false
	case j.Words < fewWords:
		return true
	}
	return j.Single*8 <= j.Words && j.Odd*100 <= j.Words*12
}

// Judge looks at all words of a text.
func Judge(text string) Judgement {
	var j Judgement
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			j.Letters++
		case r == utf8.RuneError, unicode.Is(unicode.Co, r), r < ' ' && !strings.ContainsRune("\t\n\r\f\v", r), r >= 0x7F && r < 0xA0:
			j.Strange++
		}
	}
	for word := range strings.FieldsFuncSeq(text, notInWord) {
		j.word(word)
	}
	return j
}

// notInWord keeps the signs of legacy encodings within a word, so that a word in them
// counts as the one wrong word that it is.
func notInWord(r rune) bool {
	if unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) {
		return false
	}
	return r < 0xA1 || r > 0xFF
}

func (j *Judgement) word(word string) {
	if abbreviation(word) {
		return
	}
	j.Words++
	if utf8.RuneCountInString(word) == 1 {
		j.Single++
	}
	marked, ok := Syllable(word)
	if ok {
		j.Valid++
	}
	if ok && marked {
		j.Marked++
	}
	if !ok && strings.ContainsFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) {
		j.Odd++
	}
}

// abbreviation reports whether word is of ASCII letters with a capital behind the
// first: UBND, VNeID, but no word that is read out.
func abbreviation(word string) bool {
	capital := false
	for i, r := range word {
		if r >= utf8.RuneSelf {
			return false
		}
		capital = capital || i > 0 && unicode.IsUpper(r)
	}
	return capital
}

const (
	onsets = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x "
	rhymes = " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây" +
		" e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu" +
		" o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt" +
		" oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt" +
		" uê uêch uênh uên uêt uêu uơ uy uya uych uynh uyt uyu uyn uyp uyên uyêt uân uâng uât uây ươ" +
		" ư ưc ưi ưm ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu "
)

var rhymeSet = set(rhymes)
var onsetSet = set(onsets)

func set(list string) map[string]bool {
	m := map[string]bool{"": list == onsets}
	for _, s := range strings.Fields(list) {
		m[s] = true
	}
	return m
}

// Syllable reports whether word is a syllable that Vietnamese allows, and whether it
// has a mark: a tone, ă â ê ô ơ ư or đ.
func Syllable(word string) (marked, ok bool) {
	var buf [2 * longestSyllable]byte
	plain, tone, ok := toneless(buf[:0], word)
	if !ok || len(plain) == 0 {
		return false, false
	}
	marked = tone != 0
	for _, c := range plain {
		marked = marked || c >= utf8.RuneSelf
	}
	if !toneFits(plain, tone) {
		return marked, false
	}
	for cut := 0; cut <= min(4, len(plain)); cut++ {
		if onsetSet[string(plain[:cut])] && rhymeSet[string(plain[cut:])] && joins(plain[:cut], plain[cut:]) {
			return marked, true
		}
	}
	return marked, false
}

// longestSyllable is how many bytes a syllable without its tone has at most: "nghiêng"
// has 8.
const longestSyllable = 12

// joins refuses an onset before a rhyme that it never has.
func joins(onset, rhyme []byte) bool {
	if len(rhyme) == 0 {
		return false
	}
	if string(onset) == "q" {
		return rhyme[0] == 'u' && len(rhyme) > 1
	}
	return true
}

const (
	acute = '\u0301'
	dot   = '\u0323'
)

// toneFits: a syllable that ends in c, ch, p or t takes the acute or the dot, no other
// tone. (Without any it is no syllable either, but names and foreign words are.)
func toneFits(plain []byte, tone rune) bool {
	if tone == 0 || tone == acute || tone == dot {
		return true
	}
	return !bytes.HasSuffix(plain, []byte("ch")) && bytes.IndexByte([]byte("cpt"), plain[len(plain)-1]) < 0
}

// toneless appends to buf word in small letters without its tone mark, and returns that
// mark. What has two of them, or is longer than any syllable, is none: ok is false.
func toneless(buf []byte, word string) (plain []byte, tone rune, ok bool) {
	for _, r := range word {
		if len(buf) > longestSyllable {
			return nil, 0, false
		}
		switch v, known := toned[r]; {
		case r < utf8.RuneSelf:
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			buf = append(buf, byte(r))
		case known && v.tone != 0 && tone != 0:
			return nil, 0, false
		case known:
			if v.plain != 0 {
				buf = utf8.AppendRune(buf, v.plain)
			}
			if v.tone != 0 {
				tone = v.tone
			}
		case unicode.Is(unicode.Mn, r):
			if composed := norm.NFC.String(word); composed != word {
				return toneless(buf[:0], composed)
			}
			buf = utf8.AppendRune(buf, r)
		default:
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
	}
	return buf, tone, true
}

// tones are the combining marks of the tones.
const tones = "\u0300\u0301\u0309\u0303\u0323"

type vowel struct{ plain, tone rune }

// toned are the letters with a mark, small and capital, and the marks of the tones
// themselves, which then are marks that nothing took.
var toned = func() map[rune]vowel {
	m := map[rune]vowel{'đ': {plain: 'đ'}, 'Đ': {plain: 'đ'}}
	put := func(r, plain, tone rune) {
		m[r], m[unicode.ToUpper(r)] = vowel{plain, tone}, vowel{plain, tone}
	}
	for _, plain := range "aăâeêioôơuưy" {
		if plain >= utf8.RuneSelf {
			put(plain, plain, 0)
		}
		for _, tone := range tones {
			put([]rune(norm.NFC.String(string(plain) + string(tone)))[0], plain, tone)
		}
	}
	for _, tone := range tones {
		m[tone] = vowel{tone: tone}
	}
	return m
}()
