package text

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"kehoach/ingest/charset"
	"kehoach/ingest/source"
)

// An encoding is how the characters of a text were written as bytes.
type encoding struct {
	name    string
	guessed bool // by evidence, without a mark that says so
	broken  int  // sequences that are no character, now U+FFFD
}

func (e encoding) diagnostics() []source.Diagnostic {
	var ds []source.Diagnostic
	if e.guessed {
		ds = append(ds, source.Diagnostic{
			Code: "encoding-guessed", Severity: source.Info,
			Message: fmt.Sprintf("Tệp không ghi rõ bảng mã; đọc theo %s.", e.name),
		})
	}
	if e.broken > 0 {
		ds = append(ds, source.Diagnostic{
			Code: "broken-characters", Severity: source.Warning,
			Message: fmt.Sprintf("Có %d chỗ trong tệp không phải ký tự hợp lệ của bảng mã %s.", e.broken, e.name),
		})
	}
	return ds
}

var (
	markUTF8    = []byte{0xef, 0xbb, 0xbf}
	markUTF16LE = []byte{0xff, 0xfe}
	markUTF16BE = []byte{0xfe, 0xff}
)

// maxBroken is the share of damaged characters up to which a text still counts as
// UTF-8: a cut end, a bad sector. Another encoding has a damage at each letter with
// a mark, about every fourth of Vietnamese.
const maxBroken = 0.005

// decodeAs returns data as UTF-8. Text that is Unicode, but shows the letters of an old
// Vietnamese font as other ones, is mended.
func decodeAs(data []byte, name string) (string, encoding, error) {
	if name == "" {
		if text, enc, ok := decode(data); ok {
			mended, font := charset.Repair(text)
			if font != "" {
				enc.name, enc.guessed = strings.ToUpper(font), true
			}
			return mended, enc, nil
		}
	}
	r, err := charset.Decode(data, name)
	if err != nil {
		return "", encoding{}, err
	}
	return r.Text, encoding{name: strings.ToUpper(r.Encoding), guessed: !r.Certain}, nil
}

// decode returns data as UTF-8. It is not ok where no encoding fits.
func decode(data []byte) (text string, enc encoding, ok bool) {
	switch {
	case bytes.HasPrefix(data, markUTF8):
		return decodeUTF8(data[len(markUTF8):])
	case bytes.HasPrefix(data, markUTF16LE):
		return decodeUTF16(data[2:], binary.LittleEndian, "UTF-16LE")
	case bytes.HasPrefix(data, markUTF16BE):
		return decodeUTF16(data[2:], binary.BigEndian, "UTF-16BE")
	case fitsUTF16(data, 1):
		text, enc, ok = decodeUTF16(data, binary.LittleEndian, "UTF-16LE")
	case fitsUTF16(data, 0):
		text, enc, ok = decodeUTF16(data, binary.BigEndian, "UTF-16BE")
	default:
		return decodeUTF8(data)
	}
	enc.guessed = true
	return text, enc, ok
}

func decodeUTF8(data []byte) (string, encoding, bool) {
	enc := encoding{name: "UTF-8"}
	if utf8.Valid(data) {
		return string(data), enc, true
	}
	runes, inBroken := 0, false
	for rest := data; len(rest) > 0; runes++ {
		r, n := utf8.DecodeRune(rest)
		invalid := r == utf8.RuneError && n == 1
		if invalid && !inBroken {
			enc.broken++ // neighbours count once, as ToValidUTF8 replaces them
		}
		inBroken, rest = invalid, rest[n:]
	}
	if float64(enc.broken) > max(1, maxBroken*float64(runes)) {
		return "", enc, false
	}
	return strings.ToValidUTF8(string(data), string(utf8.RuneError)), enc, true
}

func decodeUTF16(data []byte, order binary.ByteOrder, name string) (string, encoding, bool) {
	enc := encoding{name: name}
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) >= 2; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	enc.broken = len(data) // an odd last byte
	runes := utf16.Decode(units)
	for _, r := range runes {
		if r == utf8.RuneError {
			enc.broken++
		}
	}
	return string(runes), enc, float64(enc.broken) <= max(1, maxBroken*float64(len(runes)))
}

// fitsUTF16 reports whether data without a mark is Vietnamese in UTF-16: the byte at
// high of each pair (0 or 1) is one of the few that its letters, blanks and
// quotation marks have, and often zero, which no UTF-8 text contains.
func fitsUTF16(data []byte, high int) bool {
	const sample = 1 << 14 // bytes; a document is of one encoding
	data = data[:min(len(data), sample)&^1]
	pairs, fits, zeros := len(data)/2, 0, 0
	for i := high; i < len(data); i += 2 {
		switch data[i] {
		case 0x00:
			zeros++
			if data[i^1] != 0 { // U+0000 is no letter
				fits++
			}
		case 0x01, 0x03, 0x1e, 0x20: // ă đ ơ ư; combining marks; ạ … ỹ; dashes and quotes
			fits++
		}
	}
	return pairs > 1 && fits*100 >= pairs*95 && zeros*100 >= pairs*40
}

// mostlyPrintable reports whether text has next to no control characters.
func mostlyPrintable(text string) bool {
	const sample = 1 << 16 // bytes
	control, runes := 0, 0
	for i, r := range text {
		if i > sample {
			break
		}
		runes++
		if isControl(r) && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v' {
			control++
		}
	}
	return control*100 <= max(runes, 100)
}

// looksPrintable is mostlyPrintable for bytes of an unknown encoding of one byte a
// letter, in which 0x80 to 0x9f may be letters.
func looksPrintable(data []byte) bool {
	const sample = 1 << 16
	data = data[:min(len(data), sample)]
	control := 0
	for _, b := range data {
		if b == 0 {
			return false
		}
		if b < ' ' && !bytes.ContainsRune([]byte("\n\r\t\f\v"), rune(b)) {
			control++
		}
	}
	return control*100 <= max(len(data), 100)
}
