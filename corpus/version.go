package corpus

import (
	"fmt"

	"kehoach/extract/plan"
)

// Version returns what was read out of the nth version of the plan id that is kept,
// counted from 1 as in History.
func (c *Corpus) Version(id string, n int) (*plan.Extraction, error) {
	history, err := c.History(id)
	if err != nil {
		return nil, err
	}
	if n < 1 || n > len(history) {
		return nil, fmt.Errorf("plan %s, version %d of %d: %w", id, n, len(history), ErrNotFound)
	}
	return c.readExtraction(id, history[n-1].version)
}
