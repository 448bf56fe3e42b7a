// Package charset turns the bytes of a text into Unicode: UTF-8, UTF-16,
// Windows-1258, the two encodings of old Vietnamese fonts, TCVN3 and VNI, and the two of
// old mail, VISCII and VIQR, which nothing in a file announces. Which it is, is decided by evidence: the reading that
// gives the most Vietnamese syllables (syllable.go). Begin with Decode; for text that
// came out of a document as Unicode but was set in an old font, with Repair.
package charset

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// Encoding is one way to read bytes as text.
type Encoding struct {
	Name   string // as a user writes it after --encoding
	decode func([]byte) string
}

// Encodings are all that are known, the likeliest first.
var Encodings = []Encoding{
	{"utf-8", func(b []byte) string { return strings.ToValidUTF8(string(b), "\uFFFD") }},
	{"utf-16le", by(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM))},
	{"utf-16be", by(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM))},
	{"windows-1258", by(charmap.Windows1258)},
	{"tcvn3", func(b []byte) string { return tcvn3Text(by(charmap.Windows1252)(b)) }},
	{"vni", func(b []byte) string { return VNI(by(charmap.Windows1252)(b)) }},
	{"viscii", visciiText},
	{"viqr", func(b []byte) string { return VIQR(by(charmap.Windows1252)(b)) }},
	{"windows-1252", by(charmap.Windows1252)},
}

func by(e encoding.Encoding) func([]byte) string {
	return func(b []byte) string {
		s, err := e.NewDecoder().Bytes(b)
		if err != nil {
			return ""
		}
		return string(s)
	}
}

// Result is a text as it was read.
type Result struct {
	Text     string // NFC, without a byte order mark
	Encoding string
	Certain  bool // said by a byte order mark, by the caller, or valid UTF-8
}

// ErrNoEvidence tells that no encoding makes Vietnamese of the bytes.
var ErrNoEvidence = errors.New("decode text: no known encoding fits")

// Decode reads data in the encoding called name, or in the one that the evidence
// speaks for where name is empty.
func Decode(data []byte, name string) (Result, error) {
	if name != "" {
		for _, e := range Encodings {
			if strings.EqualFold(e.Name, name) {
				return finish(e, data, true), nil
			}
		}
		return Result{}, fmt.Errorf("decode text: unknown encoding %q", name)
	}
	if e, ok := marked(data); ok {
		return finish(e, data, true), nil
	}
	if utf8.Valid(data) && !bytes.Contains(data, []byte{0}) {
		return finish(Encodings[0], data, true), nil
	}
	e, ok := likeliest(data)
	if !ok {
		return Result{}, ErrNoEvidence
	}
	return finish(e, data, false), nil
}

// Known reports whether there is an encoding of that name.
func Known(name string) bool {
	return slices.ContainsFunc(Encodings, func(e Encoding) bool { return strings.EqualFold(e.Name, name) })
}

func finish(e Encoding, data []byte, certain bool) Result {
	text := strings.TrimPrefix(e.decode(data), "\uFEFF")
	return Result{Text: norm.NFC.String(text), Encoding: e.Name, Certain: certain}
}

func marked(data []byte) (Encoding, bool) {
	for i, mark := range []string{"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return Encodings[i], true
		}
	}
	return Encoding{}, false
}

const (
	maxEvidence = 64 << 10 // bytes on which the choice rests; even, for UTF-16
	minScore    = 0.15     // of an encoding that is taken; Vietnamese has 0.5 to 0.8
)

// likeliest returns the encoding with the highest score.
func likeliest(data []byte) (best Encoding, ok bool) {
	sample := data[:min(len(data), maxEvidence)]
	most := minScore
	for _, e := range Encodings {
		if s := score(norm.NFC.String(e.decode(sample))); s > most {
			best, most, ok = e, s, true
		}
	}
	return best, ok
}

// score is high for Vietnamese: the share of its words that are Vietnamese syllables
// with a mark, less what cannot stand in a text. It is 0 for too few words, and where
// too many are no syllables.
func score(text string) float64 {
	j := Judge(text)
	if j.Valid < 3 || j.Valid*10 < j.Words*6 {
		return 0
	}
	return float64(j.Marked)/float64(max(1, j.Words)) - 4*float64(j.Strange)/float64(j.Letters+j.Strange)
}

// minRepair is the number of words from which Repair decides by itself.
const minRepair = 20

// A text whose beginning scores this much is Vietnamese in Unicode: no conversion can
// be better by as much as Repair wants.
const (
	evident     = 0.7
	evidentHead = 8 << 10 // bytes
)

// Repair returns text that was set in an old Vietnamese font, or typed in VIQR, converted
// to Unicode, and the encoding that it had; "" where it is Unicode already, the evidence is too
// thin, or what comes out is hardly Vietnamese: some conversion makes somewhat better what
// a broken map gives.
func Repair(text string) (repaired, encoding string) {
	if score(text[:min(len(text), evidentHead)]) >= evident {
		return text, ""
	}
	before := Judge(text)
	if before.Words < minRepair {
		return text, ""
	}
	best := max(0, score(text)) + 0.3 // a conversion must be clearly better, and good
	repaired = text
	for _, e := range []struct {
		name    string
		convert func(string) string
	}{{"tcvn3", tcvn3Text}, {"vni", VNI}, {"viqr", VIQR}} {
		if s := e.convert(text); score(s) > best {
			best, repaired, encoding = score(s), s, e.name
		}
	}
	return repaired, encoding
}
