package header

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// Who decides stands in capitals between the title and the grounds, and is no part of the title.

// isAuthority reports whether a piece in capitals names who decides.
func isAuthority(s string) bool {
	return isCaps(s) && (isBody(s) || isPost(s) && strings.Contains(s, " "))
}

// decides reports whether the i-th piece names the authority that decides, in capitals
// between the title and the preamble: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN".
func (h *head) decides(i int) bool {
	c := h.pieces[i]
	if !isCaps(c.Text) && !(strings.HasSuffix(c.Text, "điện:") && isCaps(strings.TrimSuffix(c.Text, "điện:"))) {
		return false
	}
	if !isCaps(h.pieces[h.title].Text) && (h.title != h.kind || !isCaps(firstOf(h))) {
		return true
	}
	if !h.canDecide(i) || h.runsOn(i-1) || strings.Contains(c.Text, " VỀ ") && !namedFor.MatchString(normalize.Bare(c.Text)) {
		return false
	}
	next := i + 1
	for next < len(h.pieces) && isSession(h.pieces[next].Text) {
		next++
	}
	if h.hasAuthority() && !h.unfinished(i-1) && next < len(h.pieces) && !isCaps(h.pieces[next].Text) {
		return true
	}
	if !deciders.MatchString(normalize.Bare(c.Text)) && !wholeAuthority(repaired(c.Text)) && h.unfinished(i-1) {
		return false // "… TỔ CHỨC CỦA" / "TRUNG TÂM DỮ LIỆU QUỐC GIA"
	}
	for j := i + 1; j < len(h.pieces) && j <= i+3; j++ {
		if beginsPreamble(h.pieces[j].Text) {
			return true
		}
		if !isCaps(h.pieces[j].Text) {
			return false
		}
	}
	return false
}

// namedFor reads, without marks, the body that is named for its matter, or its head: "CHỦ TỊCH ỦY BAN QUỐC GIA VỀ
// CHUYỂN ĐỔI SỐ".
var namedFor = pattern.MustCompile(`^(?:(?:chu tich|truong ban|to truong) )?(?:uy ban quoc gia|hoi dong quoc gia|ban chi dao|to cong tac) `)

// decidesAlone reports whether the i-th piece, right below the kind, is only who decides, and the text
// begins below it: of old the title was often left out.
func (h *head) decidesAlone(i int) bool {
	s := h.pieces[i].Text
	return i == h.kind+1 && isCaps(s) && soleDecider.MatchString(normalize.Bare(s)) && i+1 < len(h.pieces) && !isCaps(h.pieces[i+1].Text) && h.hasAuthority() && len(s) < longestIssuer
}

// soleDecider is the office of one who decides, whole, without marks: "CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN
// CHỦ CỘNG HÒA".
var soleDecider = pattern.MustCompile(`^(?:chu tich (?:nuoc|chinh phu|uy ban nhan dan)|thu tuong chinh phu|bo truong bo|thong doc ngan hang|tong kiem toan nha nuoc)(?: [a-z-]+)*$`)

// canDecide reports whether the i-th piece names who can decide: an office, a body that decides
// as one, or the one that the head prints. Of others their heads decide.
func (h *head) canDecide(i int) bool {
	s := h.pieces[i].Text
	if b := normalize.Bare(s); deciders.MatchString(b) || collective.MatchString(b) {
		return true
	}
	f := fold(s)
	if !isBody(s) && !begins(s) {
		return false
	}
	for _, c := range h.pieces[:min(i, h.title)] {
		if strings.HasPrefix(f, fold(c.Text)) {
			return true
		}
	}
	return false
}

// deciders are the offices whose holders decide, without marks: recognisers misread those.
var deciders = pattern.MustCompile(`^(?:pho |quyen )?(?:chu tich|bo truong|thu tuong|giam doc|tong giam doc|cuc truong|tong cuc truong|chi cuc truong|vu truong|vien truong|chanh an|chanh thanh tra|chanh van phong|thong doc|truong ban|truong phong|to truong|hieu truong|tong thanh tra|tong kiem toan|chu nhiem|tu lenh|bi thu|tong bi thu|thu truong|dong chi)`)

// collective begins the names of bodies that decide as one, without marks.
var collective = pattern.MustCompile(`^(?:uy ban|hoi dong|ban chap hanh|ban thuong vu|ban thuong truc|ban bi thu|thuong truc|bo chinh tri|quoc hoi|chinh phu|tinh uy|thanh uy|huyen uy|dang uy|toa an|vien kiem sat|doan chu tich|dai hoi|bo )`)

// runsOn reports whether the i-th piece ends where no title can: "… GIỮ CHỨC VỤ DO QUỐC HỘI,".
func (h *head) runsOn(i int) bool {
	f := strings.TrimRight(fold(h.pieces[i].Text), " ")
	for _, end := range []string{",", " và", " của", " với", " do", " cho", " giữa", " tại", " -", " –", " uỷ", " uỷ ban", " uỷ ban nhân", " hội đồng", " hội đồng nhân", " chủ tịch", " bộ trưởng", " thủ tướng", " của ban", " của chủ", " của bộ", " của thủ", " của tổng", " của quốc", " của tỉnh", " của thành", " của hội"} {
		if strings.HasSuffix(f, end) {
			return i >= h.title
		}
	}
	return false
}

// hasAuthority reports whether a document of this kind names who decides above its
// preamble: a decision, a resolution, a rule; not a plan.
func (h *head) hasAuthority() bool {
	if h.kind < 0 {
		return h.subject < 0
	}
	c, _ := cutKind(h.pieces[h.kind].Phrase)
	k, _ := lexicon.Kinds().Whole(c.Text)
	return decidedKinds[k.Name]
}
