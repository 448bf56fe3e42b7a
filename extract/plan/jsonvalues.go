package plan

// How values that are no structs stand in JSON.

import (
	"encoding/json"
	"slices"
	"strconv"
	"unicode/utf8"
)

// list writes a list, each entry by write; null where there is none.
func list[T any](w *jsonWriter, name string, entries []T, write func(*T)) {
	w.name(name)
	if entries == nil {
		w.null()
		return
	}
	w.open('[')
	for i := range entries {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		write(&entries[i])
	}
	w.close(']')
}

// table writes a map in the order of its keys, null where there is none.
func table[T any](w *jsonWriter, name string, entries map[string]T, write func(T)) {
	w.name(name)
	if entries == nil {
		w.null()
		return
	}
	w.open('{')
	keys := make([]string, 0, 16)
	for key := range entries {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		w.comma()
		w.quote(key)
		w.b = append(w.b, ':')
		write(entries[key])
	}
	w.close('}')
}

// maybe writes a text, null where there is none.
func maybe[T ~string](w *jsonWriter, name string, s *T) {
	w.name(name)
	if s == nil {
		w.null()
	} else {
		w.quote(string(*s))
	}
}

func (w *jsonWriter) maybeNumber(name string, n *int) {
	if n == nil {
		w.name(name)
		w.null()
	} else {
		w.number(name, *n)
	}
}

func (w *jsonWriter) number(name string, n int) {
	w.name(name)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

func (w *jsonWriter) text(name, s string) {
	w.name(name)
	w.quote(s)
}

func (w *jsonWriter) item(s *string) { w.quote(*s) }

func (w *jsonWriter) null() { w.b = append(w.b, "null"...) }

func (w *jsonWriter) open(c byte) { w.b = append(w.b, c) }

func (w *jsonWriter) close(c byte) { w.b = append(w.b, c) }

// comma parts the next entry of an object from the one before it.
func (w *jsonWriter) comma() {
	if w.b[len(w.b)-1] != '{' {
		w.b = append(w.b, ',')
	}
}

// name writes the name of the next value, one of those above.
func (w *jsonWriter) name(s string) {
	w.comma()
	w.b = append(w.b, '"')
	w.b = append(w.b, s...)
	w.b = append(w.b, '"', ':')
}

// quote writes a string. What has to be written otherwise, json.Marshal writes.
func (w *jsonWriter) quote(s string) {
	if !stays(s) {
		q, _ := json.Marshal(s) // never fails for a string
		w.b = append(w.b, q...)
		return
	}
	w.b = append(w.b, '"')
	w.b = append(w.b, s...)
	w.b = append(w.b, '"')
}

// stays reports whether s stands in JSON as it is: no quote or backslash is in it, no
// control character, nothing that means something in HTML, neither U+2028 nor U+2029, which
// end a line in JavaScript, and nothing that is no UTF-8.
func stays(s string) bool {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			if escaped[c] {
				return false
			}
			i++
		case c >= 0xC2 && c <= 0xDF && i+1 < len(s) && s[i+1]&0xC0 == 0x80: // up to U+07FF: "à", "ư"
			i += 2
		case c == 0xE1 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80: // up to U+1FFF: "ệ"
			i += 3
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 || r == '\u2028' || r == '\u2029' {
				return false
			}
			i += n
		}
	}
	return true
}

// escaped are the ASCII characters that JSON writes otherwise.
var escaped = func() (is [utf8.RuneSelf]bool) {
	for c := range ' ' {
		is[c] = true
	}
	for _, c := range `"\<>&` {
		is[c] = true
	}
	return is
}()
