package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kehoach/corpus"
	"kehoach/ingest/source"
)

// The exit codes of the program.
const (
	exitOK     = 0
	exitFailed = 1 // the operation failed, some file failed, or it was interrupted
	exitUsage  = 2
)

// usageError tells that the program was called in a wrong way.
type usageError struct{ text, hint string }

func (e *usageError) Error() string { return e.text }

func usagef(hint, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), hint}
}

// hintedError adds what to do to an error.
type hintedError struct {
	error
	hint string
}

func (e *hintedError) Unwrap() error { return e.error }

// documentError says which document could not be read.
type documentError struct {
	error
	name string
}

func (e *documentError) Unwrap() error { return e.error }

func hint(text string, err error) error { return &hintedError{err, text} }

// errReported ends the program with exitFailed when everything was said already.
var errReported = errors.New("reported")

// exit tells the user of err and returns the exit code.
func (a *app) exit(err error) int {
	if err == nil && a.stdout.err != nil {
		err = fmt.Errorf(msgErrOutput, a.stdout.err)
	}
	if err == nil {
		return exitOK
	}
	if errors.Is(err, errReported) {
		return exitFailed
	}
	text, hint := explain(err)
	fmt.Fprintf(a.stderr, "%s: %s\n", msgErrorWord, text)
	if hint != "" {
		fmt.Fprintf(a.stderr, "%s: %s\n", msgHintWord, hint)
	}
	var usage *usageError
	if errors.As(err, &usage) {
		return exitUsage
	}
	return exitFailed
}

// explain words err for the user, and what to do about it, if anything.
func explain(err error) (text, hint string) {
	var (
		usage     *usageError
		hinted    *hintedError
		document  *documentError
		locked    *corpus.LockedError
		ambiguous *corpus.AmbiguousError
		refusal   *source.Refusal
		path      *fs.PathError
	)
	switch {
	case errors.As(err, &usage):
		return usage.text, usage.hint
	case errors.As(err, &hinted):
		text, _ = explain(hinted.error)
		return text, hinted.hint
	case errors.As(err, &document):
		return document.name + ": " + fileError(document.error), ""
	case errors.As(err, &locked):
		return msgErrLocked(locked), msgHintLocked
	case errors.As(err, &ambiguous):
		return fmt.Sprintf(msgErrAmbiguous, ambiguous.Name, strings.Join(ambiguous.IDs, ", ")), msgHintAmbiguous
	case errors.As(err, &refusal):
		return msgRefusal(refusal), ""
	case errors.Is(err, context.Canceled):
		return msgErrInterrupted, msgHintInterrupted
	case errors.As(err, &path) && errors.Is(err, corpus.ErrNoCorpus):
		return fmt.Sprintf(msgErrNoCorpus, path.Path), msgHintNoCorpus
	case errors.As(err, &path) && errors.Is(err, corpus.ErrNotCorpus):
		return fmt.Sprintf(msgErrNotCorpus, path.Path), msgHintNotCorpus
	case errors.As(err, &path) && errors.Is(err, corpus.ErrLink):
		return fmt.Sprintf(msgErrLink, path.Path), msgHintLink
	case errors.Is(err, corpus.ErrNotFound):
		return msgErrNotFound, msgHintNotFound
	case errors.Is(err, corpus.ErrDamaged):
		return fmt.Sprintf(msgErrDamaged, err), msgHintDamaged
	case errors.As(err, &path) && errors.Is(err, syscall.ENOTDIR):
		return fmt.Sprintf(msgErrNotFolder, path.Path), ""
	case errors.Is(err, syscall.ENOSPC):
		return msgErrDiskFull, msgHintDiskFull
	case errors.As(err, &path) && errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf(msgErrNoFile, path.Path), ""
	case errors.As(err, &path) && errors.Is(err, fs.ErrPermission):
		return fmt.Sprintf(msgErrPermission, path.Path), ""
	}
	return err.Error(), ""
}

// fileError words why one file failed, without naming it again.
func fileError(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return msgFileMissing
	case errors.Is(err, fs.ErrPermission):
		return msgFileDenied
	}
	text, _ := explain(err)
	return text
}

// flagError words what cobra has to say of a flag.
func flagError(cmd *cobra.Command, err error) error {
	var (
		usage   *usageError
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	help := fmt.Sprintf(msgHintHelp, cmd.CommandPath())
	switch {
	case errors.As(err, &usage):
		return &usageError{usage.text, help}
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return usagef(help, msgErrFlag, name)
	case errors.As(err, &missing):
		return usagef(help, msgErrFlagValue, "--"+missing.GetFlag().Name)
	case errors.As(err, &invalid):
		return usagef(help, msgErrFlagInvalid, invalid.GetValue(), "--"+invalid.GetFlag().Name)
	case errors.As(err, &syntax):
		return usagef(help, msgErrFlagSyntax, syntax.GetSpecifiedFlag())
	}
	return usagef(help, "%v", err)
}

// wantArgs accepts from least to most arguments (most < 0: any number), which the
// line after the command's name in Use tells of.
func wantArgs(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		help := fmt.Sprintf(msgHintHelp, cmd.CommandPath())
		_, takes, _ := strings.Cut(cmd.Use, " ")
		switch {
		case len(args) < least:
			return usagef(help, msgErrTooFew, cmd.CommandPath(), takes)
		case most >= 0 && len(args) > most && most == 0:
			return usagef(help, msgErrNoArgs, cmd.CommandPath())
		case most >= 0 && len(args) > most:
			return usagef(help, msgErrTooMany, cmd.CommandPath(), takes, filepath.Base(args[most]))
		}
		return nil
	}
}
