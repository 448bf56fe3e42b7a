package ocr

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

//go:embed compounds.txt
var compoundList string

// acute takes each letter with a hook above its circumflex for the one with an acute accent,
// as tesseract does.
var acute = strings.NewReplacer("ẩ", "ấ", "ể", "ế", "ổ", "ố")

// compounds are the words of compounds.txt by what they are taken for.
var compounds = sync.OnceValue(func() map[string][]rune {
	m := map[string][]rune{}
	for line := range strings.Lines(compoundList) {
		if w := strings.TrimSpace(line); w != "" && !strings.HasPrefix(w, "#") {
			m[acute.Replace(w)] = []rune(w)
		}
	}
	return m
})

// syllable reads a syllable and the blank behind it.
var syllable = regexp.MustCompile(`\p{L}+ ?`)

// mendMarks gives the words of compounds.txt their own marks where a line has others.
func mendMarks(line string) string {
	if !strings.ContainsAny(line, "ấẤếẾốỐẩẨểỂổỔ") {
		return line // nearly half of them
	}
	syllables := syllable.FindAllStringIndex(line, -1)
	var out strings.Builder
	done := 0
	for i := 0; i+1 < len(syllables); i++ {
		from, to := syllables[i][0], syllables[i+1][1]
		if syllables[i][1] != syllables[i+1][0] {
			continue // something stands between
		}
		seen := strings.TrimSuffix(line[from:to], " ")
		meant, known := compounds()[acute.Replace(strings.ToLower(seen))]
		if !known {
			continue
		}
		out.WriteString(line[done:from] + marked(seen, meant))
		done = from + len(seen)
		i++
	}
	return out.String() + line[done:]
}

// marked is the word meant, its letters as large as those of seen.
func marked(seen string, meant []rune) string {
	out := []rune(seen)
	for i, r := range out {
		if out[i] = meant[i]; unicode.IsUpper(r) {
			out[i] = unicode.ToUpper(meant[i])
		}
	}
	return string(out)
}
