package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kehoach/extract"
	"kehoach/extract/plan"
)

func newExplain(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgExplainUse, Short: msgExplainShort, Long: msgExplainLong, Example: msgExplainExample,
		Args: wantArgs(1, 1),
	}
	format := formatFlag(cmd, "table", "json")
	model := cmd.Flags().Int("model", 0, msgFlagModel)
	a.readFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		f, err := a.readDocument(cmd.Context(), args[0])
		if err != nil {
			return err
		}
		_, reasons := extract.Explain(f)
		if cmd.Flags().Changed("model") {
			if reasons = ofModel(reasons, *model); len(reasons) == 0 {
				return fmt.Errorf(msgErrNoModel, f.Name, *model)
			}
		}
		if format.value == "json" {
			return a.printJSON(reasons, true)
		}
		a.printReasons(reasons)
		return nil
	}
	return cmd
}

// ofModel keeps what is said of one model, in the body and in the appendix.
func ofModel(reasons []extract.Reason, number int) []extract.Reason {
	var out []extract.Reason
	for _, r := range reasons {
		if r.Of == fmt.Sprintf("model %d", number) || r.Of == fmt.Sprintf("appendix %d", number) {
			out = append(out, r)
		}
	}
	return out
}

func (a *app) printReasons(reasons []extract.Reason) {
	t := table{header: msgReasonHeader}
	for _, r := range reasons {
		sort, number, _ := strings.Cut(r.Of, " ")
		value := r.Value
		if r.Means != "" {
			value += " → " + inVietnamese(r.Means)
		}
		t.add(strings.TrimSpace(msgReasonOf[sort]+" "+number), msgReasonField[r.Field], value, place(r.Span), grounds(r.Steps))
	}
	t.print(a.stdout)
}

// inVietnamese words the kind of a time, "deadline ..2023-11-30"; other meanings are
// names.
func inVietnamese(means string) string {
	kind, rest, _ := strings.Cut(means, " ")
	if word, ok := msgTimeKind[plan.TimelineKind(kind)]; ok {
		return strings.TrimSpace(word + " " + rest)
	}
	return means
}

// grounds words why a value was read.
func grounds(steps []extract.Step) string {
	var out []string
	for _, s := range steps {
		rule, name, _ := strings.Cut(s.Rule, "/")
		word := msgRule[rule]
		if name != "" {
			word = fmt.Sprintf(word, name)
		}
		if s.Rule == "role" && s.Wording == "" {
			word = msgNoRole
		}
		if s.Wording != "" && name == "" {
			word = strings.TrimSpace(word + " “" + s.Wording + "”")
		}
		out = append(out, word)
	}
	return strings.Join(out, " › ")
}
