package outline

import (
	"strings"

	"kehoach/normalize"
)

// The cells of a table that stand one below the other come in three ways:
//
//	TT                         TT                        |
//	Nội dung                                             TT |
//	Cơ quan chủ trì            Nội dung                  Nội dung |
//	1                                                    Cơ quan
//	Số hóa hồ sơ               Cơ quan                   chủ trì |
//	Sở Nội vụ                  chủ trì                   |
//
// each on its line, each between blank lines, or each between bars; a portal of laws puts
// the bar on a line of its own. Only of the last is it certain where each cell ends.

// A cell is the lines that hold it.
type cell struct {
	Phrase
	first, last int  // its lines
	opens       bool // a bar shows that a row begins with it
	doubtful    bool // it stands alone on its line and may be the number of a page
}

// longestCell is the most lines that a cell has.
const longestCell = 40

// cells are those of a table from a line on, read as they are asked for.
type cells struct {
	t    *normalize.Text
	read func(*cells) bool // reads one cell or more; false where none follows
	from int               // the line behind what is read
	all  []cell
	ends bool // bars stand at the end of a cell's line, not on lines of their own
	done bool // what follows is no cell
}

// at returns the j-th cell.
func (c *cells) at(j int) (cell, bool) {
	for j >= len(c.all) {
		if !c.read(c) {
			return cell{}, false
		}
	}
	return c.all[j], true
}

// text returns the text of the j-th cell, "" behind the last.
func (c *cells) text(j int) string {
	x, _ := c.at(j)
	return x.Text
}

// isText reports whether the i-th line holds text. What is taken for the number of a page
// may be that of a row, unless a page begins or ends with it.
func (c *cells) isText(i int) bool {
	kind := c.t.Lines[i].Kind
	return kind == normalize.Content || kind == normalize.PageNumber && !c.atBreak(i)
}

// ofPage reports whether the i-th line is of its page and no text: a head or foot, a number at its edge.
func (c *cells) ofPage(i int) bool {
	kind := c.t.Lines[i].Kind
	return kind == normalize.Running || kind == normalize.PageNumber && c.atBreak(i)
}

// atBreak reports whether a page begins with the i-th line, or behind it.
func (c *cells) atBreak(i int) bool {
	return c.t.Lines[i].NewPage || i+1 < len(c.t.Lines) && c.t.Lines[i+1].NewPage
}

// breaks reports whether a page begins behind the i-th line, up to the last: blank lines there are the
// page's.
func (c *cells) breaks(i, last int) bool {
	for i++; i <= last; i++ {
		if c.t.Lines[i].NewPage {
			return true
		}
	}
	return false
}

// byLine takes each line for a cell.
func byLine(c *cells) bool {
	for ; c.from < len(c.t.Lines); c.from++ {
		if c.isText(c.from) {
			l := c.t.Lines[c.from]
			c.all = append(c.all, cell{Phrase: phrase(c.t, l.Span), first: c.from, last: c.from, doubtful: l.Kind != normalize.Content})
			c.from++
			return true
		}
	}
	return false
}

// byGap takes each line for a cell, and a blank line for one without text.
func byGap(c *cells) bool {
	from := c.from
	if !byLine(c) {
		return false
	}
	if len(c.all) == 1 {
		return true
	}
	x := c.all[len(c.all)-1]
	c.all = c.all[:len(c.all)-1]
	for ; from < x.first && !c.breaks(from, x.first); from++ {
		if c.t.Lines[from].Kind == normalize.Blank {
			c.all = append(c.all, cell{first: from, last: from})
		}
	}
	c.all = append(c.all, x)
	return true
}

// byBlock takes the lines between two blank lines for a cell.
func byBlock(c *cells) bool {
	if !byLine(c) {
		return false
	}
	x := &c.all[len(c.all)-1]
	for ; c.from < len(c.t.Lines) && c.t.Lines[c.from].Kind == normalize.Content && x.last-x.first < longestCell; c.from++ {
		x.Phrase, x.last = Join(between(x.Text, c.t.Line(c.from)), x.Phrase, phrase(c.t, c.t.Lines[c.from].Span)), c.from
		x.doubtful = false
	}
	return true
}

// byBar takes what stands between two bars for a cell, over how many lines ever.
func byBar(c *cells) bool {
	if c.done {
		return false
	}
	before := len(c.all)
	var open cell
	started, opens := false, false
	add := func(p Phrase, line int) {
		if !started {
			open, started = cell{first: line, opens: opens}, true
			opens = false
		}
		if open.Text == "" {
			open.Phrase = p
		} else if p.Text != "" {
			open.Phrase = Join(between(open.Text, p.Text), open.Phrase, p)
		}
		open.last = line
	}
	closed := func(line int) {
		if !started {
			add(Phrase{}, line)
		}
		c.all = append(c.all, open)
		started = false
	}
	for ; c.from < len(c.t.Lines) && (!started || c.from-open.first < longestCell); c.from++ {
		s := strings.TrimSpace(sourceLine(c.t, c.from))
		if s == "" || c.ofPage(c.from) {
			continue
		}
		if strings.Trim(s, "| ") == "" {
			bars := strings.Count(s, "|")
			if !started && c.ends && bars == 1 {
				opens = true
				continue
			}
			for range bars {
				closed(c.from)
			}
		} else {
			if s[0] == '|' {
				if started {
					closed(c.from)
				} else {
					opens = true
				}
			}
			parts := strings.Split(c.t.Line(c.from), "\t")
			p := phrase(c.t, c.t.Lines[c.from].Span)
			at := 0
			for k, part := range parts {
				if k > 0 {
					closed(c.from)
				}
				add(p.Slice(at, at+len(part)), c.from)
				at += len(part) + 1
			}
			if s[len(s)-1] == '|' {
				c.ends = true
				closed(c.from)
			}
		}
		if len(c.all) > before && !started {
			c.from++
			return true
		}
	}
	c.done = true
	return len(c.all) > before
}
