package timeline

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// show writes a reading the way testdata/corpus.txt does.
func show(r Reading, ok bool) string {
	if !ok {
		return "none"
	}
	s := string(r.Kind)
	if r.Start != "" {
		s += " from " + string(r.Start)
	}
	if r.End != "" {
		s += " by " + string(r.End)
	}
	if r.Hedged {
		s += " hedged"
	}
	if r.Yearless != "" {
		s += " yearless"
	}
	if len(r.Several) > 0 {
		s += " several"
	}
	return s
}

// TestCorpus holds both ways: every example is read as it says, every rule by an example.
func TestCorpus(t *testing.T) {
	b, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	want := ""
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		phrase, ok := strings.CutPrefix(line, "\t")
		if !ok {
			want = line
			continue
		}
		phrase, _, _ = strings.Cut(phrase, "\t#")
		if clause, ok := strings.CutPrefix(want, "clause "); ok {
			r, start, end, found := Find(phrase)
			got := show(r, found) + ": " + phrase[start:end]
			if !found {
				got = "none"
			}
			if got != clause {
				t.Errorf("corpus.txt:%d: %q\n got %s\nwant %s", i+1, phrase, got, clause)
			}
			continue
		}
		r, found := Parse(phrase)
		used[r.Rule] = true
		if got := show(r, found); got != want {
			t.Errorf("corpus.txt:%d: %q\n got %s (%s)\nwant %s", i+1, phrase, got, r.Rule, want)
		}
	}
	for _, r := range rules {
		if !used[r.name] {
			t.Errorf("no example is read by rule %q", r.name)
		}
	}
}

func TestImpossible(t *testing.T) {
	for _, s := range []string{"31/02/2024", "trước ngày 30/13/2023", "hoàn thành 31/4/2024", "từ 31/12/2023 đến 30/6/2023"} {
		if r, _ := Parse(s); len(r.Impossible) != 1 {
			t.Errorf("%q: impossible dates %q, want one", s, r.Impossible)
		}
	}
	if r, _ := Parse("29/02/2024"); r.Impossible != nil {
		t.Errorf("29/02/2024 is a day: %q", r.Impossible)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("hoàn thành trước ngày 31/12/2022 (với những tài khoản)")
	f.Fuzz(func(t *testing.T, s string) {
		if _, start, end, ok := Find(s); ok && (start < 0 || end > len(s) || start >= end) {
			t.Fatalf("%q: clause %d to %d", s, start, end)
		}
		Parse(s)
	})
}

// TestPatterns holds the patterns that are put together of pieces against package regexp,
// on every example and every rule's name of a time.
func TestPatterns(t *testing.T) {
	b, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := slices.Clone(clauses)
	for _, x := range rules {
		all = append(all, x.pattern)
	}
	for _, fs := range forms {
		for _, f := range fs {
			all = append(all, f.pattern)
		}
	}
	for i, line := range strings.Split(string(b), "\n") {
		f := fold(strings.TrimSpace(line))
		_, masked, _ := find(f, "")
		for k := i % 3; k < len(all); k += 3 { // each line by others
			re := regexp.MustCompile(all[k].String())
			for _, s := range []string{f, masked} {
				if got, want := all[k].FindStringSubmatchIndex(s), re.FindStringSubmatchIndex(s); !slices.Equal(got, want) {
					t.Fatalf("%s in %q: got %v, want %v", re, s, got, want)
				}
			}
		}
	}
}

// TestOnly holds which clauses say nothing but when.
func TestOnly(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Quý IV/2024.", "Quý IV/2024."},
		{"Hạn: 31/12/2024", "31/12/2024"},
		{"Hoàn thành trong tháng 5/2024", "Hoàn thành trong tháng 5/2024"},
		{"Tiến độ theo hướng dẫn của Sở Thông tin và Truyền thông.", "theo hướng dẫn của Sở Thông tin và Truyền thông."},
		{"Định kỳ 6 tháng", "Định kỳ 6 tháng"},
		{"thực hiện từ tháng 3/2024", "thực hiện từ tháng 3/2024"},
		{"theo hướng dẫn của Sở Y tế", ""},
		{"phấn đấu đến 31/12/2024 giải ngân đạt 100%", ""},
		{"Thường xuyên kiểm tra việc thực hiện", ""},
		{"Sở Y tế hoàn thành trước 30/6/2024", ""},
	} {
		got := ""
		if _, start, ok := Only(c.in); ok {
			got = c.in[start:]
		}
		if got != c.want {
			t.Errorf("Only(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
