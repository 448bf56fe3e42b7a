package xlsx

import (
	"cmp"
	"slices"

	"github.com/xuri/excelize/v2"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
)

func (b *book) agencyColumns(plans []int) []column {
	list := []column{
		{key: "agency", title: "Cơ quan", width: 34, help: "Tên cơ quan, không kèm địa danh; các cách viết của cùng một cơ quan gộp làm một."},
		{key: "leads", title: "Chủ trì", width: 8, help: "Số mô hình, nhiệm vụ cơ quan chủ trì, mọi kế hoạch; theo mục của mô hình, hoặc theo phụ lục nếu mục đó không nêu."},
		{key: "cooperates", title: "Phối hợp", width: 9, help: "Số mô hình, nhiệm vụ cơ quan phối hợp."},
		{key: "implements", title: "Thực hiện", width: 9, help: "Số mô hình, nhiệm vụ cơ quan được nêu là thực hiện."},
	}
	for k, i := range plans {
		help := func(s string) string {
			if k == 0 {
				return s
			}
			return ""
		}
		list = append(list,
			column{key: "plan_leads", title: "Chủ trì – " + b.names[i], width: 9.5, block: b.planHeading(i), page: true, help: help("Số mô hình, nhiệm vụ cơ quan chủ trì trong kế hoạch đó.")},
			column{key: "plan_cooperates", title: "Phối hợp – " + b.names[i], width: 9.5, block: b.planHeading(i), help: help("Số mô hình, nhiệm vụ cơ quan phối hợp trong kế hoạch đó.")})
	}
	return append(list, column{key: "models", title: "Mô hình chủ trì", width: 48, page: true, help: "Số của các mô hình cơ quan chủ trì, theo kế hoạch."})
}

// office is an agency over all plans.
type office struct {
	names                           map[string]int
	name                            string
	leads, cooperates, implementing int
	planLeads, planCooperates       map[int]int
	models                          map[int][]int // numbers of the models it leads, by plan
}

// offices lists the agencies, those that lead most first.
func (b *book) offices() []*office {
	byKey := map[string]*office{}
	of := func(a plan.Agency, l plan.Locality) *office {
		key := align.AgencyKey(a, l)
		o := byKey[key]
		if o == nil {
			o = &office{names: map[string]int{}, planLeads: map[int]int{}, planCooperates: map[int]int{}, models: map[int][]int{}}
			byKey[key] = o
		}
		o.names[align.AgencyName(a, l)]++
		return o
	}
	count := func(i int, l plan.Locality, leads, cooperates, implementing []plan.Agency) {
		for _, a := range leads {
			o := of(a, l)
			o.leads++
			o.planLeads[i]++
		}
		for _, a := range cooperates {
			o := of(a, l)
			o.cooperates++
			o.planCooperates[i]++
		}
		for _, a := range implementing {
			of(a, l).implementing++
		}
	}
	for i, x := range b.Plans {
		l := x.Plan.Locality
		for j := range x.Models {
			m := &x.Models[j]
			lead, basis := align.LeadsOf(x, m)
			if basis != align.InField && basis != align.InAppendix {
				lead = nil // who leads a single duty, or only implements, does not lead the model
			}
			with, _ := align.CooperatingOf(x, m)
			count(i, l, lead, with, m.Implementing)
			for _, a := range lead {
				o := of(a, l)
				o.models[i] = append(o.models[i], m.Number)
			}
		}
		for _, t := range x.Tasks {
			count(i, l, t.Lead, t.Cooperating, t.Implementing)
		}
	}
	var list []*office
	for _, o := range byKey {
		o.name = usual(o.names)
		list = append(list, o)
	}
	slices.SortFunc(list, func(a, b *office) int {
		return cmp.Or(cmp.Compare(b.leads, a.leads), cmp.Compare(b.cooperates, a.cooperates), cmp.Compare(b.implementing, a.implementing),
			cmp.Compare(align.Fold(a.name), align.Fold(b.name)), cmp.Compare(a.name, b.name))
	})
	return list
}

// usual is the spelling met most often, the first by alphabet where two are as usual.
func usual(names map[string]int) string {
	best := ""
	for n, c := range names {
		if best == "" || c > names[best] || c == names[best] && n < best {
			best = n
		}
	}
	return best
}

func fillAgencies(b *book) error {
	list := b.offices()
	return b.eachChunk(sheetAgencies, share{2, 0}, 1, b.agencyColumns, func(s *sheet, plans []int) error {
		for _, o := range list {
			cells := []cell{{value: o.name, look: bold}, num(o.leads), num(o.cooperates), num(o.implementing)}
			for _, p := range plans {
				cells = append(cells, count(o.planLeads[p]), count(o.planCooperates[p]))
			}
			if err := s.add(append(cells, text(modelList(b, o.models)))...); err != nil {
				return err
			}
		}
		return b.agencyChart(s, min(15, len(list)))
	})
}

// count leaves a cell empty for none, so that the eye finds the others.
func count(n int) cell {
	if n == 0 {
		return cell{value: nil, look: number}
	}
	return num(n)
}

// agencyChart draws the first rows: who leads and cooperates most.
func (b *book) agencyChart(s *sheet, rows int) error {
	name, lead, with := s.column("agency"), s.column("leads"), s.column("cooperates")
	if rows == 0 || name == 0 || lead == 0 || with == 0 {
		return nil
	}
	series := func(col int, color string) excelize.ChartSeries {
		return excelize.ChartSeries{Name: s.ref(col, s.headRow, s.headRow), Categories: s.ref(name, s.headRow+1, s.headRow+rows),
			Values: s.ref(col, s.headRow+1, s.headRow+rows), Fill: fill(color)}
	}
	return s.chart(&excelize.Chart{Type: excelize.BarStacked, Series: []excelize.ChartSeries{series(lead, chartInks[0]), series(with, chartInks[1])},
		Title:  chartTitle("Cơ quan chủ trì, phối hợp nhiều nhất"),
		Legend: excelize.ChartLegend{Position: "bottom"},
		YAxis:  excelize.ChartAxis{MajorGridLines: true},
		XAxis:  excelize.ChartAxis{ReverseOrder: true},
	}, nil)
}
