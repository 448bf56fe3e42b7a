//go:build unix

package xlsx

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

var (
	speedPlans = flag.Int("speed", 0, "write a workbook of so many plans and say how long it took")
	speedFile  = flag.String("speedfile", "", "where to write it, for testdata/speed.py")
)

// manyPlans makes n plans of 35 models each, as full as those of a province.
func manyPlans(n int) []*plan.Extraction {
	agencies := []string{"Công an tỉnh", "Sở Thông tin và Truyền thông", "Sở Y tế", "Sở Tư pháp", "Văn phòng Ủy ban nhân dân tỉnh", "Ủy ban nhân dân huyện, thành phố", "các đơn vị có liên quan"}
	duty := "Công an tỉnh phối hợp với Văn phòng Ủy ban nhân dân tỉnh rà soát, khảo sát đánh giá tỉ lệ người dân am hiểu sử dụng điện thoại thông minh"
	var out []*plan.Extraction
	for i := range n {
		x := &plan.Extraction{Schema: plan.Schema, Source: plan.Source{Name: fmt.Sprintf("%04d.txt", i)}}
		name := fmt.Sprintf("Tỉnh %04d", i)
		x.Plan = plan.Plan{ID: fmt.Sprintf("ke-hoach-%04d", i), Kind: "Kế hoạch", Level: ptr(plan.Province), Locality: plan.Locality{Province: &name}, Date: ptr(plan.Date("2023-10-13"))}
		line := 0
		at := func() source.Span {
			line += 3
			return source.Span{Page: 1 + line/60, Line: 1 + line%60, EndLine: 2 + line%60, Start: line, End: line + 40}
		}
		agency := func(k int) plan.Agency {
			a := agencies[k%len(agencies)]
			return plan.Agency{Name: a, Canonical: a, Span: at()}
		}
		for k, e := range align.National.Entries {
			if e.Title == "" || (k+i)%5 == 0 {
				continue
			}
			m := plan.Model{Number: len(x.Models) + 1, Title: e.Title, Objective: ptr(strings.Repeat("Tạo thuận lợi cho người dân, doanh nghiệp. ", 4)),
				Lead: []plan.Agency{agency(k)}, Cooperating: []plan.Agency{agency(k + 1), agency(k + 2), agency(k + 3)}, Span: at(),
				Timeline: &plan.Timeline{Text: "30/12/2023", Kind: plan.Deadline, End: ptr(plan.Date(fmt.Sprintf("202%d-%02d", 3+k%3, 1+k%12))), Span: at()},
				Tools:    []plan.Tool{{Name: "VNeID", Canonical: "VNeID", Span: at()}, {Name: "Kiosk", Canonical: "Kiosk", Span: at()}}}
			for j := range 4 {
				m.Assignments = append(m.Assignments, plan.Assignment{Actors: []plan.Agency{agency(k + j)}, Role: plan.Implement, Text: duty, Span: at()})
			}
			x.Models = append(x.Models, m)
		}
		out = append(out, x)
	}
	return out
}

// TestSpeed tells how long a large workbook takes; it holds no one to a time.
func TestSpeed(t *testing.T) {
	if *speedPlans == 0 {
		t.Skip("only with -speed")
	}
	plans := manyPlans(*speedPlans)
	start := time.Now()
	a := align.Align(plans, align.National, nil)
	aligned, worked := time.Now(), processor()
	w, err := os.Create(*speedFile)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := Write(w, a, Options{Date: today}); err != nil {
		t.Fatal(err)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Printf("%d plans: aligned in %.1f s, %d MB from the system\n", len(plans), aligned.Sub(start).Seconds(), m.Sys>>20)
	fmt.Printf("written in %.2f s, %.2f s of processor\n", time.Since(aligned).Seconds(), (processor() - worked).Seconds()) // speed.py reads it
}

// processor is the time that the process has worked, on all processors together.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func BenchmarkWrite(b *testing.B) {
	a := align.Align(manyPlans(20), align.National, nil)
	b.ReportAllocs()
	for b.Loop() {
		write(b, a, options())
	}
}
