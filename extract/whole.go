package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kehoach/extract/agency"
	"kehoach/extract/header"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// readWhole reads what the body says of the plan as a whole: its own time of execution
// and how many models it has.
func (r *reader) readWhole() {
	for _, s := range r.sections() {
		p := purpose(s.Text)
		if p == "grounds" {
			r.grounds(s)
		} else if p != "aims" && p != "scope" && p != "" && !tellsScope(s) || holdsModels(s) {
			r.periodAbove(s)
			continue
		}
		r.period(s)
		r.declared(s)
		s.Walk(func(c *outline.Para) bool {
			r.understood[c], r.general[c] = r.understood[c] || p != "" || !assigns(c), true
			return true
		})
	}
	for _, p := range r.outline.Paras {
		if r.x.Plan.Period.Start == nil && r.x.Plan.Period.End == nil && p.Cells == nil && ofWholePlan(p.Text) {
			r.statedPeriod(p)
		}
		short, rest, ok := strings.Cut(p.Text, ":")
		first, _, _ := strings.Cut(rest, ":") // "Ghi chú: VPUB: Văn phòng UBND tỉnh; …"
		if ok && (r.x.Plan.Abbreviations[short] != "" || r.x.Plan.Abbreviations[strings.TrimSpace(first)] != "" && headsNotes.MatchString(normalize.FoldInPlace(short))) {
			r.understood[p] = true // an entry of a legend
		}
		if len(p.Text) < longestCharge && (strings.Contains(p.Text, "hụ lục") || strings.Contains(p.Text, "HỤ LỤC")) && announcesAnnex.MatchString(normalize.FoldInPlace(p.Text)) {
			r.understood[p] = true
		}
	}
	r.declaredInHeading()
	r.declaredAbove()
	r.periodOfTitle()
	if r.x.Plan.DeclaredModels == nil && r.x.Plan.Title != nil {
		if m := totalForm.FindStringSubmatch(normalize.Fold(*r.x.Plan.Title)); m != nil {
			r.setDeclared(m[1])
		}
	}
}

// assigns reports whether a paragraph says which body leads something: in a section that is about its subject alone it
// may be a task, and is said to be unread where no rule takes it for one.
func assigns(p *outline.Para) bool {
	return p.Cells == nil && agency.SaysLead(p.Text) && agency.NamesBody(p.Text)
}

// ofWholePlan reports whether a paragraph, wherever it stands, speaks of the plan as a whole: "Kế
// hoạch này thực hiện từ tháng 01/2026 đến hết tháng 12/2026.", "Thời gian thực hiện Kế hoạch: …".
func ofWholePlan(s string) bool {
	return strings.HasPrefix(s, "Kế hoạch này ") || strings.HasPrefix(s, "Thời gian ") && timeOfPlan.MatchString(normalize.FoldInPlace(s))
}

var timeOfPlan = pattern.MustCompile(`^thời gian (?:thực hiện|triển khai|phối hợp)(?: của)? (?:kế hoạch|chương trình|phương án)`)

// announcesAnnex reads a sentence that only says that there is an annex: "Kèm theo Kế hoạch này là
// Phụ lục tổng hợp các mô hình", "(Chi tiết tại Phụ lục kèm theo)".
var announcesAnnex = pattern.MustCompile(`^\(?(?:gửi )?(?:kèm theo (?:kế hoạch|phương án|chương trình)[^.;]{0,40}phụ lục|có phụ lục|(?:nội dung |danh mục )?(?:chi tiết|cụ thể) (?:tại|theo|như|trong) [^.;]{0,40}phụ lục|danh mục [^.;]{0,60} (?:tại|theo) phụ lục)`)

// headsNotes reads what stands before a legend's first entry on its line.
var headsNotes = pattern.MustCompile(`^(?:ghi chú|chú thích|chú giải|giải thích|viết tắt|(?:các )?(?:chữ|từ) viết tắt)`)

// tellsScope reports whether a section about the work tells where and when it is done too: "NỘI
// DUNG, PHẠM VI, THỜI GIAN THỰC HIỆN".
func tellsScope(s *outline.Para) bool {
	f := normalize.Fold(s.Text)
	return strings.Contains(f, "phạm vi") || strings.Contains(f, "thời gian")
}

// grounds adds what a plan rests on where it says so in a section of its own, not before
// the first: "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH".
func (r *reader) grounds(s *outline.Para) {
	var all []outline.Phrase
	s.Walk(func(c *outline.Para) bool { all = append(all, c.Phrase); return true })
	have := r.x.Plan.LegalBasis
	for _, c := range header.LegalBasis(outline.Join(" ", all...)) {
		if !slices.ContainsFunc(have, func(h plan.Citation) bool { return h.Number != nil && c.Number != nil && *h.Number == *c.Number }) {
			r.x.Plan.LegalBasis = append(r.x.Plan.LegalBasis, c)
		}
	}
}

// identify names a document so that its versions share the name: by place, number and
// year of issue; without a number by its title too; without a head by its bytes.
func identify(x *plan.Extraction) string {
	p := x.Plan
	var parts []string
	place := ""
	switch {
	case p.Place != nil:
		place = *p.Place
	case len(p.Issuers) > 0:
		place = p.Issuers[0]
	}
	parts = append(parts, slug(place, 40))
	switch {
	case p.Number != nil:
		parts = append(parts, slug(*p.Number, 60))
	case p.Title != nil:
		if p.Symbol != nil {
			parts = append(parts, slug(*p.Symbol, 40))
		}
		parts = append(parts, digest(normalize.Fold(*p.Title)))
	default:
		parts = append(parts, "van-ban", digest(x.Source.SHA256+x.Source.Name))
	}
	if p.Date != nil && len(*p.Date) >= 4 {
		parts = append(parts, string(*p.Date)[:4])
	}
	var full []string
	for _, s := range parts {
		if s != "" {
			full = append(full, s)
		}
	}
	return strings.Join(full, "-")
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:4])
}

// slug writes s in small letters without marks, digits and hyphens, at most n bytes.
func slug(s string, n int) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ':
			b.WriteByte('d')
		case r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	out := b.String()
	if len(out) > n {
		out = out[:n]
	}
	return strings.Trim(out, "-")
}
