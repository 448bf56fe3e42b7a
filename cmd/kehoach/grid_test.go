package main

import (
	"bytes"
	"testing"
)

func TestPrintGridGuards(t *testing.T) {
	var out bytes.Buffer
	a := &app{stdout: &output{w: &out}}
	if err := a.printGrid([]string{"a", "b"}, [][]string{{"=1+1", "x|y"}}, "csv"); err != nil || out.String() != "a,b\n'=1+1,x|y\n" {
		t.Errorf("csv %q, %v", out.String(), err)
	}
	out.Reset()
	if err := a.printGrid([]string{"a", "b"}, [][]string{{"=1+1", "x|y\n<b>"}}, "md"); err != nil || out.String() != "| a | b |\n| --- | --- |\n| =1+1 | x\\|y<br>&lt;b> |\n" {
		t.Errorf("md %q, %v", out.String(), err)
	}
}
