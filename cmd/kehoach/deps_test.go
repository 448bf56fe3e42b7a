package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// policy says what each package of the module may import: of ours by its name below
// the module, of others by the path of the module. It is a statement of intent: relax
// it on purpose, never to mend a build. golang.org/x/text is free for all; the
// standard library is free but where pure is set.
//
// The flow is one way: ingest → normalize → extract → corpus → index, xlsx → cmd.
var policy = map[string]rule{
	// The types that travel import nothing of ours, or next to it.
	"ingest/source": {pure: true},
	"extract/plan":  {ours: "ingest/source", pure: true},

	// Formats: they know the types of the text and nothing of its meaning.
	"ingest":             {ours: "ingest/docx ingest/html ingest/mhtml ingest/ocr ingest/office ingest/pdf ingest/pdf/content ingest/pdf/layout ingest/sandbox ingest/source ingest/text"},
	"ingest/office":      {ours: "ingest/sandbox ingest/source"},
	"ingest/ocr":         {ours: "ingest/pdf/content ingest/pdf/layout ingest/sandbox ingest/source"}, // layout: where the rules of a page make cells; source: what stands for the unread
	"ingest/docx":        {ours: "ingest/charset ingest/source"},
	"ingest/html":        {ours: "ingest/charset ingest/source", others: "golang.org/x/net"},
	"ingest/mhtml":       {ours: "ingest/html ingest/source"},
	"ingest/sandbox":     {ours: "ingest/source"},
	"ingest/text":        {ours: "ingest/charset ingest/source"},
	"ingest/charset":     {pure: true},
	"ingest/measure":     {pure: true}, // for tests
	"ingest/pdf":         {ours: "ingest/charset ingest/pdf/content ingest/pdf/layout ingest/pdf/object ingest/source"},
	"ingest/pdf/layout":  {ours: "ingest/charset ingest/pdf/content ingest/source"}, // charset: what is a syllable; source: how a row stands in a File
	"ingest/pdf/content": {ours: "ingest/pdf/font ingest/pdf/object ingest/pdf/syntax"},
	"ingest/pdf/font":    {ours: "ingest/charset ingest/pdf/object ingest/pdf/syntax"},
	"ingest/pdf/object":  {ours: "ingest/pdf/syntax", others: "github.com/ledongthuc/pdf"},
	"ingest/pdf/syntax":  {},

	// Meaning: no files, no clock, no environment.
	"normalize":       {ours: "ingest/source", pure: true},
	"extract/lexicon": {ours: "normalize", pure: true},
	"extract/pattern": {pure: true},
	"extract/outline": {ours: "extract/lexicon extract/pattern ingest/source normalize", pure: true},
	// Dimensions: a phrase in, matches with offsets out. None knows another, or the outline.
	"extract/agency":   {ours: "extract/lexicon extract/pattern extract/plan normalize", pure: true},
	"extract/legal":    {ours: "extract/lexicon extract/pattern normalize", pure: true},
	"extract/timeline": {ours: "extract/pattern extract/plan normalize", pure: true},
	"extract/tool":     {ours: "extract/lexicon normalize", pure: true},
	"extract/header": {
		ours: "extract/agency extract/legal extract/lexicon extract/outline extract/pattern extract/plan extract/timeline ingest/source normalize",
		pure: true,
	},
	"extract/check": {ours: "extract/lexicon extract/outline extract/pattern extract/plan ingest/source normalize", pure: true},
	"extract": {
		ours: "extract/agency extract/check extract/header extract/lexicon extract/outline extract/pattern extract/plan extract/timeline extract/tool ingest/source normalize",
		pure: true,
	},
	"extract/score": {ours: "normalize", pure: true}, // for tests

	"corpus": {ours: "extract extract/plan ingest ingest/source", others: "github.com/gofrs/flock"},
	// The same model across plans: plain data in, plain data out.
	"corpus/align": {ours: "extract/plan", pure: true},
	// What plans say of days; other looks at them; the workbook.
	"corpus/calendar": {ours: "extract/plan"},
	"corpus/report":   {ours: "corpus/align corpus/calendar extract/plan ingest/source"},
	"corpus/xlsx": {
		ours:   "corpus/align corpus/calendar corpus/report extract/plan ingest/source",
		others: "github.com/xuri/excelize/v2 github.com/BurntSushi/toml",
	},

	// Search. What a query means and how words compare knows no engine.
	"index/vi/fold":   {pure: true},
	"index/query":     {ours: "index/vi/fold"},
	"index/vi":        {ours: "index/vi/fold", others: "github.com/blevesearch/bleve/v2"},
	"index/indextest": {ours: "extract/plan"}, // for tests and benchmarks
	// It knows how names of bodies are parted, for headings that name several.
	"index": {
		ours:   "extract/agency extract/lexicon extract/plan index/query index/vi index/vi/fold ingest/source",
		others: "github.com/blevesearch/bleve/v2 github.com/blevesearch/bleve_index_api github.com/blevesearch/scorch_segment_api/v2 go.etcd.io/bbolt",
	},

	// The program wires everything and is imported by nothing.
	"cmd/kehoach": {
		ours:   "corpus corpus/align corpus/calendar corpus/report corpus/xlsx extract extract/plan index index/query ingest ingest/source",
		others: "github.com/spf13/cobra github.com/spf13/pflag github.com/schollz/progressbar/v3 golang.org/x/term",
	},
}

// testsMayImport are modules for tests only, each for one package.
var testsMayImport = map[string]string{
	"cmd/kehoach": "github.com/rogpeppe/go-internal",
}

// free are modules that any package may import.
var free = []string{"golang.org/x/text"}

// impure are the standard packages by which the world comes in: files, clock,
// environment, chance, network.
var impure = []string{"os", "os/exec", "io/ioutil", "time", "math/rand", "math/rand/v2", "net", "net/http", "syscall", "runtime"}

type rule struct {
	ours, others string // separated by blanks
	pure         bool
}

type goPackage struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

const module = "kehoach"

func TestImports(t *testing.T) {
	packages := listPackages(t)
	users := map[string][]string{} // module of others → rooms that import it
	for _, p := range packages {
		name := strings.TrimPrefix(p.ImportPath, module+"/")
		r, ok := policy[name]
		if !ok {
			t.Errorf("package %s is not in the policy: say there what it may import", name)
			continue
		}
		for _, imp := range p.Imports {
			if why := r.forbids(imp); why != "" {
				t.Errorf("%s may not import %s: %s", name, imp, why)
			}
		}
		tests := rule{others: r.others + " " + testsMayImport[name]}
		for _, imp := range slices.Concat(p.TestImports, p.XTestImports) {
			if isOther(imp) && tests.forbids(imp) != "" {
				t.Errorf("the tests of %s may not import %s", name, imp)
			}
		}
		for _, m := range strings.Fields(r.others + " " + testsMayImport[name]) {
			if r := room(name); !slices.Contains(users[m], r) {
				users[m] = append(users[m], r)
			}
		}
	}
	for name := range policy {
		if !slices.ContainsFunc(packages, func(p goPackage) bool { return p.ImportPath == module+"/"+name }) {
			t.Errorf("the policy names %s, which does not exist", name)
		}
	}
	for m, names := range users {
		if len(names) > 1 {
			t.Errorf("%s belongs to one room, not to %v", m, names)
		}
	}
}

// room is the folder at the top that a package belongs to.
func room(name string) string {
	top, _, _ := strings.Cut(name, "/")
	return top
}

// forbids says why r does not allow imp, or nothing.
func (r rule) forbids(imp string) string {
	if ours, ok := strings.CutPrefix(imp, module+"/"); ok {
		if !slices.Contains(strings.Fields(r.ours), ours) {
			return "the policy does not allow it"
		}
		return ""
	}
	if !isOther(imp) {
		if r.pure && slices.Contains(impure, imp) {
			return "the package is pure"
		}
		return ""
	}
	for _, m := range slices.Concat(strings.Fields(r.others), free) {
		if imp == m || strings.HasPrefix(imp, m+"/") {
			return ""
		}
	}
	return "the module belongs to another room or is not named"
}

// isOther reports whether imp is neither ours nor of the standard library.
func isOther(imp string) bool {
	first, _, _ := strings.Cut(imp, "/")
	return strings.Contains(first, ".")
}

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", module+"/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}
