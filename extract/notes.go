package extract

import (
	"fmt"
	"strings"

	"kehoach/extract/check"
	"kehoach/extract/outline"
	"kehoach/extract/timeline"
	"kehoach/ingest/source"
)

// What the reader has to say of single values while it reads them. What it says of a plan
// as a whole stands in package check.

// inside runs read on what belongs to a model or a task; remarks name it.
func (r *reader) inside(where string, read func()) {
	r.where = where
	read()
	r.where = ""
}

// nameModel and nameTask name a model and a task as a reader would.
func nameModel(n int) string    { return fmt.Sprintf("Mô hình %d", n) }
func nameTask(id string) string { return "Nhiệm vụ " + id }

// timelineNotRead notes a time that no rule reads.
func (r *reader) timelineNotRead(s outline.Phrase) {
	r.note(check.TimelineNotRead, "Không đọc được thời gian: “"+s.Text+"”.", s)
}

// timelineRemarks notes what a reader of a time should look at himself.
func (r *reader) timelineRemarks(read timeline.Reading, s outline.Phrase) {
	for _, d := range read.Impossible {
		r.note(check.ImpossibleDate, "Ngày “"+d+"” không có trong lịch; giữ nguyên như văn bản in.", s)
	}
	if read.Yearless != "" {
		r.note(check.TimelineNoYear, "Thời gian “"+s.Text+"” không nêu năm; không suy đoán năm.", s)
	}
	if len(read.Several) > 1 {
		r.note(check.TimelineSeveral, "Nêu nhiều mốc thời gian ("+strings.Join(read.Several, "; ")+"); "+taken(read)+".", s)
	}
}

// ditto notes a cell that was read as the one above it.
func (r *reader) ditto(column string, c, meant outline.Phrase) {
	r.note(check.Ditto, "Ô “"+column+"” ghi “"+c.Text+"”: đọc theo ô ngay trên (“"+shorten(meant.Text)+"”).", c)
}

// refersElsewhere notes a field that points to another place instead of saying something.
func (r *reader) refersElsewhere(label string, s outline.Phrase) {
	r.note(check.RefersElsewhere, "Mục “"+label+"” ghi “"+shorten(s.Text)+"”: chỉ dẫn sang chỗ khác, không đọc giá trị.", s)
}

// agencyNotRead notes the text of a field of bodies that names none.
func (r *reader) agencyNotRead(label string, s outline.Phrase) {
	r.note(check.AgencyNotRead, "Mục “"+label+"” ghi “"+shorten(s.Text)+"”, không đọc được là cơ quan nào.", s)
}

// agencyUnsure notes what was taken for a body only because it stands among such.
func (r *reader) agencyUnsure(s outline.Phrase) {
	r.note(check.AgencyUnsure, "“"+shorten(s.Text)+"” được đọc là một cơ quan, đơn vị vì đứng giữa các cơ quan; không nhận ra thuộc loại nào.", s)
}

// agenciesJoined notes a name in which a second body may begin.
func (r *reader) agenciesJoined(s outline.Phrase) {
	r.note(check.AgenciesJoined, "“"+shorten(s.Text)+"” được đọc là một cơ quan, đơn vị; có thể là hai, viết liền nhau không có dấu ngăn cách.", s)
}

// notUnderstood notes a sentence that names a body and of which nothing was read.
func (r *reader) notUnderstood(s outline.Phrase) {
	r.note(check.NotUnderstood, "Chưa đọc được câu “"+shorten(s.Text)+"”.", s)
}

// shorten cuts a text for a message at a blank after some 80 bytes.
func shorten(s string) string {
	if len(s) <= 80 {
		return s
	}
	for i := 80; i < len(s); i++ {
		if s[i] == ' ' {
			return s[:i] + "…"
		}
	}
	return s
}

// taken says which of several times counts.
func taken(read timeline.Reading) string {
	switch {
	case read.End != "":
		return "lấy hạn " + check.Printed(read.End)
	case read.Start != "":
		return "lấy mốc bắt đầu " + check.Printed(read.Start)
	}
	return "lấy theo mốc đầu"
}

func (r *reader) note(code check.Code, message string, s outline.Phrase) {
	span := s.Whole()
	r.diagnostics = append(r.diagnostics, source.Diagnostic{Code: string(code), Severity: check.SeverityOf(code), Where: r.where, Message: message, Span: &span})
}
