package pdf

import (
	"fmt"

	"kehoach/ingest/source"
)

// Codes of the diagnostics. A page with one of the first four is to be recognised
// optically; where that cannot be, the text of the third and the fourth is all the same
// what the page says.
const (
	CodeScan         = "scanned-page"       // images or drawn letters fill the page, which has no text
	CodeBadTextLayer = "bad-text-layer"     // the page has text, but not what it shows
	CodeUnclear      = "unclear-text-layer" // text that can be read and is no Vietnamese
	CodeImage        = "image-page"         // a few words beside a large image
	CodeLargeImage   = "large-image"        // text beside an image that may have text too
	CodeOldEncoding  = "legacy-encoding"    // text in TCVN3 or VNI, converted
	CodeDamaged      = "damaged-page"       // a part of the page could not be read
	CodeIncomplete   = "incomplete-file"    // the end of the file or some of its pages are missing
)

func at(page int) *source.Span { return &source.Span{Page: page, Line: 1, EndLine: 1} }

func scannedPage(page int) source.Diagnostic {
	return source.Diagnostic{Code: CodeScan, Severity: source.Error, Span: at(page),
		Message: fmt.Sprintf("Trang %d là ảnh quét hoặc hình vẽ, không có lớp chữ.", page)}
}

func badTextLayer(page int) source.Diagnostic {
	return source.Diagnostic{Code: CodeBadTextLayer, Severity: source.Error, Span: at(page),
		Message: fmt.Sprintf("Lớp chữ của trang %d bị hỏng (không phải tiếng Việt đọc được).", page)}
}

func unclearTextLayer(page int) source.Diagnostic {
	return source.Diagnostic{Code: CodeUnclear, Severity: source.Error, Span: at(page),
		Message: fmt.Sprintf("Chữ trên trang %d không giống tiếng Việt: tiếng nước ngoài hoặc lớp chữ hỏng; giữ nguyên như trong tệp.", page)}
}

func imagePage(page int) source.Diagnostic {
	return source.Diagnostic{Code: CodeImage, Severity: source.Warning, Span: at(page),
		Message: fmt.Sprintf("Trang %d phần lớn là ảnh hoặc hình vẽ; chữ trong đó, nếu có, chưa đọc được.", page)}
}

func largeImage(page int, cover float64) source.Diagnostic {
	return source.Diagnostic{Code: CodeLargeImage, Severity: source.Warning, Span: at(page),
		Message: fmt.Sprintf("Ảnh chiếm %.0f %% trang %d; chữ trong ảnh, nếu có (chẳng hạn bảng chụp lại), chưa đọc được.", 100*cover, page)}
}

func oldEncoding(page int, encoding string) source.Diagnostic {
	return source.Diagnostic{Code: CodeOldEncoding, Severity: source.Info, Span: at(page),
		Message: fmt.Sprintf("Trang %d dùng bảng mã cũ %s, đã chuyển sang Unicode.", page, encoding)}
}

// incomplete tells of a file whose end is missing, or pages of it: what is said about the
// last page that is there.
func incomplete(cutOff bool, pages, missing int) source.Diagnostic {
	d := source.Diagnostic{Code: CodeIncomplete, Severity: source.Error, Span: at(pages)}
	switch {
	case missing > 0 && cutOff:
		d.Message = fmt.Sprintf("Tệp bị cắt cụt: chỉ còn %d trên %d trang; hãy chép hoặc tải lại tệp đầy đủ.", pages, pages+missing)
	case missing > 0:
		d.Message = fmt.Sprintf("Tệp bị hỏng: thiếu %d trên %d trang; hãy chép hoặc tải lại tệp đầy đủ.", missing, pages+missing)
	default:
		d.Message = fmt.Sprintf("Tệp bị cắt cụt ở cuối: đọc được %d trang, có thể còn thiếu; hãy chép hoặc tải lại tệp đầy đủ.", pages)
	}
	return d
}

func damagedPage(page int) source.Diagnostic {
	return source.Diagnostic{Code: CodeDamaged, Severity: source.Warning, Span: at(page),
		Message: fmt.Sprintf("Một phần của trang %d bị hỏng, không đọc được.", page)}
}
