package main

import (
	"fmt"
	"html"
	"io"
	"strings"
	"unicode"

	"kehoach/index"
)

// hitIndent stands before what is told of a hit, deeperIndent before the rest of a line
// that is too long for the terminal.
const hitIndent, deeperIndent = "   ", "     "

// printHits prints hits for a person at a terminal.
func (a *app) printHits(r *index.Result, asked index.Request) {
	plain := func(s string) string { return s }
	for i, h := range r.Hits {
		head := fmt.Sprintf("%d. %s · %s · %s", asked.Offset+i+1, h.Plan, hitKind(h), place(h.Span))
		printWrapped(a.stdout, "", "", html.EscapeString(head))
		printWrapped(a.stdout, hitIndent, "", "<mark>"+html.EscapeString(h.Title)+"</mark>")
		for _, s := range h.Snippets {
			if showMarks(s.HTML, plain) == clean(h.Title) {
				continue // it is printed
			}
			label := fmt.Sprintf(msgSnippetPlace, fieldName(s.Field), s.Span.Line)
			printWrapped(a.stdout, hitIndent, label+" ", withDots(s))
		}
		fmt.Fprintln(a.stdout)
	}
}

func printPassage(w io.Writer, p *index.Passage) {
	fmt.Fprintf(w, "%s · %s · %s\n", p.Hit.Plan, hitKind(p.Hit), p.Hit.Source)
	for _, part := range p.Parts {
		printWrapped(w, "", place(part.Span)+" "+fieldName(part.Field)+": ", part.HTML)
	}
}

// printWrapped prints the HTML of a snippet behind a label; on a terminal it breaks
// lines between words.
func printWrapped(w io.Writer, indent, label, snippet string) {
	style, width := styleFor(w), terminalWidth(w)
	var b strings.Builder
	b.WriteString(indent + style.faint(label))
	if width == 0 {
		fmt.Fprintln(w, b.String()+showMarks(snippet, style.bold))
		return
	}
	at := displayWidth(indent + label)
	for i, word := range styledWords(snippet, style.bold) {
		switch {
		case i == 0:
		case at+1+word.width > width:
			b.WriteString("\n" + deeperIndent)
			at = len(deeperIndent)
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word.text)
		at += word.width
	}
	fmt.Fprintln(w, b.String())
}

// styledWord is what stands between two blanks, with escapes for the terminal.
type styledWord struct {
	text  string
	width int // in letters, of what is seen
}

func styledWords(snippet string, mark func(string) string) []styledWord {
	var words []styledWord
	glued := false // to what comes next
	eachPiece(snippet, func(piece string, marked bool) {
		for piece != "" {
			rest := strings.TrimLeftFunc(piece, unicode.IsSpace)
			glued = glued && len(rest) == len(piece)
			end := strings.IndexFunc(rest, unicode.IsSpace)
			if end < 0 {
				end = len(rest)
			}
			if word := rest[:end]; word != "" {
				w := styledWord{word, displayWidth(word)}
				if marked {
					w.text = mark(word)
				}
				if glued {
					last := &words[len(words)-1]
					last.text, last.width = last.text+w.text, last.width+w.width
				} else {
					words = append(words, w)
				}
				glued = true
			}
			piece = rest[end:]
		}
	})
	return words
}

// showMarks makes text for a terminal of the HTML of a snippet.
func showMarks(s string, mark func(string) string) string {
	var b strings.Builder
	eachPiece(s, func(piece string, marked bool) {
		if marked {
			piece = mark(piece)
		}
		b.WriteString(piece)
	})
	return b.String()
}

// eachPiece calls do with the text of a snippet, piece by piece.
func eachPiece(s string, do func(piece string, marked bool)) {
	for i, piece := range strings.Split(s, "<mark>") {
		found, rest, ok := strings.Cut(piece, "</mark>")
		if i > 0 && ok {
			do(clean(html.UnescapeString(found)), true)
			piece = rest
		}
		do(clean(html.UnescapeString(piece)), false)
	}
}

// withDots is the HTML of a snippet with a "…" where it was cut out of more.
func withDots(s index.Snippet) string {
	text := s.HTML
	if s.CutBefore {
		text = "… " + text
	}
	if s.CutAfter {
		text += " …"
	}
	return text
}

// plainSnippet is the best piece of h that is not its title, which is shown already.
func plainSnippet(h index.Hit) string {
	for _, s := range h.Snippets {
		if s.Field != "title" || len(h.Snippets) == 1 {
			return showMarks(withDots(s), func(s string) string { return s })
		}
	}
	return ""
}
