package object

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"kehoach/ingest/pdf/syntax"
)

func sortByStart(es []*entry) {
	slices.SortFunc(es, func(a, b *entry) int { return cmp.Compare(a.start, b.start) })
}

// Bytes returns what a stream holds, deciphered and decoded. Of a damaged one it
// returns what could be decoded; an error only where that is nothing.
func (d *Document) Bytes(v Value) (out []byte, err error) {
	defer recovered("read stream", &err)
	e := d.entry(v)
	if e == nil {
		return nil, fmt.Errorf("read stream: no such stream")
	}
	return d.decodeEntry(e)
}

// entry finds the stream of a rebuilt object.
func (d *Document) entry(v Value) *entry {
	if v.Kind() != Stream {
		return nil
	}
	return d.index.objects[int(v.Key(streamKey).Int64())]
}

func (d *Document) decodeEntry(e *entry) ([]byte, error) {
	data := d.data[e.stream:e.end]
	names, params := d.filters(e)
	if d.cipher != nil {
		data = d.cipher.stream(e, data, names, params)
	}
	if len(names) > maxFilters {
		return nil, fmt.Errorf("read stream: %d filters", len(names))
	}
	for i, name := range names {
		out, err := decode(name, data, params[i], min(d.limits.Inflated-d.inflated, maxStream))
		if errors.Is(err, errBroken) {
			d.Broken++
		} else if err != nil {
			return nil, err
		}
		d.inflated += int64(len(out))
		if d.inflated >= d.limits.Inflated {
			return nil, &LimitError{"inflated bytes", strconv.FormatInt(d.limits.Inflated, 10)}
		}
		if len(out) >= maxStream {
			return nil, &LimitError{"inflated bytes", strconv.Itoa(maxStream)}
		}
		data = out
	}
	return data, nil
}

const (
	maxFilters = 8
	maxStream  = 64 << 20 // bytes that one stream may grow to; drawings on a page have 10 MB
)

// filters returns the names of the filters of a stream and the parameters of each.
func (d *Document) filters(e *entry) (names []string, params []syntax.Object) {
	filter := d.resolve(either(e.dict, "Filter", "F"))
	param := d.resolve(either(e.dict, "DecodeParms", "DP"))
	switch filter.Kind {
	case syntax.Name:
		if param.Kind == syntax.Array && len(param.Items) > 0 {
			param = d.resolve(param.Items[0])
		}
		return []string{string(filter.Text)}, []syntax.Object{param}
	case syntax.Array:
		for i, f := range filter.Items {
			p := param
			if param.Kind == syntax.Array {
				p = syntax.Object{}
				if i < len(param.Items) {
					p = d.resolve(param.Items[i])
				}
			}
			names = append(names, string(d.resolve(f).Text))
			params = append(params, p)
		}
	}
	return names, params
}

func either(dict syntax.Object, key, short string) syntax.Object {
	if o := dict.Key(key); o.Kind != syntax.EOF {
		return o
	}
	return dict.Key(short)
}

// resolve follows a reference in a dictionary of the index.
func (d *Document) resolve(o syntax.Object) syntax.Object { return d.index.resolve(o) }

func (x *index) resolve(o syntax.Object) syntax.Object {
	for range 8 {
		if o.Kind != syntax.Ref {
			return o
		}
		e := x.objects[int(o.Num)]
		if e == nil {
			return syntax.Object{}
		}
		o = e.dict
	}
	return syntax.Object{}
}
