package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"kehoach/extract"
	"kehoach/extract/plan"
)

func newVersion(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgVersionUse, Short: msgVersionShort, Example: msgVersionExample, Args: wantArgs(0, 0),
	}
	format := formatFlag(cmd, "table", "json")
	cmd.RunE = func(*cobra.Command, []string) error {
		v := programVersion()
		if format.value == "json" {
			return a.printJSON(v, true)
		}
		_, err := fmt.Fprintf(a.stdout, "kehoach %s (%s, %s, %s/%s)\n",
			v.Version, fmt.Sprintf(msgVersionRules, v.Rules), v.Schema, runtime.GOOS, runtime.GOARCH)
		return err
	}
	return cmd
}

type versions struct {
	Version string `json:"version"` // of the program, as Go's build recorded it
	Rules   string `json:"rules"`   // of extraction
	Schema  string `json:"schema"`  // of its JSON
	Go      string `json:"go"`
}

func programVersion() versions {
	v := versions{Version: "(devel)", Rules: extract.Version, Schema: plan.Schema, Go: runtime.Version()}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		v.Version = info.Main.Version
	}
	return v
}
