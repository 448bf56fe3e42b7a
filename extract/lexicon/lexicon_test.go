package lexicon

import (
	"strings"
	"testing"

	"kehoach/normalize"
)

// TestFiles holds that every file is as its head says: the loaders panic otherwise.
func TestFiles(t *testing.T) {
	for _, f := range []struct {
		name    string
		columns int
	}{
		{"labels.txt", 4}, {"sections.txt", 3}, {"agencies.txt", 4}, {"kinds.txt", 3}, {"provinces.txt", 4},
		{"tools.txt", 4}, {"abbreviations.txt", 5}, {"successors.txt", 6}, {"confusions.txt", 4}, {"seats.txt", 3}, {"symbols.txt", 4},
	} {
		if len(Rows(f.name, f.columns)) == 0 {
			t.Errorf("%s is empty", f.name)
		}
	}
	entries, err := files.ReadDir(".")
	if err != nil || len(entries) != 11 {
		t.Errorf("%d files, %v; want eleven, each in the list above", len(entries), err)
	}
}

// TestLabels holds that no wording of one level has two meanings, in whatever case.
func TestLabels(t *testing.T) {
	seen := map[string]Row{}
	for _, r := range Rows("labels.txt", 4) {
		key := r.Columns[0] + "\t" + strings.Join(strings.Fields(normalize.Fold(r.Columns[2])), " ")
		if had, ok := seen[key]; ok {
			t.Errorf("labels.txt:%d: %q stands in line %d already", r.Line, r.Columns[2], had.Line)
		}
		seen[key] = r
	}
}

func TestDict(t *testing.T) {
	var d Dict[int]
	d.Add("Ủy ban", 1)
	d.Add("Uỷ ban nhân dân", 2)
	for _, c := range []struct {
		in      string
		want, n int
	}{
		{"ỦY BAN NHÂN DÂN tỉnh", 2, 4}, {"uỷ ban kiểm tra", 1, 2}, {"nhân dân", 0, 0}, {"", 0, 0},
	} {
		if v, n := d.Longest(normalize.Words(c.in), 0); v != c.want || n != c.n {
			t.Errorf("%q: %d over %d words, want %d over %d", c.in, v, n, c.want, c.n)
		}
	}
}

// TestMisread holds what is known by its letters alone, and what is not.
func TestMisread(t *testing.T) {
	if m, ok := MisreadLabel("Đơn vị chù trì"); !ok || m != "lead" {
		t.Errorf("Đơn vị chù trì: %q", m)
	}
	if m, ok := MisreadLabel("Xin chào"); ok {
		t.Errorf("Xin chào: %q", m)
	}
	if k, ok := MisreadKind("KÉ HOẠCH"); !ok || k.Name != "Kế hoạch" {
		t.Errorf("KÉ HOẠCH: %+v", k)
	}
}
