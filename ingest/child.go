package ingest

import (
	"context"
	"io"

	"kehoach/ingest/docx"
	"kehoach/ingest/html"
	"kehoach/ingest/mhtml"
	"kehoach/ingest/pdf"
	"kehoach/ingest/sandbox"
	"kehoach/ingest/source"
)

// parsers read documents from strangers. They run in a child process only.
var parsers = map[string]sandbox.Reader{
	"pdf": func(data []byte, req sandbox.Request, pages func(int)) (*source.File, error) {
		return bounded(pdf.Read(data, pdf.Options{Password: req.Password, Counted: pages}))
	},
	"docx": func(data []byte, _ sandbox.Request, _ func(int)) (*source.File, error) {
		return bounded(docx.Read(data))
	},
	"html": func(data []byte, req sandbox.Request, _ func(int)) (*source.File, error) {
		return bounded(html.Read(data, req.Encoding))
	},
	"mhtml": func(data []byte, req sandbox.Request, _ func(int)) (*source.File, error) {
		return bounded(mhtml.Read(data, req.Encoding))
	},
}

// Child does the work of a child process where args, those of the program without its
// name, ask for it: main calls it first and exits with code if ok.
func Child(args []string, stdin io.Reader, stdout io.Writer) (code int, ok bool) {
	return sandbox.Main(args, parsers, stdin, stdout)
}

// confined returns the reader that has a parser read in a child process.
func confined(name string) func(context.Context, []byte, Options) (*source.File, error) {
	return func(ctx context.Context, data []byte, opt Options) (*source.File, error) {
		return sandbox.Run(ctx, name, data, sandbox.Request{Password: opt.Password, Encoding: opt.Encoding})
	}
}
