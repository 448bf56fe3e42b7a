package main

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  string // lines, parted by "|"
	}{
		{"", 5, ""},
		{"Sở Y tế", 20, "Sở Y tế"},
		{"Sở Y tế", 7, "Sở Y tế"},
		{"Sở Y tế", 6, "Sở Y|tế"},
		{"Sở\u0323 Y tế", 7, "Sở\u0323 Y tế"}, // a combining mark takes no room
		{"tuyen-quang-233", 6, "tuyen-|quang-|233"},
		{"a tuyen-quang", 6, "a|tuyen-|quang"},
		{"tuyen-quang-233", 8, "tuyen-|quang-|233"},
	} {
		if got := strings.Join(wrap(test.text, test.width), "|"); got != test.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func TestWidths(t *testing.T) {
	tab := table{header: []string{"A", "B", "C"}}
	tab.add("1", strings.Repeat("x", 40), strings.Repeat("y", 20))
	for total, want := range map[int][]int{100: {1, 40, 20}, 45: {1, 20, 20}, 35: {1, 15, 15}, 10: {1, 8, 8}} {
		if got := tab.widths(total); !slices.Equal(got, want) {
			t.Errorf("widths(%d) = %v, want %v", total, got, want)
		}
	}
}

// Text of a document cannot steer the terminal or break a row.
func TestClean(t *testing.T) {
	if got := clean("a\tb\nc\x1b[31m\u202ed\x00"); got != "a b c[31md" {
		t.Errorf("clean gives %q", got)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Sở Y tế chủ trì", 5)
	f.Fuzz(func(t *testing.T, s string, width int) {
		width = 1 + width&63
		lines := wrap(s, width)
		for _, l := range lines {
			if displayWidth(l) > width {
				t.Errorf("the line %q is wider than %d", l, width)
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(strings.Join(lines, " ")) != bare(s) {
			t.Errorf("wrap(%q, %d) = %q", s, width, lines)
		}
	})
}
