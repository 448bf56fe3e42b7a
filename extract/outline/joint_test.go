package outline

import (
	"testing"

	"kehoach/ingest/source"
	"kehoach/normalize"
)

// TestFieldsAround holds how the values behind a label of several fields are told apart by the time among them, and
// that too few of them are left together.
func TestFieldsAround(t *testing.T) {
	for _, c := range []struct {
		values string
		time   int
		n      int
		want   []string
	}{
		{"Sở Y tế; quý II/2024", 1, 2, []string{"Sở Y tế", "quý II/2024"}},
		{"Sở Y tế; Công an tỉnh; quý II/2024; VNeID; Kiosk", 1, 3, []string{"Sở Y tế; Công an tỉnh", "quý II/2024", "VNeID; Kiosk"}},
		{"Sở Y tế; Công an tỉnh", 2, 3, nil},
		{"Sở Y tế / Công an tỉnh", 2, 3, nil},
	} {
		text := normalize.New(source.NewText("a.txt", c.values+"\n"))
		got := fieldsAround(phrase(text, text.Lines[0].Span), c.time, c.n)
		if len(got) != len(c.want) {
			t.Errorf("%q: %d fields, want %d", c.values, len(got), len(c.want))
			continue
		}
		for i, f := range got {
			if f.Text != c.want[i] {
				t.Errorf("%q: field %d is %q, want %q", c.values, i, f.Text, c.want[i])
			}
		}
	}
}
