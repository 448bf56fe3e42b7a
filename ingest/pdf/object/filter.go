package object

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"
	"sync"

	"kehoach/ingest/pdf/syntax"
)

// errBroken tells that a stream is damaged: what stands in front of the damage was decoded.
var errBroken = errors.New("the stream is damaged")

// decode undoes one filter, up to limit bytes. Damaged data gives what stands in
// front of the damage.
func decode(filter string, data []byte, params syntax.Object, limit int64) ([]byte, error) {
	switch filter {
	case "FlateDecode", "Fl":
		out, err := inflate(data, limit)
		return predict(out, params), err
	case "LZWDecode", "LZW":
		early := params.Key("EarlyChange")
		return predict(unLZW(data, early.Kind == syntax.EOF || early.Int() != 0, limit), params), nil
	case "ASCIIHexDecode", "AHx":
		if end := bytes.IndexByte(data, '>'); end >= 0 {
			data = data[:end]
		}
		return syntax.Unhex(data), nil
	case "ASCII85Decode", "A85":
		return unASCII85(data), nil
	case "RunLengthDecode", "RL":
		return unRunLength(data, limit), nil
	case "Crypt":
		return data, nil
	}
	return nil, fmt.Errorf("read stream: filter %q is not for text", filter)
}

// inflate undoes zlib's compression. A damaged header or a missing checksum is no
// reason to complain, nor are line ends that a program changed on the way.
func inflate(data []byte, limit int64) ([]byte, error) {
	out, err := unzlib(data, limit)
	if err != nil && bytes.Contains(data, []byte("\r\n")) {
		if mended, err := unzlib(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), limit); len(mended) > len(out) {
			return mended, err
		}
	}
	return out, err
}

// unzlib returns what comes out up to the damage, and errBroken if there is one.
func unzlib(data []byte, limit int64) ([]byte, error) {
	for len(data) > 0 && syntax.IsBlank(data[0]) {
		data = data[1:]
	}
	var out bytes.Buffer
	out.Grow(int(min(limit, 4*int64(len(data))+bytes.MinRead))) // as much as most streams grow to
	z, err := zlibReader(data)
	if err == nil {
		_, err = io.Copy(&out, io.LimitReader(z, limit))
		inflaters.Put(z)
		if err != nil && (errors.Is(err, zlib.ErrChecksum) || !inflateBody(io.Discard, data, limit)) {
			return out.Bytes(), errBroken
		}
		return out.Bytes(), nil
	}
	if !inflateBody(&out, data, limit) {
		return out.Bytes(), errBroken
	}
	return out.Bytes(), nil
}

// inflateBody writes what comes out of a stream of zlib's behind its head, and reports
// whether that came to its end: the checksum behind it may be missing.
func inflateBody(out io.Writer, data []byte, limit int64) bool {
	if len(data) <= 2 {
		return len(data) == 0
	}
	_, err := io.Copy(out, io.LimitReader(flate.NewReader(bytes.NewReader(data[2:])), limit))
	return err == nil
}

// inflaters are readers of zlib's that can be used again: each takes 40 KB, more than most
// streams.
var inflaters sync.Pool

func zlibReader(data []byte) (io.ReadCloser, error) {
	z, ok := inflaters.Get().(io.ReadCloser)
	if !ok {
		return zlib.NewReader(bytes.NewReader(data))
	}
	return z, z.(zlib.Resetter).Reset(bytes.NewReader(data), nil)
}

func unASCII85(data []byte) []byte {
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
	if end := bytes.IndexByte(data, '~'); end >= 0 {
		data = data[:end]
	}
	out, _ := io.ReadAll(ascii85.NewDecoder(bytes.NewReader(data)))
	return out
}

func unRunLength(data []byte, limit int64) []byte {
	var out []byte
	for i := 0; i < len(data) && int64(len(out)) < limit; {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out
		case n < 128:
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		case i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
	}
	return out
}

// predict undoes the predictor that may stand in front of a compression.
func predict(data []byte, params syntax.Object) []byte {
	predictor := params.Key("Predictor").Int()
	columns, colors, bits := intOr(params, "Columns", 1), intOr(params, "Colors", 1), intOr(params, "BitsPerComponent", 8)
	row, pixel := (columns*colors*bits+7)/8, max(1, colors*bits/8)
	switch {
	case predictor < 2 || row <= 0 || row > 1<<20 || colors > 64 || bits > 16:
		return data
	case predictor == 2:
		if bits == 8 {
			for start := 0; start < len(data); start += row {
				for i := start + pixel; i < min(start+row, len(data)); i++ {
					data[i] += data[i-pixel]
				}
			}
		}
		return data
	}
	return unPNG(data, row, pixel)
}

func intOr(params syntax.Object, key string, standard int) int {
	if o := params.Key(key); o.Kind == syntax.Number && o.Int() > 0 && o.Int() < 1<<24 {
		return o.Int()
	}
	return standard
}

// unPNG undoes PNG's predictors; each row begins with the number of its own.
func unPNG(data []byte, row, pixel int) []byte {
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 1 {
		kind := data[0]
		line := make([]byte, row)
		n := copy(line, data[1:])
		data = data[min(len(data), row+1):]
		for i := range n {
			var left, corner byte
			if i >= pixel {
				left, corner = line[i-pixel], above[i-pixel]
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += paeth(left, above[i], corner)
			}
		}
		out = append(out, line[:n]...)
		above = line
	}
	return out
}

// paeth returns whichever of the three is nearest to left + up - corner.
func paeth(left, up, corner byte) byte {
	distance := func(a, b int) int { return max(a-b, b-a) }
	p := int(left) + int(up) - int(corner)
	a, b, c := distance(p, int(left)), distance(p, int(up)), distance(p, int(corner))
	switch {
	case a <= b && a <= c:
		return left
	case b <= c:
		return up
	}
	return corner
}

// unLZW undoes PDF's LZW: codes of 9 to 12 bits, 256 clears the table, 257 ends, and
// with early the width grows one code sooner than in other formats.
func unLZW(data []byte, early bool, limit int64) []byte {
	const clear, end = 256, 257
	type link struct {
		prefix int
		last   byte
		length int
	}
	table := make([]link, end+1, 4096)
	for i := range 256 {
		table[i] = link{-1, byte(i), 1}
	}
	var out []byte
	emit := func(code int) (first byte) {
		n := table[code].length
		out = append(out, make([]byte, n)...)
		for i := len(out) - 1; code >= 0 && i >= len(out)-n; i-- {
			out[i] = table[code].last
			code = table[code].prefix
		}
		return out[len(out)-n]
	}
	width, held, bits, previous := 9, uint32(0), 0, -1
	shift := 0
	if early {
		shift = 1
	}
	for _, c := range data {
		held, bits = held<<8|uint32(c), bits+8
		if bits < width {
			continue
		}
		code := int(held>>(bits-width)) & (1<<width - 1)
		bits -= width
		switch {
		case code == clear:
			table, width, previous = table[:end+1], 9, -1
			continue
		case code == end || int64(len(out)) > limit || code > len(table):
			return out
		case previous < 0:
			if code > 255 {
				return out
			}
			emit(code)
		case code < len(table):
			first := emit(code)
			table = append(table, link{previous, first, table[previous].length + 1})
		default:
			table = append(table, link{previous, out[len(out)-table[previous].length], table[previous].length + 1})
			emit(code)
		}
		previous = code
		if len(table) >= 4096 {
			table = table[:4096]
		}
		for width < 12 && len(table)+shift >= 1<<width {
			width++
		}
	}
	return out
}
