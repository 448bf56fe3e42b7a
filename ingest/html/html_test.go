package html

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/ingest/measure"
	"kehoach/ingest/source"
)

const documents = "../../testdata/documents/"

const ceiling = 0.001 // character error rate

func TestReadPlans(t *testing.T) {
	paths, err := filepath.Glob(documents + "*.html")
	if err != nil || len(paths) != 5 {
		t.Fatalf("%d documents, %v", len(paths), err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(strings.TrimSuffix(path, "html") + "want.txt")
		if err != nil {
			t.Fatal(err)
		}
		f, err := Read(data, "")
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if rate := measure.ErrorRate(string(want), f.Text); rate > ceiling || !Match(data) {
			t.Errorf("%s: character error rate %.2f %%", path, 100*rate)
		}
	}
}

const body = "<p>Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai các mô hình điểm trên địa bàn tỉnh năm 2023 và các năm tiếp theo như sau:</p>"

const shown = "Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai các mô hình điểm trên địa bàn tỉnh năm 2023 và các năm tiếp theo như sau:"

func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"paragraphs":        {"<p>Kế\n hoạch&nbsp;số <b>2</b><p>và", "Kế hoạch số 2|và"},
		"line breaks":       {"<p>a<br>b<br/><br>c</p>", "a/b/c"},
		"scripts":           {"<p>a</p><script>x()</script><style>p{}</style><!-- x --><p>b</p>", "a|b"},
		"hidden":            {`<p>a</p><div style="display: none">x</div><p hidden>y</p>`, "a"},
		"taken out":         {"<p>a <del>x</del><ins>b</ins></p>", "a b"},
		"inline elements":   {"<p>Kế <span>hoạ</span><i>ch</i></p>", "Kế hoạch"},
		"preformatted":      {"<pre>a\nb</pre>", "a/b"},
		"columns by blanks": {"<pre>TT   Mô hình\tHạn\n 1   <b>Khám</b>\n\nhết</pre>", "TT   Mô hình    Hạn/ 1   Khám|hết"},
		"blanks by style":   {`<div style="white-space:pre-wrap">a   b</div><p>c   d`, "a   b|c d"},
		"list":              {"<ol start=3 type=a><li>x<li>y</ol><ul><li>z</ul>", "c. x|d. y|• z"},
		"roman list":        {"<ol type=I><li value=4>x</ol>", "IV. x"},
		"table":             {"<table border=1><tr><th>TT<th>Mô hình</tr><tr><td>1<td>Khám<br>bệnh</tr></table>", "TT\tMô hình/1\tKhám\u2028bệnh"},
		"merged cells":      {"<table border=1><tr><td rowspan=2>a<td colspan=2>b</tr><tr><td>c<td>d</tr></table>", "a\tb\t/\u2063\tc\td"},
		"lines by style":    {`<table><tr><td style="border:solid 1px">a<td>b</table>`, "a\tb"},
		"side by side":      {"<table border=0><tr><td>ỦY BAN<br>TỈNH A<td>CỘNG HÒA</tr><tr><td>Số: 2<td>Long An</table>", "ỦY BAN/TỈNH A|Số: 2|CỘNG HÒA|Long An"},
		"headings":          {"<table><tr><th>Mô hình<th>Hạn<tr><td>Khám<td>2023</table>", "Mô hình\tHạn/Khám\t2023"},
		"numbers":           {"<table class=b><tr><td>TT<td>Mô hình<tr><td>1<td>Khám</table>", "TT\tMô hình/1\tKhám"},
		"footnotes":         {`<p>năm 2023<a href="#fn1"><sup>1</sup></a> và <a href="#muc-2">mục 2</a><p><a name=fn1 href="#r">[1]</a> Chú thích <a href="#r">↩︎</a>`, "năm 2023 và mục 2|Chú thích"},
		"table in a cell":   {"<table border=1><tr><td>a<table border=1><tr><td>b<td>c</table><td>d</table>", "a\u2028b c\td"},
		"navigation": {"<nav>x</nav><div class='menu-top'><a>y</a></div><ul><li><a>Trang chủ</a><li><a>Tin tức</a><li><a>Liên hệ</a></ul><div id=content>" + body +
			"</div><footer>z</footer>", shown},
		"links in the text stay":      {"<p>Căn cứ <a>Quyết định số 06/QĐ-TTg</a>, <a>Luật A</a>, <a>Luật B</a>; " + shown + "</p>", "Căn cứ Quyết định số 06/QĐ-TTg, Luật A, Luật B; " + shown},
		"a column beside the text":    {"<div><div>Tin mới</div><div><div>" + strings.Repeat(body, 3) + "</div></div></div>", shown + "|" + shown + "|" + shown},
		"a frame called by furniture": {"<div class=search>" + strings.Repeat(body, 30) + "</div>", strings.TrimSuffix(strings.Repeat(shown+"|", 30), "|")},
	} {
		f, err := Read([]byte("<html><body>"+c.page), "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := strings.NewReplacer("\n\n", "|", "\n", "/").Replace(strings.TrimSuffix(f.Text, "\n")); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	const text = "K\xea\xec hoa\xf2ch tri\xea\xd2n khai th\xfd\xf2c hi\xea\xf2n ca\xecc m\xf4 hi\xccnh cu\xd2a U\xd2y ban" // Windows-1258
	const want = "Kế hoạch triển khai thực hiện các mô hình của Ủy ban\n"
	for name, c := range map[string]struct{ page, told, diagnostic string }{
		"said":         {"<html><meta charset=windows-1258><p>" + text, "", ""},
		"said wrongly": {"<html><meta charset=utf-8><p>" + text, "", "WINDOWS-1258"},
		"not said":     {"<html><p>" + text, "", "WINDOWS-1258"},
		"much markup":  {"<html><head><meta content=x><script>var a = function() { return window.document }</script></head><body class=home bgcolor=white><div id=content><p align=center>" + text, "", "WINDOWS-1258"},
		"told":         {"<html><meta charset=utf-8><p>" + text, "windows-1258", ""},
		"marked":       {"\xef\xbb\xbf<html><meta charset=windows-1258><p>" + want, "", ""},
		"references":   {"<html><p>K&#7871; ho&#x1EA1;ch tri&#7875;n khai th&#7921;c hi&#7879;n c&aacute;c m&ocirc; h&igrave;nh c&#7911;a &#7910;y ban", "", ""},
		"old font":     {"<html><meta charset=utf-8><p>KÕ ho¹ch triÓn khai thùc hiÖn c¸c m« h×nh cña ñy ban" + strings.Repeat(" vµ c¸c ®¬n vÞ", 5), "", "TCVN3"},
	} {
		f, err := Read([]byte(c.page), c.told)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		said := len(f.Diagnostics) > 0 && strings.Contains(f.Diagnostics[0].Message, " "+c.diagnostic+".")
		if f.Text != want && name != "old font" || said != (c.diagnostic != "") {
			t.Errorf("%s: %q, %v", name, f.Text, f.Diagnostics)
		}
	}
}

func TestMatch(t *testing.T) {
	for data, want := range map[string]bool{
		"<!DOCTYPE html>": true, "\xef\xbb\xbf\n <HTML lang=vi>": true, "<?xml version='1.0'?><!-- x --><html>": true,
		"\xff\xfe<\x00h\x00t\x00m\x00l\x00": true, "Kế hoạch <html>": false, "<xml>": false, "": false, "<!-- ": false,
	} {
		if Match([]byte(data)) != want {
			t.Errorf("%q: want %v", data, want)
		}
	}
}

func TestRefusals(t *testing.T) {
	for page, want := range map[string]source.Reason{
		"<html><script>x</script>":                           source.Empty,
		"<html>" + strings.Repeat("<div>", 3*maxDepth) + "x": source.OverLimit,
	} {
		_, err := Read([]byte(page), "")
		var r *source.Refusal
		if !errors.As(err, &r) || r.Reason != want {
			t.Errorf("%.20q: %v, want %s", page, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("<html><table border=1><tr><td rowspan=9 colspan=3>a<td>b<ol type=i><li>c</table>"))
	f.Fuzz(func(t *testing.T, data []byte) { _, _ = Read(data, "") })
}
