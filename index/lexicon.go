package index

import "kehoach/index/query"

// shared returns the abbreviations that all plans share.
func shared() *query.Abbreviations {
	a := &query.Abbreviations{}
	return a
}
