package extract_test

import (
	"strings"
	"testing"
)

// TestTaskIDs holds the ids of the rows of tables: they begin with what the table stands under, and
// none stands twice in a plan.
func TestTaskIDs(t *testing.T) {
	const (
		aims  = "I. MỤC TIÊU\nĐưa dữ liệu dân cư vào phục vụ người dân.\n"
		head  = "TT\tNhiệm vụ\tChủ trì\tThời gian\n"
		first = head + "1\tRà soát dữ liệu\tCông an xã\tQuý I/2024\n2\tSố hóa hồ sơ\tVăn phòng\tQuý II/2024\n"
		other = head + "1\tTập huấn tổ công nghệ\tCông an xã\tQuý I/2024\n2\tPhát tờ rơi\tVăn phòng\tQuý II/2024\n"
	)
	for _, c := range []struct{ name, text, want string }{
		{"a section over its table", "II. NHIỆM VỤ\n" + first, "II.1 II.2"},
		{"tables under one head in two sections", "II. DỮ LIỆU\n" + first + "III. TUYÊN TRUYỀN\n" + other, "II.1 II.2 III.1 III.2"},
		{"a table for each number of a section", "II. NHIỆM VỤ\n1. Dữ liệu\n" + first + "2. Tuyên truyền\n" + other, "II.1.1 II.1.2 II.2.1 II.2.2"},
		{"groups of a table", "II. NHIỆM VỤ\n" + head + "A\tDỮ LIỆU\n1\tRà soát dữ liệu\tCông an xã\tQuý I/2024\nB\tTUYÊN TRUYỀN\n1\tPhát tờ rơi\tVăn phòng\tQuý II/2024\n", "II.A.1 II.B.1"},
		{"numbers that hold their group's", "II. NHIỆM VỤ\n" + head + "1\tDỮ LIỆU\n1.1\tRà soát dữ liệu\tCông an xã\tQuý I/2024\n2\tTUYÊN TRUYỀN\n2.1\tPhát tờ rơi\tVăn phòng\tQuý II/2024\n", "II.1.1 II.2.1"},
		{"a group whose label was misread", "II. NHIỆM VỤ\n" + head + "I\tDỮ LIỆU\t\t\n1\tRà soát dữ liệu\tCông an xã\tQuý I/2024\nu„I\tTUYÊN TRUYỀN, VẬN ĐỘNG\t\t\n2\tPhát tờ rơi\tVăn phòng\tQuý II/2024\n", "II.I.1 II.2"},
		{"a sentence above heads nothing", "II. NHIỆM VỤ\n- Các cơ quan thực hiện nhiệm vụ nêu trong bảng và báo cáo kết quả về Ủy ban nhân dân xã.\n" + first, "II.1 II.2"},
		{"a number that the document gives twice", "II. NHIỆM VỤ\n" + first + "2\tBáo cáo kết quả\tVăn phòng\tQuý IV/2024\n", "II.1 II.2 II.2-2"},
		{"an annex", "II. NHIỆM VỤ\nTheo phụ lục.\nIII. TỔ CHỨC THỰC HIỆN\nCác cơ quan báo cáo.\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n" + first, "PL.1 PL.2"},
		{"annexes with numbers", "II. NHIỆM VỤ\nTheo phụ lục.\nIII. TỔ CHỨC THỰC HIỆN\nCác cơ quan báo cáo.\nPHỤ LỤC I\nDỮ LIỆU\n" + first + "PHỤ LỤC II\nTUYÊN TRUYỀN\n" + other, "PL.I.1 PL.I.2 PL.II.1 PL.II.2"},
		{"an annex without the word", "II. NHIỆM VỤ\nTheo biểu kèm theo.\nIII. TỔ CHỨC THỰC HIỆN\n1. Các cơ quan báo cáo.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\n\nNguyễn Văn An\n\nBIỂU PHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND xã)\n" + first, "PL.1 PL.2"},
		{"paragraphs", "II. NHIỆM VỤ\n1. Dữ liệu\na) Rà soát dữ liệu. Công an xã chủ trì, hoàn thành trong Quý I/2024.\na) Số hóa hồ sơ. Văn phòng chủ trì, hoàn thành trong Quý II/2024.\n", "II.1.a II.1.a-2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, task := range read("a", aims+c.text).Tasks {
				got = append(got, task.ID)
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %s, want %s", s, c.want)
			}
		})
	}
}
