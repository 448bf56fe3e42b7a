package query

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// show writes an expression in one line.
func show(e Expr) string {
	list := func(name string, of []Expr) string {
		var parts []string
		for _, e := range of {
			parts = append(parts, show(e))
		}
		return name + "(" + strings.Join(parts, ", ") + ")"
	}
	switch e := e.(type) {
	case Everything:
		return "everything"
	case Words:
		return e.Text
	case Phrase:
		return "“" + e.Text + "”"
	case Prefix:
		return e.Text + "*"
	case Field:
		open := ""
		if e.Open {
			open = "…"
		}
		return fmt.Sprintf("%s%s=%s%s", e.Name, e.Op, e.Value, open)
	case And:
		return list("and", e.Of)
	case Or:
		return list("or", e.Of)
	case Not:
		return "not(" + show(e.Of) + ")"
	}
	return fmt.Sprintf("%T", e)
}

func TestParse(t *testing.T) {
	for _, tt := range [][2]string{
		{"", "everything"},
		{"  ", "everything"},
		{"khám chữa bệnh", "khám chữa bệnh"},
		{`"khám chữa bệnh" VNeID`, "and(“khám chữa bệnh”, VNeID)"},
		{"“dân cư”", "“dân cư”"},
		{"dân cư -du lịch", "and(dân cư, not(du), lịch)"},
		{`dân cư -"du lịch"`, "and(dân cư, not(“du lịch”))"},
		{"Lao động - Thương binh và Xã hội", "Lao động - Thương binh và Xã hội"},
		{"06/QĐ-TTg", "06/QĐ-TTg"},
		{"máy kios* tự", "and(máy, kios*, tự)"},
		{"khách sạn 2-3* k*", "khách sạn 2-3* k*"},
		{"kiosk OR camera AI", "or(kiosk, camera AI)"},
		{"kiosk HOẶC camera VÀ (VNeID OR CCCD)", "or(kiosk, and(camera, or(VNeID, CCCD)))"},
		{"NOT kiosk", "not(kiosk)"},
		{"KHÔNG kiosk", "not(kiosk)"},
		{"PHÁT TRIỂN VÀ ỨNG DỤNG", "PHÁT TRIỂN VÀ ỨNG DỤNG"},
		{"TTHC VÀ DVC", "and(TTHC, DVC)"},
		{"tinh:Long An kiosk", "and(province=Long…, An kiosk)"},
		{`tinh:"Long An" kiosk`, "and(province=Long An, kiosk)"},
		{"tỉnh:Long", "province=Long…"},
		{"han:<2024-01-01", "due<=2024-01-01…"},
		{"han:>= 2024", "due>==2024…"},
		{"han:quý I/2024", "and(due=quý…, I/2024)"},
		{`due:"quý I/2024"`, "due=quý I/2024"},
		{"-tinh:Nghệ kiosk", "and(not(province=Nghệ…), kiosk)"},
		{"mục tiêu: 100%", "mục tiêu: 100%"},
		{"lúc 06:30", "lúc 06:30"},
		{"cap:xã", "level=xã…"},
		{"lead:(x)", "!"},
	} {
		e, err := Parse(tt[0])
		if tt[1] == "!" {
			if err == nil {
				t.Errorf("Parse(%q) = %s, want an error", tt[0], show(e))
			}
			continue
		}
		if err != nil {
			t.Errorf("Parse(%q): %v", tt[0], err)
		} else if got := show(e); got != tt[1] {
			t.Errorf("Parse(%q) = %s, want %s", tt[0], got, tt[1])
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct {
		query string
		at    int
		part  string
	}{
		{`khám "chữa bệnh`, 5, "ngoặc kép"},
		{"(khám chữa", 0, "ngoặc đơn đóng"},
		{"khám) chữa", 4, "thừa"},
		{"khám ()", 5, "không có gì"},
		{"khám (", 5, "ngoặc đơn đóng"},
		{"OR khám", 0, "hai bên “OR”"},
		{"khám OR", 5, "hai bên “OR”"},
		{"khám AND", 5, "hai bên “AND”"},
		{"khám NOT", 5, "sau “NOT”"},
		{"khám bệnh:viện", 5, "không có trường “bệnh”"},
		{"tinh:", 0, "ngay sau “tinh:”"},
		{"tinh:<Long", 0, "không so sánh"},
		{"han:<mai", 0, "không phải là ngày"},
		{"ngay:31/02/2024", 0, "không phải là ngày"},
		{"loai:gì", 0, "các giá trị: mô hình, nhiệm vụ"},
		{strings.Repeat("(", 60) + "x" + strings.Repeat(")", 60), 50, "lồng nhau"},
	} {
		_, err := Parse(tt.query)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("Parse(%q): %v, want an *Error", tt.query, err)
			continue
		}
		if e.At != tt.at || !strings.Contains(e.Message, tt.part) {
			t.Errorf("Parse(%q): at %d, %s; want at %d, %s", tt.query, e.At, e.Message, tt.at, tt.part)
		}
	}
}

func TestDateRange(t *testing.T) {
	for _, tt := range [][3]string{
		{"2024-01-31", "2024-01-31", "2024-01-31"},
		{"31/1/2024", "2024-01-31", "2024-01-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"tháng 02/2023", "2023-02-01", "2023-02-28"},
		{"Quý I/2024", "2024-01-01", "2024-03-31"},
		{"quí 4/2024", "2024-10-01", "2024-12-31"},
		{"2024-Q2", "2024-04-01", "2024-06-30"},
		{"Q3/2024", "2024-07-01", "2024-09-30"},
		{"quý III năm 2024", "2024-07-01", "2024-09-30"},
		{"tháng 3 năm 2024", "2024-03-01", "2024-03-31"},
		{"ngày 30 tháng 12 năm 2023", "2023-12-30", "2023-12-30"},
		{"2024", "2024-01-01", "2024-12-31"},
	} {
		first, last, err := dateRange(tt[0])
		if err != nil || first != tt[1] || last != tt[2] {
			t.Errorf("dateRange(%q) = %s, %s, %v", tt[0], first, last, err)
		}
	}
	for _, s := range []string{"", "mai", "2024-13", "32/01/2024", "30/02/2024", "quý V/2024", "24"} {
		if first, last, err := dateRange(s); err == nil {
			t.Errorf("dateRange(%q) = %s, %s", s, first, last)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`a "b c" -d (e OR f) tinh:x han:<2024`, "((", "“", "-(", "x:y", "KHÔNG", "-\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := Parse(s)
		var parseError *Error
		switch {
		case err == nil && e == nil:
			t.Fatal("neither an expression nor an error")
		case err != nil && !errors.As(err, &parseError):
			t.Fatalf("%T: %v", err, err)
		case err != nil && (parseError.At < 0 || parseError.At > len(s)):
			t.Fatalf("error at %d in %q", parseError.At, s)
		}
	})
}
