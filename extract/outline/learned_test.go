package outline

import (
	"fmt"
	"strings"
	"testing"

	"kehoach/ingest/source"
	"kehoach/normalize"
)

// learnedHead is the head of the plans of this file.
const learnedHead = "ỦY BAN NHÂN DÂN\nXÃ TÂN AN\nSố: 12/KH-UBND\nTân An, ngày 3 tháng 3 năm 2024\nKẾ HOẠCH\nTriển khai mô hình điểm\n"

// meaningsIn returns what the labels of a text mean, one behind the other.
func meaningsIn(text string) string {
	var got []string
	for _, p := range New(normalize.New(source.NewText("t.txt", text))).Paras {
		if p.Label != nil {
			got = append(got, p.Label.Meaning)
		}
	}
	return strings.Join(got, " ")
}

// TestDefinedLabels holds labels of which the document itself says what they mean, against what the
// lexicon knows too.
func TestDefinedLabels(t *testing.T) {
	const models = "\nII. CÁC MÔ HÌNH\nMô hình 1: Chợ số\n- Ai làm? Công an xã.\n- Cùng ai: Hội Nông dân xã.\nMô hình 2: Học bạ số\nAi làm\nTrường học\n"
	for _, c := range []struct{ explained, want string }{
		{"1. “Ai làm” là cơ quan chủ trì; “Cùng ai” là cơ quan phối hợp.", "lead cooperating lead"},
		{"1. “Ai làm” là cơ quan chủ trì; “Vườn số” là tên xã chọn.", "executing executing"}, // one alone explains nothing
		{"1. Nâng cao nhận thức.", "executing executing"},
	} {
		if s := meaningsIn(learnedHead + "I. CÁCH ĐỌC\n" + c.explained + models); s != c.want {
			t.Errorf("%s: labels %s, want %s", c.explained, s, c.want)
		}
	}
}

// TestOpeners holds sentences that name bodies behind the same first words: these are a label.
func TestOpeners(t *testing.T) {
	plan := func(first string) string {
		s := learnedHead + "I. CÁC MÔ HÌNH\n"
		for i, bodies := range []string{"Công an xã và Trạm Y tế.", "Đoàn Thanh niên.", "Hội Nông dân, Hội Phụ nữ."} {
			s += fmt.Sprintf("Mô hình %d: Chợ số\nBán hàng qua mạng. %s %s\n", i+1, first, bodies)
		}
		return s
	}
	for _, c := range []struct{ text, want string }{
		{plan("Phối hợp làm có"), "cooperating cooperating cooperating"},
		{plan("Phần việc thuộc"), "lead lead lead"}, // who is named and nobody leads
		{plan("Báo cáo gửi"), ""},
		{strings.Replace(plan("Phối hợp làm có"), "Đoàn Thanh niên", "Đoàn Thanh niên phát tờ rơi cho người dân", 1), ""}, // a deed
	} {
		if s := meaningsIn(c.text); s != c.want {
			t.Errorf("%s\nlabels %q, want %q", c.text, s, c.want)
		}
	}
}
