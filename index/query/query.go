// Package query understands what a user types into search: it parses a query, and
// makes of it a plan of terms, weights and conditions that any full-text engine can
// carry out. It knows no engine. Begin with Parse and Compile; fields.go lists the fields.
package query

import "fmt"

// Expr is a parsed query: Words, Phrase, Prefix, Field, And, Or, Not or Everything.
type Expr interface{ expr() }

// Everything is the empty query.
type Everything struct{}

// Words is a run of plain words: documents are ranked by how well they hold them.
type Words struct{ Text string }

// Phrase is text in quotation marks: its words stand side by side.
type Phrase struct{ Text string }

// Prefix is the beginning of a word: "kios*".
type Prefix struct{ Text string }

// Field is a condition on one field: "tinh:Long An", "han:<2024-01-01".
type Field struct {
	Name  string // one of the field names of fields.go
	Op    Op
	Value string
	// Open tells that Value is a single word without quotation marks: the words after
	// it may belong to it ("tinh:Long An").
	Open bool
	// Quoted tells that Value stood in quotation marks: with any mark on it, it is meant exactly.
	Quoted bool
	// Quiet tells that its value is not to be marked in hits: a filter, not a query.
	Quiet bool
	At    int // offset in characters, for messages
}

// Op compares.
type Op string

// The comparisons. Is holds for an equal value or, of dates, for one within Value.
const (
	Is      Op = ""
	Less    Op = "<"
	AtMost  Op = "<="
	More    Op = ">"
	AtLeast Op = ">="
)

// And holds where all of Of hold, Or where at least one does, Not where Of does not.
type (
	And struct{ Of []Expr }
	Or  struct{ Of []Expr }
	Not struct{ Of Expr }
)

func (Everything) expr() {}
func (Words) expr()      {}
func (Phrase) expr()     {}
func (Prefix) expr()     {}
func (Field) expr()      {}
func (And) expr()        {}
func (Or) expr()         {}
func (Not) expr()        {}

// Error says where and why a query does not parse, in Vietnamese.
type Error struct {
	At      int // in characters, from 0; or inFilter
	Message string
}

// inFilter is the place of an error that is not in the query, but in a filter beside it.
const inFilter = -1

func (e *Error) Error() string {
	if e.At == inFilter {
		return fmt.Sprintf(textErrorFilter, e.Message)
	}
	return fmt.Sprintf(textErrorAt, e.At+1, e.Message)
}
