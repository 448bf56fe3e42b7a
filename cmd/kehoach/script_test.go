package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"kehoach/corpus"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"kehoach": func() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func TestScripts(t *testing.T) {
	plans, err := filepath.Abs("../../testdata/plans")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PLANS", plans)
			env.Setenv("DOCUMENTS", filepath.Join(plans, "../documents"))
			env.Setenv("HOME", env.WorkDir+"/home")
			env.Setenv("TZ", "UTC")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": exitCode, "holdlock": holdLock,
		},
	})
}

// exitCode is "code N COMMAND…": it runs the command and wants the exit code N.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// holdLock is "holdlock DIR": it writes to the corpus in DIR until the script ends.
func holdLock(ts *testscript.TestScript, _ bool, args []string) {
	w, err := corpus.Lock(context.Background(), ts.MkAbs(args[0]), corpus.Options{Command: "holdlock"})
	ts.Check(err)
	ts.Defer(func() { w.Close() })
}
