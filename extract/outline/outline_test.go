package outline

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"kehoach/ingest/source"
	"kehoach/normalize"
)

// TestMarker holds what stands before a paragraph, and what only looks like a marker.
func TestMarker(t *testing.T) {
	for _, c := range []struct {
		in    string
		style Style
		label string
		rest  string
	}{
		{"II. CÁC MÔ HÌNH", Roman, "II", "CÁC MÔ HÌNH"},
		{"A. Mục đích", Upper, "A", "Mục đích"},
		{"HI. TỔ CHỨC", Roman, "III", "TỔ CHỨC"},
		{"IL. NHIỆM VỤ", Roman, "II", "NHIỆM VỤ"},
		{"H. NHIỆM VỤ", Upper, "H", "NHIỆM VỤ"},
		{"2. Nhóm tiện ích", Dec1, "2", "Nhóm tiện ích"},
		{"2.Nhóm tiện ích", Dec1, "2", "Nhóm tiện ích"},
		{"2) Nhóm tiện ích", Dec1b, "2", "Nhóm tiện ích"},
		{"2.1. Mục tiêu", Dec2, "2.1", "Mục tiêu"},
		{"II.1. Nhóm mô hình", Dec1, "1", "Nhóm mô hình"},
		{"II.1.a. Mô hình", Lower, "a", "Mô hình"},
		{"A.2.1. Nhóm mô hình", Dec2, "2.1", "Nhóm mô hình"},
		{"đ) Kinh phí", Lower, "đ", "Kinh phí"},
		{"(3) Trách nhiệm", ParNum, "3", "Trách nhiệm"},
		{"(ii) Trách nhiệm", ParLow, "ii", "Trách nhiệm"},
		{"- Công an tỉnh", Dash, "", "Công an tỉnh"},
		{"-Công an tỉnh", Dash, "", "Công an tỉnh"},
		{"- + Công an tỉnh", Plus, "", "Công an tỉnh"},
		{"o Công an tỉnh", Circle, "", "Công an tỉnh"},
		{"Điều 3. Hiệu lực", Article, "3", "Hiệu lực"},
		{"Mục 2. Nhóm an ninh, trật tự", Division, "2", "Nhóm an ninh, trật tự"},
		{"Mục II: Nội dung", Division, "II", "Nội dung"},
		{"mục 2 của Kế hoạch", None, "", "mục 2 của Kế hoạch"},
		{"Mục tiêu: giảm thời gian", None, "", "Mục tiêu: giảm thời gian"},
		{"Phần thứ nhất", Part, "thứ nhất", ""},
		{"1 . Tổ chức", Dec1, "1", "Tổ chức"},
		{"II . NHIỆM VỤ", Roman, "II", "NHIỆM VỤ"},
		{"lI. NHIỆM VỤ", Roman, "II", "NHIỆM VỤ"},
		{"l) Nhiệm vụ", Lower, "l", "Nhiệm vụ"},
		{"I/. MỤC TIÊU", Roman, "I", "MỤC TIÊU"},
		{"II.- NỘI DUNG", Roman, "II", "NỘI DUNG"},
		{"1/. Lập sổ", Dec1b, "1", "Lập sổ"},
		{"2.- Lập sổ", Dec1, "2", "Lập sổ"},
		{"a/ Nội dung", Lower, "a", "Nội dung"},
		{"m/ giây", None, "", "m/ giây"},
		{"4.1/ Văn phòng Sở", Dec2, "4.1", "Văn phòng Sở"},
		{"Phần thứ mười hai", Part, "thứ mười hai", ""},
		{"I – MỤC ĐÍCH", Roman, "I", "MỤC ĐÍCH"},
		{"B – NỘI DUNG", Upper, "B", "NỘI DUNG"},
		{"B – nội dung", None, "", "B – nội dung"},
		{"I.MỤC ĐÍCH, YÊU CẦU", Roman, "I", "MỤC ĐÍCH, YÊU CẦU"},
		{"II.Nội dung thực hiện", Roman, "II", "Nội dung thực hiện"},
		{"B.NỘI DUNG", Upper, "B", "NỘI DUNG"},
		{"a)Công an huyện", Lower, "a", "Công an huyện"},
		{"1)Công an huyện", Dec1b, "1", "Công an huyện"},
		{"(1)Công an huyện", ParNum, "1", "Công an huyện"},
		{"② Mô hình chợ số", ParNum, "2", "Mô hình chợ số"},
		{"⑫. Lập sổ", ParNum, "12", "Lập sổ"},
		{"❸ Lập sổ", ParNum, "3", "Lập sổ"},
		{"➢ Lập sổ", Arrow, "", "Lập sổ"},
		{"V.I.P của tỉnh", None, "", "V.I.P của tỉnh"},
		{"P.Tổ chức cán bộ", None, "", "P.Tổ chức cán bộ"},
		{"T.P HUẾ", None, "", "T.P HUẾ"},
		{"1.", Dec1, "1", ""},
		{"II.", Roman, "II", ""},
		{"b)", Lower, "b", ""},
		{"ii) Trách nhiệm", LowRoman, "ii", "Trách nhiệm"},
		{"1 Mô hình 1: Chợ số", Dec1, "1", "Mô hình 1: Chợ số"},
		{"3 Mô hình 1: Chợ số", None, "", "3 Mô hình 1: Chợ số"},
		{"Nhiệm vụ 1: Lập sổ", Task, "1", "Lập sổ"},
		{"Nhiệm vụ số 02. Lập sổ", Task, "2", "Lập sổ"},
		{"Nội dung thứ ba: Lập sổ", Task, "3", "Lập sổ"},
		{"Nhiệm vụ 1 của Kế hoạch", None, "", "Nhiệm vụ 1 của Kế hoạch"},
		{"Nhiệm vụ: Lập sổ", None, "", "Nhiệm vụ: Lập sổ"},
		{"VNeID.", None, "", "VNeID."},
		{"30.000", None, "", "30.000"},
		{"2023. Năm ấy", None, "", "2023. Năm ấy"},
		{"100% hồ sơ", None, "", "100% hồ sơ"},
		{"o công an", None, "", "o công an"},
		{"V.v. và nhiều nữa", None, "", "V.v. và nhiều nữa"},
		{"30/12/2023", None, "", "30/12/2023"},
	} {
		m := readMarker(c.in)
		if m.Style != c.style || m.Label != c.label || c.in[m.size:] != c.rest {
			t.Errorf("%q: style %d, label %q, rest %q; want %d, %q, %q", c.in, m.Style, m.Label, c.in[m.size:], c.style, c.label, c.rest)
		}
	}
}

// TestParagraphs holds which lines are joined, and where one line is parted.
func TestParagraphs(t *testing.T) {
	head := "KẾ HOẠCH\nTriển khai\nI. MỤC ĐÍCH\n"
	wide := strings.Repeat("một dòng dài của văn bản được ngắt ở cột tám mươi như mọi dòng khác\n", 6)
	web := strings.Repeat("1. Tạo\nchuyển biến rõ nét về nhận thức và hành động của các cấp, các ngành trong triển\nkhai thực hiện Đề án 06 của Chính phủ trên địa bàn tỉnh, tạo thuận lợi cho người\ndân.\n", 4)
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"a title whose second line begins in a capital, on a web page", head + web + "Mô hình 1: Cảng cá Tam\nQuang khai báo điện tử\na) Mục tiêu: An dân.\nMô hình 2: Chợ số\nSở Công Thương chủ trì, phối hợp với các đơn vị liên quan triển khai đồng bộ\ntại các chợ.\n", []string{"Cảng cá Tam Quang khai báo điện tử", "Chợ số"}},
		{"headings above paragraphs, on a web page", head + web + "II. Chế độ thông tin, báo cáo\nĐịnh kỳ hằng tháng báo cáo.\nIII. Tổ chức\n1. Sở Tài chính\nTham mưu bố trí kinh phí.\n2. Sở\nGiao thông vận tải chủ trì.\n", []string{"Chế độ thông tin, báo cáo", "Sở Tài chính", "Sở Giao thông vận tải chủ trì."}},
		{"a sentence broken by a line", head + wide + "nhằm bảo đảm an ninh chính trị và giữ gìn trật tự an toàn của\nxã hội trên địa bàn.\n- Gạch đầu dòng.\n", []string{"xã hội trên địa bàn.", "Gạch đầu dòng."}},
		{"labels behind each other", head + "Mô hình 1: Chợ số\n* Chủ trì: Sở Y tế * Phối hợp: Công an tỉnh\n", []string{"Chủ trì: Sở Y tế", "Phối hợp: Công an tỉnh"}},
		{"a bold label behind a line without an end", head + "1. Mô hình du lịch số\n**Tiến độ**: Tháng 3: khảo sát; tháng 5: lắp đặt; tháng 7/2024: vận hành\n**Cách làm hay**: mã QR\n", []string{"tháng 7/2024: vận hành", "Cách làm hay: mã QR"}},
		{"a label of the plan's own behind another", head + "1. Mô hình du lịch số\nTiến độ: Tháng 3: khảo sát; tháng 5: lắp đặt; tháng 7/2024: vận hành\nPhương tiện, nền tảng: mã QR\n", []string{"tháng 7/2024: vận hành", "Phương tiện, nền tảng: mã QR"}},
		{"a misread label", head + "Mô hình 1: Chợ số\nTiến độ: Tháng 3: khảo sát; tháng 5: lắp đặt; tháng 7/2024: vận hành\nĐơn vị chù trì: Sở Y tế\n", []string{"tháng 7/2024: vận hành", "Đơn vị chù trì: Sở Y tế"}},
		{"a title above wrapped lines", head + wide + "\nMô hình 1: Chợ số\nSở Y tế chủ trì, phối hợp với Công an tỉnh triển khai đồng bộ tại\ncác chợ trên địa bàn.\n", []string{"Chợ số", "các chợ trên địa bàn."}},
		{"a title over two lines", head + wide + "\nMô hình 1: Cấp thẻ căn cước lưu động cho người già, người khuyết\nTật nặng tại nhà\n\nMục tiêu: an dân.\n", []string{"người khuyết Tật nặng tại nhà"}},
		{"a name broken at its dash", head + wide + "- Phòng A phối hợp với Ban Thi đua - Khen thưởng.\n- Phòng Tổ chức, Phòng Cải cách hành chính, Ban Dân tộc và Ban Thi đua\n- Khen thưởng phối hợp.\n", []string{"Ban Thi đua - Khen thưởng phối hợp."}},
		{"a label at the end of its line", head + wide + "a) Số hóa hồ sơ. Giao Phòng A, Phòng B làm đầu mối; thời gian thực hiện:\n2024 - 2025.\n", []string{"thời gian thực hiện: 2024 - 2025."}},
		{"the sentence that ends a plan", head + wide + "1. Đài truyền thanh tuyên truyền trên sóng mỗi tuần hai lần trở lên.\nTrên đây là Kế hoạch.\n", []string{"hai lần trở lên.", "Trên đây là Kế hoạch."}},
		{"numbers that have their lines to themselves", head + "1.\nNâng cao nhận thức.\n2.\nGiảm giấy tờ.\nII.\nNỘI DUNG\n", []string{"Nâng cao nhận thức.", "Giảm giấy tờ.", "NỘI DUNG"}},
		{"a numbered title and the paragraph below", head + "1. Khám bệnh, chữa bệnh bằng căn cước công dân gắn chíp\nKhoa Khám bệnh chịu trách nhiệm chính, Phòng Kế hoạch giúp kiểm tra, đôn đốc các khoa, phòng thực hiện; xong ngay trong tháng 9 năm 2023.\n", []string{"căn cước công dân gắn chíp", "tháng 9 năm 2023."}},
		{"labels with a slash, models by a code", head + "MH1. Chợ số\n- Công cụ/nền tảng: VNeID\nMH 2: Trường số\n- Công cụ/nền tảng: Zalo\n", []string{"Công cụ/nền tảng: VNeID", "MH 2: Trường số"}},
		{"a title and the paragraph below", head + "Mô hình 1: Sân vận động, khu du lịch bán vé bằng mã định danh\nSở Y tế chịu trách nhiệm chính.\n", []string{"Sân vận động, khu du lịch bán vé bằng mã định danh", "Sở Y tế chịu trách nhiệm chính."}},
	} {
		o := New(normalize.New(source.NewText("a.txt", c.in)))
		var got []string
		for _, p := range o.Paras {
			got = append(got, p.Text)
		}
		for _, w := range c.want {
			found := false
			for _, g := range got {
				found = found || strings.HasSuffix(g, w)
			}
			if !found {
				t.Errorf("%s: no paragraph ends with %q in %q", c.name, w, got)
			}
		}
	}
}

// TestLevels holds which of two styles stands above the other.
func TestLevels(t *testing.T) {
	for _, c := range []struct{ in, path string }{
		{"I. MỤC ĐÍCH\nA. Chung\nB. Riêng\n1. Nâng cao chất lượng.\nII. NỘI DUNG\n", "I.B.1"},
		{"A. MỤC ĐÍCH\nI. Chung\nII. Riêng\n1. Nâng cao chất lượng.\nB. NỘI DUNG\n", "A.II.1"},
		{"Kế hoạch như sau:\nA. MỤC ĐÍCH\n1. Nâng cao chất lượng.\nB. NỘI DUNG\nTên mô hình\tChủ trì\tThời gian\nI. Nhóm một\t\t\nMột\tSở Y tế\t2024\n", "A.1"},
		{"A. MỤC ĐÍCH\nB. NỘI DUNG\nI. Chung\n1. Nâng cao chất lượng.\n", "B.I.1"},
		{"I. NỘI DUNG\na) Chung\niv) Một.\nv) Nâng cao chất lượng.\n", "I.a.v"},
		{"I. NỘI DUNG\nt) Chung.\nu) Riêng.\nv) Nâng cao chất lượng.\n", "I.v"},
		{"I. NỘI DUNG\n1.\nNâng cao chất lượng.\n", "I.1"},
		{"I. NỘI DUNG\nNhiệm vụ 1: Lập sổ\n1.1. Cơ quan chủ trì: Sở Y tế.\n1.2. Kết quả: Sổ.\nNhiệm vụ 2: Nâng cao chất lượng.\n", "I.2"},
		{"I. LỘ TRÌNH\nGiai đoạn 1: Chuẩn bị\nBước 1. Lập sổ.\nGiai đoạn 2: Làm\nBước 1. Mở máy.\nBước 2. Nâng cao chất lượng.\n", "I.2.2"},
		{"I. LỘ TRÌNH\n1. Chung\n2. Riêng\nĐợt 1: Chuẩn bị\na) Lập sổ.\nĐợt 2: Làm\na) Nâng cao chất lượng.\n", "I.2.2.a"},
		{"I. LỘ TRÌNH\nGiai đoạn 1: Lập sổ.\nNâng cao chất lượng.\nGiai đoạn 2: Mở máy.\n", "I"},
	} {
		found := false
		for _, p := range New(normalize.New(source.NewText("a.txt", c.in))).Paras {
			if p.Text != "Nâng cao chất lượng." {
				continue
			}
			found = true
			if p.Path() != c.path {
				t.Errorf("%q: read at %s, want %s", c.in, p.Path(), c.path)
			}
		}
		if !found {
			t.Errorf("%q: not read as a paragraph", c.in)
		}
	}
}

// TestLabelInCell holds that a label ends with its cell: "Thời gian bắt đầu" is one too.
func TestLabelInCell(t *testing.T) {
	const in = "I. MÔ HÌNH\nMô hình 1: Trường học\nĐơn vị chủ trì\tSở Y tế\nThời gian\tBắt đầu từ năm học 2024-2025\n"
	got := ""
	for _, p := range New(normalize.New(source.NewText("a.txt", in))).Paras {
		if p.Label != nil {
			got += p.Label.Meaning + ": " + p.Value().Text + "\n"
		}
	}
	if want := "lead: Sở Y tế\ntimeline: Bắt đầu từ năm học 2024-2025\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestModelHead holds which paragraphs begin a model, and where its title begins.
func TestModelHead(t *testing.T) {
	for _, c := range []struct{ in, title string }{
		{"2. Mô hình 2 về bến phà số", "về bến phà số"},
		{"2. Mô hình 3 về bến phà số", ""},
		{"2. Mô hình sô 2: Bến phà số", "Bến phà số"},
		{"MH2. Bến phà số", "Bến phà số"},
		{"MH 02 - Bến phà số", "Bến phà số"},
		{"MH-02. Bến phà số", "Bến phà số"},
		{"Mô hình YT-02: Bến phà số", "Bến phà số"},
		{"Mô hình 1.2 - Bến phà số", "Bến phà số"},
		{"Mô hình (2): Bến phà số", "Bến phà số"},
		{"Mô hình số (02). Bến phà số", "Bến phà số"},
		{"Mô hình (thí điểm) bến phà số", ""},
		{"Mô hình 2 trên địa bàn", ""},
	} {
		o := New(normalize.New(source.NewText("a.txt", "KẾ HOẠCH\nTriển khai\nI. MỤC ĐÍCH\nPhục vụ.\n"+c.in+"\n")))
		got := ""
		if p := o.Paras[len(o.Paras)-1]; p.Item != nil {
			got = p.From(p.Item.End).Text
		}
		if got != c.title {
			t.Errorf("%q: title %q, want %q", c.in, got, c.title)
		}
	}
}

// TestAlignedTable holds a table of which the heads stand in the middle of their columns and
// the cells run over several lines.
func TestAlignedTable(t *testing.T) {
	const in = `
  TT        Tên mô hình               Đơn vị chủ trì           Đơn vị phối hợp        Thời gian
                                                                                      hoàn thành
  I    NHÓM TIỆN ÍCH PHỤC VỤ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH
  1    Một cửa không giấy tờ       Văn phòng HĐND-          Công an thị xã; UBND      Tháng 5/2024
                                   UBND thị xã              các xã, phường
  2    Cấp đổi giấy phép qua       Phòng Quản lý đô         Công an thị xã            Quý III/2024
       bưu chính                   thị
Trên đây là danh mục các mô hình triển khai trong năm 2024 của thị xã.
`
	var got []string
	for _, p := range New(normalize.New(source.NewText("a.txt", in))).Paras {
		if p.Cells != nil {
			got = append(got, p.Text)
		}
	}
	want := []string{
		"TT\tTên mô hình\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành",
		"I\tNHÓM TIỆN ÍCH PHỤC VỤ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH\t\t\t",
		"1\tMột cửa không giấy tờ\tVăn phòng HĐND-UBND thị xã\tCông an thị xã; UBND các xã, phường\tTháng 5/2024",
		"2\tCấp đổi giấy phép qua bưu chính\tPhòng Quản lý đô thị\tCông an thị xã\tQuý III/2024",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func FuzzNew(f *testing.F) {
	f.Add("I. A\n1. B\n- c\nTT\tMô hình\tChủ trì\n1\tA\tB\n")
	f.Add("II.1.a. Mô hình 1: A * Chủ trì: B * Phối hợp: C")
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range New(normalize.New(source.NewText("a.txt", s))).Paras {
			if span := p.Phrase.Whole(); p.Text != "" && !span.IsZero() && (span.Start < 0 || span.End < span.Start) {
				t.Fatalf("%q: %+v", p.Text, span)
			}
		}
	})
}

// TestTables holds the rows of tables whose rows are not lines.
func TestTables(t *testing.T) {
	head := "KẾ HOẠCH\nTriển khai\nI. NHIỆM VỤ\n"
	for _, c := range []struct{ name, in, want string }{
		{"a grid", head + "+----+-----------+--------+\n| TT | Nội dung  | Chủ    |\n|    | công việc | trì    |\n+====+===========+========+\n| 1  | Lắp đặt   | Phòng  |\n|    | Kiosk     | Y tế   |\n+----+-----------+--------+\n| 2  | Tập huấn  |        |\n+----+-----------+--------+\n",
			"TT|Nội dung công việc|Chủ trì; 1|Lắp đặt Kiosk|Phòng Y tế; 2|Tập huấn|"},
		{"aligned, a section below", head + "TT    Nhiệm vụ              Chủ trì         Thời gian\n1     Số hóa hồ sơ          Sở Nội vụ       Quý I\nII    VỀ DỮ LIỆU CỦA TỈNH\n2     Kết nối               Sở Y tế         Quý II\nIII. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh theo dõi.\n",
			"TT|Nhiệm vụ|Chủ trì|Thời gian; 1|Số hóa hồ sơ|Sở Nội vụ|Quý I; II|VỀ DỮ LIỆU CỦA TỈNH||; 2|Kết nối|Sở Y tế|Quý II"},
		{"aligned, a head over two", head + "TT    Nhiệm vụ              Cơ quan thực hiện                  Thời gian\n                            Chủ trì           Phối hợp         hoàn thành\n1     Số hóa hồ sơ tại      Phòng Tổ chức     Công an tỉnh;    Quý I\n      các sở, ngành         cán bộ            VNPT\n     III. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh theo dõi.\n",
			"TT|Nhiệm vụ|Cơ quan thực hiện||Thời gian hoàn thành; ||Chủ trì|Phối hợp|; 1|Số hóa hồ sơ tại các sở, ngành|Phòng Tổ chức cán bộ|Công an tỉnh; VNPT|Quý I"},
		{"aligned, a head of three lines", head + "TT    Nhiệm vụ              Cơ quan thực                       Thời gian\n                            hiện\n                            Chủ trì           Phối hợp\n1     Số hóa hồ sơ          Sở Nội vụ         Công an tỉnh     Quý I\n2     Kết nối               Sở Y tế           VNPT             Quý II\nIII. TỔ CHỨC THỰC HIỆN\n",
			"TT|Nhiệm vụ|Cơ quan thực hiện||Thời gian; ||Chủ trì|Phối hợp|; 1|Số hóa hồ sơ|Sở Nội vụ|Công an tỉnh|Quý I; 2|Kết nối|Sở Y tế|VNPT|Quý II"},
		{"aligned, the head again elsewhere on the next page", head + "TT    Nhiệm vụ              Chủ trì           Thời gian\n                                              hoàn thành\n1     Số hóa hồ sơ tại      Sở Nội vụ         Quý I\n\n                    - 2 -\n\nTT    Nhiệm vụ                      Chủ trì                   Thời gian hoàn\n                                                              thành\n      các huyện\n2     Kết nối và chia sẻ dữ liệu    Sở Y tế                   Quý II\nIII. TỔ CHỨC THỰC HIỆN\n",
			"TT|Nhiệm vụ|Chủ trì|Thời gian hoàn thành; 1|Số hóa hồ sơ tại các huyện|Sở Nội vụ|Quý I; 2|Kết nối và chia sẻ dữ liệu|Sở Y tế|Quý II"},
		{"aligned, the numbers behind another column", head + "Thời gian       TT    Nhiệm vụ              Chủ trì\nTháng 01/2024   1     Số hóa hồ sơ tại      Sở Nội vụ\n                      các huyện\n                2     Kết nối               Sở Y tế\nTháng 02/2024   3     Tập huấn              Sở Nội vụ\nIII. TỔ CHỨC THỰC HIỆN\n",
			"Thời gian|TT|Nhiệm vụ|Chủ trì; Tháng 01/2024|1|Số hóa hồ sơ tại các huyện|Sở Nội vụ; |2|Kết nối|Sở Y tế; Tháng 02/2024|3|Tập huấn|Sở Nội vụ"},
		{"aligned, one blank behind the numbers, groups over two lines", head + "TT  Nhiệm vụ             Chủ trì      Thời gian\n\n    Nhóm 5. Nhóm nhiệm vụ về tạo lập dữ liệu, nguồn nhân\n    lực và truyền thông\n\n5.1 Số hóa hồ sơ tại     Sở Nội vụ    Quý I\n    các huyện\n\n5.2 Kết nối dữ liệu      Sở Y tế      Quý II\n\nIII. TỔ CHỨC THỰC HIỆN\n",
			"TT|Nhiệm vụ|Chủ trì|Thời gian; |Nhóm 5. Nhóm nhiệm vụ về tạo lập dữ liệu, nguồn nhân lực và truyền thông||; 5.1|Số hóa hồ sơ tại các huyện|Sở Nội vụ|Quý I; 5.2|Kết nối dữ liệu|Sở Y tế|Quý II"},
		{"aligned, groups by the first part of the numbers", head + "Chủ trì       TT     Nhiệm vụ               Thời gian\n1. Hoàn thiện cơ chế, chính sách của tỉnh\nSở Nội vụ     1.1    Số hóa hồ sơ tại       Quý I\n                     các huyện\n2. Dữ liệu của các sở, ngành, địa phương\nSở Y tế       2.1    Kết nối dữ liệu        Quý II\nIII. TỔ CHỨC THỰC HIỆN\n",
			"Chủ trì|TT|Nhiệm vụ|Thời gian; 1. Hoàn thiện cơ chế, chính sách của tỉnh|||; Sở Nội vụ|1.1|Số hóa hồ sơ tại các huyện|Quý I; 2. Dữ liệu của các sở, ngành, địa phương|||; Sở Y tế|2.1|Kết nối dữ liệu|Quý II"},
		{"aligned, rows that begin with their month", head + "Tháng     Nội dung công việc     Phụ trách\n9/2024    Xác thực mã định       Sở Nội vụ\n          danh học sinh\n10/2024   Cấp chữ ký số          Sở Y tế,\n                                 Sở Tư pháp\nIII. TỔ CHỨC THỰC HIỆN\n",
			"Tháng|Nội dung công việc|Phụ trách; 9/2024|Xác thực mã định danh học sinh|Sở Nội vụ; 10/2024|Cấp chữ ký số|Sở Y tế, Sở Tư pháp"},
		{"aligned, numbers in the middle of their rows", head + "TT    Nhiệm vụ              Chủ trì           Thời gian\n\n      Số hóa hồ sơ tại      Phòng Tổ chức\n1     các sở, ngành và      cán bộ            Quý I\n      các huyện\n\n2     Kết nối               Sở Y tế           Quý II\n\n      Kiểm tra việc          Sở Nội vụ,\n3     thực hiện             Sở Tư pháp        Quý III\n\nIII. TỔ CHỨC THỰC HIỆN\n",
			"TT|Nhiệm vụ|Chủ trì|Thời gian; 1|Số hóa hồ sơ tại các sở, ngành và các huyện|Phòng Tổ chức cán bộ|Quý I; 2|Kết nối|Sở Y tế|Quý II; 3|Kiểm tra việc thực hiện|Sở Nội vụ, Sở Tư pháp|Quý III"},
		{"aligned, numbers in the middle, no line between rows", head + "TT    Nhiệm vụ              Chủ trì           Thời gian\n      Số hóa hồ sơ tại      Phòng Tổ chức\n1     các sở, ngành và      cán bộ            Quý I\n      các huyện\n2     Kết nối               Sở Y tế           Quý II\n      Kiểm tra việc          Sở Nội vụ,\n3     thực hiện và báo      Sở Tư pháp        Quý III\n      cáo\nIII. TỔ CHỨC THỰC HIỆN\n",
			"TT|Nhiệm vụ|Chủ trì|Thời gian; 1|Số hóa hồ sơ tại các sở, ngành và các huyện|Phòng Tổ chức cán bộ|Quý I; 2|Kết nối|Sở Y tế|Quý II; 3|Kiểm tra việc thực hiện và báo cáo|Sở Nội vụ, Sở Tư pháp|Quý III"},
		{"tabs, groups without cells", head + "Nội dung\tChủ trì\tThời gian\n1. Nhận thức số\n1.1 Số hóa\tSở Y tế\tQuý I\n2. Dữ liệu\n2.1 Kết nối\tSở Tư pháp\tQuý II\nIII. TỔ CHỨC THỰC HIỆN\n",
			"Nội dung|Chủ trì|Thời gian; 1. Nhận thức số; 1.1 Số hóa|Sở Y tế|Quý I; 2. Dữ liệu; 2.1 Kết nối|Sở Tư pháp|Quý II"},
		{"a cell a line", head + "STT\nNhiệm vụ\nCơ quan chủ trì\nThời gian\nI\nVề dữ liệu\n1\nSố hóa\nSở Y tế\nQuý I\n2\nKết nối\nSở Tư pháp\nQuý II\nII. TỔ CHỨC THỰC HIỆN\n",
			"STT|Nhiệm vụ|Cơ quan chủ trì|Thời gian; I|Về dữ liệu; 1|Số hóa|Sở Y tế|Quý I; 2|Kết nối|Sở Tư pháp|Quý II"},
		{"a cell a line, one lost", head + "STT\nNhiệm vụ\nCơ quan chủ trì\nThời gian\n1\nSố hóa\nQuý I\n2\nKết nối\nSở Tư pháp\nQuý II\nII. TỔ CHỨC THỰC HIỆN\n",
			"STT|Nhiệm vụ|Cơ quan chủ trì|Thời gian; 1|Số hóa; 2|Kết nối|Sở Tư pháp|Quý II"},
	} {
		var got []string
		for _, p := range New(normalize.New(source.NewText("a.txt", c.in))).Paras {
			if p.Cells != nil {
				got = append(got, cellsOf(p))
			}
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s: got %q; want %q", c.name, g, c.want)
		}
	}
}

// TestCards holds models of which each line is a label or a value.
func TestCards(t *testing.T) {
	const head = "KẾ HOẠCH\nTriển khai\n\nI. NHIỆM VỤ\n\nNội dung chung.\n\nII. MÔ HÌNH\n\n"
	for _, c := range []struct{ name, in, want string }{
		{"label and value on a line each", head + "Mã mô hình\nMH-01\nTên mô hình\nChợ số\nMục tiêu\nGiảm tiền mặt\n\nMã mô hình\nMH-02\nTên mô hình\nTrường số\nMục tiêu\nGiảm giấy tờ\n", "1 Chợ số: Mục tiêu; 2 Trường số: Mục tiêu"},
		{"on one line", head + "Tên mô hình: Chợ số\nMục tiêu: Giảm tiền mặt\n\nTên mô hình: Trường số\nMục tiêu: Giảm giấy tờ\n", "1 Chợ số: Mục tiêu: Giảm tiền mặt; 2 Trường số: Mục tiêu: Giảm giấy tờ"},
		{"one only", head + "Tên mô hình: Chợ số\nMục tiêu: Giảm tiền mặt\n", ""},
		{"beside heads of their own", head + "Mô hình 1: Chợ số\nTên mô hình: A\nMô hình 2: Trường số\nTên mô hình: B\n", "1 Chợ số: Tên mô hình: A; 2 Trường số: Tên mô hình: B"},
	} {
		var got []string
		for _, p := range New(normalize.New(source.NewText("a.txt", c.in))).Paras {
			if p.Item == nil {
				continue
			}
			s := strconv.Itoa(p.Item.Number) + " " + strings.TrimSpace(p.Text[p.Item.End:]) + ":"
			for _, f := range p.Children {
				s += " " + f.Text
			}
			got = append(got, s)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s: got %q; want %q", c.name, g, c.want)
		}
	}
}

// TestItem holds the number in the head of a model.
func TestItem(t *testing.T) {
	for _, c := range []struct {
		in     string
		number int
		title  string
	}{
		{"Mô hình thứ nhất: Chợ số", 1, " Chợ số"},
		{"Mô hình thứ mười hai - Chợ số", 12, " Chợ số"},
		{"MÔ HÌNH II: CHỢ SỐ", 2, " CHỢ SỐ"},
		{"Mô hình thứ 6 - Chợ số", 6, " Chợ số"},
		{"[MH 1/8] Chợ số", 1, " Chợ số"},
		{"[Mô hình số 02/15] Chợ số", 2, " Chợ số"},
		{"(Mô hình 3) Chợ số", 3, " Chợ số"},
		{"Mô hình 4/12. Chợ số", 4, " Chợ số"},
	} {
		item, ok := ReadItem(c.in)
		if !ok || item.Number != c.number || c.in[item.End:] != c.title {
			t.Errorf("%q: got %+v, %q", c.in, item, c.in[item.End:])
		}
	}
}

// TestMarkerApart holds that a blank stands between a marker and the title on the next line.
func TestMarkerApart(t *testing.T) {
	o := New(normalize.New(source.NewText("a.txt", "I. MỤC ĐÍCH\n\nNâng cao.\n\nII. NỘI DUNG\n\nLàm.\n\nPHỤ LỤC\nTỔNG HỢP CÁC MÔ HÌNH\n")))
	if got := strings.Join(o.Lines(), "\n"); !strings.Contains(got, "PHỤ LỤC TỔNG HỢP") {
		t.Errorf("lines:\n%s", got)
	}
}

// TestHeadingOverTwoLines holds that a heading in capitals goes on with a conjunction.
func TestHeadingOverTwoLines(t *testing.T) {
	o := New(normalize.New(source.NewText("a.txt", "I. MỤC ĐÍCH, YÊU CẦU\nVÀ THỜI GIAN THỰC HIỆN\nNâng cao chất lượng phục vụ.\nII. NỘI DUNG\nLàm.\n")))
	if len(o.Paras) == 0 || o.Paras[0].Text != "MỤC ĐÍCH, YÊU CẦU VÀ THỜI GIAN THỰC HIỆN" {
		t.Errorf("lines %q", o.Lines())
	}
}

// TestIndented holds text in which the first line of each paragraph stands in: that tells where one begins, be
// the line before full or not.
func TestIndented(t *testing.T) {
	text := "KẾ HOẠCH\nTriển khai các mô hình\n" +
		"     I. MỤC ĐÍCH\n     1. Đưa dữ liệu dân cư vào phục vụ\nngười dân trên địa bàn.\n     2. Phân công rõ người, rõ việc, rõ\nthời gian của từng cơ quan.\n" +
		"     3. Không làm phát sinh thủ tục cho\nhọc sinh và phụ huynh.\n     II. CÁC MÔ HÌNH\n     1. Mô hình số 1: Trả kết quả tại\nBệnh viện Hữu nghị Việt Nam - Cu Ba\n" +
		"      Trách nhiệm:\n      Sở Y tế chỉ đạo bệnh viện gửi dữ\nliệu trong ngày, bảo đảm đúng hạn;\n      VNPT Quảng Bình cấp và gia hạn chữ\nký số cho lãnh đạo.\n"
	var got []string
	for _, p := range New(normalize.New(source.NewText("a.txt", text))).Paras {
		got = append(got, p.Text)
	}
	want := []string{"MỤC ĐÍCH", "Đưa dữ liệu dân cư vào phục vụ người dân trên địa bàn.", "Phân công rõ người, rõ việc, rõ thời gian của từng cơ quan.",
		"Không làm phát sinh thủ tục cho học sinh và phụ huynh.", "CÁC MÔ HÌNH", "Mô hình số 1: Trả kết quả tại Bệnh viện Hữu nghị Việt Nam - Cu Ba", "Trách nhiệm:",
		"Sở Y tế chỉ đạo bệnh viện gửi dữ liệu trong ngày, bảo đảm đúng hạn;", "VNPT Quảng Bình cấp và gia hạn chữ ký số cho lãnh đạo."}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}
