package tool

import (
	"os"
	"strings"
	"testing"
)

func TestCorpus(t *testing.T) {
	b, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	phrase := ""
	for i, line := range strings.Split(string(b), "\n") {
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] != '\t':
			phrase, _, _ = strings.Cut(line, "\t#")
			continue
		}
		var got []string
		for _, m := range List(phrase) {
			name := phrase[m.Start:m.End]
			if m.Canonical != name {
				name += " = " + m.Canonical
			}
			got = append(got, name)
		}
		if want := strings.TrimSpace(line); strings.Join(got, " | ") != want && !(want == "(none)" && got == nil) {
			t.Errorf("corpus.txt:%d: %q\n got %s\nwant %s", i+1, phrase, strings.Join(got, " | "), want)
		}
	}
}

func TestClause(t *testing.T) {
	for _, c := range []struct {
		sentence, tools string
		opens           bool // it tells nothing else
	}{
		{"Sử dụng hệ thống truyền thanh thông minh, trang fanpage của phường.", "hệ thống truyền thanh thông minh", true},
		{"Triển khai mã VietQR, ví điện tử.", "mã VietQR", true},
		{"Công cụ sử dụng gồm phần mềm ASM, máy tính bảng.", "phần mềm ASM", true},
		{"Mọi hộ dân được cảnh báo lừa đảo trên mạng.", "", false},
		{"Mọi hộ dân được cảnh báo lừa đảo trên mạng xã hội.", "mạng xã hội", false},
		{"Kiosk tra cứu và camera AI được sử dụng tại Bộ phận một cửa.", "Kiosk tra cứu và camera AI", false},
		{"Công an xã thực hiện bằng ứng dụng VNeID.", "ứng dụng VNeID", false},
		{"Sau khi HĐND tỉnh thông qua chủ trương đầu tư.", "", false},
		{"Triển khai tới từng hộ dân.", "", false},
	} {
		at, ok := Clause(c.sentence)
		if ok != (c.tools != "") || !strings.HasPrefix(c.sentence[at:], c.tools) {
			t.Errorf("%q: tools at %q, want %q", c.sentence, c.sentence[at:], c.tools)
		}
		if Opens(c.sentence) != c.opens {
			t.Errorf("%q: Opens = %v", c.sentence, !c.opens)
		}
	}
}
