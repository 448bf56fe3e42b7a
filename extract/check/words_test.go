package check

import (
	"testing"

	"kehoach/extract/lexicon"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// TestSounds holds that no text is passed over in which a phrase of the lexicon stands, or
// a word that is not sound.
func TestSounds(t *testing.T) {
	c := checker{x: &plan.Extraction{}, shortForms: map[string]source.Span{}}
	if s := "Sở Y tế chủ trì, phối hợp về trật tự; Tổ công tác (nt)."; !c.sounds(s) {
		t.Errorf("%q does not sound", s)
	}
	for _, r := range lexicon.Rows("confusions.txt", 4) {
		for _, s := range []string{r.Columns[0], "Về " + r.Columns[0] + " trong", "chủ\t" + r.Columns[0] + "."} {
			if c.sounds(s) {
				t.Errorf("%q sounds", s)
			}
		}
	}
	for _, s := range []string{"th sinh", "được chứức năng", "năm 2O23", "giao PC06 chủ trì"} {
		if c.sounds(s) {
			t.Errorf("%q sounds", s)
		}
	}
}
