package index

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/mapping"

	"kehoach/index/query"
	"kehoach/index/vi"
)

// Fields beside those of package query.
const (
	metaField  = "meta"  // stored only: see meta
	shortField = "short" // abbreviations that a plan defines: short, a tab, long
)

// keywords lists the fields of whole values.
var keywords = []string{
	query.Kind, query.Number, query.Ref, query.Date, query.Due, query.Plan, query.Province, query.Locality,
	query.Level, query.Group, query.Lead, query.Cooperating, query.Leading, query.Helping, query.Agency, query.Tool, query.Timeline,
	query.Year, query.DueYear, query.DueQuarter, shortField,
}

// formatVersion changes with every change of what a document holds that the mapping
// does not show.
const formatVersion = 8

// version names all that an index depends on besides the records.
func version(m mapping.IndexMapping) (string, error) {
	b, err := json.Marshal(m)
	if err != nil {
		return "", fmt.Errorf("marshal index mapping: %w", err)
	}
	sum := sha256.Sum256(b)
	return fmt.Sprintf("format %d, analysis %d, mapping %s", formatVersion, vi.Version, hex.EncodeToString(sum[:8])), nil
}

// newMapping says to Bleve how a document is indexed.
func newMapping() (*mapping.IndexMappingImpl, error) {
	m := bleve.NewIndexMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	for name, filters := range map[string][]string{
		vi.Loose:     {vi.Loose},
		vi.Exact:     {vi.Exact},
		vi.Pairs:     {vi.Pairs},
		vi.WithPairs: {vi.Loose, vi.WithPairs},
	} {
		err := m.AddCustomAnalyzer(name, map[string]any{
			"type": custom.Name, "tokenizer": vi.Tokenizer, "token_filters": filters,
		})
		if err != nil {
			return nil, fmt.Errorf("define analyzer %s: %w", name, err)
		}
	}
	d := bleve.NewDocumentStaticMapping()
	d.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	text := words(query.Text, vi.Loose)
	text.Store = true
	d.AddFieldMappingsAt(query.Text, text, words(query.Exact, vi.Exact), words(query.Pairs, vi.Pairs))
	d.AddFieldMappingsAt(readingProperty, words(query.Text, vi.Loose), words(query.Exact, vi.Exact), words(query.Pairs, vi.Pairs))
	d.AddFieldMappingsAt(query.Title, words(query.Title, vi.WithPairs))
	d.AddFieldMappingsAt(query.Goal, words(query.Goal, vi.WithPairs))
	d.AddFieldMappingsAt(query.Context, words(query.Context, vi.WithPairs))
	for _, name := range keywords {
		d.AddFieldMappingsAt(name, value(name))
	}
	d.AddFieldMappingsAt(metaField, stored(metaField))
	m.DefaultMapping = d
	return m, nil
}

func words(name, analyzer string) *mapping.FieldMapping {
	f := bleve.NewTextFieldMapping()
	f.Name, f.Analyzer = name, analyzer
	f.Store, f.IncludeTermVectors, f.IncludeInAll, f.DocValues = false, false, false, false
	return f
}

func value(name string) *mapping.FieldMapping {
	f := words(name, keyword.Name)
	f.DocValues, f.SkipFreqNorm = true, true
	return f
}

func stored(name string) *mapping.FieldMapping {
	f := words(name, keyword.Name)
	f.Index, f.Store = false, true
	return f
}
