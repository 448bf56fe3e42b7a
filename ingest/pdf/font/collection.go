package font

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// encodings are the predefined maps of composite fonts (ISO 32000-1 table 118) whose
// codes are those of a known encoding, by what their names begin with.
var encodings = []struct {
	prefix   string
	encoding encoding.Encoding
}{
	{"GB-EUC", simplifiedchinese.GBK}, {"GBpc-EUC", simplifiedchinese.GBK}, {"GBK", simplifiedchinese.GBK},
	{"B5", traditionalchinese.Big5}, {"ETen", traditionalchinese.Big5}, {"HKscs-B5", traditionalchinese.Big5},
	{"83pv-RKSJ", japanese.ShiftJIS}, {"90ms-RKSJ", japanese.ShiftJIS}, {"90pv-RKSJ", japanese.ShiftJIS},
	{"Add-RKSJ", japanese.ShiftJIS}, {"Ext-RKSJ", japanese.ShiftJIS}, {"EUC-", japanese.EUCJP},
	{"KSC-EUC", korean.EUCKR}, {"KSCms-UHC", korean.EUCKR}, {"KSCpc-EUC", korean.EUCKR},
}

func encodingOf(name string) encoding.Encoding {
	if name == "H" || name == "V" {
		return japanese.ISO2022JP // without its escapes, see decoded
	}
	for _, e := range encodings {
		if strings.HasPrefix(name, e.prefix) {
			return e.encoding
		}
	}
	return nil
}

// oneByte reports whether a code that begins with c has no second byte.
func oneByte(e encoding.Encoding, c byte) bool {
	switch e {
	case nil, japanese.ISO2022JP:
		return false
	case japanese.ShiftJIS:
		return c < 0x80 || c >= 0xA0 && c < 0xE0
	}
	return c < 0x80
}

// decoded returns the character of a code of one or two bytes, "" where there is none.
func decoded(e encoding.Encoding, code uint32) string {
	b := []byte{byte(code >> 8), byte(code)}
	switch {
	case e == japanese.ISO2022JP:
		e, b = japanese.EUCJP, []byte{b[0] | 0x80, b[1] | 0x80}
	case code <= 0xFF:
		b = b[1:]
	}
	out, err := e.NewDecoder().Bytes(b)
	if r, n := utf8.DecodeRune(out); err != nil || r == utf8.RuneError || n != len(out) {
		return ""
	}
	return string(out)
}

// isCollection reports whether a character collection is one of Adobe's, whose numbers
// from 1 to 94 are ASCII from the blank on.
func isCollection(ordering string) bool {
	return slices.Contains([]string{"GB1", "CNS1", "Japan1", "Korea1", "KR"}, ordering)
}

//go:embed collections.txt
var collectionsText string

// numbers is a range of the numbers of a collection, and the code of the first.
type numbers struct{ first, last, code uint32 }

// collections are the numbers of each collection in order. The texts of codes are those of
// a known encoding (see standards), so that a range says in a line what hundreds mean.
var collections = sync.OnceValue(func() map[string][]numbers {
	all := map[string][]numbers{}
	for line := range strings.Lines(collectionsText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var name string
		var low, high, cid uint32
		if _, err := fmt.Sscanf(line, "%s %x %x %d", &name, &low, &high, &cid); err != nil {
			panic(fmt.Sprintf("collections.txt: %q: %v", line, err))
		}
		all[name] = append(all[name], numbers{cid, cid + high - low, low})
	}
	for _, ranges := range all {
		slices.SortFunc(ranges, func(a, b numbers) int { return cmp.Compare(a.first, b.first) })
	}
	return all
})

// standards are the encodings by whose codes collections.txt tells the numbers.
var standards = map[string]encoding.Encoding{"Japan1": japanese.ISO2022JP, "GB1": simplifiedchinese.GBK, "CNS1": traditionalchinese.Big5, "Korea1": korean.EUCKR}

// collected returns the character of a number of a collection, "" where it is not known.
func collected(collection string, cid uint32) string {
	ranges := collections()[collection]
	i, found := slices.BinarySearchFunc(ranges, cid, func(r numbers, cid uint32) int {
		switch {
		case r.last < cid:
			return -1
		case r.first > cid:
			return 1
		}
		return 0
	})
	if !found {
		return ""
	}
	code := ranges[i].code + cid - ranges[i].first
	if code <= 0xFF { // of Latin and Katakana at half the width, in Japanese alone
		return decoded(japanese.ShiftJIS, code)
	}
	return decoded(standards[collection], code)
}
