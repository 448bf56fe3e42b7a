package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// english are words of the libraries that no user should meet.
var english = regexp.MustCompile(`(?i)\b(usage|flags?|options|available|commands?|help for|default|examples?|strings?|ints?)\b`)

// Every command is described in Vietnamese, with an example, and is run by a script.
func TestCommands(t *testing.T) {
	paths, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	var scripts strings.Builder
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		scripts.Write(b)
	}
	a := &app{stdin: strings.NewReader(""), stdout: &output{w: io.Discard}, stderr: io.Discard}
	for _, cmd := range a.root().Commands() {
		name := cmd.Name()
		if cmd.Short == "" || cmd.Example == "" {
			t.Errorf("%s: no description or no example", name)
		}
		if !strings.Contains(cmd.Example, "kehoach "+name) {
			t.Errorf("%s: the example is of another command", name)
		}
		if !regexp.MustCompile(`kehoach ` + name + `\b`).MatchString(scripts.String()) {
			t.Errorf("%s: no script runs it", name)
		}
		var help strings.Builder
		b := &app{stdin: strings.NewReader(""), stdout: &output{w: &help}, stderr: io.Discard}
		root := b.root()
		root.SetArgs([]string{name, "--help"})
		if err := root.Execute(); err != nil {
			t.Errorf("%s --help: %v", name, err)
		}
		for _, line := range strings.Split(help.String(), "\n") {
			if strings.Contains(line, "kehoach "+name) {
				continue // an example
			}
			if w := english.FindString(regexp.MustCompile(`--[a-z-]+|LỆNH --help`).ReplaceAllString(line, "")); w != "" {
				t.Errorf("%s --help says %q: %s", name, w, line)
			}
		}
	}
}

type faulty struct{}

func (faulty) Read([]byte) (int, error) { panic("a fault") }

// TestFault holds that a fault of the program is told as such, not as a bare trace.
func TestFault(t *testing.T) {
	var stdout, stderr strings.Builder
	if code := run([]string{"extract", "-"}, faulty{}, &stdout, &stderr); code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	if got := stderr.String(); !strings.HasPrefix(got, "kehoach: lỗi của chương trình, không phải của tệp: a fault\n") {
		t.Errorf("told %q", got)
	}
}
