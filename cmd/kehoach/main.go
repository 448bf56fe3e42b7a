// Command kehoach reads the plans (kế hoạch) of authorities: what they set out, who
// leads, until when and with what; and lets one search and compare them.
//
// Begin with run and with commands, the list of subcommands: each is one file of the
// same name. This package owns flags, words for people, exit codes and wiring; what
// a plan means is decided elsewhere.
//
// Results go to standard output and everything else to standard error.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"kehoach/ingest"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// A command is a subcommand and where the help lists it.
type command struct {
	group string // one of groups
	make  func(*app) *cobra.Command
}

// commands are all subcommands, in the order of the help.
var commands = []command{
	{groupRead, newExtract},
	{groupRead, newText},
	{groupRead, newExplain},
	{groupCorpus, newIngest},
	{groupCorpus, newList},
	{groupCorpus, newShow},
	{groupCorpus, newRemove},
	{groupCorpus, newRebuild},
	{groupLook, newSearch},
	{groupLook, newSuggest},
	{groupLook, newSimilar},
	{groupLook, newCompare},
	{groupLook, newCorrect},
	{groupLook, newAudit},
	{groupLook, newAgenda},
	{groupLook, newAgency},
	{groupLook, newDiff},
	{groupLook, newExport},
	{groupOther, newVersion},
	{groupOther, newCompletion},
}

// run is the program: it does what args say and returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(stderr, msgFault, p, debug.Stack())
			code = exitFailed
		}
	}()
	if code, ok := ingest.Child(args, stdin, stdout); ok {
		return code // this process only reads one document for another one
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	log.SetOutput(io.Discard)    // where Bleve tells, in English, what its errors tell too
	a := &app{stdin: stdin, stdout: &output{w: stdout}, stderr: stderr}
	root := a.root()
	root.SetArgs(args)
	return a.exit(root.ExecuteContext(ctx))
}
