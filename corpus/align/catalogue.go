package align

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Catalogue is a list of models that plans draw on (danh mục mô hình điểm).
type Catalogue struct {
	Version string
	Entries []Entry
}

// Entry is one model of a catalogue.
type Entry struct {
	Number     int
	Group      string
	Title      string // empty where only the number is known
	Confidence string // "high", "medium-high", "low"
	Source     string
}

//go:embed data/national.csv
var nationalText string

// National is the national list of 44 models of Đề án 06.
var National = mustCatalogue(nationalText)

func mustCatalogue(text string) *Catalogue {
	c, err := ParseCatalogue(text)
	if err != nil {
		panic("align: " + err.Error()) // embedded data
	}
	return c
}

// ParseCatalogue reads a catalogue from CSV. A line "# version: …" names it; other
// lines that begin with "#" are remarks. The first row names the columns, of which
// "number" and "title" are needed, "group", "confidence" and "source" are known, and
// others are passed over.
func ParseCatalogue(text string) (*Catalogue, error) {
	c := &Catalogue{}
	text = strings.TrimPrefix(text, "\ufeff")
	for line := range strings.Lines(text) {
		if v, ok := strings.CutPrefix(strings.TrimSpace(line), "# version:"); ok {
			c.Version = strings.TrimSpace(v)
		}
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comment, r.FieldsPerRecord = '#', -1
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read catalogue: %v", err)
	}
	if len(rows) == 0 {
		return c, nil
	}
	column := func(row []string, name string) string {
		if i := slices.Index(rows[0], name); i >= 0 && i < len(row) {
			return strings.TrimSpace(row[i])
		}
		return ""
	}
	for _, need := range []string{"number", "title"} {
		if !slices.Contains(rows[0], need) {
			return nil, fmt.Errorf("read catalogue: no column %q", need)
		}
	}
	seen := map[int]bool{}
	for i, row := range rows[1:] {
		n, err := strconv.Atoi(column(row, "number"))
		if err != nil {
			return nil, fmt.Errorf("read catalogue entry %d: number: %v", i+1, err)
		}
		if seen[n] {
			return nil, fmt.Errorf("read catalogue entry %d: number %d stands twice", i+1, n)
		}
		seen[n] = true
		c.Entries = append(c.Entries, Entry{n, column(row, "group"), column(row, "title"), column(row, "confidence"), column(row, "source")})
	}
	return c, nil
}
