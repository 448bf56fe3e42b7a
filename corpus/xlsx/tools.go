package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kehoach/corpus/align"
	"kehoach/corpus/report"
)

func (b *book) toolColumns(plans []int) []column {
	list := []column{
		{key: "tool", title: "Công cụ", width: 40, help: "Tên đầy đủ của công cụ."},
		{key: "total", title: "Số mô hình", width: 10, help: "Bao nhiêu mô hình dùng công cụ này, mọi kế hoạch."},
		{key: "plans", title: "Số kế hoạch", width: 10, help: "Bao nhiêu kế hoạch nhắc tới."},
	}
	for k, i := range plans {
		c := column{key: "models", title: b.names[i], width: 26, page: true}
		if k == 0 {
			c.help = "Số của các mô hình dùng công cụ trong kế hoạch đó."
		}
		list = append(list, c)
	}
	return list
}

// usage is a tool and the numbers of the models that use it, by plan.
type usage struct {
	name   string
	models map[int][]int
	total  int
}

func fillTools(b *book) error {
	list := b.usages()
	return b.eachChunk(sheetTools, share{1, 0}, 1, b.toolColumns, func(s *sheet, plans []int) error {
		for _, u := range list {
			cells := []cell{{value: u.name, look: bold}, num(u.total), num(len(u.models))}
			for _, p := range plans {
				if n := u.models[p]; len(n) > 0 {
					cells = append(cells, text(report.Numbers(n)))
				} else {
					cells = append(cells, cell{value: "–", look: absent})
				}
			}
			if err := s.add(cells...); err != nil {
				return err
			}
		}
		return nil
	})
}

// usages lists the tools, those of most models first.
func (b *book) usages() []*usage {
	byKey := map[string]*usage{}
	for i, x := range b.Plans {
		for _, m := range x.Models {
			for _, t := range m.Tools {
				name := cmp.Or(t.Canonical, t.Name)
				key := align.Fold(strings.Join(strings.Fields(name), " "))
				u := byKey[key]
				if u == nil {
					u = &usage{name: name, models: map[int][]int{}}
					byKey[key] = u
				}
				if !slices.Contains(u.models[i], m.Number) {
					u.models[i] = append(u.models[i], m.Number)
					u.total++
				}
			}
		}
	}
	var list []*usage
	for _, u := range byKey {
		list = append(list, u)
	}
	slices.SortFunc(list, func(a, b *usage) int {
		return cmp.Or(cmp.Compare(b.total, a.total), cmp.Compare(align.Fold(a.name), align.Fold(b.name)), cmp.Compare(a.name, b.name))
	})
	return list
}

func modelList(b *book, models map[int][]int) string {
	var parts []string
	for i := range b.Plans {
		if n := models[i]; len(n) > 0 {
			parts = append(parts, fmt.Sprintf("%s: %s", b.names[i], report.Numbers(n)))
		}
	}
	return strings.Join(parts, "; ")
}
