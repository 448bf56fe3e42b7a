package layout

import (
	"strings"
	"testing"

	"kehoach/ingest/pdf/content"
)

// large sets text as a word across the page is set.
func (s *sheet) large(x, y, size float64, quarter int8, text string) *sheet {
	for _, r := range text {
		s.Glyphs = append(s.Glyphs, content.Glyph{Text: string(r), X: x, Y: y, Width: 0.7 * size, Size: size, Quarter: quarter})
		if quarter == 1 {
			y += 0.7 * size
		} else {
			x += 0.7 * size
		}
	}
	return s
}

// lines sets n lines of text down the page.
func (s *sheet) lines(n int) *sheet {
	for i := range n {
		s.set(50, 700-14*float64(i), strings.Repeat("Kế hoạch ", 9))
	}
	return s
}

func TestWatermark(t *testing.T) {
	for name, c := range map[string]struct {
		page *sheet
		kept bool
	}{
		"across the text":          {new(sheet).lines(20).large(60, 500, 60, 0, "DỰ THẢO"), false},
		"in front of it":           {new(sheet).large(60, 500, 60, 0, "DỰ THẢO").lines(20), false},
		"half beside the text":     {new(sheet).lines(20).large(250, 500, 80, 0, "DỰ THẢO"), false},
		"upwards":                  {new(sheet).lines(20).large(200, 400, 60, 1, "DỰ THẢO"), false},
		"below the text":           {new(sheet).lines(20).large(60, 300, 60, 0, "DỰ THẢO"), true},
		"upwards, beside the text": {new(sheet).lines(20).large(620, 400, 60, 1, "DỰ THẢO"), true},
		"a word on a word":         {new(sheet).set(60, 700, "Kế hoạch Kế hoạch").large(60, 700, 20, 0, "DỰ THẢO"), true},
		"a heading":                {new(sheet).lines(20).large(60, 715, 20, 0, "DỰ THẢO"), true},
		"a first letter":           {new(sheet).large(30, 690, 28, 0, "D").lines(3), true},
		"a page of large letters":  {new(sheet).large(30, 690, 28, 0, "DỰ THẢO"), true},
	} {
		got := text(Page(&c.page.Page))
		if kept := strings.Contains(got, "D"); kept != c.kept {
			t.Errorf("%s: kept %v: %.200s", name, kept, got)
		}
		if n := strings.Count(got, "Kế hoạch"); n%9 != 0 && name != "a word on a word" {
			t.Errorf("%s: the text is broken: %s", name, got)
		}
	}
}
