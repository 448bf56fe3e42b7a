package query

import (
	"fmt"
	"slices"
	"strings"
)

// Filters are the names of the fields that a Condition may be on.
var Filters = []string{
	Plan, Province, Locality, Level, Kind, Group, Lead, Cooperating, Agency, Tool, Ref, Number,
	Timeline, Year, Date, Due, DueYear, DueQuarter,
}

// Condition makes a condition on a field outside of a query. The value is written as
// after the colon: "y tế", "<2024-01-01". The error is an *Error.
func Condition(name, value string) (Field, error) {
	f := fieldOf(name)
	if !slices.Contains(Filters, name) {
		return Field{}, &Error{inFilter, fmt.Sprintf(textUnknownField, name, strings.Join(Filters, ", "))}
	}
	e := Field{Name: name, Value: value, Quiet: true, At: inFilter}
	if f.how == byDate {
		e.Op, e.Value = cutOp(value)
	}
	e.Value = strings.TrimSpace(e.Value)
	if e.Value == "" {
		return Field{}, &Error{inFilter, fmt.Sprintf(textNoValue, name)}
	}
	return e, (&parser{}).checkValue(f, e)
}
