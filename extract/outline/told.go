package outline

import (
	"strconv"
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// Sentences behind the last model of several that speak of all of them, or of single ones by their
// numbers: they belong to none.

// allModels reads the subject of a sentence that speaks of all models, perhaps of this group: "Các mô
// hình trong nhóm này", "Năm mô hình của mảng này".
var allModels = pattern.MustCompile(`^(?:tất cả |toàn bộ |cả )*(?:(các|những|\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) )?mô hình(?: (?:nêu )?(?:trong|thuộc|của|ở|tại))?(?: (nhóm|phần|mục|mảng|cụm|lĩnh vực))?(?: (này|trên|nêu trên|kể trên))?(?: đều)?,? `)

// AllModels returns where the subject of a paragraph ends that speaks of all models, and whether it
// says that these are those of one group.
func (p *Para) AllModels() (end int, ofGroup, ok bool) {
	if !strings.Contains(p.Text, "ô hình ") {
		return 0, false, false
	}
	m := allModels.FindStringSubmatchIndex(normalize.FoldInPlace(p.Text))
	if m == nil {
		return 0, false, false
	}
	return m[1], (m[2] >= 0 || m[4] >= 0) && m[6] >= 0, true
}

// ClosesGroup reports whether p is a sentence of all models of a group, which may stand behind them.
func (p *Para) ClosesGroup() bool {
	_, ofGroup, _ := p.AllModels()
	return ofGroup && p.Cells == nil && p.Label == nil && p.Marker.Style == None
}

// ofAll are the words by which the label of a field says that it holds for all models, or for all tasks:
// "Đơn vị phối hợp chung", "Thời gian hoàn thành chung của cả 02 mô hình".
var ofAll = pattern.MustCompile(` (?:chung|(?:của |cho )?(?:cả |toàn )?nhóm|(?:của |cho )?(?:các|cả|tất cả(?: các)?|toàn bộ(?: các)?)(?: \d{1,2})? (?:mô hình|(nhiệm vụ|nội dung|công việc)))(?: |$).*$`)

// longestShared is the bytes of such a label, at most.
const longestShared = 100

// A SharedLabel is the label of a field that holds for all models or tasks of a group: what it says of the
// field, without the words that say so, and whether these name tasks.
type SharedLabel struct {
	Own     string
	OfTasks bool
}

// ReadSharedLabel reads such a label, and returns false for any other.
func ReadSharedLabel(label string) (shared SharedLabel, ok bool) {
	if len(label) > longestShared {
		return shared, false
	}
	at := ofAll.FindStringSubmatchIndex(normalize.FoldInPlace(label))
	if at == nil {
		return shared, false
	}
	return SharedLabel{label[:at[0]], at[2] >= 0}, true
}

// mostShared are the fields behind the last model that may hold for all.
const mostShared = 6

// tellsOfAll reports whether ps[0], below the head of a model, is a field that holds for all models of its
// group: its label says so, and no further model of the group follows.
func tellsOfAll(ps []*Para) bool {
	p := ps[0]
	label, value, ok := strings.Cut(p.Text, ":")
	if !ok || value == "" || p.Cells != nil || p.Marker.Style != None && p.Marker.Style < Dash {
		return false
	}
	if !labelsAll(label) {
		return false
	}
	for _, q := range ps[1:min(len(ps), mostShared)] {
		if q.Item != nil {
			return false
		} else if q.Marker.Style != None && q.Marker.Style < Dash {
			break
		}
	}
	return true
}

// labelsAll reports whether a label is that of a field which holds for all models. "Mục tiêu chung" is none.
func labelsAll(label string) bool {
	shared, ok := ReadSharedLabel(label)
	if !ok || shared.OfTasks {
		return false
	}
	switch meaning, _ := lexicon.Labels("field").Whole(shared.Own); meaning {
	case "lead", "cooperating", "executing", "timeline":
		return true
	}
	return false
}

// NumberList is the form of a list of numbers of models, of stretches of them, or of both: "1, 2 và mô hình
// số 4", "1 đến 5".
const NumberList = `\d{1,2}(?:(?:,| và|, và|;| -| –|-|–| đến)(?: các)?(?: mô hình)?(?: số)? ?\d{1,2})*`

// modelsByNumber are models by their numbers: "mô hình số 1, 2 và 4".
const modelsByNumber = `mô hình(?: số)? (` + NumberList + `)`

var (
	// saysOfNumbered reads how a clause begins that tells of them: "Mô hình 1, 2 do Công an xã chủ trì".
	saysOfNumbered = pattern.MustCompile(`(?:^|[.;,] )(?:(?:trong đó|cụ thể|riêng|còn|đối với|các)[,:]? )*` + modelsByNumber + `(?: (?:thì )?(?:do|giao)|:| -| –) `)
	// leadsNumbered reads which of them somebody leads: "Phòng Kinh tế chủ trì mô hình 1 và mô hình 3".
	leadsNumbered = pattern.MustCompile(`chủ trì(?: (?:thực hiện|triển khai))?(?: các)? ` + modelsByNumber)
	figures       = pattern.MustCompile(`\d{1,2}`)
)

// standsBehind reports whether ps[0], below the head of a model, tells of that and of others by their
// numbers, or of others alone: it stands behind the last of them then and belongs to none. A label
// alone on its line is read with the bullets below it.
func standsBehind(ps []*Para, model *Para) bool {
	p := ps[0]
	if p.Cells != nil || model.Item == nil || model.Item.Number == 0 {
		return false
	}
	var n numbersTold
	n.take(p.Value().Text, model.Item.Number)
	if p.Label != nil && p.Value().Text == "" {
		for _, b := range ps[1:] {
			if b.Marker.Style < Dash || b.Item != nil {
				break
			}
			n.take(b.Text, model.Item.Number)
		}
	}
	return n.others && (n.own || n.begins)
}

// numbersTold is of which models texts tell by number: of one, of others, and whether a text begins so.
type numbersTold struct{ own, others, begins bool }

func (n *numbersTold) take(s string, own int) {
	if !strings.Contains(s, "ô hình ") {
		return // nearly always
	}
	f := normalize.FoldInPlace(s)
	at := saysOfNumbered.FindStringIndex(f)
	n.begins = n.begins || at != nil && at[0] == 0
	for _, form := range []*pattern.Pattern{saysOfNumbered, leadsNumbered} {
		for _, m := range form.FindAllStringSubmatch(f, -1) {
			for _, figure := range figures.FindAllString(m[1], -1) {
				k, _ := strconv.Atoi(figure)
				n.own, n.others = n.own || k == own, n.others || k != own
			}
		}
	}
}

// dropTold finds what looks like the head of a model whose number has stood before and only says who
// leads it: "- Mô hình 1: Phòng Kinh tế chủ trì".
func dropTold(ps []*Para) {
	seen := map[int]bool{}
	for _, p := range ps {
		if p.Item == nil || p.Item.Number == 0 {
			continue
		}
		if told := p.Text[p.Item.End:]; seen[p.Item.Number] && strings.Contains(told, " chủ trì") && namesBodyFirst(strings.TrimSpace(told)) {
			p.Item = nil
			continue
		}
		seen[p.Item.Number] = true
	}
}
