package agency

import (
	"os"
	"strings"
	"testing"

	"kehoach/extract/lexicon"
	"kehoach/extract/plan"
)

// corpus reads testdata/corpus.txt; its README tells the format.
func corpus(t *testing.T) map[string][][2]string {
	b, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][][2]string{}
	what, phrase := "", ""
	for i, line := range strings.Split(string(b), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "\t\t"):
			out[what] = append(out[what], [2]string{phrase, strings.TrimSpace(line)})
			phrase = ""
		case strings.HasPrefix(line, "\t"):
			if phrase != "" {
				t.Fatalf("corpus.txt:%d: no reading of the phrase above", i+1)
			}
			phrase = strings.TrimSpace(line)
		default:
			what = line
		}
	}
	return out
}

func names(s string, ms []Match) string {
	var out []string
	for _, m := range ms {
		name := s[m.Start:m.End]
		if m.Head != "" {
			name += " (" + m.Head + ")"
		}
		out = append(out, name)
	}
	if out == nil {
		return "(none)"
	}
	return strings.Join(out, " | ")
}

// TestVerbs holds that a name ends before each verb of the lexicon.
func TestVerbs(t *testing.T) {
	for _, r := range lexicon.Rows("agencies.txt", 4) {
		s := "Sở Tư pháp, Bưu điện tỉnh " + r.Columns[1] + " cho mọi người"
		if r.Columns[0] != "verb" || r.Columns[1] == "tự" { // "tự" is one before some words only
			continue
		}
		if ms, _ := Subject(s); names(s, ms) != "Sở Tư pháp | Bưu điện tỉnh" {
			t.Errorf("%q: %s", s, names(s, ms))
		}
	}
}

func TestCorpus(t *testing.T) {
	c := corpus(t)
	read := map[string]func(string) string{
		"list":    func(s string) string { return names(s, List(s)) },
		"guiding": func(s string) string { return names(s, Guiding(s)) },
		"title": func(s string) string {
			m, ok := Title(s)
			if !ok {
				return "(none)"
			}
			return s[m.Start:m.End]
		},
		"subject": func(s string) string {
			ms, role := Subject(s)
			return string(role) + ": " + names(s, ms)
		},
		"roles": func(s string) string {
			var parts []string
			for _, r := range []plan.Role{plan.Lead, plan.Cooperate, plan.Implement, Support, Guide} {
				var ms []Match
				for _, a := range Roles(s) {
					if a.Role == r {
						ms = append(ms, a.Match)
					}
				}
				if ms != nil {
					parts = append(parts, string(r)+": "+names(s, ms))
				}
			}
			if parts == nil {
				return "(none)"
			}
			return strings.Join(parts, "; ")
		},
		"canonical": func(s string) string {
			province := "Tuyên Quang"
			n := Names{Locality: plan.Locality{Province: &province}}
			return n.Canonical(s)
		},
	}
	for what, examples := range c {
		f := read[what]
		if f == nil {
			t.Errorf("corpus.txt: no reading is called %q", what)
			continue
		}
		for _, e := range examples {
			if got := f(e[0]); got != e[1] {
				t.Errorf("%s %q\n got %s\nwant %s", what, e[0], got, e[1])
			}
		}
	}
}

func TestMaybeTwo(t *testing.T) {
	for name, want := range map[string]bool{
		"Phòng Kinh tế Hạt Kiểm lâm":           true,
		"Trung tâm Y tế Phòng Nội vụ":          true,
		"Phòng Hộ tịch Sở Tư pháp":             false, // a part and its body
		"Trạm trưởng Trạm Y tế":                false, // a post and its body
		"Văn phòng Đăng ký đất đai":            false,
		"Hội đồng Đội huyện":                   false,
		"Phòng giao dịch Hội Nông dân":         false,
		"Trung tâm Văn hóa thuộc Phòng Nội vụ": false,
		"": false,
	} {
		if got := MaybeTwo(name); got != want {
			t.Errorf("MaybeTwo(%q) = %v", name, got)
		}
	}
}
