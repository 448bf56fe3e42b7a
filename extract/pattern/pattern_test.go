package pattern

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// same holds p against package regexp on s.
func same(t *testing.T, p *Pattern, s string) {
	t.Helper()
	p.once.Do(p.compile)
	re := p.re
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"MatchString", p.MatchString(s), re.MatchString(s)},
		{"FindString", p.FindString(s), re.FindString(s)},
		{"FindStringIndex", p.FindStringIndex(s), re.FindStringIndex(s)},
		{"FindStringSubmatch", p.FindStringSubmatch(s), re.FindStringSubmatch(s)},
		{"FindStringSubmatchIndex", p.FindStringSubmatchIndex(s), re.FindStringSubmatchIndex(s)},
		{"FindAllString", p.FindAllString(s, -1), re.FindAllString(s, -1)},
		{"FindAllStringIndex", p.FindAllStringIndex(s, 2), re.FindAllStringIndex(s, 2)},
		{"FindAllStringSubmatch", p.FindAllStringSubmatch(s, -1), re.FindAllStringSubmatch(s, -1)},
		{"FindAllStringSubmatchIndex", p.FindAllStringSubmatchIndex(s, -1), re.FindAllStringSubmatchIndex(s, -1)},
		{"Split", p.Split(s, -1), re.Split(s, -1)},
		{"ReplaceAllString", p.ReplaceAllString(s, "<$1>"), re.ReplaceAllString(s, "<$1>")},
		{"ReplaceAllStringFunc", p.ReplaceAllStringFunc(s, strings.ToUpper), re.ReplaceAllStringFunc(s, strings.ToUpper)},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Fatalf("%s of %q in %q: got %q, want %q", c.name, p, s, fmt.Sprint(c.got), fmt.Sprint(c.want))
		}
	}
}

// TestNeeds holds what patterns look for before they are tried.
func TestNeeds(t *testing.T) {
	for _, c := range []struct {
		expr   string
		needs  string // strings of one need by "|", needs by "&"
		starts string
	}{
		{`từ (?:ngày|tháng) x`, "", "từ ngày x|từ tháng x"},
		{`^(?:ban|bộ) (?:x|y)`, "", "ban x|ban y|bộ x|bộ y"},
		{`([a-c]{1,3}) mô hình`, " mô hình", "a|b|c"},
		{`\d`, "", "0|1|2|3|4|5|6|7|8|9"},
		{`\p{Lu}+`, "", ""},
		{`(?i)ngày (\d)`, "0|1|2|3|4|5|6|7|8|9", ""},
		{`(?:a|b.*c)d*`, "a|c", "a|b"},
		{`x*yz`, "yz", ""},
		{`(?:x|y)?z{2,}`, "z", ""},
		{` \pL+ (?:hai|ba)\b`, " hai| ba", ""},
		{`a|`, "", ""},
	} {
		p := MustCompile(c.expr)
		p.once.Do(p.compile)
		var needs []string
		for _, n := range p.needs {
			needs = append(needs, strings.Join(n.words, "|"))
		}
		if got := strings.Join(needs, "&"); got != c.needs {
			t.Errorf("%s needs %q, want %q", c.expr, got, c.needs)
		}
		if got := strings.Join(p.starts.words, "|"); got != c.starts {
			t.Errorf("%s starts with %q, want %q", c.expr, got, c.starts)
		}
	}
}

// TestLeads holds that a pattern is tried on every text that it may match.
func TestLeads(t *testing.T) {
	texts := []string{"", "a", "b", "\xff", "\xed\xa0\x80", "K", "k", "\u212a", "ệ", "", "\ufffd", "𝒜"}
	for _, expr := range []string{`^(?i)k`, `^[^a]`, `^[\x{E000}-\x{FFFF}]`, `^.`, `^(?:a?|[à-ỹ])*(?:b|\x{FFFD})`, `^(?:)`, `^(?:a|b*)`, `^a{0,2}k`, `^(?:a{2}|K+)`, `^(?s:.)`, `^\PL`} {
		for _, s := range texts {
			same(t, MustCompile(expr), s)
		}
	}
}

// TestRules holds each pattern of the rules against package regexp on every line of the
// sample plans and of the rules' own examples.
func TestRules(t *testing.T) {
	exprs := expressions(t)
	if len(exprs) < 80 {
		t.Fatalf("%d expressions found", len(exprs))
	}
	var lines []string
	for _, glob := range []string{"../../testdata/plans/*.txt", "../*/testdata/corpus.txt", "../lexicon/*.txt"} {
		for _, name := range files(t, glob) {
			lines = append(lines, strings.Split(read(t, name), "\n")...)
		}
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	for k, expr := range exprs {
		p := MustCompile(expr)
		for i := k % 30; i < len(lines); i += 30 { // each pattern others
			same(t, p, lines[i])
			same(t, p, strings.ToLower(lines[i]))
		}
	}
}

// expressions are the arguments of MustCompile in the rules' code that are written out.
func expressions(t testing.TB) (exprs []string) {
	for _, name := range append(files(t, "../*.go"), files(t, "../*/*.go")...) {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			f, _ := call.Fun.(*ast.SelectorExpr)
			lit, _ := call.Args[0].(*ast.BasicLit)
			if f != nil && f.Sel.Name == "MustCompile" && lit != nil && lit.Kind == token.STRING {
				s, _ := strconv.Unquote(lit.Value)
				exprs = append(exprs, s)
			}
			return true
		})
	}
	return exprs
}

func files(t testing.TB, glob string) []string {
	names, err := filepath.Glob(glob)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: no files: %v", glob, err)
	}
	return names
}

func read(t testing.TB, name string) string {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// FuzzPattern holds any pattern against package regexp on any text.
func FuzzPattern(f *testing.F) {
	for _, expr := range expressions(f) {
		f.Add(expr, "từ ngày 30/12/2023 đến tháng 6, 42 mô hình (CSDLQG về DC) Căn cứ")
	}
	for _, expr := range []string{`^(?i)k[^a-z]`, `^[^a]b`, `^(?:a?|[à-ỹ])*(?:b|\x{FFFD})`, `^.`, `^\b(?:|x)y`, `a|^b`, `(?m)^a`, `\ba`, `(?i)a`, `(a|)b`, `a??b`, `[^a]b$`, `(?:ab|a)+?c`} {
		f.Add(expr, "xab abc\nab aac")
	}
	f.Fuzz(func(t *testing.T, expr, s string) {
		if _, err := regexp.Compile(expr); err != nil || len(expr) > 200 || len(s) > 1000 {
			return
		}
		same(t, MustCompile(expr), s)
	})
}
