// Package indextest makes plans to try an index on. It is for tests and benchmarks.
// Begin with Generate.
package indextest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"kehoach/extract/plan"
)

// modelsPerPlan is about what plans have.
const modelsPerPlan = 40

// partsPerModel make about 1.5 KB of text out of the paragraphs of the sample plans.
const partsPerModel = 7

var provinces = []string{
	"An Giang", "Bắc Giang", "Bến Tre", "Cà Mau", "Đắk Lắk", "Gia Lai", "Hà Giang", "Hải Dương", "Hòa Bình",
	"Khánh Hòa", "Lào Cai", "Lâm Đồng", "Nam Định", "Ninh Bình", "Phú Thọ", "Quảng Trị", "Sơn La", "Tây Ninh",
	"Thái Bình", "Thanh Hóa", "Tiền Giang", "Trà Vinh", "Vĩnh Long", "Yên Bái",
}

var agencies = []string{
	"Sở Y tế", "Sở Tư pháp", "Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng", "Sở Công Thương", "Công an tỉnh",
	"Sở Thông tin và Truyền thông", "Sở Giáo dục và Đào tạo", "Sở Giao thông vận tải", "Bảo hiểm xã hội tỉnh",
	"Sở Lao động - Thương binh và Xã hội", "Văn phòng Ủy ban nhân dân tỉnh", "Ngân hàng Nhà nước chi nhánh tỉnh",
}

var tools = []string{"VNeID", "Kiosk", "Thẻ CCCD", "IOC tỉnh", "LGSP", "Phần mềm quản lý bệnh viện", "Call Center"}

// Generate makes plans with n models in all, whose parts are paragraphs chosen at
// random, always the same for the same seed. Every model has one word of its own.
func Generate(paragraphs []string, n int, seed uint64) []*plan.Extraction {
	g := generator{rand.New(rand.NewPCG(seed, uint64(n))), paragraphs}
	var out []*plan.Extraction
	for made := 0; made < n; {
		x := g.plan(len(out))
		for len(x.Models) < modelsPerPlan && made < n {
			x.Models = append(x.Models, g.model(len(x.Models)+1, made))
			made++
		}
		out = append(out, x)
	}
	return out
}

type generator struct {
	*rand.Rand
	paragraphs []string
}

func pick[T any](g *generator, from []T) T { return from[g.IntN(len(from))] }

func (g *generator) plan(i int) *plan.Extraction {
	province, level := pick(g, provinces), plan.Province
	number := fmt.Sprintf("%d/KH-UBND", i+1)
	date := g.date(2022)
	title := "Kế hoạch thực hiện Đề án 06 trên địa bàn tỉnh " + province
	return &plan.Extraction{
		Schema: plan.Schema, Source: plan.Source{Name: fmt.Sprintf("made-%d.txt", i), Pages: 1},
		Plan: plan.Plan{
			ID: fmt.Sprintf("made-%06d", i), Kind: "Kế hoạch", Number: &number, Title: &title, Date: &date, Level: &level,
			Issuers: []string{"Ủy ban nhân dân tỉnh " + province}, Locality: plan.Locality{Province: &province},
		},
	}
}

func (g *generator) date(year int) plan.Date {
	return plan.Date(fmt.Sprintf("%d-%02d-%02d", year+g.IntN(4), 1+g.IntN(12), 1+g.IntN(28)))
}

func (g *generator) model(number, serial int) plan.Model {
	objective, due := pick(g, g.paragraphs), g.date(2023)
	lead, other := pick(g, agencies), pick(g, agencies)
	tool := pick(g, tools)
	m := plan.Model{
		Number: number, Title: fmt.Sprintf("%s mã m%d", firstWords(pick(g, g.paragraphs), 12), serial), Objective: &objective,
		Lead:        []plan.Agency{{Name: lead, Canonical: lead}},
		Cooperating: []plan.Agency{{Name: other, Canonical: other}},
		Tools:       []plan.Tool{{Name: tool, Canonical: tool, Text: tool}},
		Timeline:    &plan.Timeline{Text: string(due), Kind: plan.Deadline, End: &due},
	}
	for range partsPerModel {
		m.Assignments = append(m.Assignments, plan.Assignment{Role: plan.Implement, Text: pick(g, g.paragraphs)})
	}
	return m
}

func firstWords(s string, n int) string {
	ws := strings.Fields(s)
	return strings.Join(ws[:min(n, len(ws))], " ")
}
