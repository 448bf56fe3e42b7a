package ingest

import (
	"context"
	"encoding/base64"
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
	decipherPDF: func(data []byte, req sandbox.Request, _ func(int)) (*source.File, error) {
		plain, err := pdf.Decipher(data, pdf.Options{Password: req.Password})
		if err != nil {
			return nil, err
		}
		return &source.File{Text: base64.StdEncoding.EncodeToString(plain)}, nil
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

// decipherPDF names the parser that answers, in base 64, a PDF that is not enciphered.
const decipherPDF = "pdf-plain"

// deciphered returns a PDF as it is without its password.
func deciphered(ctx context.Context, data []byte, password string) ([]byte, error) {
	f, err := sandbox.Run(ctx, decipherPDF, data, sandbox.Request{Password: password})
	if err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(f.Text)
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
