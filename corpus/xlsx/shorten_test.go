package xlsx

import "testing"

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		in   string
		most int
		want string
	}{
		{"Hoàn thành", 10, "Hoàn thành"},
		{"Hoàn thành trước", 12, "Hoàn thành… (trích)"},
		{"Hoàn thành trước", 10, "Hoàn thành… (trích)"},
		{"Hoàn tha\u0300nh", 3, "Hoà… (trích)"},
		{"aa\u0300\u0301bcd", 2, "aa\u0300\u0301… (trích)"},
	} {
		if got := shorten(c.in, c.most); got != c.want {
			t.Errorf("%q to %d: got %q, want %q", c.in, c.most, got, c.want)
		}
	}
}
