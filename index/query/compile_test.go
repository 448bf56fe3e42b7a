package query

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kehoach/index/vi/fold"
)

// shelf is a Dictionary over a few texts.
type shelf struct {
	texts  []string
	values map[string][]string
	short  map[string]string
}

func (s shelf) Count(t Term) (int, error) {
	n := 0
	for _, text := range s.texts {
		ws := strings.Fields(fold.Key(text))
		found := t.Field == Text && slices.Contains(ws, t.Text)
		for i := 1; i < len(ws); i++ {
			found = found || (t.Field == Pairs || t.Field == Title) && pair(ws[i-1], ws[i]) == t.Text
		}
		if found {
			n++
		}
	}
	return n, nil
}

func (s shelf) Values(field string) ([]Value, error) {
	var vs []Value
	for _, v := range s.values[field] {
		vs = append(vs, Value{v, strings.Fields(fold.Key(v))})
	}
	return vs, nil
}

func (s shelf) Abbreviations() (*Abbreviations, error) {
	a := &Abbreviations{}
	for short, long := range s.short {
		a.Add(short, long)
		a.AddInitials(short, long)
	}
	return a, nil
}

var books = shelf{
	texts: []string{"khám chữa bệnh tại Sở Y tế", "phát triển du lịch qua Call Center", "Kiosk du lịch Long An", "53 dịch vụ"},
	values: map[string][]string{
		Leading:  {"Sở Y tế", "Sở Giáo dục và Đào tạo", "Công an tỉnh Long An"},
		Agency:   {"Sở Y tế", "Phòng Y tế", "Công an tỉnh Long An"},
		Province: {"Long An", "Nghệ An"},
		Locality: {"Long An", "Nghệ An", "Vinh"},
		Ref:      {"06/QĐ-TTg", "6/QĐ-UBND", "1552/BTTTT-THH", "1552/BTTT-THH"},
		Due:      {"2023-12-31", "2024-03-31", "2024-06-30"},
		Date:     {"2023-10-13"},
	},
	short: map[string]string{"DVC": "dịch vụ công", "SGDĐT": "Sở Giáo dục và Đào tạo", "C06": "Cục Cảnh sát quản lý hành chính - Bộ Công an", "CT": "Chỉ thị | Chủ tịch"},
}

// tell describes a node in a line. Of what is ranked it tells the ways to say each word.
func tell(n Node) string {
	list := func(of []Node) string {
		var out []string
		for _, n := range of {
			out = append(out, tell(n))
		}
		return strings.Join(out, ", ")
	}
	switch n := n.(type) {
	case All:
		return "all"
	case None:
		return "none"
	case Damped:
		return tell(n.Of)
	case Both:
		return "both(" + list(n.Of) + ")"
	case Either:
		return "either(" + list(n.Of) + ")"
	case Without:
		return "without(" + tell(n.Of) + ")"
	case AnyOf:
		return n.Field + "∈" + strings.Join(n.Values, "|")
	case Range:
		return fmt.Sprintf("%s %s…%s", n.Field, n.First, n.Last)
	case Begins:
		return n.Prefix + "*"
	case Adjacent:
		return fmt.Sprintf("“%s” exact %v", strings.Join(n.Words, " "), n.Exact != nil)
	case Ranked:
		var words []string
		for _, g := range n.Groups {
			var ways []string
			for _, a := range g {
				var terms []string
				for _, t := range a.Terms {
					if t.Field != Context {
						terms = append(terms, strings.TrimPrefix(t.Field+":"+t.Text, Text+":"))
					}
				}
				if len(terms) > 0 {
					ways = append(ways, strings.Join(terms, "+"))
				}
			}
			words = append(words, strings.Join(ways, "|"))
		}
		return fmt.Sprintf("%d of [%s]", n.Min, strings.Join(words, " "))
	}
	return fmt.Sprintf("%T", n)
}

func TestCompile(t *testing.T) {
	for _, tt := range [][2]string{
		{"", "all"},
		{"!", "all"},
		{"khám bệnh", "2 of [kham benh]"},
		{"khám chữa bệnh tại", "2 of [kham chua benh tai]"},
		{`"khám chữa"`, "“kham chua” exact true"},
		{`"kham chua"`, "“kham chua” exact false"},
		{"kios*", "kios*"},
		// abbreviations, both ways
		{"DVC", "1 of [dvc|pairs:dich_vu+pairs:vu_cong]"},
		{"dịch vụ công", "2 of [dich|dvc vu|dvc cong|dvc]"},
		{"C06", "1 of [c06|pairs:cuc_canh+pairs:canh_sat+pairs:sat_quan+pairs:quan_li+pairs:li_hanh+pairs:hanh_chinh+pairs:chinh_bo+pairs:bo_cong+pairs:cong_an|pairs:cuc_canh+pairs:canh_sat+pairs:sat_quan+pairs:quan_li+pairs:li_hanh+pairs:hanh_chinh]"},
		{"CT", "1 of [ct]"}, // it may mean two things
		// joined and parted
		{"callcenter", "1 of [callcenter|pairs:call_center]"},
		// numbers
		{"06/QĐ-TTg", "2 of [ref:06/QĐ-TTg ref:06/QĐ-TTg ref:06/QĐ-TTg]"},
		{"số 6", "2 of [ref:06/QĐ-TTg|ref:6/QĐ-UBND ref:06/QĐ-TTg|ref:6/QĐ-UBND]"},
		{"QĐ 06", "2 of [ref:06/QĐ-TTg|ref:6/QĐ-UBND ref:06/QĐ-TTg|ref:6/QĐ-UBND]"},
		{"theo quyet dinh 6", "2 of [theo ref:06/QĐ-TTg|ref:6/QĐ-UBND ref:06/QĐ-TTg|ref:6/QĐ-UBND ref:06/QĐ-TTg|ref:6/QĐ-UBND]"},
		{"nghị định 7/2016", "2 of [nghi dinh 7 2016]"},
		{"đề án 06", "2 of [de an 06]"},
		{"99/QĐ-TTg", "2 of [99 qd ttg]"},
		{"1552/BTTTT-THH", "2 of [ref:1552/BTTTT-THH|ref:1552/BTTT-THH ref:1552/BTTTT-THH|ref:1552/BTTT-THH ref:1552/BTTTT-THH|ref:1552/BTTT-THH]"},
		{"mô hình 06", "2 of [mo|number:6 hinh|number:6 pairs:hinh_06|number:6]"},
		{"mô hình 53 dịch", "2 of [mo|number:53 hinh|number:53 53|number:53 dich]"}, // 53 services perhaps
		{"MH12 kiosk", "2 of [mh12|number:12 kiosk]"},
		{"6 mô hình", "2 of [6 mo hinh]"},
		// times
		{"xong tháng 6/2024", "2 of [xong thang|due:2024-06-30 6|due:2024-06-30 2024|due:2024-06-30]"},
		{"quý 1 năm 2024", "2 of [qui|due:2024-03-31 1|due:2024-03-31 nam|due:2024-03-31 2024|due:2024-03-31]"},
		{"13/10/2023", "2 of [13|date:2023-10-13 10|date:2023-10-13 2023|date:2023-10-13]"},
		{"năm 2024", "2 of [nam 2024]"},
		{"tháng 13/2024", "2 of [thang 13 2024]"},
		// agencies
		{"khám ở công an tỉnh", "3 of [kham o cong|agency:Công an tỉnh Long An an|agency:Công an tỉnh Long An tinh|agency:Công an tỉnh Long An]"},
		{"syt khám", "2 of [syt|agency:Sở Y tế kham]"},
		{"sở khám", "2 of [so kham]"},
		// repairs
		{"kham chua benhj", "2 of [kham chua benhj|benh]"},
		{"khma chua benh", "2 of [khma|kham chua benh]"},
		{"kioks", "1 of [kioks|kiosk]"},
		{"kham du lich", "2 of [kham du lich]"}, // unusual, but a word
		// places
		{"du lịch Long An", "2 of [du lich pairs:long_an|locality:Long An pairs:long_an|locality:Long An]"},
		// roles
		{"Sở GDĐT chủ trì", "1 of [leading:Sở Giáo dục và Đào tạo|lead:Sở Giáo dục và Đào tạo]"},
		{"do sở y tế chủ trì khám bệnh", "both(1 of [leading:Sở Y tế|lead:Sở Y tế], 2 of [kham benh])"},
		{"chủ trì: công an tỉnh", "1 of [leading:Công an tỉnh Long An|lead:Công an tỉnh Long An]"},
		{"ai chủ trì", "2 of [ai chu tri]"},
		// fields
		{"coquan:y tế", "agency∈Sở Y tế|Phòng Y tế"},
		{"coquan:y tế khám", "both(agency∈Sở Y tế|Phòng Y tế, 1 of [kham])"},
		{"tinh:long an kiosk", "both(province∈Long An, 1 of [kiosk])"},
		{"tinh:an", "province∈Long An|Nghệ An"},
		{"tinh:Huế", "none"},
		{"han:<2024", "due …2023-12-31"},
		{"han:>2024-02", "due 2024-03-01…"},
		{"han:quý I/2024 kiosk", "both(due 2024-01-01…2024-03-31, 1 of [kiosk])"},
		{"nam:2023", "year 2023-01-01…2023-12-31"},
		{"mohinh:06", "number∈6"},
		{"cap:trung ương", "level∈central"},
		{"so:6", "ref∈06/QĐ-TTg|6/QĐ-UBND"},
		{"tieude:du lịch kiosk", "both(title∈du_lich, 1 of [kiosk])"},
		{`tieude:"du lịch"`, "both(title∈du_lich, “du lich” exact true)"},
		// denied
		{"khám -du lịch", "both(1 of [kham], without(“du lich” exact true))"},
		{"khám -lịch kiosk", "both(1 of [kham], without(1 of [lich]), 1 of [kiosk])"},
		{"-kiosk", "without(1 of [kiosk])"},
		{"a OR (b -c)", "either(1 of [a], both(1 of [b], without(1 of [c])))"},
	} {
		e, err := Parse(tt[0])
		if err != nil {
			t.Errorf("Parse(%q): %v", tt[0], err)
			continue
		}
		c, err := Compile(e, books)
		if err != nil {
			t.Errorf("Compile(%q): %v", tt[0], err)
		} else if got := tell(c.Root); got != tt[1] {
			t.Errorf("%q:\n     %s\nwant %s", tt[0], got, tt[1])
		}
	}
}

func TestClose(t *testing.T) {
	for _, tt := range [][2]string{
		{"kiosk", ""},
		{"khám chữa benhj", "kham 0-1, chua 1-2, benhj 2-3, benh 2-3"},
		{"đăng ký DVC", "dang 0-1, ki 1-2, dvc 2-3, dich vu cong 2-3"},
		{"khám call center", "kham 0-1, call 1-2, center 2-3"},
		{"du lịch Long An", "du 0-1, lich 1-2"}, // what a plan is of, its models seldom say
		{"kiosk Long An", ""},
		{"số 6", ""},
		{`"khám chữa"`, ""},
		{"Sở Y tế chủ trì khám bệnh", "kham 0-1, benh 1-2"},
		{"khám -du lịch", ""},
	} {
		e, err := Parse(tt[0])
		if err != nil {
			t.Fatal(err)
		}
		c, err := Compile(e, books)
		if err != nil {
			t.Fatal(err)
		}
		var ways []string
		for _, c := range c.Close {
			for _, w := range c.Ways {
				ways = append(ways, fmt.Sprintf("%s %d-%d", strings.Join(w.Said, " "), w.From, w.End))
			}
		}
		if got := strings.Join(ways, ", "); got != tt[1] {
			t.Errorf("%q: close %s, want %s", tt[0], got, tt[1])
		}
	}
}

func TestNotes(t *testing.T) {
	e, err := Parse("Sở GDĐT chủ trì kham chua benhj")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Compile(e, books)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(c.Notes, []string{"cơ quan chủ trì: Sở Giáo dục và Đào tạo"}) {
		t.Errorf("notes %q", c.Notes)
	}
	if len(c.Repairs) != 1 || c.Repairs[0].From != "benhj" || c.Repairs[0].To != "benh" || c.Repairs[0].Before != "chua" {
		t.Errorf("repairs %+v", c.Repairs)
	}
}

func TestCondition(t *testing.T) {
	for _, tt := range [][3]string{
		{Agency, "y tế", "agency=y tế"},
		{Due, "<=2024", "due<==2024"},
		{Level, "trung ương", "level=trung ương"},
		{Level, "trên", "!"},
		{Due, "mai", "!"},
		{Agency, " ", "!"},
		{"text", "x", "!"},
	} {
		e, err := Condition(tt[0], tt[1])
		if got := show(e); err == nil && got != tt[2] || (err != nil) != (tt[2] == "!") {
			t.Errorf("Condition(%q, %q) = %s, %v", tt[0], tt[1], got, err)
		}
	}
}

func TestSpelledOut(t *testing.T) {
	for _, tt := range []struct {
		words, short string
		want         int
	}{
		{"so giao duc va dao tao", "sgddt", 6},
		{"giao duc va dao tao tinh", "gddt", 5},
		{"uy ban nhan dan tinh", "ubnd", 4},
		{"van phong uy ban nhan dan", "vpubnd", 6},
		{"so y te", "s", 0},
		{"so y te", "syx", 0},
		{"va ve", "xy", 0},
	} {
		if got := spelledOut(strings.Fields(tt.words), tt.short); got != tt.want {
			t.Errorf("spelledOut(%q, %q) = %d, want %d", tt.words, tt.short, got, tt.want)
		}
	}
}

// Any text compiles, and the words to be marked are not empty.
func FuzzCompile(f *testing.F) {
	for _, s := range []string{"Sở GDĐT chủ trì -du lịch", "tinh:long an 06/QĐ-TTg", "số 6 callcenter \"a b\"", "phối hợp: c06", "-\u0301 (k*)", strings.Repeat("c", 1000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := Parse(s)
		if err != nil {
			return
		}
		c, err := Compile(e, books)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Looser(s, books); err != nil {
			t.Fatal(err)
		}
		for _, m := range c.Marks {
			if len(m.Loose) == 0 || slices.Contains(m.Loose, "") || m.Exact != nil && len(m.Exact) != len(m.Loose) {
				t.Errorf("mark %+v", m)
			}
		}
		tell(c.Root)
	})
}

func BenchmarkCompile(b *testing.B) {
	e, err := Parse("Sở GDĐT chủ trì khám chữa bệnh dịch vụ công Long An")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compile(e, books); err != nil {
			b.Fatal(err)
		}
	}
}
