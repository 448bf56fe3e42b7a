package xlsx

import (
	"fmt"
	"slices"

	"github.com/BurntSushi/toml"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
)

// Template chooses the sheets and columns of a workbook and gives columns other names.
//
//	sheets = ["Tổng hợp", "Mô hình"]     # left out: all sheets
//
//	[[sheet]]
//	name = "Mô hình"
//	  [[sheet.column]]                   # left out: all columns
//	  key = "title"
//	  title = "Tên gọi"                  # left out: as it was
//	  width = 50                         # left out: as it was
type Template struct {
	Sheets []string        `toml:"sheets"`
	Sheet  []SheetTemplate `toml:"sheet"`
}

// SheetTemplate is what a template says of one sheet.
type SheetTemplate struct {
	Name   string           `toml:"name"`
	Column []ColumnTemplate `toml:"column"`
}

// ColumnTemplate is a column that a template chooses.
type ColumnTemplate struct {
	Key   string  `toml:"key"`
	Title string  `toml:"title"`
	Width float64 `toml:"width"`
}

// ParseTemplate reads a template. Names that no workbook has are an error, so that a
// slip of the pen does not lose a column in silence.
func ParseTemplate(text string) (*Template, error) {
	t := &Template{}
	meta, err := toml.Decode(text, t)
	if err != nil {
		return nil, fmt.Errorf("read template: %v", err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return nil, fmt.Errorf("read template: unknown key %q", extra[0].String())
	}
	keys := columnKeys()
	known := func(name string) bool {
		return slices.ContainsFunc(pages(), func(p page) bool { return p.name == name })
	}
	for _, name := range t.Sheets {
		if !known(name) {
			return nil, fmt.Errorf("read template: no sheet %q", name)
		}
	}
	for _, s := range t.Sheet {
		if !known(s.Name) {
			return nil, fmt.Errorf("read template: no sheet %q", s.Name)
		}
		for _, c := range s.Column {
			if !slices.Contains(keys[s.Name], c.Key) {
				return nil, fmt.Errorf("read template: sheet %q has no column %q; it has %q", s.Name, c.Key, keys[s.Name])
			}
			if c.Width < 0 || c.Width > 255 {
				return nil, fmt.Errorf("read template: column %q: width %v is not between 0 and 255", c.Key, c.Width)
			}
		}
	}
	return t, nil
}

// columnKeys lists the keys of the columns of each sheet.
func columnKeys() map[string][]string {
	b := &book{Alignment: &align.Alignment{Plans: []*plan.Extraction{{}}}, names: []string{""}}
	plans := []int{0}
	out := map[string][]string{}
	for name, columns := range map[string][]column{
		sheetSummary: summaryColumns(), sheetCompare: b.compareColumns(plans), sheetMatrix: b.matrixColumns(plans),
		sheetCoverage: b.coverageColumns(plans), sheetProgress: progressColumns(), sheetAgencies: b.agencyColumns(plans),
		sheetTools: b.toolColumns(plans), sheetConflicts: conflictColumns(), sheetModels: modelColumns(), sheetTasks: taskColumns(),
		sheetWarnings: warningColumns(), sheetData: dataColumns(),
	} {
		for _, c := range columns {
			out[name] = append(out[name], c.key)
		}
	}
	return out
}

// wants reports whether the workbook is to have a sheet. "Dữ liệu", to which the others
// lead, and "Chú giải" always stand.
func (t *Template) wants(name string) bool {
	return t == nil || len(t.Sheets) == 0 || name == sheetData || name == sheetLegend || slices.Contains(t.Sheets, name)
}

// choose returns which of columns are written, and as what. A key that several columns
// have, one a plan, chooses them all, and their blocks stay together.
func (t *Template) choose(sheet string, columns []column) (pick []int, chosen []column) {
	var wanted []ColumnTemplate
	if t != nil {
		for _, s := range t.Sheet {
			if s.Name == sheet {
				wanted = s.Column
			}
		}
	}
	if len(wanted) == 0 {
		for i := range columns {
			pick = append(pick, i)
		}
		return pick, columns
	}
	for from := 0; from < len(columns); {
		to := from + 1
		for to < len(columns) && columns[to].block == columns[from].block {
			to++
		}
		for _, w := range wanted {
			for i := from; i < to; i++ {
				if columns[i].key == w.Key {
					pick = append(pick, i)
					chosen = append(chosen, renamed(columns[i], w))
				}
			}
		}
		from = to
	}
	return pick, chosen
}

func renamed(c column, w ColumnTemplate) column {
	if w.Width > 0 {
		c.width = w.Width
	}
	if w.Title == "" {
		return c
	}
	if c.block != "" {
		c.title = w.Title + " – " + c.block
	} else {
		c.title = w.Title
	}
	return c
}
