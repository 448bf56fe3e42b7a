package legal

import "testing"

// FuzzCitations holds that whatever a phrase is, the citations read in it are stretches of
// it, in order, and that a number is the start of what it was read from.
func FuzzCitations(f *testing.F) {
	for _, s := range []string{
		"Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ; số 422/QĐ-TTg",
		"Luật Cư trú năm 2020; Nghị định 62/2021/NĐ-CP, 04/QC-TT.HĐND - UBND",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, c := range Citations(s) {
			if c.Start < last || c.End <= c.Start || c.End > len(s) {
				t.Fatalf("%q: citation %+v, after one that begins at %d", s, c, last)
			}
			last = c.Start
		}
		if number, _, size := Number(s); size < 0 || size > len(s) || number != "" && size == 0 {
			t.Fatalf("%q: number %q of %d bytes", s, number, size)
		}
	})
}
