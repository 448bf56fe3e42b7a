// Package align finds the same model (mô hình điểm) in many plans, whatever number
// each plan gave it, and so makes the rows of the comparison. It is pure: no files,
// no clock, no environment. Begin with Align.
//
// The rows are anchored. First come the models of a catalogue, then clusters of what
// the catalogue does not know. Which catalogue row a model stands in depends on its
// own plan, the catalogue and the corrections alone, so another plan never moves it.
//
// The work grows with the number of models, not with its square: a model is compared
// with the few anchors that share a telling word with it, found by an inverted index.
package align
