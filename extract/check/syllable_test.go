package check

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/normalize"
)

func TestIsSyllable(t *testing.T) {
	for _, w := range strings.Fields("nghiên cứu khuyến khích quý quyết giấy gìn giờ giêng nghề gì yếu ưu thuở huệ khoẻ xoong ngoặc đường quốc oanh ý uỷ ngoằn chuyển nguyễn quynh huỳnh kỹ lý quản qua thuế") {
		if !isSyllable(normalize.Fold(w)) {
			t.Errorf("%q is a syllable", w)
		}
	}
	for _, w := range strings.Fields("nghành điạ qyuết tuyèn cưú ngiên kác tích̀ bướơc chuêyn thôgn") {
		if isSyllable(w) {
			t.Errorf("%q is no syllable", w)
		}
	}
}

// TestSamples holds that the check does not drown a reader: of the syllables of the
// sample plans that it does not know, all are damage.
func TestSamples(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/plans/*.txt")
	if len(files) == 0 {
		t.Fatal("no plans")
	}
	damaged := map[string]bool{"nghành": true, "điạ": true}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		s := string(b)
		for _, w := range normalize.Words(s) {
			if word := s[w.Start:w.End]; !w.Mark && looksVietnamese(word) && len([]rune(word)) <= 7 && !isSyllable(word) && !damaged[word] {
				t.Errorf("%s: %q", filepath.Base(f), word)
			}
		}
	}
}
