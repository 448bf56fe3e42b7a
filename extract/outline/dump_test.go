package outline

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"kehoach/ingest/source"
	"kehoach/normalize"
)

func TestDump(t *testing.T) {
	name := os.Getenv("DUMP")
	if name == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(name)
	o := New(normalize.New(source.NewText("a", string(b))))
	var walk func(p *Para, d int)
	walk = func(p *Para, d int) {
		l := ""
		if p.Label != nil {
			l = "<" + p.Label.Meaning + ">"
		}
		if p.Item != nil {
			l = fmt.Sprintf("<MODEL %d %s>", p.Item.Number, p.Item.Note)
		}
		if p.Cells != nil {
			l = fmt.Sprintf("<ROW %d>", len(p.Cells))
		}
		s := []rune(p.Text)
		if len(s) > 90 {
			s = append(append(s[:60:60], []rune(" … ")...), s[len(s)-25:]...)
		}
		fmt.Printf("%s[%d.%s]%s %s\n", strings.Repeat("  ", d), p.Marker.Style, p.Marker.Label, l, string(s))
		for _, c := range p.Children {
			walk(c, d+1)
		}
	}
	fmt.Println("HEAD", len(o.Head), "TAIL", len(o.Tail), "META", len(o.Meta))
	for _, p := range o.Roots {
		walk(p, 0)
	}
	for _, p := range o.Tail {
		fmt.Println("TAIL:", p.Text)
	}
}
