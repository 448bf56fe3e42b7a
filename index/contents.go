package index

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// contentsName is the file of a generation that tells which plans are in it and in
// which states: a line each, the plan's id, a tab, Extraction.Fingerprint. So whoever
// asks whether an index is up to date need not walk through it.
const contentsName = "PLANS"

// readContents returns the fingerprints of the plans in the generation in dir, by id.
func readContents(dir string) (map[string]string, error) {
	b, err := os.ReadFile(filepath.Join(dir, contentsName))
	if err != nil {
		return nil, fmt.Errorf("list plans of index: %w", err)
	}
	text := string(b)
	prints := make(map[string]string, strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
		id, print, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			return nil, rebuild("%s has a line %q", contentsName, line)
		}
		prints[id] = print
	}
	return prints, nil
}

func writeContents(dir string, prints map[string]string) error {
	lines := make([]string, 0, len(prints))
	for id, print := range prints {
		lines = append(lines, id+"\t"+print+"\n")
	}
	slices.Sort(lines)
	return replace(filepath.Join(dir, contentsName), []byte(strings.Join(lines, "")))
}
