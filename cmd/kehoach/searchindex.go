package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/extract/plan"
	"kehoach/index"
)

const indexName = "index" // of the cache in a corpus

// searchIndex is the search index as a cache of the corpus.
type searchIndex struct {
	*index.Writer
	corpus *corpus.Writer
	anew   bool // it cannot be mended, only made again
}

// openSearchIndex opens the index of w for writing.
func openSearchIndex(w *corpus.Writer) (corpus.Sink, func() error, error) {
	iw, err := index.OpenWriter(w.CacheDir(indexName))
	if err != nil {
		return nil, nil, err
	}
	return &searchIndex{Writer: iw, corpus: w}, func() error { return nil }, nil
}

// Fingerprints returns none where the index must be made again.
func (s *searchIndex) Fingerprints() (map[string]string, error) {
	have, err := s.Writer.Fingerprints()
	if errors.Is(err, index.ErrRebuild) {
		s.anew = true
		return nil, nil
	}
	return have, err
}

// Apply changes the index, or makes it again from all plans where it must be: what
// readers find is never only a part.
func (s *searchIndex) Apply(ctx context.Context, put []*plan.Extraction, remove []string) error {
	if s.anew {
		s.anew = false
		return s.Rebuild(ctx, s.corpus.Extractions())
	}
	return s.Writer.Apply(ctx, put, remove)
}

// search opens the index of the corpus and calls do with it. An index that lacks what
// the corpus has, after a crash perhaps or a new version, is brought up to date first,
// unless another process writes: that one will.
func (a *app) search(cmd *cobra.Command, do func(*index.Index) error) error {
	return a.read(func(c *corpus.Corpus) error {
		x, err := a.freshIndex(cmd, c)
		if err != nil {
			return err
		}
		return errors.Join(do(x), x.Close())
	})
}

func (a *app) freshIndex(cmd *cobra.Command, c *corpus.Corpus) (*index.Index, error) {
	x, err := index.Open(c.CacheDir(indexName))
	if err != nil && !errors.Is(err, index.ErrNone) && !errors.Is(err, index.ErrRebuild) {
		return nil, err
	}
	if err == nil {
		put, remove, err := c.Stale(opened{x})
		if err != nil && !errors.Is(err, corpus.ErrDamaged) {
			return nil, errors.Join(err, x.Close())
		}
		if len(put)+len(remove) == 0 {
			return x, nil
		}
	}
	errUpdate := a.updateIndex(cmd, x != nil)
	if errUpdate != nil && x != nil {
		if errors.Is(errUpdate, context.Canceled) {
			return nil, errors.Join(errUpdate, x.Close())
		}
		text, _ := explain(errUpdate)
		fmt.Fprintf(a.stderr, "%s: "+msgSearchStale+"\n", msgNoteWord, text)
		return x, nil
	}
	if errUpdate != nil {
		return nil, errUpdate
	}
	if x != nil {
		if err := x.Close(); err != nil {
			return nil, err
		}
	}
	return index.Open(c.CacheDir(indexName))
}

// updateIndex makes the index equal to the corpus. Who has an old one to search does not
// wait for another process that writes.
func (a *app) updateIndex(cmd *cobra.Command, hasOne bool) error {
	return a.writeWith(cmd, corpus.Options{NoWait: hasOne}, func(ctx context.Context, w *corpus.Writer) error {
		if err := w.Sync(ctx); err != nil {
			return err
		}
		x, err := index.Open(w.CacheDir(indexName))
		if err == nil {
			return x.Close()
		}
		if !errors.Is(err, index.ErrNone) && !errors.Is(err, index.ErrRebuild) {
			return err
		}
		iw, err := index.OpenWriter(w.CacheDir(indexName)) // the corpus is empty
		if err != nil {
			return err
		}
		return iw.Rebuild(ctx, w.Extractions())
	})
}

// opened is an index that is open, to be compared with the corpus.
type opened struct{ *index.Index }

func (opened) Apply(context.Context, []*plan.Extraction, []string) error {
	return errors.ErrUnsupported
}
