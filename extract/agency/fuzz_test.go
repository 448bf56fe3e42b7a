package agency

import "testing"

// FuzzBodies holds that whatever a phrase is, the bodies read in it are stretches of it,
// in order and apart.
func FuzzBodies(f *testing.F) {
	for _, s := range []string{
		"Sở Y tế (chủ trì); Công an tỉnh, BHXH tỉnh (phối hợp).",
		"Giao Công an tỉnh chủ trì, phối hợp với các Sở: Y tế, Tài chính và UBND các huyện",
		"Trên cơ sở hướng dẫn của Bộ A; Sở B, Công chức C chủ trì (sau khi",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		apart := func(rule string, found []Match) {
			end := 0
			for _, m := range found {
				if m.Start < end || m.End <= m.Start || m.End > len(s) {
					t.Fatalf("%s of %q: a body from %d to %d, after one up to %d", rule, s, m.Start, m.End, end)
				}
				end = m.End
			}
		}
		apart("List", List(s))
		apart("Guiding", Guiding(s))
		apart("Awaited", Awaited(s))
		actors, _ := Subject(s)
		apart("Subject", actors)
		all := Sentences{Own: func() *Known {
			var known Known
			known.AddList(s)
			known.AddTitle(s)
			return &known
		}}
		actors, _ = all.Subject(s)
		apart("Subject of known names", actors)
		for _, a := range Roles(s) {
			apart("Roles", []Match{a.Match})
			new(Names).Canonical(a.Full(s))
		}
		if m, ok := Title(s); ok {
			apart("Title", []Match{m})
		}
	})
}
