package index

import (
	"slices"

	"github.com/blevesearch/bleve/v2"

	"kehoach/extract/plan"
	"kehoach/index/query"
)

// batcher gives documents to Bleve in batches of a bounded size. While Bleve works on
// one, the next is filled.
type batcher struct {
	index   bleve.Index
	batch   *bleve.Batch
	bytes   int
	fresh   bool              // the index began empty
	plans   map[string]string // fingerprints of the plans in the index, by id
	seen    map[string]bool   // ids of plans put
	written chan error        // tells how the batch fared that Bleve works on; nil: none
}

// put replaces what the index has of the plan of x.
func (b *batcher) put(x *plan.Extraction) error {
	if b.seen == nil {
		b.seen = map[string]bool{}
	}
	if !b.fresh || b.seen[x.Plan.ID] {
		if err := b.remove(x.Plan.ID); err != nil {
			return err
		}
	}
	b.seen[x.Plan.ID] = true
	b.plans[x.Plan.ID] = x.Fingerprint()
	for _, d := range documents(x) {
		if err := b.batch.Index(d.id, d.properties(x)); err != nil {
			return err
		}
		for _, p := range d.parts {
			b.bytes += len(p.Text)
		}
		if b.batch.Size() >= batchDocuments || b.bytes >= batchBytes {
			if err := b.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// remove deletes all documents of a plan. Those that are only in the batch yet are
// written first, or they would not be found.
func (b *batcher) remove(planID string) error {
	delete(b.plans, planID)
	if b.seen[planID] {
		if err := b.finish(); err != nil {
			return err
		}
	}
	q := bleve.NewTermQuery(planID)
	q.SetField(query.Plan)
	count, err := b.index.DocCount()
	if err != nil || count == 0 {
		return err
	}
	request := bleve.NewSearchRequestOptions(q, int(count), 0, false)
	request.SortBy([]string{"_id"})
	request.Score = "none"
	found, err := b.index.Search(request)
	if err != nil {
		return err
	}
	ids := make([]string, 0, len(found.Hits))
	for _, hit := range found.Hits {
		ids = append(ids, hit.ID)
	}
	slices.Sort(ids)
	for _, id := range ids {
		b.batch.Delete(id)
	}
	return nil
}

// flush gives what was gathered to Bleve, when that is done with what it had before.
func (b *batcher) flush() error {
	if b.batch.Size() == 0 {
		return nil
	}
	if err := b.wait(); err != nil {
		return err
	}
	batch, written := b.batch, make(chan error, 1)
	go func() { written <- b.index.Batch(batch) }()
	b.batch, b.bytes, b.written = b.index.NewBatch(), 0, written
	return nil
}

// wait waits for the batch that Bleve works on.
func (b *batcher) wait() error {
	if b.written == nil {
		return nil
	}
	err := <-b.written
	b.written = nil
	return err
}

// finish writes all that was gathered.
func (b *batcher) finish() error {
	if err := b.flush(); err != nil {
		return err
	}
	return b.wait()
}
