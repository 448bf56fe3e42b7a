package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help prints the help of cmd, in place of cobra's English one.
func (a *app) help(cmd *cobra.Command, _ []string) {
	w := a.stdout
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintf(w, "%s\n\n%s:\n  %s\n", about, msgUsage, useLine(cmd))
	if cmd.HasExample() {
		fmt.Fprintf(w, "\n%s:\n%s\n", msgExamples, cmd.Example)
	}
	if cmd.HasAvailableSubCommands() {
		printCommands(w, cmd)
	}
	printFlags(w, msgFlags, cmd.LocalNonPersistentFlags())
	common := cmd.InheritedFlags()
	if !cmd.HasParent() {
		common = cmd.PersistentFlags()
	}
	printFlags(w, msgCommonFlag, common)
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n"+msgMoreHelp+"\n", cmd.CommandPath())
	}
}

func useLine(cmd *cobra.Command) string {
	line := strings.TrimSuffix(cmd.UseLine(), " [flags]")
	if cmd.HasAvailableSubCommands() {
		line += " LỆNH"
	}
	return line + " [TÙY CHỌN]"
}

func printCommands(w io.Writer, cmd *cobra.Command) {
	for _, g := range cmd.Groups() {
		var lines []string
		for _, c := range cmd.Commands() {
			if c.GroupID == g.ID && c.IsAvailableCommand() {
				lines = append(lines, fmt.Sprintf("  %s %s", pad(c.Name(), 12), c.Short))
			}
		}
		if len(lines) > 0 {
			fmt.Fprintf(w, "\n%s:\n%s\n", g.Title, strings.Join(lines, "\n"))
		}
	}
}

func printFlags(w io.Writer, title string, flags *pflag.FlagSet) {
	var names, uses []string
	width := 0
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		kind, use := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if kind != "" && !isBool(f) {
			name += " " + strings.ToUpper(flagKind(kind))
		}
		if d := f.DefValue; d != "" && d != "0" && d != "[]" && !isBool(f) {
			use += fmt.Sprintf(msgDefault, d)
		}
		names, uses = append(names, name), append(uses, use)
		width = max(width, displayWidth(name))
	})
	if len(names) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s:\n", title)
	for i, n := range names {
		fmt.Fprintf(w, "  %s  %s\n", pad(n, width), uses[i])
	}
}

func isBool(f *pflag.Flag) bool { return f.Value.Type() == "bool" }

// flagKind is what stands for a value of a flag that names none itself.
func flagKind(kind string) string {
	switch kind {
	case "string", "strings", "stringArray":
		return "chữ"
	case "int", "uint":
		return "số"
	}
	if strings.Contains(kind, "|") {
		return "cách"
	}
	return kind
}

func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: msgHelpUse, Short: msgHelpShort, GroupID: groupOther, DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := cmd.Root().Find(args)
			if err != nil || target == nil || target == cmd.Root() && len(rest) > 0 {
				return a.noSuchCommand(cmd.Root(), args)
			}
			return target.Help()
		},
	}
}
