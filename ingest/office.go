package ingest

import (
	"context"

	"kehoach/ingest/office"
	"kehoach/ingest/source"
)

// readOffice reads RTF, OpenDocument and old Word documents by way of DOCX.
func readOffice(ctx context.Context, data []byte, opt Options) (*source.File, error) {
	converted, err := office.Convert(ctx, data)
	if err != nil {
		return nil, err
	}
	f, err := confined("docx")(ctx, converted, opt)
	if err != nil {
		return nil, err
	}
	f.MediaType = office.MediaType(data)
	return f, nil
}
