package pdf

import (
	"unicode"

	"kehoach/ingest/charset"
	"kehoach/ingest/source"
)

const (
	leastText    = 30  // characters of a page that is no scan
	stampText    = 250 // characters that the stamp of a digital signature puts on a scan
	leastValid   = 40  // percent of the words of a broken text layer that make it worth keeping
	leastMarks   = 40  // percent of the words with marks, in a layer behind a scan; Vietnamese has 75
	mostForeign  = 40  // percent of the words that are Vietnamese syllables by chance; English has 30
	mostByChance = 10  // percent of the words that have Vietnamese marks in a text that is none
	leastMarked  = 30  // percent of the words with marks, in what was recognised as Vietnamese; other languages, misread, have 5 to 20
	wholePage    = 0.4 // of the page covered by images: a scan
	fullPage     = 0.8 // so much that nothing but a stamp is beside it
	leastDrawn   = 100 // shapes of a page whose letters are drawn; an emblem alone may have as many
	fullDrawn    = 400 // so many that nothing but a stamp is beside them
)

// pictures is what a page has besides text.
type pictures struct {
	cover  float64 // the share of the page that images cover
	shapes int     // filled areas with many sides, as letters are that are drawn
}

// drawn reports whether the letters of a page may be drawn, on which so many are text.
func (p pictures) drawn(seen int) bool {
	return seen < leastText && p.shapes >= leastDrawn || seen < stampText && p.shapes >= fullDrawn
}

// judge decides whether the text of a page can be used, mends that of an old encoding
// that no font's name told, and notes what is to be recognised optically.
func judge(f *source.File, pics pictures, text string, number int) string {
	note := func(d source.Diagnostic) { f.Diagnostics = append(f.Diagnostics, d) }
	seen := visible(text)
	drawn := pics.drawn(seen)
	switch {
	case pics.cover >= fullPage && seen < stampText, pics.cover >= wholePage && seen == 0, drawn && seen == 0:
		note(scannedPage(number))
		return text
	case pics.cover >= wholePage && seen < stampText, drawn:
		note(imagePage(number))
		return text
	}
	j := charset.Judge(text)
	marked := !unmarked(j, pics.cover)
	if j.Usable() && marked {
		if pics.cover >= wholePage && pics.cover < fullPage { // one that fills the page lies under the text
			note(largeImage(number, pics.cover))
		}
		return text
	}
	if repaired, encoding := charset.Repair(text); encoding != "" {
		note(oldEncoding(number, encoding))
		return repaired
	}
	switch {
	case marked && charset.Foreign(text):
		return text
	case marked && j.Marked*100 <= j.Words*mostByChance && charset.Legible(text):
		note(unclearTextLayer(number))
		return text
	}
	note(badTextLayer(number))
	if j.Words == 0 || j.Valid*100 < j.Words*leastValid {
		return "" // rather a gap than letters without sense
	}
	return text
}

// unmarked reports whether the text behind a scan comes from a recognition that did not
// know Vietnamese ("Ke hoach trien khai").
func unmarked(j charset.Judgement, cover float64) bool {
	return cover >= wholePage && j.Words >= 30 && j.Marked*100 < j.Words*leastMarks && j.Valid*100 >= j.Words*mostForeign
}

// Keep reports whether a page that was reported under a code is rather what its text
// layer says than what was recognised on it: where that is less than the stamp on a scan,
// or is no better Vietnamese.
func Keep(code, layer, read string) bool {
	seen, recognised := visible(layer), visible(read)
	j := charset.Judge(read)
	switch {
	case seen == 0:
		return false
	case code == CodeScan:
		return recognised < seen
	case code == CodeImage:
		return 3*recognised < 4*seen // hardly more, and with errors
	case code == CodeBadTextLayer:
		l := charset.Judge(layer)
		return j.Valid*l.Words < l.Valid*j.Words || recognised < seen/2
	}
	return !j.Usable() || j.Marked*100 < j.Words*leastMarked
}

func visible(text string) (n int) {
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
