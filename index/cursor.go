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

// saturation and lengthShare are k1 and b of the BM25 formula. Length counts for less
// than is usual: a model with many duties is no worse an answer.
const (
	saturation  = 1.2
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
func (t *term) score() float64 {
	if t.length == 0 {
		return t.weight
	}
	length := 1 / (t.at.Norm * t.at.Norm)
	tf := float64(t.at.Freq)
	return t.weight * tf * (saturation + 1) / (tf + saturation*(1-lengthShare+lengthShare*length/t.length))
}

func (t *term) close() error { return t.reader.Close() }

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
