// Package pattern owns how rules look for what they read: regular expressions that are
// tried only where they can match. It knows no wording. Begin with MustCompile.
//
// Most rules do not apply to most paragraphs, and a regular expression that finds nothing
// takes several hundred times as long as the search for a word. So each pattern works out,
// when it is compiled, words of which a match holds one (needs.go): "từ ngày" or "từ
// tháng", and "năm". Where they are missing nothing else is tried, and where a match can
// only begin with one of some words, the search begins at the first of them. What is found
// is what package regexp finds.
package pattern

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"sync"
)

// Pattern is a regular expression as package regexp has it, with the methods that rules
// use, all of which do what they do there. It is compiled when it is first used: there
// are hundreds, and a process that only parses a file uses none.
type Pattern struct {
	expr string
	tree *syntax.Regexp
	once sync.Once

	re     *regexp.Regexp
	needs  []choice // a match holds one of each
	starts choice   // a match begins with one of them; empty where that is not known
	fixed  bool     // a match begins where the text does
	leads  *bytes   // a match of one that is fixed begins with one of them; nil where it may be empty
}

// MustCompile is regexp.MustCompile, in that it panics where expr is no expression.
func MustCompile(expr string) *Pattern {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic("pattern: " + err.Error())
	}
	return &Pattern{expr: expr, tree: tree}
}

func (p *Pattern) compile() {
	p.re = regexp.MustCompile(p.expr)
	tree := p.tree
	f := factsOf(tree)
	if p.fixed = begins(tree); p.fixed || !looksBehind(tree) {
		p.starts = choose(shortestStarts(f.starts))
	}
	if leads := (bytes{}); p.fixed && !leads.lead(tree) {
		p.leads = &leads
	}
	for _, words := range f.best() {
		if !implied(p.starts.words, words) {
			p.needs = append(p.needs, choose(words))
		}
	}
	slices.SortStableFunc(p.needs, func(a, b choice) int { return len(a.words) - len(b.words) }) // the quickest first
	p.tree = nil
}

// from returns where in s the search for a match may begin, and whether there can be one.
func (p *Pattern) from(s string) (at int, ok bool) {
	p.once.Do(p.compile)
	if p.leads != nil && (s == "" || !p.leads.has(s[0])) {
		return 0, false
	}
	switch {
	case p.starts.words == nil:
	case p.fixed:
		if !p.starts.begins(s) {
			return 0, false
		}
	default:
		if at = p.starts.index(s); at < 0 {
			return 0, false
		}
	}
	for _, need := range p.needs {
		if !need.within(s[at:]) {
			return 0, false
		}
	}
	return at, true
}

// String returns the expression.
func (p *Pattern) String() string { return p.expr }

func (p *Pattern) MatchString(s string) bool {
	at, ok := p.from(s)
	return ok && p.re.MatchString(s[at:])
}

func (p *Pattern) FindString(s string) string {
	at, ok := p.from(s)
	if !ok {
		return ""
	}
	return p.re.FindString(s[at:])
}

func (p *Pattern) FindStringIndex(s string) []int {
	at, ok := p.from(s)
	if !ok {
		return nil
	}
	return shift(p.re.FindStringIndex(s[at:]), at)
}

func (p *Pattern) FindStringSubmatch(s string) []string {
	at, ok := p.from(s)
	if !ok {
		return nil
	}
	return p.re.FindStringSubmatch(s[at:])
}

func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	at, ok := p.from(s)
	if !ok {
		return nil
	}
	return shift(p.re.FindStringSubmatchIndex(s[at:]), at)
}

func (p *Pattern) FindAllString(s string, n int) []string {
	at, ok := p.from(s)
	if !ok {
		return nil
	}
	return p.re.FindAllString(s[at:], n)
}

func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	at, ok := p.from(s)
	if !ok {
		return nil
	}
	return shiftAll(p.re.FindAllStringIndex(s[at:], n), at)
}

func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	at, ok := p.from(s)
	if !ok {
		return nil
	}
	return p.re.FindAllStringSubmatch(s[at:], n)
}

func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	at, ok := p.from(s)
	if !ok {
		return nil
	}
	return shiftAll(p.re.FindAllStringSubmatchIndex(s[at:], n), at)
}

func (p *Pattern) ReplaceAllString(s, by string) string {
	at, ok := p.from(s)
	if !ok {
		return s
	}
	return s[:at] + p.re.ReplaceAllString(s[at:], by)
}

func (p *Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	at, ok := p.from(s)
	if !ok {
		return s
	}
	return s[:at] + p.re.ReplaceAllStringFunc(s[at:], by)
}

func (p *Pattern) Split(s string, n int) []string {
	if _, ok := p.from(s); !ok && n != 0 {
		return []string{s}
	}
	return p.re.Split(s, n)
}

// shift moves the offsets of a match, in place; -1 is none.
func shift(m []int, by int) []int {
	for i := range m {
		if m[i] >= 0 {
			m[i] += by
		}
	}
	return m
}

func shiftAll(all [][]int, by int) [][]int {
	for _, m := range all {
		shift(m, by)
	}
	return all
}
