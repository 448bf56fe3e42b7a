package ingest

import (
	"context"

	"kehoach/ingest/office"
	"kehoach/ingest/source"
)

// readOffice reads RTF and old Word documents by way of DOCX.
func readOffice(ctx context.Context, data []byte, opt Options) (*source.File, error) {
	kind := "application/msword"
	if data[0] == '{' {
		kind = "application/rtf"
	}
	converted, err := office.Convert(ctx, data)
	if err != nil {
		return nil, err
	}
	f, err := confined("docx")(ctx, converted, opt)
	if err != nil {
		return nil, err
	}
	f.MediaType = kind
	return f, nil
}
