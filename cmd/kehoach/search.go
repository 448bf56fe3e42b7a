package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kehoach/index"
	"kehoach/index/query"
)

// searchCommand is one call of kehoach search.
type searchCommand struct {
	*app
	format, sort *choice
	filters      map[string]*[]string // by field
	facets       []string
	limit        int
	offset       int
	open         int
}

// searchFilters are the flags that narrow a search: field, flag, the same in Vietnamese.
var searchFilters = []struct{ field, flag, vietnamese, usage string }{
	{query.Plan, "plan", "ke-hoach", msgFilterPlan},
	{query.Province, "province", "tinh", msgFilterProvince},
	{query.Locality, "locality", "dia-ban", msgFilterLocality},
	{query.Level, "level", "cap", msgFilterLevel},
	{query.Kind, "kind", "loai", msgFilterKind},
	{query.Group, "group", "nhom", msgFilterGroup},
	{query.Agency, "agency", "co-quan", msgFilterAgency},
	{query.Lead, "lead", "chu-tri", msgFilterLead},
	{query.Cooperating, "cooperating", "phoi-hop", msgFilterCooperating},
	{query.Tool, "tool", "cong-cu", msgFilterTool},
	{query.Timeline, "timeline", "tien-do", msgFilterTimeline},
	{query.Year, "year", "nam", msgFilterYear},
	{query.Due, "due", "han", msgFilterDue},
}

func newSearch(a *app) *cobra.Command {
	s := &searchCommand{app: a, filters: map[string]*[]string{}}
	cmd := &cobra.Command{
		Use: msgSearchUse, Short: msgSearchShort, Long: msgSearchLong, Example: msgSearchExample,
		Args: wantArgs(0, -1),
	}
	s.format = formatFlag(cmd, "table", "json")
	flags := cmd.Flags()
	for _, f := range searchFilters {
		s.filters[f.field] = flags.StringArray(f.flag, nil, f.usage)
	}
	flags.SetNormalizeFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		for _, f := range searchFilters {
			if name == f.vietnamese {
				name = f.flag
			}
		}
		return pflag.NormalizedName(name)
	})
	s.sort = &choice{string(index.ByRelevance), []string{string(index.ByRelevance), string(index.ByDate), string(index.ByDue), string(index.ByPlan)}}
	flags.Var(s.sort, "sort", msgFlagSort)
	flags.StringArrayVar(&s.facets, "facet", nil, fmt.Sprintf(msgFlagFacet, strings.Join(index.FacetFields, ", ")))
	flags.IntVarP(&s.limit, "limit", "n", 10, msgFlagLimit)
	flags.IntVar(&s.offset, "offset", 0, msgFlagOffset)
	flags.IntVar(&s.open, "open", 0, msgFlagOpen)
	cmd.SetFlagErrorFunc(minusError)
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return s.run(cmd, strings.Join(args, " ")) }
	return cmd
}

// minusError is flagError for a query that was taken for a flag: "-kiosk".
func minusError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "" {
		return usagef(msgHintMinus, msgErrFlag, "-"+unknown.GetSpecifiedName())
	}
	return flagError(cmd, err)
}

func (s *searchCommand) run(cmd *cobra.Command, text string) error {
	r, err := s.request(cmd, text)
	if err != nil {
		return err
	}
	return s.search(cmd, func(x *index.Index) error {
		result, err := x.Search(cmd.Context(), r)
		var unclear *query.Error
		if errors.As(err, &unclear) {
			return usagef(fmt.Sprintf(msgHintHelp, cmd.CommandPath()), "%s", unclear)
		}
		switch {
		case err != nil:
			return err
		case s.open > 0:
			return s.printPassage(cmd, x, result)
		case s.format.value == "json":
			return s.printJSON(result, true)
		}
		s.printResult(result, r)
		return nil
	})
}

// request is what the flags ask for.
func (s *searchCommand) request(cmd *cobra.Command, text string) (index.Request, error) {
	help := fmt.Sprintf(msgHintHelp, cmd.CommandPath())
	r := index.Request{Query: text, Sort: index.Sort(s.sort.value), Limit: s.limit, Offset: s.offset, Facets: s.facets}
	for _, f := range searchFilters {
		if values := *s.filters[f.field]; len(values) > 0 {
			r.Filters = append(r.Filters, index.Filter{Field: f.field, Values: values})
		}
	}
	for _, name := range s.facets {
		if !slices.Contains(index.FacetFields, name) {
			return r, usagef(help, msgErrChoice, name, strings.Join(index.FacetFields, ", "))
		}
	}
	if s.format.value == "json" && s.facets == nil {
		r.Facets = index.FacetFields
	}
	if s.limit < 0 || s.limit > index.MaxLimit || s.offset < 0 || s.open < 0 {
		return r, usagef(help, msgErrRange, index.MaxLimit)
	}
	if s.open > 0 {
		r.Offset, r.Limit = s.open-1, 1
	}
	if strings.TrimSpace(text) == "" && len(r.Filters) == 0 {
		return r, usagef(help, msgErrNoQuery)
	}
	return r, nil
}

// printResult prints hits for a person: on a terminal with the words found in bold,
// else one line a hit with tabs between.
func (a *app) printResult(r *index.Result, asked index.Request) {
	for _, note := range r.Understood {
		fmt.Fprintln(a.stderr, note)
	}
	for _, s := range r.Suggestions {
		fmt.Fprintf(a.stderr, msgDidYouMean+"\n", s)
	}
	if terminalWidth(a.stdout) > 0 {
		a.printHits(r, asked)
	} else {
		t := table{header: msgSearchHeader}
		for i, h := range r.Hits {
			t.add(strconv.Itoa(asked.Offset+i+1), h.Plan, hitKind(h), h.Title, plainSnippet(h), strconv.Itoa(h.Span.Page), strconv.Itoa(h.Span.Line))
		}
		t.print(a.stdout)
	}
	for _, name := range asked.Facets {
		t := table{header: []string{strings.ToUpper(msgFacetNames[name]), msgFacetCount}}
		for _, v := range r.Facets[name] {
			t.add(v.Value, strconv.Itoa(v.Count))
		}
		fmt.Fprintln(a.stdout)
		t.print(a.stdout)
	}
	fmt.Fprintf(a.stderr, msgSearchTotal+"\n", r.Total, len(r.Hits))
	if r.Total == 0 && len(r.Suggestions) == 0 {
		fmt.Fprintf(a.stderr, "%s: %s\n", msgHintWord, msgHintNoHit)
	}
}

// printPassage prints the one hit of r in full.
func (s *searchCommand) printPassage(cmd *cobra.Command, x *index.Index, r *index.Result) error {
	if len(r.Hits) == 0 {
		return fmt.Errorf(msgErrNoHit, s.open, r.Total)
	}
	p, err := x.Passage(cmd.Context(), r.Hits[0].ID, r.Query)
	if err != nil {
		return err
	}
	if s.format.value == "json" {
		return s.printJSON(p, true)
	}
	printPassage(s.stdout, p)
	return nil
}

func hitKind(h index.Hit) string {
	if h.Model != nil {
		return fmt.Sprintf(msgModelNumber, *h.Model)
	}
	return msgKinds[h.Kind]
}

func fieldName(field string) string {
	if name, ok := msgFields[field]; ok {
		return name
	}
	return field
}
