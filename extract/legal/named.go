package legal

import (
	"slices"
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
)

// Some documents are cited by their name alone, with neither number nor date: "Căn cứ Luật Thanh
// tra;", "Căn cứ Điều lệ Đảng;", "Xét Tờ trình số …../TTr-UBND ngày ….. của …". So only what a
// text rests on is cited: a document named within the title of another, or told of, is none.

// named reads a citation of the kind at words[from:to] that has neither number nor date.
func (r *reader) named(from, to int, kind string) (c Citation, next int, ok bool) {
	rest := r.s[r.words[to-1].End:]
	if !r.rests(from, kind) || !names(kind, rest, r.capital(from)) {
		return c, to, false
	}
	c = Citation{Start: r.words[from].Start, Kind: kind, End: r.words[to-1].End}
	end := to // the word behind the name
	for end < len(r.words) && end < from+longestTitle && !r.endsName(to, end, kind) {
		c.End = r.words[end].End
		end++
	}
	said := r.s[r.words[to-1].End:c.End]
	if m := constitutionYear.FindStringSubmatchIndex(said); kind == "Hiến pháp" && m != nil {
		c.Date = said[m[2]:m[3]]
	}
	if m := blank.FindStringIndex(rest); m != nil {
		clause := r.clause(to, r.words[to-1].End+m[1])
		if c.Issuer = issuer(clause); c.Issuer == "" {
			c.Issuer = r.sender(from)
		}
		if month := blankDay.FindStringSubmatch(clause); month != nil {
			c.Date = month[1]
		}
	} else if ofCongress.MatchString(rest) {
		c.Issuer = "" // the Party's, whose congress it was
	} else if !isLaw(kind) && kind != "Điều lệ" && kind != "Quy chế" && kind != "Hiến pháp" {
		c.Issuer = withoutRest(issuer(said))
	}
	if c.Issuer == "" && end < len(r.words) && r.words[end].Fold == "và" {
		if k, n := lexicon.Kinds().Longest(r.words, end+1); n > 0 && !isLaw(k.Name) {
			c.Issuer = withoutRest(issuer(r.clause(end+1+n, r.words[end+n].End))) // "Tờ trình và Báo cáo của …"
		}
	}
	r.list = end
	return c, end, true
}

// longestTitle is how many words the name of a document has at the most.
const longestTitle = 40

// constitutionYear reads the year by which a constitution goes: "Hiến pháp năm 1959", "Hiến pháp
// nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013".
var constitutionYear = pattern.MustCompile(`^(?: nước [\p{L} ]{10,60})? (?i:năm) (\d{4})`)

// blank reads a number left blank, behind the kind: " số …../TTr-UBND", " số    /TTr-SNV".
var blank = pattern.MustCompile(`^\s+số\s*:?[\s.…_]*[/-]\s?\p{Lu}[\p{L}\d]*(?:\s?[-/.]\s?\p{Lu}[\p{L}\d]*)*`)

// blankDay reads a date whose day was left blank: "ngày … tháng 3 năm 2025".
var blankDay = pattern.MustCompile(`^\s*ngày[\s.…_]+(tháng\s+\d{1,2}\s+năm\s+\d{4})`)

// What follows the kind of a document that is cited by its name: whose it is; what sort of it; or
// whose meeting it records.
var (
	ofBody     = pattern.MustCompile(`^ (?:của|và (?:[Bb]áo cáo|[Tt]ờ trình) của) \p{Lu}`)
	ofCongress = pattern.MustCompile(`^ (?:[Đđ]ại hội|[Hh]ội nghị|liên tịch) `)
	assessing  = pattern.MustCompile(`^ (?:thẩm tra|thẩm định|giải trình|tiếp thu) `)
	recording  = pattern.MustCompile(`^ (?:họp|cuộc họp|hội nghị|phiên họp|làm việc|thẩm định|kiểm tra|nghiệm thu|đại hội|bầu cử|kiểm phiếu) `)
	spoken     = pattern.MustCompile(`^[^;.]* tại (?:cuộc|phiên|buổi|kỳ|hội nghị)`)
	working    = pattern.MustCompile(`^ (?:làm việc|tổ chức|hoạt động|phối hợp)`)
)

// names reports whether what stands behind a kind makes the name of one document: no law is
// named by "Luật" alone, and a report of no body is any report.
func names(kind, rest string, capital bool) bool {
	if blank.MatchString(rest) {
		return !isLaw(kind)
	}
	switch kind {
	case "Luật", "Bộ luật", "Pháp lệnh":
		return capital && namesLaw.MatchString(rest)
	case "Hiến pháp":
		return capital
	case "Điều lệ":
		return capital && nameBehind.MatchString(rest)
	case "Quy chế":
		return capital && working.MatchString(rest)
	case "Biên bản":
		return recording.MatchString(strings.ToLower(rest))
	case "Nghị quyết":
		return capital && ofCongress.MatchString(rest) || ofBody.MatchString(rest)
	case "Tờ trình":
		return ofBody.MatchString(rest)
	case "Báo cáo":
		return ofBody.MatchString(rest) || assessing.MatchString(rest)
	case "Kết luận":
		return capital && ofBody.MatchString(rest) && !spoken.MatchString(rest)
	case "Nghị định", "Chỉ thị", "Thông tri", "Hướng dẫn", "Quyết định", "Công văn", "Thông báo":
		return capital && ofBody.MatchString(rest)
	}
	return false
}

var (
	// namesLaw reads a name behind the kind, of two words at least: " Thanh tra", " đất đai".
	namesLaw   = pattern.MustCompile(`^ \p{L}+,? \p{L}`)
	nameBehind = pattern.MustCompile(`^ \p{L}{2}`)
)

// endsName reports whether the name of a document of the kind, which begins before words[to], is
// over before words[i].
func (r *reader) endsName(to, i int, kind string) bool {
	w := r.words[i]
	switch w.Fold {
	case ";", ".", ":", "(", "[":
		return true
	case ",":
		next := strings.TrimLeft(r.s[w.End:], " ")
		_, n := lexicon.Kinds().Longest(r.words, i+1)
		return n > 0 || !isLaw(kind) || next == ""
	case "và":
		_, n := lexicon.Kinds().Longest(r.words, i+1)
		return n > 0 && !slices.ContainsFunc(r.words[to:i], amends) || strings.HasPrefix(r.s[w.Start:], "và ý kiến")
	case "đã", "được":
		return isLaw(kind) || kind == "Hiến pháp"
	case "về", "v":
		return !isLaw(kind) && i > to
	}
	return false
}

// rests reports whether the document whose kind begins at words[from] is one that the text rests
// on: behind "Căn cứ", perhaps with the article of it between, in a list of such documents, or
// behind one that is cited by its name.
func (r *reader) rests(from int, kind string) bool {
	i := from - 1
	for i >= 0 && bullets[r.words[i].Fold] {
		i--
	}
	if i < 0 {
		return from > 0
	}
	w := r.words[i]
	switch {
	case citing[w.Fold], w.Fold == "theo" && r.capital(i), isLaw(kind) && w.Fold == "hiện" && i > 0 && r.words[i-1].Fold == "thực" && r.capital(i-1):
		return true
	case w.Fold == ";":
		return true
	case w.Fold == "tại": // "theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số    /TTr-SYT"
		return blank.MatchString(r.s[r.words[from+len(strings.Fields(kind))-1].End:])
	case w.Fold == "và", w.Fold == ",":
		return r.list == i || kind == "Báo cáo" && assessing.MatchString(r.s[r.words[from+1].End:])
	}
	return articles.MatchString(r.cited(i))
}

// bullets begin an entry of a list.
var bullets = map[string]bool{"-": true, "–": true, "+": true, "*": true, "•": true}

// articles reads which part of a document is meant: "Điều 25", "khoản 2 Điều 5 của".
var articles = pattern.MustCompile(`(?i)^\s*(?:(?:các )?(?:điểm|khoản|điều|mục|chương|phần)\s+[\dIVXa-zđ]+(?:\s?(?:,|và|đến)\s?(?:(?:điểm|khoản|điều)\s+)?(?:\d+|[a-zđ]|[IVX]+)\b)*[,\s]*)+(?:của\s*)?$`)

// reachOfArticles is how many words the parts of a document that are meant may take.
const reachOfArticles = 16

// cited returns what stands between the last "Căn cứ", or the last mark of a list, and the end of
// words[i].
func (r *reader) cited(i int) string {
	for j := i; j >= 0 && j > i-reachOfArticles; j-- {
		if f := r.words[j].Fold; citing[f] || f == ";" {
			return r.s[r.words[j].End:r.words[i].End]
		}
	}
	return ""
}

// withoutRest cuts off what a sentence says behind an issuer: "… và ý kiến của đại biểu".
func withoutRest(who string) string {
	who += " "
	for _, w := range []string{" và ý kiến", " và các ý kiến", " và kết quả", " tiếp thu", " tại ", " trình ", " đến ", " ngày "} {
		if i := strings.Index(who, w); i > 0 {
			who = who[:i]
		}
	}
	return strings.Trim(who, ", ")
}
