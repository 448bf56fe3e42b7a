package index

import (
	"math"

	index "github.com/blevesearch/bleve_index_api"
)

// cursor walks over documents in the order of their numbers. It stands on one, or
// past the last.
type cursor interface {
	// doc is the number of the document that the cursor stands on, end past the last.
	doc() uint64
	// seek moves to the first document with a number of at least target, which is
	// never less than doc.
	seek(target uint64) error
	// score is that of the document that the cursor stands on.
	score() float64
	close() error
}

const end = math.MaxUint64

// term walks over the documents that have one term.
type term struct {
	reader index.TermFieldReader
	at     index.TermFieldDoc
	number uint64
	count  uint64                // documents that have the term
	target index.IndexInternalID // of the last seek, kept to save memory
	weight float64
	length float64 // of the field, that counts as normal; 0 where length does not count
}

// saturation and lengthShare are k1 and b of the BM25 formula. What is said again counts
// for more than is usual: a model repeats what it is about. Length counts for less: one
// with many duties is no worse an answer.
const (
	saturation  = 2
	lengthShare = 0.4
)

// begin moves to the first document.
func (t *term) begin() error { return t.set(t.reader.Next(&t.at)) }

func (t *term) set(d *index.TermFieldDoc, err error) error {
	if err != nil {
		return err
	}
	if d == nil {
		t.number = end
		return nil
	}
	t.number = d.ID.Value()
	return nil
}

func (t *term) doc() uint64 { return t.number }

func (t *term) seek(target uint64) error {
	switch {
	case target <= t.number:
		return nil
	case target == t.number+1:
		return t.set(t.reader.Next(t.at.Reset()))
	case target == end:
		t.number = end
		return nil
	}
	t.target = index.NewIndexInternalID(t.target, target)
	return t.set(t.reader.Advance(t.target, t.at.Reset()))
}

// score follows BM25, with a normal length in place of the average one: scores do not
// depend on which documents were deleted or merged before.
func (t *term) score() float64 { return t.scoreOf(t.times()) }

// scoreOf is the score of a document that has the term so many times.
func (t *term) scoreOf(times int) float64 {
	if t.length == 0 {
		return t.weight
	}
	length := 1 / (t.at.Norm * t.at.Norm)
	tf := float64(times)
	return t.weight * tf * (saturation + 1) / (tf + saturation*(1-lengthShare+lengthShare*length/t.length))
}

func (t *term) times() int        { return int(t.at.Freq) }
func (t *term) documents() uint64 { return t.count }

func (t *term) close() error { return t.reader.Close() }

// countedCursor is a cursor of a term, or of one that is spelled in several ways.
type countedCursor interface {
	cursor
	times() int        // how often the document has the term
	documents() uint64 // about how many have it
}

// anySpelling walks over the documents that have a term in any of its spellings, as if
// all were one.
type anySpelling struct {
	of     []*term
	number uint64
	count  uint64
}

func newAnySpelling(of []*term, count uint64) countedCursor {
	if len(of) == 1 {
		return of[0]
	}
	s := &anySpelling{of: of, count: count}
	s.settle()
	return s
}

func (s *anySpelling) settle() {
	s.number = end
	for _, t := range s.of {
		s.number = min(s.number, t.number)
	}
}

func (s *anySpelling) doc() uint64 { return s.number }

func (s *anySpelling) seek(target uint64) error {
	if target <= s.number {
		return nil
	}
	for _, t := range s.of {
		if err := t.seek(target); err != nil {
			return err
		}
	}
	s.settle()
	return nil
}

func (s *anySpelling) times() int {
	n := 0
	for _, t := range s.of {
		if t.number == s.number {
			n += t.times()
		}
	}
	return n
}

func (s *anySpelling) score() float64 {
	for _, t := range s.of {
		if t.number == s.number {
			return t.scoreOf(s.times())
		}
	}
	return 0
}

func (s *anySpelling) documents() uint64 { return s.count }

func (s *anySpelling) close() error {
	var first error
	for _, t := range s.of {
		if err := t.close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// nothing stands past the last document.
type nothing struct{}

func (nothing) doc() uint64       { return end }
func (nothing) seek(uint64) error { return nil }
func (nothing) score() float64    { return 0 }
func (nothing) close() error      { return nil }

// allOf walks over the documents that all of its cursors have. Its score is the mean
// of theirs times weight.
type allOf struct {
	of     []cursor
	weight float64
}

func newAllOf(of []cursor, weight float64) (cursor, error) {
	if len(of) == 1 && weight == 1 {
		return of[0], nil
	}
	a := &allOf{of, weight}
	return a, a.settle()
}

// settle moves on to the next document that all have.
func (a *allOf) settle() error {
	target := a.of[0].doc()
	for i := 0; i < len(a.of); {
		if a.of[i].doc() < target {
			if err := a.of[i].seek(target); err != nil {
				return err
			}
		}
		if d := a.of[i].doc(); d > target {
			target, i = d, 0
			continue
		}
		i++
	}
	return nil
}

func (a *allOf) doc() uint64 { return a.of[0].doc() }

func (a *allOf) seek(target uint64) error {
	if err := a.of[0].seek(target); err != nil {
		return err
	}
	return a.settle()
}

func (a *allOf) score() float64 {
	sum := 0.0
	for _, c := range a.of {
		sum += c.score()
	}
	return a.weight * sum / float64(len(a.of))
}

func (a *allOf) close() error { return closeAll(a.of) }

// bestOf walks over the documents that any of its cursors has, with the best score of
// those that have it.
type bestOf struct {
	of     []cursor
	number uint64
}

func newBestOf(of []cursor) cursor {
	switch len(of) {
	case 0:
		return nothing{}
	case 1:
		return of[0]
	}
	b := &bestOf{of: of}
	b.settle()
	return b
}

func (b *bestOf) settle() {
	b.number = end
	for _, c := range b.of {
		b.number = min(b.number, c.doc())
	}
}

func (b *bestOf) doc() uint64 { return b.number }

func (b *bestOf) seek(target uint64) error {
	if target <= b.number {
		return nil
	}
	for _, c := range b.of {
		if c.doc() < target {
			if err := c.seek(target); err != nil {
				return err
			}
		}
	}
	b.settle()
	return nil
}

func (b *bestOf) score() float64 {
	best := 0.0
	for _, c := range b.of {
		if c.doc() == b.number {
			best = max(best, c.score())
		}
	}
	return best
}

func (b *bestOf) close() error { return closeAll(b.of) }

// butNot walks over the documents of one cursor that another does not have.
type butNot struct {
	cursor
	not cursor
}

func newButNot(c, not cursor) (cursor, error) {
	b := &butNot{c, not}
	return b, b.settle()
}

func (b *butNot) settle() error {
	for b.cursor.doc() != end {
		d := b.cursor.doc()
		if b.not.doc() < d {
			if err := b.not.seek(d); err != nil {
				return err
			}
		}
		if b.not.doc() != d {
			return nil
		}
		if err := b.cursor.seek(d + 1); err != nil {
			return err
		}
	}
	return nil
}

func (b *butNot) seek(target uint64) error {
	if err := b.cursor.seek(target); err != nil {
		return err
	}
	return b.settle()
}

func (b *butNot) close() error { return closeAll([]cursor{b.cursor, b.not}) }

// quiet is a cursor whose score does not count.
type quiet struct{ cursor }

func (quiet) score() float64 { return 0 }

func closeAll(cs []cursor) error {
	var first error
	for _, c := range cs {
		if err := c.close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}
