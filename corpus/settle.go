package corpus

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
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
	if below {
		res.Record, err = r.w.putBelow(before, j.reading, warnings)
	} else {
		res.Record, err = r.w.put(id, j.reading, warnings)
	}
	if err != nil {
		return res, err
	}
	res.Status, res.Warnings = Added, warnings
	if exists {
		res.Status = Updated
	}
	r.known[j.sha], r.touched[id] = id, j.path
	r.twins.add(res.Record)
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
	if err != nil {
		return "", nil, err
	}
	if !exists {
		return r.placeTwin(id, j)
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

// placeTwin chooses the id of a document that the corpus does not have under its own: that of its
// text where j is a scan of it, whose number was misread. Where j is the text and the corpus has
// the scan, the plan gets the id of the text.
func (r *run) placeTwin(id string, j *job) (string, []string, error) {
	twin, err := r.twin(j)
	if err != nil || twin == nil {
		return id, nil, err
	}
	if scanned(j.x) {
		return twin.ID, nil, nil // store tells
	}
	id, _, err = r.rename(twin.ID, id)
	return id, []string{fmt.Sprintf("Tệp này là bản chữ của văn bản đã có bản quét trong kho (%s): bản chữ thành bản hiện hành, bản quét được giữ ở phần lịch sử.", twin.Source)}, err
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
	r.twins.drop(old)
	for sha, of := range r.known {
		if of == old {
			r.known[sha] = id
		}
	}
	return id, nil, nil
}
