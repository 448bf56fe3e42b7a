// Package lexicon owns the wordings that plans use, as text files that a reader of
// plans can add to without knowing Go, and their loader. It decides nothing. Begin
// with a file such as labels.txt, then Dict.
//
// A file holds one wording a line, its columns parted by tabs, the document it was
// first seen in last ("quy ước chung" where it is common usage). Lines that begin with
// "#" are comments.
package lexicon

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"strings"
)

//go:embed *.txt
var files embed.FS

// Row is one line of a file.
type Row struct {
	Columns []string
	Line    int // from 1
}

// Rows returns the lines of a file, each of so many columns. It panics where the file
// is not as its head says: it is part of the program.
func Rows(name string, columns int) []Row {
	b, err := files.ReadFile(name)
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	var rows []Row
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != columns {
			panic(fmt.Sprintf("lexicon: %s:%d: %d columns instead of %d", name, i+1, len(c), columns))
		}
		for j, s := range c {
			if s == "" || s != strings.TrimSpace(s) {
				panic(fmt.Sprintf("lexicon: %s:%d: column %d is empty or has blanks at its ends", name, i+1, j+1))
			}
		}
		rows = append(rows, Row{c, i + 1})
	}
	return rows
}

// Digest names the wordings: eight hexadecimal digits over all files.
func Digest() string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	h := sha256.New()
	for _, e := range entries { // in order of name
		b, err := files.ReadFile(e.Name())
		if err != nil {
			panic("lexicon: " + err.Error())
		}
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)[:4])
}
