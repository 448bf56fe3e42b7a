package mhtml

import (
	"encoding/base64"
	"errors"
	"mime/quotedprintable"
	"os"
	"strings"
	"testing"

	"kehoach/ingest/measure"
	"kehoach/ingest/source"
)

const documents = "../../testdata/documents/"

// saved is a page as Chromium saves it, with a picture and a frame.
func saved(t testing.TB, page string) string {
	t.Helper()
	var q strings.Builder
	w := quotedprintable.NewWriter(&q)
	if _, err := w.Write([]byte(page)); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(`From: <Saved by Blink>
Snapshot-Content-Location: https://example.vn/ke-hoach
Subject: =?utf-8?Q?K=E1=BA=BF=20ho=E1=BA=A1ch?=
Date: Sat, 21 Nov 2026 09:00:00 +0700
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----MultipartBoundary--x----"


------MultipartBoundary--x----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.vn/ke-hoach

`+strings.ReplaceAll(q.String(), "\r", "")+`
------MultipartBoundary--x----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://example.vn/a.png

iVBORw0KGgo=

------MultipartBoundary--x----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<html><body>khung</body></html>
------MultipartBoundary--x------
`, "\n", "\r\n")
}

func TestReadPlan(t *testing.T) {
	const name = documents + "xuan-loc-02-kh-tctda06"
	page, err := os.ReadFile(name + ".html")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(name + ".want.txt")
	if err != nil {
		t.Fatal(err)
	}
	data := []byte(saved(t, string(page)))
	f, err := Read(data, "")
	if err != nil {
		t.Fatal(err)
	}
	if rate := measure.ErrorRate(string(want), f.Text); rate > 0.001 || !Match(data) || f.Reader != "mhtml" {
		t.Errorf("read by %s, character error rate %.2f %%", f.Reader, 100*rate)
	}
}

func TestRead(t *testing.T) {
	const old = "<p>K\xea\xec hoa\xf2ch tri\xea\xd2n khai th\xfd\xf2c hi\xea\xf2n</p>" // Windows-1258
	const want = "Kế hoạch triển khai thực hiện\n"
	for name, message := range map[string]string{
		"one part":   "MIME-Version: 1.0\nContent-Type: text/html; charset=windows-1258\nContent-Transfer-Encoding: 8bit\n\n" + old,
		"base64":     "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte("<p>"+want)),
		"within":     "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>" + want + "\n--b--\n--a--\n",
		"cut off":    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/html\n\n<p>" + want,
		"as Word":    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"----=_NextPart_01\"\n\nThis document is a Single File Web Page.\n\n------=_NextPart_01\nContent-Location: file:///C:/a.htm\nContent-Transfer-Encoding: quoted-printable\nContent-Type: text/html; charset=\"utf-8\"\n\n<p class=3DMsoNormal>K=E1=BA=BF ho=E1=BA=A1ch tri=E1=BB=83n khai th=E1=BB=B1c =\nhi=E1=BB=87n</p>\n\n------=_NextPart_01--\n",
		"blank head": "\n\n\xef\xbb\xbfMIME-Version: 1.0\nContent-Type: text/html\n\n<p>" + want,
	} {
		f, err := Read([]byte(message), "")
		if err != nil || f.Text != want || !Match([]byte(message)) {
			t.Errorf("%s: %+v, %v", name, f, err)
		}
	}
}

func TestRefusals(t *testing.T) {
	for message, want := range map[string]source.Reason{
		"no header":                          source.Damaged,
		"Content-Type: text/plain\n\nx":      source.Damaged,
		"Content-Type: text/html\n\n<p></p>": source.Empty,
		"Content-Type: multipart/related; boundary=a\n\n" + strings.Repeat("--a\n\nx\n", maxParts+2) + "--a--": source.OverLimit,
	} {
		_, err := Read([]byte(message), "")
		var r *source.Refusal
		if !errors.As(err, &r) || r.Reason != want {
			t.Errorf("%.40q: %v, want %s", message, err, want)
		}
	}
}

func TestMatch(t *testing.T) {
	for data, want := range map[string]bool{
		"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n": true,
		"Kế hoạch\nMIME-Version: 1.0\nContent-Type: multipart/related":     false,
		"MIME-Version: 1.0\nContent-Type: text/plain\n":                    false,
		"": false,
	} {
		if Match([]byte(data)) != want {
			t.Errorf("%q: want %v", data, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(saved(f, "<p>Kế hoạch</p>")))
	f.Add([]byte("Content-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\n--a--"))
	f.Fuzz(func(t *testing.T, data []byte) {
		Match(data)
		_, _ = Read(data, "")
	})
}
