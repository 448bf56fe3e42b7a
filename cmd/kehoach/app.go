package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/ingest"
)

// app is what all subcommands share.
type app struct {
	stdin      io.Reader
	stdout     *output
	stderr     io.Writer
	corpusFlag string
	reading    ingest.Options // how files are read: --password, --encoding
}

// output is where results go. It remembers that one could not be written, so that
// the program does not end as if all were well.
type output struct {
	w   io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.w.Write(p)
	if err != nil && o.err == nil {
		o.err = err
	}
	return n, err
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: "kehoach", Short: msgRootShort, Long: msgRootLong, Example: msgRootExample,
		SilenceErrors: true, SilenceUsage: true,
		Args: a.noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cobra.EnableCommandSorting = false // the order of commands is the order of the help
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetHelpFunc(a.help)
	root.SetUsageFunc(func(*cobra.Command) error { return nil }) // errors carry their own hint
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().StringVar(&a.corpusFlag, "corpus", "", msgFlagCorpus)
	root.PersistentFlags().BoolP("help", "h", false, msgFlagHelp)
	for _, g := range groups {
		root.AddGroup(&cobra.Group{ID: g, Title: g})
	}
	for _, c := range commands {
		cmd := c.make(a)
		cmd.GroupID = c.group
		cmd.DisableFlagsInUseLine = true
		root.AddCommand(cmd)
	}
	root.SetHelpCommand(a.helpCommand())
	return root
}

// noSuchCommand is called with what follows "kehoach" where that is no command.
func (a *app) noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	return usagef(msgHintCommand(cmd.SuggestionsFor(args[0])), msgErrCommand, args[0])
}

// corpusDir is the folder of the corpus: --corpus, $KEHOACH_CORPUS, or the user's
// data folder.
func (a *app) corpusDir() (string, error) {
	if a.corpusFlag != "" {
		return a.corpusFlag, nil
	}
	if dir := os.Getenv("KEHOACH_CORPUS"); dir != "" {
		return dir, nil
	}
	data, err := dataDir()
	if err != nil {
		return "", hint(msgHintCorpusFlag, err)
	}
	return filepath.Join(data, "kehoach"), nil
}

// dataDir is where programs of this user keep their data.
func dataDir() (string, error) {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	if dir := os.Getenv("LocalAppData"); runtime.GOOS == "windows" && dir != "" {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Application Support"), nil
	}
	return filepath.Join(home, ".local", "share"), nil
}

// read opens the corpus for reading and calls do with it.
func (a *app) read(do func(*corpus.Corpus) error) error {
	dir, err := a.corpusDir()
	if err != nil {
		return err
	}
	c, err := corpus.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(do(c), c.Close())
}

// write opens the corpus for writing, in the name of cmd, and calls do with it.
func (a *app) write(cmd *cobra.Command, do func(context.Context, *corpus.Writer) error) error {
	return a.writeWith(cmd, corpus.Options{}, do)
}

func (a *app) writeWith(cmd *cobra.Command, opt corpus.Options, do func(context.Context, *corpus.Writer) error) error {
	dir, err := a.corpusDir()
	if err != nil {
		return err
	}
	opt.Command = cmd.Name()
	w, err := corpus.Lock(cmd.Context(), dir, opt)
	if err != nil {
		return err
	}
	detach, err := attachSinks(w)
	if err == nil {
		err = do(cmd.Context(), w)
	}
	return errors.Join(err, detach(), w.Close())
}

// sinks are the caches that a writer keeps equal to the corpus. Each opens its own
// below the corpus and returns it with what closes it.
var sinks = []func(*corpus.Writer) (corpus.Sink, func() error, error){openSearchIndex}

// attachSinks opens every sink for w. What it returns closes them.
func attachSinks(w *corpus.Writer) (detach func() error, err error) {
	var closers []func() error
	detach = func() error {
		var err error
		for _, c := range slices.Backward(closers) {
			err = errors.Join(err, c())
		}
		return err
	}
	for _, open := range sinks {
		s, c, err := open(w)
		if err != nil {
			return detach, err
		}
		closers = append(closers, c)
		w.Attach(s)
	}
	return detach, nil
}

// printJSON writes v for programs, on one line or indented.
func (a *app) printJSON(v any, indented bool) error {
	e := json.NewEncoder(a.stdout)
	e.SetEscapeHTML(false)
	if indented {
		e.SetIndent("", "  ")
	}
	return e.Encode(v)
}

// readFlags gives cmd the flags that say how files are read.
func (a *app) readFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.reading.Password, "password", "", msgFlagPassword)
	cmd.Flags().StringVar(&a.reading.Encoding, "encoding", "", msgFlagEncoding)
}

// choice is the value of a flag that takes one of a few words.
type choice struct {
	value string
	of    []string
}

// formatFlag gives cmd the flag --format, which takes one of formats and is the
// first of them at first.
func formatFlag(cmd *cobra.Command, formats ...string) *choice {
	c := &choice{formats[0], formats}
	cmd.Flags().Var(c, "format", msgFlagFormat(formats))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return strings.Join(c.of, "|") }
func (c *choice) Set(s string) error {
	if !slices.Contains(c.of, s) {
		return usagef("", msgErrChoice, s, strings.Join(c.of, ", "))
	}
	c.value = s
	return nil
}
