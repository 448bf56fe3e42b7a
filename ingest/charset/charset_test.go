package charset

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

const passage = "Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai thực hiện các mô hình điểm nhằm thúc đẩy " +
	"Đề án 06; giao Công an tỉnh chủ trì, phối hợp với Sở Thông tin và Truyền thông và các đơn vị liên quan."

// encoded returns text as the old encodings write it, by turning their tables round.
func encoded(t *testing.T, text, name string) []byte {
	t.Helper()
	var pairs []string
	switch name {
	case "tcvn3":
		for seen, letter := range tcvn3 {
			pairs = append(pairs, string(letter), string(seen))
		}
	case "viscii":
		return asVISCII(t, text)
	case "viqr":
		return []byte(asVIQR(text))
	case "vni":
		for _, p := range rows(vniTable) {
			pairs = append(pairs, p[0], p[1])
		}
	case "utf-16le":
		b, _ := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(text))
		return b
	case "utf-16be":
		b, _ := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(text))
		return b
	case "windows-1258":
		return windows1258(t, text)
	case "utf-8":
		return []byte(text)
	}
	b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(strings.NewReplacer(pairs...).Replace(text)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// windows1258 keeps a letter where the encoding has it, else splits off its tone.
func windows1258(t *testing.T, text string) (out []byte) {
	t.Helper()
	encode := func(s string) bool {
		b, err := charmap.Windows1258.NewEncoder().Bytes([]byte(s))
		if err == nil {
			out = append(out, b...)
		}
		return err == nil
	}
	for _, r := range norm.NFC.String(text) {
		if encode(string(r)) {
			continue
		}
		letter, tone, _ := toneless(nil, string(r))
		plain := string(letter)
		if strings.ToUpper(plain) != plain && strings.ToUpper(string(r)) == string(r) {
			plain = strings.ToUpper(plain)
		}
		if !encode(plain) || !encode(string(tone)) {
			t.Fatalf("no %c in Windows-1258", r)
		}
	}
	return out
}

func asVISCII(t *testing.T, text string) (out []byte) {
	t.Helper()
	for _, r := range text {
		b := byte(r)
		for seen, letter := range viscii {
			if letter == r {
				b = byte(seen)
			}
		}
		if r > 0x7F && viscii[rune(b)] != r {
			t.Fatalf("no %c in VISCII", r)
		}
		out = append(out, b)
	}
	return out
}

// asVIQR puts a sign for each mark, and a stroke in front of what would be taken for one.
func asVIQR(text string) string {
	signs := strings.NewReplacer("\u0306", "(", "\u0302", "^", "\u031B", "+", "\u0301", "'", "\u0300", "`", "\u0309", "?", "\u0303", "~", "\u0323", ".", "đ", "dd", "Đ", "DD", ".", "\\.", "?", "\\?")
	var b strings.Builder
	for _, r := range text {
		tone, rest := "", norm.NFD.String(string(r))
		for _, m := range []string{"\u0301", "\u0300", "\u0309", "\u0303", "\u0323"} {
			if strings.Contains(rest, m) {
				tone, rest = m, strings.Replace(rest, m, "", 1)
			}
		}
		b.WriteString(signs.Replace(rest + tone))
	}
	return b.String()
}

func TestVIQR(t *testing.T) {
	for in, want := range map[string]string{
		"Ke^' hoa.ch":           "Kế hoạch",
		"DDe^` a'n 06, ddie^?m": "Đề án 06, điểm",
		"thu*' tu+. na(m":       "thứ tự năm",
		`o+? ta\. A\? C:\x`:     "ở ta. A? C:\\x",
		"UBND (tỉnh)":           "UBND (tỉnh)",
	} {
		if got := VIQR(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	if got := VIQR(asVIQR(passage)); got != passage {
		t.Errorf("got %q", got)
	}
}

func TestDecode(t *testing.T) {
	small := strings.Replace(passage, "Ủy", "Uỷ", 1) // TCVN3 has no capital with a tone
	for _, name := range []string{"utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3", "vni", "viscii"} {
		data := encoded(t, small, name)
		for _, given := range []string{"", name} {
			r, err := Decode(data, given)
			if err != nil {
				t.Fatal(err)
			}
			if r.Text != small || r.Encoding != name {
				t.Errorf("%s, told %q: read as %s: %.60s", name, given, r.Encoding, r.Text)
			}
		}
	}
	if _, err := Decode(nil, "ebcdic"); err == nil || Known("ebcdic") || !Known("TCVN3") {
		t.Error("ebcdic is read")
	}
	if r, err := Decode([]byte("\x93\x94\xd6\x95 \xb3\xf1\xa8\x84\xe2 \xf0\xf1"), ""); !errors.Is(err, ErrNoEvidence) {
		t.Errorf("bytes without sense: %+v, %v", r, err)
	}
	for mark, name := range map[string]string{"\xEF\xBB\xBF": "utf-8", "\xFF\xFE": "utf-16le", "\xFE\xFF": "utf-16be"} {
		r, err := Decode(append([]byte(mark), encoded(t, "Số", name)...), "")
		if err != nil || r.Text != "Số" || !r.Certain {
			t.Errorf("%s with its mark: %+v %v", name, r, err)
		}
	}
}

func TestRepair(t *testing.T) {
	small := strings.Replace(passage, "Ủy", "Uỷ", 1)
	for _, name := range []string{"tcvn3", "vni", "viqr"} {
		seen, err := charmap.Windows1252.NewDecoder().Bytes(encoded(t, small, name))
		if err != nil {
			t.Fatal(err)
		}
		if got, as := Repair(string(seen)); got != small || as != name {
			t.Errorf("%s: taken for %q: %.60s", name, as, got)
		}
	}
	for _, s := range []string{passage, "Quyết định số 06", "The quick brown fox jumps over the lazy dog " + strings.Repeat("and on ", 20)} {
		if got, as := Repair(s); got != s || as != "" {
			t.Errorf("%q became %q by %s", s, got, as)
		}
	}
}

// TestRepairBroken holds that what a broken map of a PDF gives is not taken for an old
// encoding: this is what is left of one whose letters Ghostscript changed.
func TestRepairBroken(t *testing.T) {
	const broken = `a� �ớ� �à� kh�ản đ ng nhÁp h�án nay, ��� �à� kh�ản định danh đ�án �ử quá�
g�a (�NeI�� đã đ°ā� �í�h hāp SSO (S�ngle S�gn On� đá �hā� h�án đ ng nhÁp mộ�
lÁn (Nghĩa là �ông dân �ó �à� kh�ản định danh đ�án �ử s¿ đ ng nhÁp và �hā� h�án
��� dị�h vă �ông �rên Cáng dị�h vă �ông quá� g�a b�ng �à� kh�ản �NeI��. ��
vÁy �Án h�àn �hành v�á� �¿p �à� kh�ản định danh đ�án �ử �h� �ông dân �rên địa
bàn đá ng°á� dân dễ dàng �hā� h�án ��� dị�h vă �ông.`
	if s, encoding := Repair(broken); encoding != "" || s != broken {
		t.Errorf("%s: %s", encoding, s)
	}
}

// TestCapitals holds that a heading is in capitals where the font is not known.
func TestCapitals(t *testing.T) {
	const in = "KÕ HO¹CH\nTriÓn khai §Ò ¸n 06\nUBND"
	if got := tcvn3Text(in); got != "KẾ HOẠCH\nTriển khai Đề án 06\nUBND" {
		t.Errorf("got %q", got)
	}
}

func TestVNITable(t *testing.T) {
	for _, p := range rows(vniTable) {
		if got := VNI(p[1]); got != p[0] {
			t.Errorf("VNI %q: got %q, want %q", p[1], got, p[0])
		}
	}
}

func TestOfFont(t *testing.T) {
	for _, c := range []struct{ font, in, want string }{
		{"ABCDEF+.VnTime", "KÕ ho¹ch", "Kế hoạch"},
		{".VnTimeH,Bold", "KÕ ho¹ch", "KẾ HOẠCH"},
		{".VnArial-Bold", "KÕ ho¹ch", "Kế hoạch"},
		{".VNTIMEH", "KÕ ho¹ch", "KẾ HOẠCH"},
		{"VnTime", "KÕ ho¹ch", "Kế hoạch"},
		{"VnTimeH", "KÕ ho¹ch", "KẾ HOẠCH"},
		{"Vntimes", "KÕ ho¹ch", "KÕ ho¹ch"},
		{"VNI-Times", "Keá hoaïch", "Kế hoạch"},
		{"VNI-Helve-Condense", "Keá hoaïch", "Kế hoạch"},
		{"VNITimes", "Keá hoaïch", "Kế hoạch"},
		{"TimesNewRoman", "KÕ ho¹ch", "KÕ ho¹ch"},
	} {
		got := c.in
		if convert := OfFont(c.font); convert != nil {
			var b strings.Builder
			for _, r := range c.in {
				b.WriteString(convert(r))
			}
			got = norm.NFC.String(b.String())
		}
		if got != c.want {
			t.Errorf("%s: %q", c.font, got)
		}
	}
}

func TestSyllable(t *testing.T) {
	for _, w := range strings.Fields("Ủy nghiêm giêng gì quốc Quỳnh quyết khuya ngoéo thưở đường iểu oanh y yêu hoà hòa thuế rượu của quả giữa") {
		if _, ok := Syllable(w); !ok && w != "iểu" && w != "thưở" {
			t.Errorf("%s is a syllable", w)
		}
	}
	for _, w := range strings.Fields("brown qa ngg xyz hoạchh cằt bảch zá hợ̣") {
		if _, ok := Syllable(w); ok {
			t.Errorf("%s is no syllable", w)
		}
	}
}

func TestUsable(t *testing.T) {
	for text, want := range map[string]bool{
		passage:             true,
		"":                  true,
		"Số: 02/KH-TCTĐA06": true,
		strings.Join(strings.Split(passage, ""), " "): false,
		strings.Repeat("Quyê´t d-i.nh sô´ cu'a ", 20): false,
		strings.Repeat("K\uFFFD ho\uFFFDch ", 20):     false,
		"Thāc hián KÁ ho¿ch sá 167 cąa Ban Chß đ¿o Đß án 06 tßnh Đßng Nai vß trián khai các giải pháp thúc đẩy thāc hián Đß án": false,
		"The quick brown fox jumps over the lazy dog and runs away through the forest to its home":                              true,
		strings.Repeat(". . . . ____ ---- ", 40) + "Ký":                                                                         true,
	} {
		if got := Judge(text).Usable(); got != want {
			t.Errorf("%.40q: usable %v, %+v", text, got, Judge(text))
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(passage))
	f.Add([]byte("K\xd5 ho\xb9ch"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Decode(data, "")
		if errors.Is(err, ErrNoEvidence) {
			return
		}
		if err != nil || !norm.NFC.IsNormalString(r.Text) {
			t.Fatalf("%v %q", err, r.Text)
		}
	})
}
