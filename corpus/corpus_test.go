package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"kehoach/extract/plan"
	"kehoach/ingest"
	"kehoach/ingest/source"
)

// testRules read texts such as "id: a\ntitle: Kế hoạch A\nmodels: 3", so that the
// tests of the store do not hang on the rules of the day.
func testRules(version string) Rules {
	return Rules{version, func(f *source.File) *plan.Extraction {
		x := &plan.Extraction{Schema: plan.Schema}
		x.Source = plan.Source{Name: f.Name, SHA256: f.SHA256, Pages: f.Pages()}
		for line := range strings.Lines(f.Text) {
			key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			if key == "panic in "+version {
				panic(key)
			}
			switch key {
			case "id":
				x.Plan.ID = value
			case "title":
				x.Plan.Title = &value
			case "number":
				x.Plan.Number = &value
			case "date":
				d := plan.Date(value)
				x.Plan.Date = &d
			case "issuer":
				x.Plan.Issuers = []string{value}
			case "scanned":
				x.Diagnostics = append(x.Diagnostics, source.Diagnostic{Code: ingest.CodeRecognised})
			case "panic":
				panic(value)
			}
		}
		if version == "renaming" {
			x.Plan.ID = "new-" + x.Plan.ID
		}
		return x
	}}
}

var testTime = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

func lockTest(t *testing.T, dir, version string) *Writer {
	t.Helper()
	w, err := Lock(t.Context(), dir, Options{
		Command: "test", Rules: testRules(version), Now: func() time.Time { return testTime },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

// writeFiles writes texts into a new folder and returns it.
func writeFiles(t *testing.T, texts map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range texts {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// ingestAll ingests paths and returns a line a file: "a.txt added a".
func ingestAll(t *testing.T, w *Writer, paths ...string) []string {
	t.Helper()
	var got []string
	files, _ := Files(paths)
	_, err := w.Ingest(t.Context(), files, Ingest{Workers: 3, Report: func(r Result) {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s", filepath.Base(r.File), r.Status, r.Record.ID)))
	}})
	if err != nil {
		t.Fatal(err)
	}
	checkSound(t, w)
	return got
}

// checkSound fails unless every file of the corpus is what its record says, and
// nothing lies about that layout.go does not know.
func checkSound(t *testing.T, w *Writer) {
	t.Helper()
	ids, err := w.ids()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		history, err := w.History(id)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range history {
			data, err := w.root.ReadFile(pathOf(id, r.version, originalFile))
			if err != nil || ingest.Sum(data) != r.SHA256 || len(data) != r.Size {
				t.Errorf("%s/%s: the original is not the one recorded (%v)", id, r.version, err)
			}
			if i > 0 && history[i-1].SHA256 == r.SHA256 {
				t.Errorf("%s: versions %s and %s are the same bytes", id, history[i-1].version, r.version)
			}
			if x, err := w.readExtraction(id, r.version); err != nil || x.Fingerprint() != r.Fingerprint || x.Plan.ID == "" {
				t.Errorf("%s/%s: the extraction is not the one recorded (%v)", id, r.version, err)
			}
			if _, err := w.readFile(id, r.version); err != nil {
				t.Errorf("%s/%s: %v", id, r.version, err)
			}
		}
	}
	err = fs.WalkDir(w.root.FS(), ".", func(path string, _ fs.DirEntry, err error) error {
		if strings.Contains(path, tempPrefix) {
			t.Errorf("left behind: %s", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func equal(t *testing.T, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestIngestStatuses(t *testing.T) {
	in := writeFiles(t, map[string]string{
		"a.txt": "id: a\nmodels", "b.txt": "id: b\nmodels", "c.txt": "", "sub/d.txt": "id: d",
	})
	dir := t.TempDir()
	w := lockTest(t, dir, "1")
	equal(t, ingestAll(t, w, in), []string{"a.txt added a", "b.txt added b", "c.txt failed", "d.txt added d"})
	equal(t, ingestAll(t, w, in), []string{"a.txt unchanged a", "b.txt unchanged b", "c.txt failed", "d.txt unchanged d"})

	os.WriteFile(filepath.Join(in, "a.txt"), []byte("id: a\nchanged"), 0o644)
	os.WriteFile(filepath.Join(in, "c.txt"), []byte("id: c"), 0o644)
	equal(t, ingestAll(t, w, in), []string{"a.txt updated a", "b.txt unchanged b", "c.txt added c", "d.txt unchanged d"})

	history, err := w.History("a")
	if err != nil || len(history) != 2 {
		t.Fatalf("history of a: %v, %v; want two versions", history, err)
	}
	old, err := w.root.ReadFile(pathOf("a", history[0].version, originalFile))
	equal(t, string(old), "id: a\nmodels")
	equal(t, err, nil)
}

// TestScanStaysBelowText holds that a scan of a plan of which the corpus has the text does not
// become what the corpus says of the plan, in which order they come.
func TestScanStaysBelowText(t *testing.T) {
	in := writeFiles(t, map[string]string{"a.txt": "id: p\ntext", "b.txt": "id: p\nscanned: yes", "c/a.txt": "id: p\nscanned: again"})
	for _, names := range [][]string{{"a.txt", "b.txt", "c/a.txt"}, {"b.txt", "a.txt", "c/a.txt"}, {"b.txt", "c/a.txt", "a.txt"}} {
		w := lockTest(t, t.TempDir(), "1")
		var paths []string
		for _, n := range names {
			paths = append(paths, filepath.Join(in, n))
		}
		ingestAll(t, w, paths...)
		history, err := w.History("p")
		if err != nil || len(history) != 3 {
			t.Fatalf("%v: history %v, %v; want three versions", names, history, err)
		}
		data, err := w.Original("p")
		equal(t, string(data), "id: p\ntext")
		equal(t, err, nil)
		for _, status := range ingestAll(t, w, paths...) {
			if !strings.HasSuffix(status, " unchanged p") {
				t.Errorf("%v: once more: %s", names, status)
			}
		}
	}
}

// TestTextStaysCurrentWhateverStops holds that whichever step of keeping a scan below its text is
// the last one done, the text is the current version.
func TestTextStaysCurrentWhateverStops(t *testing.T) {
	for _, stopsAt := range []string{"0002", "0003"} { // a version cannot take the name of a file
		in := writeFiles(t, map[string]string{"a.txt": "id: p\ntext", "b.txt": "id: p\nscanned: yes"})
		w := lockTest(t, t.TempDir(), "1")
		ingestAll(t, w, filepath.Join(in, "a.txt"))
		if err := os.WriteFile(filepath.Join(w.dir, pathOf("p", stopsAt)), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Ingest(t.Context(), []string{filepath.Join(in, "b.txt")}, Ingest{}); err == nil {
			t.Errorf("a version was written over the file %s", stopsAt)
		}
		data, err := w.Original("p")
		equal(t, string(data), "id: p\ntext")
		equal(t, err, nil)
	}
}

// TestScanOfAnotherNumber holds that a scan whose number was misread or not read is found to be
// of the document of which the corpus has the text, in one run or in several; and no other is.
func TestScanOfAnotherNumber(t *testing.T) {
	const body = "\ndate: 2024-08-12\nissuer: UBND quận Ngô Quyền\ntitle: Triển khai các mô hình điểm năm 2024 trên địa bàn quận"
	in := writeFiles(t, map[string]string{
		"text.txt":      "id: ngo-quyen-187-kh-ubnd\nnumber: 187/KH-UBND" + body,
		"misread.txt":   "id: ngo-quyen-187-kh-ubni\nnumber: 187/KH-UBNI\nscanned: yes" + strings.Replace(body, "quận\nt", "quân\nt", 1),
		"unread.txt":    "id: ngo-quyen-1234abcd\nscanned: yes" + body,
		"number.txt":    "id: ngo-quyen-188\nnumber: 188/KH-UBND\nscanned: yes" + body,
		"year.txt":      "id: ngo-quyen-1\nscanned: yes" + strings.Replace(body, "2024 ", "2025 ", 1),
		"date.txt":      "id: ngo-quyen-2\nscanned: yes" + strings.Replace(body, "-12", "-13", 1),
		"no-issuer.txt": "id: ngo-quyen-3\nscanned: yes" + strings.Replace(body, "issuer", "-", 1),
	})
	for _, c := range []struct{ names, want string }{
		{"text misread unread", "text.txt added ngo-quyen-187-kh-ubnd, misread.txt updated ngo-quyen-187-kh-ubnd, unread.txt updated ngo-quyen-187-kh-ubnd"},
		{"misread text unread", "misread.txt added ngo-quyen-187-kh-ubni, text.txt updated ngo-quyen-187-kh-ubnd, unread.txt updated ngo-quyen-187-kh-ubnd"},
		{"unread text", "unread.txt added ngo-quyen-1234abcd, text.txt updated ngo-quyen-187-kh-ubnd"},
		{"text number year", "text.txt added ngo-quyen-187-kh-ubnd, number.txt added ngo-quyen-188, year.txt added ngo-quyen-1"},
		{"text date no-issuer", "text.txt added ngo-quyen-187-kh-ubnd, date.txt added ngo-quyen-2, no-issuer.txt added ngo-quyen-3"},
		{"misread unread text", "misread.txt added ngo-quyen-187-kh-ubni, unread.txt added ngo-quyen-1234abcd, text.txt added ngo-quyen-187-kh-ubnd"}, // of which of both?
	} {
		for _, runs := range []int{1, 2} {
			w := lockTest(t, t.TempDir(), "1")
			var paths, got []string
			for _, n := range strings.Fields(c.names) {
				paths = append(paths, filepath.Join(in, n+".txt"))
			}
			for some := range slices.Chunk(paths, (len(paths)+runs-1)/runs) {
				got = append(got, ingestAll(t, w, some...)...)
			}
			equal(t, strings.Join(got, ", "), c.want)
			for i, status := range ingestAll(t, w, paths...) {
				if !strings.Contains(status, " unchanged ") {
					t.Errorf("%s: once more: %s, file %d", c.names, status, i)
				}
			}
		}
	}
}

func TestFileThatGoesBackIsAChange(t *testing.T) {
	in := writeFiles(t, map[string]string{"a.txt": "id: a\none"})
	w := lockTest(t, t.TempDir(), "1")
	for _, text := range []string{"one", "two", "one"} {
		os.WriteFile(filepath.Join(in, "a.txt"), []byte("id: a\n"+text), 0o644)
		ingestAll(t, w, in)
		data, err := w.Original("a")
		equal(t, string(data), "id: a\n"+text)
		equal(t, err, nil)
	}
}

// Two files of one plan in a folder do not replace each other for ever.
func TestTwoFilesOfOnePlan(t *testing.T) {
	in := writeFiles(t, map[string]string{"a.txt": "id: a\ntitle: T\none", "b.txt": "id: a\ntitle: t!\ntwo"})
	w := lockTest(t, t.TempDir(), "1")
	equal(t, ingestAll(t, w, in), []string{"a.txt added a", "b.txt updated a"})
	equal(t, ingestAll(t, w, in), []string{"a.txt unchanged a", "b.txt unchanged a"})
}

// Another document with the same id takes nothing away from the first.
func TestTwoDocumentsWithOneID(t *testing.T) {
	in := writeFiles(t, map[string]string{"a.txt": "id: x\ntitle: Một", "b.txt": "id: x\ntitle: Hai"})
	w := lockTest(t, t.TempDir(), "1")
	got := ingestAll(t, w, in)
	want := beside("x", &plan.Extraction{Plan: plan.Plan{Title: new("Hai")}})
	equal(t, got, []string{"a.txt added x", "b.txt added " + want})
	equal(t, ingestAll(t, w, in), []string{"a.txt unchanged x", "b.txt unchanged " + want})
	r, err := w.Record(want)
	if err != nil || len(r.Warnings) != 1 {
		t.Errorf("record %+v, %v; want one warning", r, err)
	}
}

func TestDiffers(t *testing.T) {
	const title = "Triển khai các mô hình điểm thúc đẩy Đề án 06 trên địa bàn tỉnh"
	for _, test := range []struct {
		name          string
		number, title string // of a.txt, beside one with the number 233/KH-UBND and title
		want          bool
	}{
		{"the same", "233/KH-UBND", title, false},
		{"number alone", "233/KH-UBND", "khác", false},
		{"another number", "234/KH-UBND", title, true},
		{"misread letters", "", "Triên khai các mô hình điểm thúc đấy Đề ản O6 trên dịa bàn tỉnh", false},
		{"another title", "", "Kiểm soát thủ tục hành chính năm 2023", true},
		{"no title", "", "", false},
		{"blank number", "", title, false},
	} {
		rec := Record{Source: "b.txt", Summary: Summary{Number: new("233/KH-UBND"), Title: new(title)}}
		x := &plan.Extraction{}
		if test.number != "" {
			x.Plan.Number = &test.number
		}
		if test.title != "" {
			x.Plan.Title = &test.title
		}
		j := &job{reading: reading{file: &source.File{Name: "a.txt"}, x: x}}
		if got := differs(rec, j); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestIDsThatAreNoNames(t *testing.T) {
	for _, id := range []string{"", "..", "../x", "/etc", "a/b", `a\b`, "a b", "đ", "con", "-a", "a--b", ".tmp-x", strings.Repeat("a", 200)} {
		if isID(id) {
			t.Errorf("isID(%q)", id)
		}
		w := lockTest(t, t.TempDir(), "1")
		in := writeFiles(t, map[string]string{"a.txt": "id: " + id + "\nx"})
		got := ingestAll(t, w, in)
		if len(got) != 1 || !strings.HasPrefix(got[0], "a.txt added van-ban-") {
			t.Errorf("id %q: %v", id, got)
		}
		w.Close()
	}
}

func TestRulesThatChanged(t *testing.T) {
	in := writeFiles(t, map[string]string{"a.txt": "id: a", "b.txt": "id: b"})
	dir := t.TempDir()
	w := lockTest(t, dir, "1")
	ingestAll(t, w, in)
	w.Close()

	w = lockTest(t, dir, "2")
	sink := attachFake(t, w)
	files, _ := Files([]string{filepath.Join(in, "a.txt")})
	tally, err := w.Ingest(t.Context(), files, Ingest{})
	equal(t, err, nil)
	equal(t, tally, Tally{Updated: 1, Refreshed: 1})
	records, err := w.Records()
	equal(t, err, nil)
	for _, r := range records {
		equal(t, r.Rules, "2")
		equal(t, sink.have[r.ID], r.Fingerprint)
	}
	checkSound(t, w)
	w.Close()

	w = lockTest(t, dir, "renaming")
	tally, err = w.Rebuild(t.Context(), false, ingest.Options{}, nil)
	equal(t, tally, Tally{Refreshed: 2})
	equal(t, err, nil)
	checkSound(t, w)
	ids, _ := w.ids()
	equal(t, ids, []string{"new-a", "new-b"})
}

func TestDamagedRecordIsMendedByRebuild(t *testing.T) {
	for _, file := range []string{recordFile, extractionFile} {
		dir := t.TempDir()
		w := lockTest(t, dir, "1")
		ingestAll(t, w, writeFiles(t, map[string]string{"a.txt": "id: a\nx", "b.txt": "id: b\nx"}))
		os.WriteFile(filepath.Join(dir, plansDir, "a", "0001", file), []byte(`{"id":`), 0o644)
		w.Close()

		w = lockTest(t, dir, "1")
		sink := attachFake(t, w)
		sink.have["a"] = "as it was"
		if err := w.Sync(t.Context()); file == recordFile && err != nil {
			t.Errorf("Sync with a damaged record: %v", err)
		}
		if sink.have["a"] != "as it was" {
			t.Errorf("the sink lost what the corpus cannot read")
		}
		if records, err := w.Records(); file == recordFile && (!errors.Is(err, ErrDamaged) || len(records) != 1) {
			t.Errorf("Records with a damaged one: %v, %v", records, err)
		}
		tally, err := w.Rebuild(t.Context(), false, ingest.Options{}, nil)
		equal(t, tally, Tally{Refreshed: 1})
		equal(t, err, nil)
		if data, err := w.Original("a"); string(data) != "id: a\nx" {
			t.Errorf("original of a: %q, %v", data, err)
		}
		if x, err := w.Extraction("a"); err != nil || x.Plan.ID != "a" {
			t.Errorf("extraction of a: %v, %v", x, err)
		}
		w.Close()
	}
}

// An encoding that the user gave stays with the document; today's is of today's files.
func TestRefreshReadsAsBefore(t *testing.T) {
	dir := t.TempDir()
	in := writeFiles(t, map[string]string{"a.txt": "id: a\ntitle: K\xd5 ho\xb9ch"})
	w := lockTest(t, dir, "1")
	files, _ := Files([]string{in})
	if _, err := w.Ingest(t.Context(), files, Ingest{Read: ingest.Options{Encoding: "tcvn3"}}); err != nil {
		t.Fatal(err)
	}
	if tally, err := w.Ingest(t.Context(), files, Ingest{}); err != nil || tally.Unchanged != 1 {
		t.Errorf("the same again: %+v, %v", tally, err)
	}
	if tally, err := w.Ingest(t.Context(), files, Ingest{Read: ingest.Options{Encoding: "vni"}}); err != nil || tally.Updated != 1 {
		t.Errorf("in another encoding: %+v, %v", tally, err)
	}
	if _, err := w.Ingest(t.Context(), files, Ingest{Read: ingest.Options{Encoding: "tcvn3"}}); err != nil {
		t.Fatal(err)
	}
	w.Close()
	w = lockTest(t, dir, "2")
	other := writeFiles(t, map[string]string{"b.txt": "id: b\ntitle: Kế hoạch"})
	files, _ = Files([]string{other})
	if _, err := w.Ingest(t.Context(), files, Ingest{Read: ingest.Options{Encoding: "utf-8"}}); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"a", "b"} {
		r, err := w.Record(id)
		if err != nil || *r.Summary.Title != "Kế hoạch" || r.Rules != "2" {
			t.Errorf("%s: %+v, %v", id, r, err)
		}
	}
}

// A document that can no longer be read stays as it is.
func TestRefreshKeepsWhatItCannotRead(t *testing.T) {
	dir := t.TempDir()
	w := lockTest(t, dir, "1")
	ingestAll(t, w, writeFiles(t, map[string]string{"a.txt": "id: a\npanic in 2"}))
	w.Close()
	w = lockTest(t, dir, "2")
	tally, err := w.Rebuild(t.Context(), false, ingest.Options{}, nil)
	equal(t, tally, Tally{Kept: []string{"a"}})
	equal(t, err, nil)
	if r, err := w.Record("a"); err != nil || r.Rules != "1" {
		t.Errorf("record %+v, %v", r, err)
	}
}

func TestFaultInOneFile(t *testing.T) {
	w := lockTest(t, t.TempDir(), "1")
	in := writeFiles(t, map[string]string{"a.txt": "panic: a", "b.txt": "id: b"})
	equal(t, ingestAll(t, w, in), []string{"a.txt failed", "b.txt added b"})
}

func TestFailuresAreKept(t *testing.T) {
	in := writeFiles(t, map[string]string{"a.txt": "", "b.txt": "id: b"})
	w := lockTest(t, t.TempDir(), "1")
	ingestAll(t, w, in, filepath.Join(in, "missing.txt"))
	list, err := w.Failures()
	equal(t, err, nil)
	if len(list) != 1 || list[0].Reason != source.Empty || list[0].File != filepath.Join(in, "a.txt") {
		t.Errorf("failures: %+v", list)
	}
	os.WriteFile(filepath.Join(in, "a.txt"), []byte("id: a"), 0o644)
	ingestAll(t, w, list[0].File)
	list, err = w.Failures()
	equal(t, len(list), 0)
	equal(t, err, nil)
}

func TestRemove(t *testing.T) {
	w := lockTest(t, t.TempDir(), "1")
	sink := attachFake(t, w)
	ingestAll(t, w, writeFiles(t, map[string]string{"a.txt": "id: a", "b.txt": "id: b"}))
	equal(t, w.Remove(t.Context(), "a"), nil)
	equal(t, slices.Sorted(maps.Keys(sink.have)), []string{"b"})
	if err := w.Remove(t.Context(), "a"); !errors.Is(err, ErrNotFound) {
		t.Errorf("removed twice: %v", err)
	}
	if _, err := w.Extraction("a"); !errors.Is(err, ErrNotFound) {
		t.Errorf("removed and still there: %v", err)
	}
	checkSound(t, w)
}

func TestCancelledIngestResumes(t *testing.T) {
	texts := map[string]string{}
	for i := range 20 {
		texts[fmt.Sprintf("%02d.txt", i)] = fmt.Sprintf("id: plan-%02d", i)
	}
	in := writeFiles(t, texts)
	w := lockTest(t, t.TempDir(), "1")
	ctx, cancel := context.WithCancel(t.Context())
	files, _ := Files([]string{in})
	done := 0
	_, err := w.Ingest(ctx, files, Ingest{Report: func(Result) {
		if done++; done == 7 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("err %v, want context.Canceled", err)
	}
	checkSound(t, w)
	tally, err := w.Ingest(t.Context(), files, Ingest{})
	equal(t, err, nil)
	equal(t, tally, Tally{Unchanged: 7, Added: 13})
}

func TestPagedText(t *testing.T) {
	for _, pages := range [][]string{
		{"a"}, {"a\n", "b\n"}, {"a", "", "b"}, {"a\n\n", "\nb"}, {"", "a\n"}, {"a\tb\nc"},
	} {
		var f, g source.File
		f.SetPages(pages)
		g.SetPages(strings.Split(string(pagedText(&f)), pageBreak))
		if f.Text != g.Text || !reflect.DeepEqual(f.Lines, g.Lines) {
			t.Errorf("pages %q: %+v became %+v", pages, f, g)
		}
	}
}

func TestFind(t *testing.T) {
	w := lockTest(t, t.TempDir(), "1")
	ingestAll(t, w, writeFiles(t, map[string]string{
		"233.txt": "id: tuyen-quang-233\nnumber: 233/KH-UBND",
		"234.txt": "id: tuyen-quang-234\nnumber: 234/KH-UBND",
	}))
	for name, want := range map[string]string{
		"tuyen-quang-233": "tuyen-quang-233", "233/KH-UBND": "tuyen-quang-233", "234/kh-ubnd": "tuyen-quang-234",
		"233.txt": "tuyen-quang-233", "234": "tuyen-quang-234",
	} {
		if got, err := w.Find(name); got != want || err != nil {
			t.Errorf("Find(%q) = %q, %v; want %q", name, got, err, want)
		}
	}
	var ambiguous *AmbiguousError
	if _, err := w.Find("tuyen"); !errors.As(err, &ambiguous) || len(ambiguous.IDs) != 2 {
		t.Errorf("Find(tuyen): %v", err)
	}
	for _, name := range []string{"", "235", "../..", "/"} {
		if got, err := w.Find(name); !errors.Is(err, ErrNotFound) {
			t.Errorf("Find(%q) = %q, %v", name, got, err)
		}
	}
}
