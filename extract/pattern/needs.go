package pattern

import (
	"cmp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How far facts are worked out.
const (
	mostStrings = 16 // alternatives that are told apart
	mostNeeds   = 3  // needs that a pattern looks for
)

// facts are what is known of the strings that an expression matches.
type facts struct {
	exact  []string   // all of them, where they are few; else nil
	needs  [][]string // each holds a string of each
	starts []string   // each begins with one of them; nil where that is not known
}

var nothing = []string{""}

func only(strings ...string) facts { return facts{exact: strings, starts: useful(strings)} }

// factsOf works out the facts of an expression from those of its parts.
func factsOf(re *syntax.Regexp) facts {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText,
		syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return only("")
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase != 0 && slices.ContainsFunc(re.Rune, func(r rune) bool { return unicode.SimpleFold(r) != r }) {
			return facts{}
		}
		if slices.Contains(re.Rune, utf8.RuneError) {
			return facts{} // it stands for any byte that is no UTF-8
		}
		return only(string(re.Rune))
	case syntax.OpCharClass:
		return only(runesOf(re)...)
	case syntax.OpCapture:
		return factsOf(re.Sub[0])
	case syntax.OpQuest:
		if f := factsOf(re.Sub[0]); f.exact != nil && len(f.exact) < mostStrings {
			return only(append(slices.Clone(f.exact), "")...)
		}
	case syntax.OpPlus:
		return factsOf(re.Sub[0]).repeated()
	case syntax.OpRepeat:
		if re.Min > 0 {
			return factsOf(re.Sub[0]).repeated()
		}
	case syntax.OpConcat:
		return ofConcat(re.Sub)
	case syntax.OpAlternate:
		return ofAlternate(re.Sub)
	}
	return facts{}
}

// runesOf returns the characters of a class, nil where they are many.
func runesOf(re *syntax.Regexp) (out []string) {
	for i := 0; i < len(re.Rune); i += 2 {
		for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
			if len(out) == mostStrings || r == utf8.RuneError {
				return nil
			}
			out = append(out, string(r))
		}
	}
	return out
}

// repeated are the facts where what f is about stands there once or more.
func (f facts) repeated() facts {
	if useful(f.exact) != nil {
		f.needs = append(f.needs, f.exact)
	}
	f.exact = nil
	return f
}

// ofConcat are the facts of parts that stand one behind the other.
func ofConcat(parts []*syntax.Regexp) (all facts) {
	run := nothing // of the parts so far, as far back as all they match is known
	whole := true
	flush := func() {
		if whole {
			all.starts = useful(run)
		}
		if useful(run) != nil {
			all.needs = append(all.needs, run)
		}
	}
	for _, part := range parts {
		f := factsOf(part)
		if joined := cross(run, f.exact); joined != nil {
			run = joined
			continue
		}
		flush()
		if whole && slices.Equal(run, nothing) {
			all.starts = f.starts
		}
		whole = false
		all.needs = append(all.needs, f.needs...)
		if run = f.exact; run == nil {
			run = nothing
		}
	}
	if whole {
		return only(run...)
	}
	flush()
	return all
}

// cross returns each of a with each of b behind it; nil where either is nil or they are
// too many.
func cross(a, b []string) (out []string) {
	if len(a)*len(b) > mostStrings {
		return nil
	}
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+y)
		}
	}
	return out
}

// ofAlternate are the facts of a choice.
func ofAlternate(choices []*syntax.Regexp) (all facts) {
	var exact, needs, more, starts []string
	for i, choice := range choices {
		f := factsOf(choice)
		best := f.exact
		next := best // what is needed besides
		if best == nil {
			all := f.best()
			best = first(all)
			next = best
			if len(all) > 1 {
				next = all[1]
			}
		}
		more = union(more, useful(next), i)
		if exact = union(exact, f.exact, i); len(exact) > mostStrings {
			exact = nil
		}
		needs, starts = union(needs, useful(best), i), union(starts, f.starts, i)
	}
	all.exact, all.starts = exact, starts
	if exact == nil && needs != nil {
		all.needs = [][]string{needs}
	}
	if exact == nil && more != nil && !slices.Equal(needs, more) {
		all.needs = append(all.needs, more)
	}
	return all
}

// union adds the strings of the i-th choice; nil where those of one are not known.
func union(so, more []string, i int) []string {
	if more == nil || i > 0 && so == nil {
		return nil
	}
	return slices.Concat(so, more)
}

func first(all [][]string) []string {
	if len(all) == 0 {
		return nil
	}
	return all[0]
}

// useful returns the strings; nil where one of them stands everywhere.
func useful(all []string) []string {
	if slices.Contains(all, "") || slices.Contains(all, " ") {
		return nil
	}
	return all
}

// best returns the needs that tell most first: the longest strings, few of them.
func (f facts) best() [][]string {
	needs := slices.Clone(f.needs)
	if u := useful(f.exact); u != nil {
		needs = append(needs, u)
	}
	shortest := func(all []string) int {
		return len(slices.MinFunc(all, func(a, b string) int { return cmp.Compare(len(a), len(b)) }))
	}
	slices.SortStableFunc(needs, func(a, b []string) int {
		return cmp.Or(cmp.Compare(shortest(b), shortest(a)), cmp.Compare(len(a), len(b)))
	})
	for i := range needs {
		needs[i] = withoutLonger(needs[i])
	}
	return needs[:min(len(needs), mostNeeds)]
}

// withoutLonger drops the strings that hold another.
func withoutLonger(all []string) (out []string) {
	for _, s := range all {
		if !slices.ContainsFunc(all, func(t string) bool { return s != t && strings.Contains(s, t) }) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// shortestStarts drops the strings that begin with another.
func shortestStarts(all []string) (out []string) {
	for _, s := range all {
		if !slices.ContainsFunc(all, func(t string) bool { return s != t && strings.HasPrefix(s, t) }) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// implied reports whether what begins with one of the strings holds what is needed.
func implied(starts, need []string) bool {
	return starts != nil && !slices.ContainsFunc(starts, func(s string) bool {
		return !slices.ContainsFunc(need, func(n string) bool { return strings.Contains(s, n) })
	})
}

// begins reports whether a match can only begin where the text does.
func begins(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginText:
		return true
	case syntax.OpConcat, syntax.OpCapture:
		return begins(re.Sub[0])
	case syntax.OpAlternate:
		return !slices.ContainsFunc(re.Sub, func(s *syntax.Regexp) bool { return !begins(s) })
	}
	return false
}

// looksBehind reports whether an expression asks what stands before a place.
func looksBehind(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginLine, syntax.OpBeginText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true
	}
	return slices.ContainsFunc(re.Sub, looksBehind)
}
