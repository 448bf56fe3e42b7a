package fold

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// same lists spellings of one word: equal in the exact form, composed or not.
var same = [][2]string{
	{"hoà", "hòa"}, {"uỷ", "ủy"}, {"Tuý", "Túy"}, {"thuỷ", "thủy"}, {"khoẻ", "khỏe"}, {"loà", "lòa"},
	{"kỹ", "kĩ"}, {"lý", "lí"}, {"mỹ", "mĩ"}, {"quý", "quí"}, {"tỷ", "tỉ"}, {"vỹ", "vĩ"}, {"sỹ", "sĩ"}, {"hy", "hi"},
	{"QUYỀN", "quyền"}, {"Đ", "đ"}, {"Ðề", "đề"}, {"việt", "vịêt"}, {"thuyến", "thuýên"}, {"khuỷu", "khủyu"},
}

// other lists words that only the loose form may confuse, or not even that.
var other = [][2]string{
	{"thuý", "thúi"}, {"án", "an"}, {"chữa", "chứa"}, {"dân", "đân"}, {"tay", "tai"}, {"may", "mai"}, {"lưu", "lựu"},
	{"tố", "tổ"}, {"giác", "giấc"}, {"y", "i"}, {"bay", "bai"},
}

func forms(t *testing.T, word string) Word {
	t.Helper()
	ws := Split(word)
	if len(ws) != 1 {
		t.Fatalf("Split(%q) = %v, want one word", word, ws)
	}
	return ws[0]
}

func TestSpellingsOfOneWord(t *testing.T) {
	for _, p := range same {
		for _, s := range []string{p[0], norm.NFD.String(p[0]), norm.NFKD.String(strings.ToUpper(p[0]))} {
			a, b := forms(t, s), forms(t, p[1])
			if a.Exact != b.Exact || a.Loose != b.Loose {
				t.Errorf("%q: %+v, %q: %+v", s, a, p[1], b)
			}
		}
	}
}

func TestDifferentWords(t *testing.T) {
	for _, p := range other {
		if a, b := forms(t, p[0]), forms(t, p[1]); a.Exact == b.Exact {
			t.Errorf("%q and %q are both %q", p[0], p[1], a.Exact)
		}
	}
}

func TestKey(t *testing.T) {
	for _, tt := range [][2]string{
		{"Khám, chữa bệnh", "kham chua benh"},
		{"Sở Lao động - Thương binh và Xã hội", "so lao dong thuong binh va xa hoi"},
		{"06/QĐ-TTg", "06 qd ttg"},
		{norm.NFD.String("Đường ngoằn ngoèo Thừa Thiên"), "duong ngoan ngoeo thua thien"},
		{"Khách sạn 2-3*; VNeID", "khach san 2 3 vneid"},
		{"ngân\u00a0hàng số", "ngan hang so"},
		{"", ""},
		{" - ", ""},
	} {
		if got := Key(tt[0]); got != tt[1] {
			t.Errorf("Key(%q) = %q, want %q", tt[0], got, tt[1])
		}
	}
	if got := ExactKey("Ủy ban; uỷ ban"); got != "uy\u0309 ban uy\u0309 ban" {
		t.Errorf("ExactKey = %+q", got)
	}
}

// The short cuts of inWord say what the tables of Unicode say.
func TestInWord(t *testing.T) {
	for r := rune(0); r < 0x3000; r++ {
		b := []byte(string(r))
		got, n := inWord(b)
		want := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		if got != want || n != len(b) {
			t.Errorf("inWord(%U) = %v, %d; want %v, %d", r, got, n, want, len(b))
		}
	}
	for _, broken := range []string{"\xc4", "\xe1\xb8", "\xe1\xb8a", "\xc4a", "\xff"} {
		if got, n := inWord([]byte(broken)); got || n != 1 {
			t.Errorf("inWord(%q) = %v, %d", broken, got, n)
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, p := range same {
		f.Add(p[0] + " " + norm.NFD.String(p[1]))
	}
	f.Add("06/QĐ-TTg, Khách sạn 2-3*\u0301\xff ɖ")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, w := range Split(text) {
			if w.Start < at || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("word %+v after %d in a text of %d bytes", w, at, len(text))
			}
			at = w.End
			if w.Loose == "" || !utf8.ValidString(w.Exact) || !utf8.ValidString(w.Loose) {
				t.Fatalf("word %+v of %+q", w, text)
			}
		}
		if again := Key(Key(text)); vietnamese(text) && again != Key(text) {
			t.Fatalf("folding twice: %q, once %q", again, Key(text))
		}
		if c, d := Key(norm.NFC.String(text)), Key(norm.NFD.String(text)); vietnamese(text) && c != d {
			t.Fatalf("composed %q, decomposed %q", c, d)
		}
	})
}

// vietnamese reports whether text keeps to the letters that the folding takes apart.
func vietnamese(text string) bool {
	for _, r := range norm.NFC.String(text) {
		if r >= utf8.RuneSelf && letterOf(r).plain == 0 && !isTone(r) || r == utf8.RuneError {
			return false
		}
	}
	return true
}

func BenchmarkSplit(b *testing.B) {
	const text = "Cơ sở dữ liệu quốc gia về dân cư phục vụ giải quyết thủ tục hành chính trên địa bàn tỉnh Tuyên Quang"
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text)
	}
}
