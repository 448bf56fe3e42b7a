package ingest

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kehoach/ingest/ocr"
	"kehoach/ingest/sandbox"
	"kehoach/ingest/source"
)

// What the reader of a plan is told about scans.

func needsOCR(install string) source.Diagnostic {
	return source.Diagnostic{Code: "ocr-missing", Severity: source.Error,
		Message: fmt.Sprintf("Chưa cài chương trình nhận dạng chữ nên chưa đọc được các trang ảnh quét; cài bằng: %s.", install)}
}

func noText(f *source.File) source.Diagnostic {
	span := f.LineSpan(1, 1)
	return source.Diagnostic{Code: "no-text", Severity: source.Warning, Span: &span,
		Message: "Tệp không có chữ nào, cũng không có ảnh nào đủ lớn để nhận dạng chữ."}
}

// poorPage is the mean confidence, in percent, below which a page is to be compared with
// its image; clean ones have 93 to 97.
const poorPage = 80

// CodeRecognised is the code of the diagnostic that pages are what the recognition of their images
// gave.
const CodeRecognised = "ocr-pages"

func recognisedPages(f *source.File, pages map[int]ocr.Page) source.Diagnostic {
	sum := 0.0
	for _, p := range pages {
		sum += p.Confidence
	}
	span := f.LineSpan(slices.Min(slices.Collect(maps.Keys(pages))), 1)
	return source.Diagnostic{Code: CodeRecognised, Severity: source.Info, Span: &span,
		Message: fmt.Sprintf("%d trang là ảnh quét hoặc có lớp chữ hỏng, đã nhận dạng chữ (độ tin cậy trung bình %.0f %%).", len(pages), sum/float64(len(pages)))}
}

func poorlyRecognised(f *source.File, page int, confidence float64) source.Diagnostic {
	span := f.LineSpan(page, 1)
	return source.Diagnostic{Code: "ocr-poor", Severity: source.Warning, Span: &span,
		Message: fmt.Sprintf("Chữ trên trang %d nhận dạng kém (độ tin cậy trung bình %.0f %%), cần đối chiếu với bản gốc.", page, confidence)}
}

func failedPage(f *source.File, page int, err error) source.Diagnostic {
	span := f.LineSpan(page, 1)
	return source.Diagnostic{Code: "ocr-failed", Severity: source.Error, Span: &span,
		Message: fmt.Sprintf("Không nhận dạng được chữ trên trang %d (%s); hãy đọc trang này trong bản gốc.", page, failure(err))}
}

// failure words why a page could not be recognised.
func failure(err error) string {
	switch {
	case errors.Is(err, ocr.ErrHopeless):
		return "bỏ qua vì các trang trước đều quá lâu"
	case sandbox.OverLimit(err):
		return "quá thời gian hoặc bộ nhớ cho phép"
	}
	return "chương trình nhận dạng báo lỗi"
}

func repairedLine(page, line int, from, to string) source.Diagnostic {
	return source.Diagnostic{Code: "ocr-repaired", Severity: source.Info, Span: &source.Span{Page: page, Line: line, EndLine: line},
		Message: fmt.Sprintf("Nhận dạng là “%s”, đã sửa thành “%s”.", from, to)}
}

func doubtfulWords(span *source.Span, words []string) source.Diagnostic {
	read := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == source.Unread })
	var says []string
	if len(read) > 0 {
		says = append(says, fmt.Sprintf("Chữ nhận dạng chưa chắc: “%s”.", strings.Join(read, "”, “")))
	}
	if len(read) < len(words) {
		says = append(says, "Chỗ ghi “"+source.Unread+"” không đọc được, có thể là chữ viết tay.")
	}
	return source.Diagnostic{Code: "ocr-doubtful", Severity: source.Info, Span: span, Message: strings.Join(says, " ")}
}
