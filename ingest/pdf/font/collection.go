package font

import (
	"slices"
	"strings"
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
