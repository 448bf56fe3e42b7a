package outline

import (
	"strings"
	"testing"

	"kehoach/ingest/source"
	"kehoach/normalize"
)

// TestStackedTables holds how cells that stand one below the other become rows.
func TestStackedTables(t *testing.T) {
	const head = "I. NHIỆM VỤ\nCác nhiệm vụ cụ thể như sau:\n"
	for _, c := range []struct{ name, in, want string }{
		{"each on its line", "TT\nNội dung\nCơ quan chủ trì\nThời gian\n1\nSố hóa hồ sơ\nSở Nội vụ\nQuý I/2024\n2\nKết nối dữ liệu\nSở Y tế\nThường xuyên\nII. KINH PHÍ\n",
			"TT|Nội dung|Cơ quan chủ trì|Thời gian\n1|Số hóa hồ sơ|Sở Nội vụ|Quý I/2024\n2|Kết nối dữ liệu|Sở Y tế|Thường xuyên"},
		{"of several lines", "TT\nNội dung\nCơ quan chủ trì\nThời gian\n1\nSố hóa hồ sơ tại Bộ phận\nMột cửa\nSở Thông tin và\nTruyền thông\ntrước ngày 30/6/2024\n2\nKết nối dữ liệu\ntheo hướng dẫn\nSở Y tế;\nSở Nội vụ\nThường xuyên\n\nII. KINH PHÍ\n",
			"TT|Nội dung|Cơ quan chủ trì|Thời gian\n1|Số hóa hồ sơ tại Bộ phận Một cửa|Sở Thông tin và Truyền thông|trước ngày 30/6/2024\n2|Kết nối dữ liệu theo hướng dẫn|Sở Y tế; Sở Nội vụ|Thường xuyên"},
		{"of several lines, which cannot be told apart", "TT\nNội dung\nSản phẩm\nThời gian\n1\nSố hóa\nBáo cáo\nKế hoạch\nQuý I/2024\n2\nKết nối\nDữ liệu\nQuý II/2024\nII. KINH PHÍ\n",
			"TT|Nội dung|Sản phẩm|Thời gian\n1|Số hóa\n2|Kết nối|Dữ liệu|Quý II/2024"},
		{"with groups", "TT\nNội dung\nCơ quan chủ trì\nThời gian\nA\nHạ tầng, dữ liệu\nvà nhân lực\n1\nSố hóa hồ sơ\nSở Nội vụ\nQuý I/2024\nB\nAn toàn\n1\nKiểm tra\nSở Y tế\nThường xuyên\n",
			"TT|Nội dung|Cơ quan chủ trì|Thời gian\nA|Hạ tầng, dữ liệu và nhân lực\n1|Số hóa hồ sơ|Sở Nội vụ|Quý I/2024\nB|An toàn\n1|Kiểm tra|Sở Y tế|Thường xuyên"},
		{"between blank lines", "TT\n\nNội dung\n\nCơ quan\nchủ trì\n\n1\n\nSố hóa\nHồ sơ\n\nSở Nội vụ\n\n2\n\nKết nối\n\nSở Y tế\n\nII. KINH PHÍ\n",
			"TT|Nội dung|Cơ quan chủ trì\n1|Số hóa Hồ sơ|Sở Nội vụ\n2|Kết nối|Sở Y tế"},
		{"bars on lines of their own", "TT\n|\nNội dung\n|\nCơ quan\nchủ trì\n|\nI\n|\nHạ tầng\n|\n1\n|\nSố hóa\nHồ sơ\n|\nSở Nội vụ\n|\n2\n|\nKết nối\n|\n|\nII. KINH PHÍ\n1. Ngân sách.\nNơi nhận:\n|\n",
			"TT|Nội dung|Cơ quan chủ trì\nI|Hạ tầng\n1|Số hóa Hồ sơ|Sở Nội vụ\n2|Kết nối|"},
		{"bars behind cells", "|\nTT |\nNội dung |\nCơ quan\nchủ trì |\n|\nI |\nHạ tầng |\n||\n|\n1 |\nSố hóa\nHồ sơ |\nSở Nội vụ |\n|\n2 |\nKết nối | Sở Y tế |\nII. KINH PHÍ\n",
			"TT|Nội dung|Cơ quan chủ trì\nI|Hạ tầng\n1|Số hóa Hồ sơ|Sở Nội vụ\n2|Kết nối|Sở Y tế"},
		{"bars, a cell that spans rows", "|\nTT |\nNội dung |\nCơ quan chủ trì |\nThời gian |\n|\n1 |\nSố hóa |\nSở Nội vụ |\nNăm 2024 |\n|\n2 |\nKết nối |\nNăm 2024 |\n",
			"TT|Nội dung|Cơ quan chủ trì|Thời gian\n1|Số hóa|Sở Nội vụ|Năm 2024\n2|Kết nối"},
		{"with groups numbered as the rows", "TT\n|\nNội dung\n|\nCơ quan chủ trì\n|\n1\n|\nHạ tầng\n|\n1.1\n|\nSố hóa\n|\nSở Nội vụ\n|\n1.2\n|\nKiểm tra\n|\nSở Y tế\n|\n2\n|\nAn toàn\n|\n2.1\n|\nKết nối\n|\nSở Y tế\n|\n",
			"TT|Nội dung|Cơ quan chủ trì\n1|Hạ tầng\n1.1|Số hóa|Sở Nội vụ\n1.2|Kiểm tra|Sở Y tế\n2|An toàn\n2.1|Kết nối|Sở Y tế"},
		{"with a head in two rows", "STT\nNội dung\nCơ quan thực hiện\nThời gian\nChủ trì\nPhối hợp\n1\nSố hóa hồ sơ\nSở Nội vụ\nSở Y tế\nQuý I/2024\n2\nKết nối dữ liệu\nSở Y tế\nSở Tư pháp\nThường xuyên\n",
			"STT|Nội dung|Chủ trì|Phối hợp|Thời gian\n1|Số hóa hồ sơ|Sở Nội vụ|Sở Y tế|Quý I/2024\n2|Kết nối dữ liệu|Sở Y tế|Sở Tư pháp|Thường xuyên"},
		{"a cell of several bullets, numbers that may be of pages", "TT\nNội dung\nCơ quan chủ trì\nPhối hợp\nThời gian\nI\nHạ tầng\n1\nTái cấu trúc quy trình\nVăn phòng UBND tỉnh\n- Công an tỉnh;\n- Sở Nội vụ;\n- UBND các huyện.\nTrước ngày 30/6/2024\n2\nSố hóa hồ sơ\nSở Y tế\nSở Tư pháp\nThường xuyên\nII. KINH PHÍ\n",
			"TT|Nội dung|Cơ quan chủ trì|Phối hợp|Thời gian\nI|Hạ tầng\n1|Tái cấu trúc quy trình|Văn phòng UBND tỉnh|- Công an tỉnh; - Sở Nội vụ; - UBND các huyện.|Trước ngày 30/6/2024\n2|Số hóa hồ sơ|Sở Y tế|Sở Tư pháp|Thường xuyên"},
		{"rows broken within a cell", "TT | Nội dung | Cơ quan chủ trì |\n1 | Số hóa | Sở Nội vụ,\nSở Y tế |\n2 | Kết nối | Sở Y tế |\n",
			"TT|Nội dung|Cơ quan chủ trì\n1|Số hóa|Sở Nội vụ, Sở Y tế\n2|Kết nối|Sở Y tế"},
	} {
		var got []string
		for _, p := range New(normalize.New(source.NewText("a.txt", head+c.in))).Paras {
			if p.Cells != nil {
				got = append(got, cellsOf(p))
			}
		}
		if s := strings.Join(got, "\n"); s != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, s, c.want)
		}
	}
}

// cellsOf prints the cells of a row that are certain.
func cellsOf(p *Para) string {
	var cells []string
	for _, c := range p.Cells {
		cells = append(cells, c.Text)
	}
	return strings.Join(cells, "|")
}

// TestUncertainRowsKeepTheirText holds that what belongs to no certain cell is not lost.
func TestUncertainRowsKeepTheirText(t *testing.T) {
	const in = "TT\nNội dung\nSản phẩm\nThời gian\n1\nSố hóa\nBáo cáo\nKế hoạch\nQuý I/2024\n2\nKết nối\nDữ liệu\nQuý II/2024\nII. KINH PHÍ\n"
	o := New(normalize.New(source.NewText("a.txt", "I. NHIỆM VỤ\n"+in)))
	if got := strings.Join(o.Lines(), "\n"); !strings.Contains(got, "1\tSố hóa\tBáo cáo\tKế hoạch\tQuý I/2024") {
		t.Errorf("lines:\n%s", got)
	}
}
