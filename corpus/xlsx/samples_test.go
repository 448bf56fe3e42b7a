package xlsx

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"kehoach/corpus/align"
	"kehoach/extract"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// samples reads the sample plans and the layouts of the project: a corpus of more than
// thirty. texts are the files, by the name under which the workbook knows a plan.
func samples(t *testing.T) (plans []*plan.Extraction, texts map[string]string) {
	t.Helper()
	texts = map[string]string{}
	for _, pattern := range []string{"../../testdata/plans/*.txt", "../../testdata/layouts/*.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal("no plans", err)
		}
		for _, name := range files {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if filepath.Base(name) == "score.txt" {
				continue
			}
			x := extract.Extract(source.NewText(filepath.Base(name), string(b)))
			plans = append(plans, x)
			texts[x.Source.Name] = string(b)
		}
	}
	return plans, texts
}

// TestPlaces follows every link of the comparison and of the matrix to "Dữ liệu" with a
// reader of its own, and holds that the row is that of the plan and model of the cell,
// that the cell shows its value, and that the file has the quoted words on those lines.
func TestPlaces(t *testing.T) {
	plans, texts := samples(t)
	a := align.Align(plans, align.National, nil)
	wb := read(t, write(t, a, Options{Date: today, Text: func(x *plan.Extraction) string { return texts[x.Source.Name] }}))
	fileOf := map[string]string{}
	for _, row := range wb.sheets[sheetSummary].rows {
		fileOf[row["Kế hoạch"].value] = row["Tệp"].value
	}
	data := wb.sheets[sheetData]
	byRow := func(location string) map[string]cellRead {
		_, cell, _ := strings.Cut(location, "!")
		first, _, _ := strings.Cut(data.table.Ref, ":")
		return data.rows[atoi(strings.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))-atoi(strings.TrimLeft(first, "A"))-1]
	}
	followed := 0
	for _, name := range []string{sheetCompare, sheetMatrix} {
		s := wb.sheets[name]
		for cell, location := range s.linkAt {
			followed++
			head := s.headOf(cell)
			what, of, ok := strings.Cut(head, " – ")
			row := byRow(location)
			if !ok || row["Kế hoạch"].value != of {
				t.Errorf("%s %s (%s) leads to a row of %q", name, cell, head, row["Kế hoạch"].value)
				continue
			}
			shown := s.cells[cell].value
			switch {
			case what == "Số" && name == sheetCompare, what == "Số" && row["Trường"].value == "Tên":
				if row["Số"].value != shown {
					t.Errorf("%s %s: number %s leads to number %s", name, cell, shown, row["Số"].value)
				}
			case strings.HasPrefix(what, "Nguồn"):
				if want := "tr. " + row["Trang"].value + ", d. " + row["Dòng"].value; shown != want {
					t.Errorf("%s %s says %q, its row %q", name, cell, shown, want)
				}
				if value := s.cells[before(cell)].value; !shows(value, row) {
					t.Errorf("%s %s: %q beside the row of %q", name, cell, value, row["Giá trị"].value)
				}
			case what != "Số" && !shows(shown, row):
				t.Errorf("%s %s: %q leads to %q", name, cell, shown, row["Giá trị"].value)
			}
		}
	}
	if followed < 1500 {
		t.Errorf("only %d links followed", followed)
	}
	quoted := 0
	for i, row := range data.rows {
		if row["Dòng"].value == "" {
			continue
		}
		quoted++
		text := linesOf(texts[fileOf[row["Kế hoạch"].value]], row)
		if quote := plainWords(strings.TrimSuffix(row["Trích nguyên văn"].value, "… (trích)")); quote == "" || !strings.Contains(text, quote) {
			t.Errorf("row %d: %q does not stand on the lines named: %q", i, quote, text)
		}
	}
	if quoted < 3000 {
		t.Errorf("only %d quotations", quoted)
	}
}

// shows reports whether a compared cell shows the value of a row: as printed, in full,
// or the duty of its agency.
func shows(cell string, row map[string]cellRead) bool {
	first, _, _ := strings.Cut(cell, "\n")
	if strings.HasPrefix(row["Trường"].value, "Phân công") {
		return first != "" && strings.Contains(cell, "(theo phân công)")
	}
	return first != "" && (first == row["Giá trị"].value || first == row["Tên đầy đủ"].value)
}

// linesOf are the words of a file on the lines that a row names, on one line.
func linesOf(text string, row map[string]cellRead) string {
	from, _ := strconv.Atoi(row["Dòng"].value)
	to, _ := strconv.Atoi(row["Đến dòng"].value)
	lines := strings.Split(text, "\n")
	if row["Trang"].value != "1" || from < 1 || to > len(lines) || from > to {
		return ""
	}
	return plainWords(strings.Join(lines[from-1:to], " "))
}

func plainWords(s string) string {
	return norm.NFC.String(strings.Join(strings.Fields(strings.ReplaceAll(s, "**", "")), " "))
}

// before names the cell at the left of one.
func before(cell string) string {
	i := strings.IndexAny(cell, "0123456789")
	return at(columnNumber(cell[:i])-1, atoi(cell[i:]))
}
