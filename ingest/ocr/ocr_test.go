package ocr

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kehoach/ingest/measure"
	"kehoach/ingest/pdf/content"
	"kehoach/ingest/pdf/layout"
	"kehoach/ingest/sandbox"
)

func TestMain(m *testing.M) {
	if code, ok := sandbox.Main(os.Args[1:], nil, os.Stdin, os.Stdout); ok {
		os.Exit(code)
	}
	os.Exit(m.Run())
}

const documents = "../../testdata/documents/"

func table(rows ...string) []byte {
	return []byte("level\tpage_num\n5\t1\tbroken row\n" + strings.Join(rows, "\n") + "\n")
}

func TestParse(t *testing.T) {
	p := parse(table(
		"4\t1\t1\t1\t1\t0\t0\t0\t0\t0\t-1\t",
		"5\t1\t1\t1\t1\t1\t100\t50\t60\t30\t96\tKế",
		"5\t1\t1\t1\t1\t2\t170\t50\t90\t30\t50\thoạch",
		"5\t1\t1\t1\t2\t1\t100\t100\t60\t30\t90\tsố",
		"5\t1\t1\t1\t2\t2\t170\t100\t60\t30\t7\t~~",
		"5\t1\t1\t1\t2\t2\t240\t100\t6\t30\t90\t|_",
		"5\t1\t1\t1\t2\t3\tx\t100\t60\t30\t70\tx",
	))
	if len(p.Words) != 3 || p.Words[0].Line != p.Words[1].Line || p.Words[1].Line == p.Words[2].Line {
		t.Fatalf("%+v", p.Words)
	}
	if p.Words[1].Text != "hoạch" || p.Confidence < 78 || p.Confidence > 79 {
		t.Errorf("%q, %v", p.Words[1].Text, p.Confidence)
	}
	lines := layout.Document([]*content.Page{p.Content()})[0]
	if len(lines) != 2 || lines[0].Text != "Kế hoạch" || strings.Join(lines[0].Doubts, " ") != "hoạch" || lines[1].Doubts != nil {
		t.Errorf("%+v", lines)
	}
}

func TestDoubtful(t *testing.T) {
	for _, c := range []struct {
		text       string
		confidence float64
		want       bool
	}{
		{"hoạch", 65, false}, {"hoạch", 55, true}, {"12/2023", 80, false}, {"12/2023", 70, true},
		{"31/12/2(22", 90, true}, {"3l2", 90, true}, {"2022-2025", 90, false}, {"2022–2025)", 90, false}, {"1.000,5", 90, false}, {"(13/12/2022).", 90, false},
		{"CH¿ÀU", 93, true},
		{"Kinh~tế", 95, true},
		{"KH-UBND", 93, false},
		{"(UBND/CA)", 93, false},
		{"hoa.tran@tinh.gov.vn", 93, false},
	} {
		if got := (Word{Text: c.text, Confidence: c.confidence}).doubtful(); got != c.want {
			t.Errorf("%s at %v: %v", c.text, c.confidence, got)
		}
	}
}

// TestColumns holds that a head that tesseract reads line by line comes column by
// column.
func TestColumns(t *testing.T) {
	p := parse(table(
		"5\t1\t1\t1\t1\t1\t100\t50\t100\t30\t96\tỦY",
		"5\t1\t1\t1\t1\t2\t210\t50\t100\t30\t96\tBAN",
		"5\t1\t1\t1\t1\t3\t600\t50\t100\t30\t96\tCỘNG",
		"5\t1\t1\t1\t1\t4\t710\t50\t100\t30\t96\tHÒA",
		"5\t1\t1\t1\t2\t1\t100\t100\t100\t30\t96\tTỈNH",
		"5\t1\t1\t1\t2\t2\t600\t100\t100\t30\t96\tĐộc",
		"5\t1\t1\t1\t2\t3\t710\t100\t100\t30\t96\tlập",
	))
	got := layout.Text(layout.Document([]*content.Page{p.Content()})[0])
	if got != "ỦY BAN\nTỈNH\n\nCỘNG HÒA\nĐộc lập\n" {
		t.Errorf("got %q", got)
	}
}

// found returns the engine; the tests that recognise pages need it. Where CI is set it
// must be there.
func found(t *testing.T) *Engine {
	t.Helper()
	e, err := Find()
	if err != nil && os.Getenv("CI") == "" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestPages(t *testing.T) {
	e := found(t)
	data, err := os.ReadFile(documents + "xuan-loc-02-kh-tctda06.libreoffice.pdf")
	if err != nil {
		t.Fatal(err)
	}
	cache := t.TempDir()
	calls := 0
	pages, failed, err := e.Pages(t.Context(), data, []int{1, 99}, Options{Cache: cache, Progress: func(done, all int) {
		if calls++; all != 2 {
			t.Errorf("%d of %d", done, all)
		}
	}})
	if err != nil || calls != 2 || failed[99] == nil || failed[1] != nil {
		t.Fatalf("%v, %v, %d calls", err, failed, calls)
	}
	text := layout.Text(layout.Document([]*content.Page{pages[1].Content()})[0])
	want, err := os.ReadFile(documents + "xuan-loc-02-kh-tctda06.want.txt")
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(string(want))
	head := strings.Join(words[:len(strings.Fields(text))], " ")
	if rate := measure.ErrorRate(head, text); rate > 0.01 || pages[1].Confidence < 90 {
		t.Errorf("character error rate %.2f %%, confidence %.0f", 100*rate, pages[1].Confidence)
	}
	files, err := filepath.Glob(cache + "/*/1.json")
	if err != nil || len(files) != 1 {
		t.Fatalf("%d pages in the cache, %v", len(files), err)
	}
	// With programs that cannot run, what was recognised is still there.
	broken := &Engine{Version: e.Version, pdftoppm: "/nowhere", tesseract: "/nowhere"}
	again, failed, err := broken.Pages(t.Context(), data, []int{1, 2}, Options{Cache: cache})
	if err != nil || len(again[1].Words) != len(pages[1].Words) || failed[2] == nil {
		t.Errorf("%v, %v", err, failed)
	}
}

// TestHopeless holds that a file of which no page is read in time is given up.
func TestHopeless(t *testing.T) {
	endless, err := exec.LookPath("yes") // it takes any arguments, and never ends
	if err != nil && os.Getenv("CI") == "" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	e := &Engine{pdftoppm: endless, tesseract: "/nowhere"}
	_, failed, err := e.Pages(t.Context(), []byte("%PDF-1.4"), []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, Options{Cache: t.TempDir(), Timeout: time.Millisecond})
	untried := 0
	for _, err := range failed {
		if strings.Contains(err.Error(), "not tried") {
			untried++
		}
	}
	if err != nil || len(failed) != 12 || untried == 0 || untried > 12-hopeless {
		t.Errorf("%d failed, %d of them untried, %v", len(failed), untried, err)
	}
}

func TestPagesCancelled(t *testing.T) {
	e := found(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := e.Pages(ctx, []byte("%PDF-1.4"), []int{1}, Options{Cache: t.TempDir()}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestCache(t *testing.T) {
	c := newCache(t.TempDir(), "content", "1")
	if _, ok := c.get(1); ok {
		t.Error("an empty cache has a page")
	}
	c.put(1, Page{Confidence: 5})
	if p, ok := c.get(1); !ok || p.Confidence != 5 {
		t.Errorf("%+v %v", p, ok)
	}
	if err := os.WriteFile(c.path(2), []byte(`{"Words":[`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, ok := c.get(2); ok {
		t.Error("half a page was read")
	}
	if _, ok := newCache(filepath.Dir(c.dir), "content", "2").get(1); ok {
		t.Error("the page of another engine was read")
	}
}

func FuzzParse(f *testing.F) {
	f.Add("5\t1\t1\t1\t1\t1\t100\t50\t60\t30\t96\tKế\n5\t1\t1\t1\t2\t1\t-1\t0\t0\t0\t60\tx")
	f.Fuzz(func(t *testing.T, table string) {
		layout.Document([]*content.Page{parse([]byte(table)).Content()})
	})
}
