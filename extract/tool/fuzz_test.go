package tool

import "testing"

// FuzzList holds that whatever a bullet is, the tools read in it are stretches of it, in
// order and apart, and have a name.
func FuzzList(f *testing.F) {
	for _, s := range []string{
		"Ứng dụng VNeID, thẻ CCCD thay thế các loại giấy tờ",
		"Phần mềm HIS (do VNPT cung cấp); máy tính, mã QR: quét tại quầy",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, m := range List(s) {
			if m.Start < end || m.End <= m.Start || m.End > len(s) || m.Canonical == "" {
				t.Fatalf("%q: tool %+v, after one up to %d", s, m, end)
			}
			end = m.End
		}
		if at, ok := Clause(s); ok && (at < 0 || at > len(s)) {
			t.Fatalf("%q: clause at %d", s, at)
		}
	})
}
