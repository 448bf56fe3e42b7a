package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var updateSamples = flag.Bool("update", false, "write testdata/samples anew")

// samples are commands over the five sample plans; what they print is golden, each line
// of it read by a person before it was committed.
var samples = []struct {
	file string
	args string
}{
	{"compare-lead.tsv", "compare --by lead"},
	{"compare-timeline.tsv", "compare --by timeline"},
	{"compare-tools.tsv", "compare --by tools"},
	{"compare-doubts.tsv", "compare --doubts"},
	{"audit-long-an.txt", "audit 2312"},
	{"audit-hung-chinh.txt", "audit hung-chinh"},
	{"audit-tuyen-quang.txt", "audit 233/KH-UBND"},
	{"agenda.tsv", "agenda --on 2023-12-15"},
	{"agency-so-y-te.tsv", "agency Sở*Y*tế"}, // * for a blank
	{"diff.txt", "diff 233/KH-UBND 7384/KH-UBND"},
}

func TestSamples(t *testing.T) {
	dir := t.TempDir()
	kho := filepath.Join(dir, "kho")
	if code := run([]string{"ingest", "../../testdata/plans", "--corpus", kho}, nil, new(bytes.Buffer), new(bytes.Buffer)); code != exitOK {
		t.Fatalf("ingest ends with %d", code)
	}
	for _, s := range samples {
		t.Run(s.file, func(t *testing.T) {
			var args []string
			for _, a := range strings.Fields(s.args) {
				args = append(args, strings.ReplaceAll(a, "*", " "))
			}
			var out, errs bytes.Buffer
			if code := run(append(args, "--corpus", kho), nil, &out, &errs); code != exitOK {
				t.Fatalf("%s ends with %d: %s", s.args, code, &errs)
			}
			golden := filepath.Join("testdata", "samples", s.file)
			if *updateSamples {
				if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(out.Bytes(), want) {
				t.Errorf("%s prints something else than %s; read the difference, then run with -update", s.args, golden)
			}
		})
	}
}
