package extract_test

import (
	"testing"

	"kehoach/extract"
	"kehoach/ingest/source"
)

// TestSaidBehindAField holds that the sentence which says who or when is not swallowed by
// the field in whose paragraph it stands, unless a field of its own says it already.
func TestSaidBehindAField(t *testing.T) {
	const models = `I. CÁC MÔ HÌNH
Mô hình 1. Một. Mục tiêu: người dân nhận phòng bằng VNeID. Không phải xuất trình giấy tờ. Giao Công an huyện chủ trì, phối hợp với Phòng Y tế thực hiện. Lực lượng triển khai: Các cơ sở lưu trú. Hoàn thành trước ngày 30/8/2024.
Mô hình 2. Hai. Mục tiêu: dữ liệu đúng. Phòng Tư pháp chủ trì làm sạch. Đơn vị chủ trì: Công an huyện. Thời gian hoàn thành: tháng 6/2024.`
	x := extract.Extract(source.NewText("a.txt", shortHead+models))
	if len(x.Models) != 2 {
		t.Fatalf("%d models, want 2", len(x.Models))
	}
	one, two := x.Models[0], x.Models[1]
	if got, want := *one.Objective, "người dân nhận phòng bằng VNeID. Không phải xuất trình giấy tờ"; got != want {
		t.Errorf("objective %q, want %q", got, want)
	}
	if got, want := who("", one.Lead, one.Cooperating, one.Implementing), " lead: Công an huyện cooperate: Phòng Y tế"; got != want {
		t.Errorf("who %q, want %q", got, want)
	}
	if len(one.Forces) != 1 || one.Forces[0] != "Các cơ sở lưu trú" {
		t.Errorf("forces %q", one.Forces)
	}
	if one.Timeline == nil || one.Timeline.Text != "Hoàn thành trước ngày 30/8/2024" {
		t.Errorf("timeline %+v", one.Timeline)
	}
	if got, want := *two.Objective, "dữ liệu đúng. Phòng Tư pháp chủ trì làm sạch"; got != want {
		t.Errorf("objective %q, want %q", got, want)
	}
}
