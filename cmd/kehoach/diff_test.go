package main

import (
	"strings"
	"testing"
)

func TestFromChange(t *testing.T) {
	long := strings.Repeat("như nhau ", 30)
	for _, tt := range []struct{ before, after, want, want2 string }{
		{"một", "hai", "một", "hai"},
		{"một " + long, "hai " + long, "một " + long, "hai " + long}, // differs where it is printed
		{long + "một", long + "hai", "…nhau như nhau như nhau như nhau như nhau một", "…nhau như nhau như nhau như nhau như nhau hai"},
		{long, long + "hai", "…nhau như nhau như nhau như nhau như nhau ", "…nhau như nhau như nhau như nhau như nhau hai"},
		{strings.Repeat("x", 300), strings.Repeat("x", 301), "…" + strings.Repeat("x", 300), "…" + strings.Repeat("x", 301)}, // no word begins
	} {
		if got, got2 := fromChange(tt.before, tt.after, 160); got != tt.want || got2 != tt.want2 {
			t.Errorf("fromChange(%q, %q) = %q, %q", tt.before, tt.after, got, got2)
		}
	}
}
