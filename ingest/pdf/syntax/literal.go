package syntax

import "bytes"

// literal reads a string in parentheses, which may hold balanced ones.
func (l *Lexer) literal() []byte {
	l.Pos++
	start, depth := l.Pos, 1
	for i := l.Pos; i < len(l.Data); i++ {
		switch l.Data[i] {
		case '\\':
			return l.escaped(start, i, depth)
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.Pos = i + 1
				return l.Data[start:i]
			}
		}
	}
	l.Pos = len(l.Data)
	return l.Data[start:]
}

// escaped goes on with a literal string at its first backslash.
func (l *Lexer) escaped(start, at, depth int) []byte {
	out := append(make([]byte, 0, at-start+32), l.Data[start:at]...)
	l.Pos = at
	for l.Pos < len(l.Data) {
		c := l.Data[l.Pos]
		l.Pos++
		switch c {
		case '\\':
			out = l.escape(out)
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		}
		out = append(out, c)
	}
	return out
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// escape appends what the characters after a backslash mean.
func (l *Lexer) escape(out []byte) []byte {
	if l.Pos >= len(l.Data) {
		return out
	}
	c := l.Data[l.Pos]
	l.Pos++
	switch {
	case c == '\n':
		return out
	case c == '\r':
		if l.Pos < len(l.Data) && l.Data[l.Pos] == '\n' {
			l.Pos++
		}
		return out
	case c >= '0' && c <= '7':
		value := int(c - '0')
		for range 2 {
			if l.Pos >= len(l.Data) || l.Data[l.Pos] < '0' || l.Data[l.Pos] > '7' {
				break
			}
			value = value*8 + int(l.Data[l.Pos]-'0')
			l.Pos++
		}
		return append(out, byte(value))
	}
	if e, ok := escapes[c]; ok {
		c = e
	}
	return append(out, c)
}

// hex reads a string in angle brackets. Anything but a digit is skipped; an odd last
// digit stands for one with a 0 behind it.
func (l *Lexer) hex() []byte {
	l.Pos++
	end := bytes.IndexByte(l.Data[l.Pos:], '>')
	if end < 0 {
		end = len(l.Data) - l.Pos
	}
	digits := l.Data[l.Pos : l.Pos+end]
	l.Pos = min(l.Pos+end+1, len(l.Data))
	if l.lent && len(l.bytes)+len(digits) <= maxLent {
		start := len(l.bytes)
		l.bytes = appendHex(l.bytes, digits)
		return l.bytes[start:len(l.bytes):len(l.bytes)]
	}
	return Unhex(digits)
}

// Unhex decodes hexadecimal digits, skipping everything else.
func Unhex(digits []byte) []byte {
	return appendHex(make([]byte, 0, (len(digits)+1)/2), digits)
}

func appendHex(out, digits []byte) []byte {
	high, half := byte(0), false
	for _, c := range digits {
		v, ok := hexDigit(c)
		if !ok {
			continue
		}
		if half {
			out = append(out, high|v)
		}
		high, half = v<<4, !half
	}
	if half {
		out = append(out, high)
	}
	return out
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// name reads a name behind its slash.
func (l *Lexer) name() []byte {
	l.Pos++
	raw := l.word()
	if bytes.IndexByte(raw, '#') < 0 {
		return raw
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			h, ok1 := hexDigit(raw[i+1])
			v, ok2 := hexDigit(raw[i+2])
			if ok1 && ok2 {
				out = append(out, h<<4|v)
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return out
}

// number reads a number as other readers do: "--5" is -5, "12-3" is 12, "1.2.3" is
// 1.2. A word that does not begin like one is none.
func number(word []byte) (float64, bool) {
	i, negative := 0, false
	for i < len(word) && (word[i] == '-' || word[i] == '+') {
		negative = negative || word[i] == '-'
		i++
	}
	value, digits := 0.0, 0
	for ; i < len(word) && isDigit(word[i]); i++ {
		value = value*10 + float64(word[i]-'0')
		digits++
	}
	if i < len(word) && word[i] == '.' {
		i++
		scale := 0.1
		for ; i < len(word) && isDigit(word[i]); i++ {
			value += float64(word[i]-'0') * scale
			scale /= 10
			digits++
		}
		if digits == 0 && len(word) > 1 && i < len(word) {
			return 0, false
		}
		digits++ // a lone point is 0
	}
	if digits == 0 || i < len(word) && word[i] != '-' && word[i] != '.' {
		return 0, false
	}
	if negative {
		value = -value
	}
	return value, true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
