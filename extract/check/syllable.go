package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// onsets are the ways in which a Vietnamese syllable may begin, longer ones first, by their
// first byte.
var onsets = func() (of [256][]string) {
	for _, o := range strings.Fields("ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x") {
		of[o[0]] = append(of[o[0]], o)
	}
	return of
}()

// rhymes are the ways in which it may go on, without its tone.
var rhymes = set(`a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ên êng
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uyêu uynh uyp uyt uyu uơn
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu yt`)

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

const toneMarks = "\u0300\u0301\u0303\u0309\u0323" // grave, acute, tilde, hook, dot below

// isSyllable reports whether w, in small letters, can be a Vietnamese syllable.
func isSyllable(w string) bool {
	var room [48]byte
	letters, tone, onLast, ok := splitTone(room[:0], w)
	bare := string(letters)
	if !ok || bare == "" || onLast && misplaced(bare) {
		return false
	}
	for _, o := range onsets[bare[0]] {
		if rest, found := strings.CutPrefix(bare, o); found && fits(o, rest, tone) {
			return true
		}
	}
	return rhymes[bare] && stopped(bare, tone)
}

// splitTone takes the tone off w, which is composed (NFC), and appends what is left to
// bare; there may be one, on a vowel, perhaps the last letter.
func splitTone(bare []byte, w string) (_ []byte, tone rune, onLast, ok bool) {
	for _, r := range w {
		onLast = false
		if r < utf8.RuneSelf {
			bare = append(bare, byte(r))
			continue
		}
		if t, ok := tonedLetters[r]; ok {
			if tone != 0 {
				return nil, 0, false, false
			}
			r, tone, onLast = t.letter, t.tone, true
		} else if strings.ContainsRune(toneMarks, r) {
			return nil, 0, false, false // on a letter that has no form with it
		}
		bare = utf8.AppendRune(bare, r)
	}
	return bare, tone, onLast, true
}

// tonedLetters are the letters of Vietnamese that bear a tone: 'ấ' is 'â' with an acute.
var tonedLetters = func() map[rune]toned {
	m := map[rune]toned{}
	for _, letter := range "aăâeêioôơuưy" {
		for _, tone := range toneMarks {
			composed, _ := utf8.DecodeRuneInString(norm.NFC.String(string(letter) + string(tone)))
			m[composed] = toned{letter, tone}
		}
	}
	return m
}()

type toned struct{ letter, tone rune }

// misplaced reports whether a tone on the last letter stands on the second of two vowels that
// want it on the first: "điạ", "cưú".
func misplaced(bare string) bool {
	_, n := utf8.DecodeLastRuneInString(bare)
	_, m := utf8.DecodeLastRuneInString(bare[:len(bare)-n])
	before, vowels := bare[:len(bare)-n-m], bare[len(bare)-n-m:]
	switch vowels {
	case "ia", "ua", "ưa":
		return !strings.HasSuffix(before, "g") && !strings.HasSuffix(before, "q")
	case "ưu", "iu", "ai", "oi", "ôi", "ơi", "ui", "ưi", "ao", "eo", "au", "âu", "êu", "ay", "ây":
		return !strings.HasSuffix(before, "q")
	}
	return false
}

// fits reports whether a rhyme may follow an onset.
func fits(onset, rhyme string, tone rune) bool {
	if onset == "gi" && (rhyme == "" || rhyme[0] != 'i') {
		return (rhyme == "" || rhymes[rhyme]) && stopped(rhyme, tone)
	}
	if onset == "qu" && rhymes["u"+rhyme] {
		return stopped(rhyme, tone)
	}
	if !rhymes[rhyme] || !stopped(rhyme, tone) {
		return false
	}
	switch onset {
	case "k", "gh", "ngh":
		return isFront(rhyme)
	case "c", "g", "ng":
		return !isFront(rhyme) || onset == "g" && rhyme[0] == 'i'
	}
	return true
}

// isFront reports whether a rhyme begins with e, ê, i or y.
func isFront(rhyme string) bool {
	return rhyme[0] == 'e' || rhyme[0] == 'i' || rhyme[0] == 'y' || strings.HasPrefix(rhyme, "ê")
}

// stopped reports whether a rhyme that ends with a stop has one of the two tones that it
// may have; others have any.
func stopped(rhyme string, tone rune) bool {
	switch last := rhyme[max(0, len(rhyme)-1):]; {
	case last == "c", last == "p", last == "t", strings.HasSuffix(rhyme, "ch"):
		return tone == '\u0301' || tone == '\u0323'
	}
	return true
}

// looksVietnamese reports whether w is written in small letters of which one has a mark
// that only Vietnamese uses: others may be of any language.
func looksVietnamese(w string) bool {
	marked := false
	for _, r := range w {
		switch {
		case 'a' <= r && r <= 'z':
		case 'Ạ' <= r && r <= 'ỹ' && r&1 != 0, unicode.IsLower(r): // small letters stand behind their capitals
			marked = marked || r >= 0x80
		default:
			return false
		}
	}
	return marked && len(w) > 2
}

// vowelless reports whether w is one to three small consonants, as is left of a syllable
// that lost its vowel.
func vowelless(w string) bool {
	return len(w) <= 3 && w != "" && strings.Trim(w, "bcdghklmnpqrstvx") == ""
}

// skeleton is w without its vowels: what is left where they were lost.
func skeleton(w string) string {
	bare, _, _, _ := splitTone(nil, w)
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aăâeêioôơuưy", r) {
			return -1
		}
		return r
	}, string(bare))
}
