package outline

import (
	"testing"

	"kehoach/ingest/source"
	"kehoach/normalize"
)

// onlyTable returns the one table of a text.
func onlyTable(t *testing.T, text string) Table {
	t.Helper()
	o := New(normalize.New(source.NewText("a.txt", "I. NHIỆM VỤ\n"+text)))
	tables := Tables(o.Paras)
	if len(tables) != 1 {
		t.Fatalf("%d tables", len(tables))
	}
	return tables[0]
}

// TestMarks holds what a mark means by the head of its column.
func TestMarks(t *testing.T) {
	for name, c := range map[string]struct{ text, meaning, want string }{
		"a quarter":                {"TT\tNhiệm vụ\tChủ trì\tQuý I/2024\tQuý II/2024\n1\tTập huấn\tSở Nội vụ\t\tx\n", "timeline", "Quý II/2024"},
		"two quarters":             {"TT\tNhiệm vụ\tChủ trì\tQuý I/2024\tQuý II/2024\n1\tTập huấn\tSở Nội vụ\tx\tX\n", "timeline", "Quý I/2024; Quý II/2024"},
		"a date in a quarter":      {"TT\tNhiệm vụ\tChủ trì\tQuý I/2024\tQuý II/2024\n1\tTập huấn\tSở Nội vụ\t\ttrước 15/5/2024\n", "timeline", "trước 15/5/2024"},
		"months below one head":    {"TT\tNhiệm vụ\tChủ trì\tThời gian\t\n\t\t\tTháng 3/2024\tTháng 6/2024\n1\tTập huấn\tSở Nội vụ\tx\t\n", "timeline", "Tháng 3/2024"},
		"who leads":                {"TT\tNhiệm vụ\tVP\tCAX\tĐTN\tThời hạn\n1\tTập huấn\tC\tP\tP\t30/6/2024\n2\tSơ kết\tP\tC\tP\t30/9/2024\n", "lead", "VP"},
		"who cooperates":           {"TT\tNhiệm vụ\tVP\tCAX\tĐTN\tThời hạn\n1\tTập huấn\tC\tP\tP\t30/6/2024\n2\tSơ kết\tP\tC\tP\t30/9/2024\n", "cooperating", "CAX; ĐTN"},
		"who leads by a legend":    {"TT\tNhiệm vụ\tVP\tCAX\tThời hạn\n1\tTập huấn\tX\tx\t30/6/2024\n2\tSơ kết\tx\tX\t30/9/2024\nGhi chú: X là đơn vị chủ trì; x là đơn vị phối hợp.\n", "lead", "VP"},
		"who joins by its head":    {"TT\tNhiệm vụ\tĐơn vị thực hiện (● chủ trì; ○ phối hợp)\t\tThời hạn\n\t\tVP\tCAX\t\n1\tTập huấn\t●\t○\t30/6/2024\n2\tSơ kết\t○\t●\t30/9/2024\n", "cooperating", "CAX"},
		"two bodies, no legend":    {"TT\tNhiệm vụ\tVP\tCAX\tThời hạn\n1\tTập huấn\tX\tx\t30/6/2024\n", "lead", ""},
		"who is ticked to join":    {"TT\tNhiệm vụ\tChủ trì\tĐơn vị phối hợp\t\t\tThời gian\n\t\t\tCông an huyện\tPhòng Tư pháp\tUBND các xã\t\n1\tSố hóa\tPhòng Nội vụ\tx\tx\t\tQuý II/2024\n", "cooperating", "Công an huyện; Phòng Tư pháp"},
		"who leads beside those":   {"TT\tNhiệm vụ\tChủ trì\tĐơn vị phối hợp\t\t\tThời gian\n\t\t\tCông an huyện\tPhòng Tư pháp\tUBND các xã\t\n1\tSố hóa\tPhòng Nội vụ\tx\tx\t\tQuý II/2024\n", "lead", "Phòng Nội vụ"},
		"who is ticked":            {"TT\tNhiệm vụ\tCông an huyện\tPhòng Tư pháp\tThời gian\n1\tSố hóa\tx\tx\tQuý II/2024\n2\tRà soát\t\tx\tQuý II/2024\n", "executing", "Công an huyện; Phòng Tư pháp"},
		"one quarter is no scheme": {"TT\tNhiệm vụ\tChủ trì\tQuý I/2024\n1\tTập huấn\tSở Nội vụ\tx\n", "timeline", ""},
	} {
		table := onlyTable(t, c.text)
		if got := table.Cells(table.Body()[0])[c.meaning].Text; got != c.want {
			t.Errorf("%s: %s is %q, want %q", name, c.meaning, got, c.want)
		}
	}
}

// TestLearnByValues holds which labels of unknown words tell their meaning by what stands behind them.
func TestLearnByValues(t *testing.T) {
	text := func(labels ...string) (s string) {
		values := [][3]string{
			{"Phòng Kinh tế", "Hội Nông dân xã, Đoàn Thanh niên xã", "30/6/2025"},
			{"Công an xã", "Phòng Kinh tế, Hội Phụ nữ xã", "quý III/2025"},
			{"Trạm Y tế xã", "Công an xã, Phòng Kinh tế", "trước 31/12/2025"},
		}
		s = "I. CÁC MÔ HÌNH\n"
		for i, v := range values {
			s += "Mô hình " + string(rune('1'+i)) + ": Chợ số\n"
			for k, l := range labels {
				if l != "" {
					s += l + ": " + v[k] + "\n"
				}
			}
		}
		return s
	}
	for _, c := range []struct {
		labels []string
		want   map[string]string
	}{
		{[]string{"Gánh việc", "Kề vai", "Mốc đích"}, map[string]string{"gánh việc": "lead", "kề vai": "cooperating", "mốc đích": "timeline"}},
		{[]string{"Chủ trì", "Kề vai", "Mốc đích"}, map[string]string{"kề vai": "", "mốc đích": "timeline"}}, // beside a label that is known bodies may be anybody
		{[]string{"Nơi đặt máy", "", "Thời hạn"}, map[string]string{"nơi đặt máy": ""}},
	} {
		o := New(normalize.New(source.NewText("a.txt", text(c.labels...))))
		got := map[string]string{}
		for _, p := range o.Paras {
			if key, _, ok := beforeColon(p.Text); ok && p.Label != nil {
				got[key] = p.Label.Meaning
			}
		}
		for key, want := range c.want {
			if got[key] != want {
				t.Errorf("%v: %q is %q, want %q", c.labels, key, got[key], want)
			}
		}
	}
}
