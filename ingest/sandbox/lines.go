package sandbox

import (
	"encoding/binary"

	"kehoach/ingest/source"
)

// maxPacked bounds the lines that a child may answer, in bytes; the 300,000 that a
// document may have take 2 MB.
const maxPacked = 16 << 20

// pack writes lines as numbers of variable length (encoding/binary), four a line: how far
// it begins behind the end of the one before, its length, page and number.
func pack(lines []source.Line) []byte {
	out := make([]byte, 0, 6*len(lines))
	end := 0
	for _, l := range lines {
		for _, n := range [...]int{l.Start - end, l.End - l.Start, l.Page, number(l)} {
			out = binary.AppendVarint(out, int64(n))
		}
		end = l.End
	}
	return out
}

// number is the number of a line, and in its last two bits how it stands to the line before.
func number(l source.Line) int { return l.Number<<2 | int(l.Flow&3) }

// unpack reads lines until there are no four numbers more.
func unpack(packed []byte) (lines []source.Line) {
	end := 0
	for {
		var v [4]int
		for i := range v {
			n, size := binary.Varint(packed)
			if size <= 0 {
				return lines
			}
			v[i], packed = int(n), packed[size:]
		}
		l := source.Line{Start: end + v[0], End: end + v[0] + v[1], Page: v[2], Number: v[3] >> 2, Flow: source.Flow(v[3] & 3)}
		lines, end = append(lines, l), l.End
	}
}
