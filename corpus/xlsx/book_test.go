package xlsx

import (
	"testing"

	"kehoach/extract/plan"
)

// TestTitle holds that a workbook is named after what most of its plans carry out.
func TestTitle(t *testing.T) {
	number, title := "06/QĐ-TTg", "Triển khai mô hình điểm Đề án 06 năm 2024"
	rests := &plan.Extraction{Plan: plan.Plan{LegalBasis: []plan.Citation{{Number: &number}}}, Models: make([]plan.Model, 1)}
	named := &plan.Extraction{Plan: plan.Plan{Title: &title}}
	other := &plan.Extraction{Models: make([]plan.Model, 1)}
	tasks := &plan.Extraction{Tasks: make([]plan.Task, 1)}
	for want, plans := range map[string][]*plan.Extraction{
		titleOf06:     {rests, named, tasks},
		titleOfModels: {rests, other},
		titleOfTasks:  {tasks, tasks},
	} {
		if got := titleOf(plans); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
