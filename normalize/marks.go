package normalize

import "unicode"

// dropMarks takes away what Markdown and the flattening of tables added to a line:
// "**bold**" and "*italic*", "## " and "> " before it, "\" before a mark, "<br>", and
// the "|" between cells, which becomes a tab, and those that close a row, which ends so. An
// asterisk that marks nothing, as in "Khách sạn 4*", stays.
func dropMarks(c []char, row ends) ([]char, form) {
	var f form
	if c = trim(c); isRule(c) {
		f.rule = true
		return nil, f
	}
	c = cells(c, row)
	for { // "> ## # A"
		if n := count(c, '#'); n > 0 && n <= 6 && len(c) > n && c[n].r == ' ' {
			c, f.headline = trim(c[n:]), true
		} else if len(c) > 1 && c[0].r == '>' && c[1].r == ' ' {
			c = trim(c[1:])
		} else {
			break
		}
	}
	if isRule(c) { // "# ===="
		f.rule = true
		return nil, f
	}
	f.strong = begins(c, "**") || begins(c, "- **") || begins(c, "+ **")
	out := c[:0]
	open := false // an italic stretch
	for i := 0; i < len(c); i++ {
		r := c[i].r
		switch {
		case r == '\\' && i > 0 && breaks(c[i+1:]):
			continue
		case r == '\\' && i+1 < len(c) && escaped(c[i+1].r):
			continue
		case r == '\\' && begins(c[i:], `\r\n`): // a line end that a web page printed as letters
			out = append(out, char{r: ' ', from: c[i].from, size: c[i+3].from + c[i+3].size - c[i].from})
			i += 3
			continue
		case r == '<' && (begins(c[i:], "<br>") || begins(c[i:], "<br/>") || begins(c[i:], "<br />")):
			from := c[i].from
			for c[i].r != '>' {
				i++
			}
			out = append(out, char{r: ' ', from: from, size: c[i].from + 1 - from})
			continue
		case r == '&' && begins(c[i:], "&nbsp;"):
			out = append(out, char{r: ' ', from: c[i].from, size: len("&nbsp;")})
			i += len("&nbsp;") - 1
			continue
		case r == '*' && i+1 < len(c) && c[i+1].r == '*':
			i++
			continue
		case r == '*' && !open && opens(c, i):
			open = true
			continue
		case r == '*' && open && i > 0 && c[i-1].r != ' ':
			open = false
			continue
		}
		out = append(out, c[i])
	}
	return out, f
}

// breaks reports whether a backslash before c is a line end of Markdown: nothing stands
// behind it, or the gap before the next column.
func breaks(c []char) bool { return len(c) == 0 || len(c) > 1 && c[0].r == ' ' && c[1].r == ' ' }

// opens reports whether the asterisk c[i] begins an italic stretch that ends on the
// same line or runs to its end: no letter before it, no blank after it.
func opens(c []char, i int) bool {
	if i+1 >= len(c) || c[i+1].r == ' ' || i > 0 && (unicode.IsLetter(c[i-1].r) || unicode.IsDigit(c[i-1].r)) {
		return false
	}
	for j := i + 2; j < len(c); j++ {
		if c[j].r == '*' && c[j-1].r != ' ' {
			return true
		}
	}
	return false
}

// cells turns the bars of a flattened table row into tabs. A bar at either end only
// closes the row, where row says that one does.
func cells(c []char, row ends) []char {
	bars := 0
	for _, x := range c {
		if x.r == '|' {
			bars++
		}
	}
	if bars == 0 {
		return c
	}
	if n := count(c, '|'); n == bars && n <= 3 && len(c) > n+1 && c[n].r == '.' && c[n+1].r == ' ' {
		for i := range n {
			c[i].r = 'I' // "||. NHIỆM VỤ", a number misread
		}
		return c
	}
	if c[0].r == '|' && !row.left {
		c = c[1:]
	}
	if n := len(c); n > 0 && c[n-1].r == '|' && !row.right {
		c = c[:n-1]
	}
	c = trim(c)
	for i := range c {
		if c[i].r == '|' {
			c[i].r = '\t'
		}
	}
	return c
}

// isRule reports whether c draws a line: three or more of "-=_*.|:+" and nothing else.
// A single bar is the border of a table cell and says nothing either.
func isRule(c []char) bool {
	n := 0
	for _, x := range c {
		switch x.r {
		case '-', '=', '_', '*', '|', ':', '+', '–', '—', '.', '…', '~':
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3 || n > 0 && n == count(c, '|')
}

func escaped(r rune) bool {
	return r > ' ' && r < 0x7f && r != '\\' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

func trim(c []char) []char {
	for len(c) > 0 && c[0].r == ' ' {
		c = c[1:]
	}
	for len(c) > 0 && c[len(c)-1].r == ' ' {
		c = c[:len(c)-1]
	}
	return c
}

func count(c []char, r rune) int {
	n := 0
	for n < len(c) && c[n].r == r {
		n++
	}
	return n
}

func begins(c []char, s string) bool {
	i := 0
	for _, r := range s {
		if i >= len(c) || c[i].r != r {
			return false
		}
		i++
	}
	return true
}
