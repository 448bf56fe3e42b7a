package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kehoach/extract/plan"
)

// settle decides what the file of j is to the corpus, and stores it. An error is the
// corpus's, not the file's.
func (r *run) settle(ctx context.Context, j *job) (Result, error) {
	res := Result{File: j.path}
	if id, ok := r.known[j.sha]; ok && j.err == nil {
		rec, err := r.unchanged(id, j)
		if err != nil {
			return res, err
		}
		if rec != nil {
			res.Status, res.Record = Unchanged, *rec
			r.touched[id] = j.path
			return res, nil
		}
		r.extract(ctx, j)
	}
	if err := ctx.Err(); err != nil {
		return res, err // a reader that was stopped says nothing of the file
	}
	if j.err != nil {
		res.Status, res.Err = Failed, j.err
		return res, nil
	}
	return r.store(j)
}

// unchanged returns the record that makes j nothing new: the current one of the same
// bytes and rules; or the current one of a plan that has these bytes in its history
// under this file's name, while it took its present ones from a file of another
// name, or as a scan of it. Two files of one plan in a folder would otherwise replace
// each other for ever; a file that goes back to its own old content is a change.
func (r *run) unchanged(id string, j *job) (*Record, error) {
	history, err := r.w.History(id)
	if errors.Is(err, ErrDamaged) || errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	last := history[len(history)-1]
	if last.Rules != r.w.rules.Version || j.opt.Encoding != "" && j.opt.Encoding != last.Encoding {
		return nil, nil
	}
	name := filepath.Base(j.path)
	for _, v := range history {
		if v.SHA256 == j.sha && (v.version == last.version || v.Source == name && last.Source != name || v.Summary.Scanned && last.hasText()) {
			return &last, nil
		}
	}
	return nil, nil
}

// store keeps what j read as a new plan or a new version of one. A scan of a plan of which the
// corpus has the text is kept below that text: letters are misread in it.
func (r *run) store(j *job) (Result, error) {
	res := Result{File: j.path}
	id, warnings, err := r.place(j)
	if err != nil {
		return res, err
	}
	before, exists, err := r.w.last(id)
	if err != nil {
		return res, err
	}
	below := exists && before.hasText() && before.SHA256 != j.sha && scanned(j.x)
	if below {
		warnings = []string{fmt.Sprintf("Tệp này là bản quét của văn bản đã có bản chữ trong kho (%s): bản chữ vẫn là bản hiện hành, bản quét được giữ ở phần lịch sử.", before.Source)}
	}
	if res.Record, err = r.w.put(id, j.reading, warnings); err != nil {
		return res, err
	}
	if below {
		if res.Record, err = r.w.raise(before); err != nil {
			return res, err
		}
	}
	res.Status, res.Warnings = Added, warnings
	if exists {
		res.Status = Updated
	}
	r.known[j.sha], r.touched[id] = id, j.path
	if !slices.Contains(r.pending, id) {
		r.pending = append(r.pending, id)
	}
	return res, nil
}

// place chooses the id under which j is kept. Other rules may give the same bytes
// another id: then the plan moves there with its history. Another document that has
// the id of one in the corpus is kept beside it, under an id made longer.
func (r *run) place(j *job) (id string, warnings []string, err error) {
	id = idFor(j.x.Plan.ID, j.file.SHA256)
	if old, ok := r.known[j.sha]; ok && old != id && old != beside(id, j.x) {
		return r.rename(old, id)
	}
	rec, exists, err := r.w.last(id)
	if err != nil || !exists {
		return id, nil, err
	}
	if differs(rec, j) {
		longer := beside(id, j.x)
		return longer, []string{fmt.Sprintf("Văn bản khác cùng mã %q đã có trong kho (%s); văn bản này được lưu với mã %q.", id, rec.Source, longer)}, nil
	}
	if before, ok := r.touched[id]; ok && before != j.path && rec.SHA256 != j.sha {
		warnings = append(warnings, fmt.Sprintf("Cùng một văn bản với tệp %s trong lần nạp này nhưng nội dung khác; bản sau thành bản hiện hành, bản trước được giữ lại.", filepath.Base(before)))
	}
	return id, warnings, nil
}

// rename gives the plan old the id that other rules give it.
func (r *run) rename(old, id string) (string, []string, error) {
	_, taken, err := r.w.last(id)
	if err != nil {
		return "", nil, err
	}
	if taken {
		return old, nil, nil // it was kept beside the other one
	}
	if err := r.w.move(old, id); err != nil {
		return "", nil, err
	}
	for sha, of := range r.known {
		if of == old {
			r.known[sha] = id
		}
	}
	return id, nil, nil
}

// differs reports whether j is another document than the plan rec that has its id: it
// comes from a file of another name, and neither the number nor the title is the same.
// A scan of a document misreads some letters of its title.
func differs(rec Record, j *job) bool {
	number, title := rec.Summary.Number, rec.Summary.Title
	p := j.x.Plan
	switch {
	case rec.Source == j.file.Name:
		return false
	case number != nil && p.Number != nil:
		return letters(*number) != letters(*p.Number)
	case title == nil || p.Title == nil:
		return false
	}
	const same = 0.8
	return alike(letters(*title), letters(*p.Title)) < same
}

// alike is the share of pairs of neighbouring letters that a and b have in common,
// from 0 to 1 (Dice's coefficient).
func alike(a, b string) float64 {
	if a == b {
		return 1
	}
	pairs := map[string]int{}
	for i := range len(a) - 1 {
		pairs[a[i:i+2]]++
	}
	common := 0
	for i := range len(b) - 1 {
		if p := b[i : i+2]; pairs[p] > 0 {
			pairs[p]--
			common++
		}
	}
	return 2 * float64(common) / float64(max(1, len(a)+len(b)-2))
}

// beside is the id of x where another document has the id id.
func beside(id string, x *plan.Extraction) string {
	sum := sha256.Sum256([]byte(letters(orEmpty(x.Plan.Title))))
	return id + "-" + hex.EncodeToString(sum[:3])
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// letters is s without case, marks, blanks and punctuation, for telling whether two
// titles are one.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'đ' || r == 'Đ':
			return 'd'
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFD.String(s))
}
