package corpus

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
)

// correctionsFile holds what people said of the comparison, apart from the
// extractions: no ingest and no rebuild touches it.
const correctionsFile = "corrections.json"

// Corrections reads what SetCorrections wrote into v, which stays as it is where
// nothing was written.
func (c *Corpus) Corrections(v any) error {
	b, err := c.root.ReadFile(correctionsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read corrections: %w", err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("read %s: %w: %v", correctionsFile, ErrDamaged, err)
	}
	return nil
}

// SetCorrections keeps v, which is JSON, in place of what was there.
func (w *Writer) SetCorrections(v any) error {
	if err := w.replaceJSON(correctionsFile, v); err != nil {
		return fmt.Errorf("store corrections: %w", err)
	}
	return nil
}
