package check

import (
	"testing"

	"kehoach/extract/plan"
)

func TestPrinted(t *testing.T) {
	for d, want := range map[plan.Date]string{
		"2025-03-01": "01/3/2025",
		"2024-02-29": "29/02/2024",
		"2023-10-13": "13/10/2023",
		"2023-08":    "8/2023",
		"2024-Q2":    "quý II/2024",
		"2024":       "2024",
	} {
		if got := Printed(d); got != want {
			t.Errorf("%s is printed %q, want %q", d, got, want)
		}
	}
}
