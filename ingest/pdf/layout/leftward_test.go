package layout

import "testing"

func TestLogical(t *testing.T) {
	for drawn, want := range map[string]string{
		"Kế hoạch (năm 2023)":          "Kế hoạch (năm 2023)",
		"םלוע םולש":                    "שלום עולם",
		")4( 15.3 ףיעס":                "סעיף 15.3 (4)",
		"(4) 15.3 ףיעס":                "סעיף 15.3 (4)",
		"12 11 דבוע":                   "עובד 11 12",
		"VNeID 2.0 app םלוע םולש ףיעס": "סעיף שלום עולם VNeID 2.0 app",
		"the words םלוע םולש mean it":  "the words שלום עולם mean it",
		".ًارﺬﻋ":                       "ﻋﺬراً.",
	} {
		if got := logical(drawn); got != want {
			t.Errorf("%q: got %q, want %q", drawn, got, want)
		}
	}
	if got := asDrawn("لا"); got != "ال" {
		t.Errorf("a ligature: got %q", got)
	}
}
