// Package plan says what a plan says, as plain data: the extraction that the
// program prints, stores, indexes and compares. It neither parses nor decides.
// Begin with Extraction. The names in JSON are a contract with other programs
// (schema.json); a change of meaning needs a new Schema.
//
// The words of the field, glossed once: a plan (kế hoạch) is issued by authorities;
// its models (mô hình điểm) or tasks (nhiệm vụ) name agencies that lead (chủ trì),
// cooperate (phối hợp) or implement (thực hiện).
package plan

import (
	"crypto/sha256"
	"encoding/hex"

	"kehoach/ingest/source"
)

// Schema names the meaning of the JSON fields below.
const Schema = "kehoach/plan/v1"

// Extraction is all that was read out of one document.
type Extraction struct {
	Schema           string              `json:"schema"`
	Source           Source              `json:"source"`
	Plan             Plan                `json:"plan"`
	Sections         []Section           `json:"sections"`
	Groups           []Group             `json:"groups"`
	Models           []Model             `json:"models"`
	Tasks            []Task              `json:"tasks"`
	Responsibilities []Responsibility    `json:"responsibilities"`
	Appendix         []AppendixRow       `json:"appendix"`
	Conflicts        []Conflict          `json:"conflicts"`
	Diagnostics      []source.Diagnostic `json:"diagnostics"`
	Coverage         Coverage            `json:"coverage"`
}

// Fingerprint names the content of x: two extractions with the same fingerprint
// print the same.
func (x *Extraction) Fingerprint() string {
	sum := sha256.Sum256(x.AppendJSON(nil))
	return hex.EncodeToString(sum[:])
}

// Source tells which file was read, and how.
type Source struct {
	Name      string `json:"name"`
	SHA256    string `json:"sha256"`
	MediaType string `json:"media_type"`
	Pages     int    `json:"pages"`
	Reader    string `json:"reader"`
}

// Plan is the document as a whole: its head, its end, and what it says of itself.
type Plan struct {
	ID             string                 `json:"id"`     // stable: the same document, the same id
	Kind           string                 `json:"kind"`   // loại văn bản: "Kế hoạch", "Quyết định", …
	Number         *string                `json:"number"` // số, ký hiệu: "233/KH-UBND"; nil where it was left blank
	Symbol         *string                `json:"symbol"` // ký hiệu: "KH-UBND"
	Issuers        []string               `json:"issuers"`
	Place          *string                `json:"place"` // địa danh of the date line
	Date           *Date                  `json:"date"`
	Title          *string                `json:"title"` // trích yếu
	Level          *Level                 `json:"level"`
	Locality       Locality               `json:"locality"`
	Period         Period                 `json:"period"`
	DeclaredModels *int                   `json:"declared_models"`
	Signers        []Signer               `json:"signers"`
	Recipients     []string               `json:"recipients"` // nơi nhận
	LegalBasis     []Citation             `json:"legal_basis"`
	Abbreviations  map[string]string      `json:"abbreviations"` // those that the document defines
	Spans          map[string]source.Span `json:"spans"`         // by the JSON names above
}

// Date is "2023", "2023-11", "2023-11-03" or "2024-Q1".
type Date string

// Level is the level of administration that issues a plan.
type Level string

const (
	Central  Level = "central"
	Province Level = "province" // cấp tỉnh
	District Level = "district" // cấp huyện
	Commune  Level = "commune"  // cấp xã
)

// Locality is where a plan holds, as far as the document lets one know.
type Locality struct {
	Province *string `json:"province"`
	District *string `json:"district"`
	Commune  *string `json:"commune"`
}

// Period is a plan's own time of execution.
type Period struct {
	Start *Date `json:"start"`
	End   *Date `json:"end"`
}

// Signer is a person who signs, with the offices printed above or below the name.
type Signer struct {
	Name  *string     `json:"name"`           // without a rank before it
	Rank  *string     `json:"rank,omitempty"` // "Đại tá"
	Title *string     `json:"title"`
	Span  source.Span `json:"span"`
}

// Citation is a document that another one rests on (căn cứ).
type Citation struct {
	Kind   string      `json:"kind"`
	Number *string     `json:"number"`
	Date   *Date       `json:"date"`
	Issuer *string     `json:"issuer"`
	Span   source.Span `json:"span"`
}

// Section is a heading of the Roman level, or a part A, B below it.
type Section struct {
	Label string      `json:"label"`
	Title string      `json:"title"`
	Text  []Paragraph `json:"text,omitempty"` // what no other value says: aims, scope, what no rule read
	Span  source.Span `json:"span"`           // of the heading
}

// Paragraph is text kept as printed.
type Paragraph struct {
	Text string      `json:"text"`
	Span source.Span `json:"span"`
}

// Group is the lowest heading that holds models.
type Group struct {
	Label    string      `json:"label"`
	Title    string      `json:"title"`    // without its count
	Declared *int        `json:"declared"` // the count in the heading
	Models   []int       `json:"models"`
	Span     source.Span `json:"span"`
}

// Model is one mô hình with all its fields.
type Model struct {
	Number       int                    `json:"number"`
	Title        string                 `json:"title"`
	Note         *string                `json:"note"` // between number and colon: "miễn phí"
	Group        *string                `json:"group"`
	Objective    *string                `json:"objective"`
	Lead         []Agency               `json:"lead"`         // chủ trì
	Cooperating  []Agency               `json:"cooperating"`  // phối hợp
	Implementing []Agency               `json:"implementing"` // named with neither word
	Supporting   []Agency               `json:"supporting"`   // đơn vị hỗ trợ
	Guiding      []Agency               `json:"guiding"`      // "theo chỉ đạo, hướng dẫn của …"
	Assignments  []Assignment           `json:"assignments"`
	Forces       []string               `json:"forces"` // lực lượng triển khai
	Timeline     *Timeline              `json:"timeline"`
	Tools        []Tool                 `json:"tools"`
	Other        []Field                `json:"other"` // labelled fields that no rule understood, or not all of
	Span         source.Span            `json:"span"`
	Spans        map[string]source.Span `json:"spans"` // by the JSON names above
}

// Field is a labelled stretch of text kept as printed.
type Field struct {
	Label string      `json:"label"`
	Text  string      `json:"text"`
	Span  source.Span `json:"span"`
}

// Agency is a body as printed and in full.
type Agency struct {
	Name      string      `json:"name"`
	Canonical string      `json:"canonical"`
	Span      source.Span `json:"span"`
}

// Role is what an actor does in an assignment.
type Role string

const (
	Lead      Role = "lead"
	Cooperate Role = "cooperate"
	Implement Role = "implement"
)

// Assignment is one duty, a bullet of the lowest level.
type Assignment struct {
	Actors []Agency    `json:"actors"`
	Role   Role        `json:"role"`
	Text   string      `json:"text"`
	Span   source.Span `json:"span"`
}

// TimelineKind tells what sort of time a Timeline is.
type TimelineKind string

const (
	Deadline    TimelineKind = "deadline"
	Range       TimelineKind = "range"
	Open        TimelineKind = "open" // from a time on
	Recurring   TimelineKind = "recurring"
	Conditional TimelineKind = "conditional"
)

// Timeline is when something is to be done.
type Timeline struct {
	Text      string       `json:"text"`
	Kind      TimelineKind `json:"kind"`
	Start     *Date        `json:"start"`
	End       *Date        `json:"end"`
	Hedged    bool         `json:"hedged"`               // "dự kiến"
	WaitsOn   []string     `json:"waits_on,omitempty"`   // agencies whose act is waited for, as printed
	WaitModel *int         `json:"wait_model,omitempty"` // "khi … mô hình số 9"
	Span      source.Span  `json:"span"`
}

// Tool is one thing that a model is carried out with.
type Tool struct {
	Name      string      `json:"name"`
	Canonical string      `json:"canonical"`
	Text      string      `json:"text"` // the bullet it comes from
	Span      source.Span `json:"span"`
}

// Task is one duty of a plan that is organised by tasks.
type Task struct {
	ID           string      `json:"id"`
	Text         string      `json:"text"`
	Lead         []Agency    `json:"lead"`
	Cooperating  []Agency    `json:"cooperating"`
	Implementing []Agency    `json:"implementing"`
	Timeline     *Timeline   `json:"timeline"`
	Product      *string     `json:"product"` // sản phẩm
	Span         source.Span `json:"span"`
}

// Responsibility is what a section assigns to one agency.
type Responsibility struct {
	Agency  string      `json:"agency"`
	Section string      `json:"section"`
	Items   []string    `json:"items"`
	Span    source.Span `json:"span"`
}

// AppendixRow is a row of a table of models beside the body's.
type AppendixRow struct {
	Number      int         `json:"number"`
	Title       string      `json:"title"`
	Lead        []Agency    `json:"lead"`
	Cooperating []Agency    `json:"cooperating"`
	Forces      *string     `json:"forces"`
	Timeline    *Timeline   `json:"timeline"`
	Tools       *string     `json:"tools"`
	Span        source.Span `json:"span"`
}

// Conflict is a real difference between a model's body and its appendix row.
type Conflict struct {
	Model    int    `json:"model"`
	Field    string `json:"field"`
	Body     string `json:"body"`
	Appendix string `json:"appendix"`
}

// Coverage tells how much of the document the rules understood, in bytes of
// normalised text between its head and its end.
type Coverage struct {
	Total      int `json:"total"`
	Understood int `json:"understood"`
}

// Complete makes the lists that hold nothing empty instead of absent, as the contract
// wants them.
func (x *Extraction) Complete() {
	fill(&x.Sections)
	fill(&x.Groups)
	fill(&x.Models)
	fill(&x.Tasks)
	fill(&x.Responsibilities)
	fill(&x.Appendix)
	fill(&x.Conflicts)
	fill(&x.Diagnostics)
	fill(&x.Plan.Issuers)
	fill(&x.Plan.Signers)
	fill(&x.Plan.Recipients)
	fill(&x.Plan.LegalBasis)
	if x.Plan.Abbreviations == nil {
		x.Plan.Abbreviations = map[string]string{}
	}
	if x.Plan.Spans == nil {
		x.Plan.Spans = map[string]source.Span{}
	}
	for i := range x.Groups {
		fill(&x.Groups[i].Models)
	}
	for i := range x.Models {
		x.Models[i].complete()
	}
	for i := range x.Tasks {
		t := &x.Tasks[i]
		fill(&t.Lead)
		fill(&t.Cooperating)
		fill(&t.Implementing)
	}
	for i := range x.Responsibilities {
		fill(&x.Responsibilities[i].Items)
	}
	for i := range x.Appendix {
		fill(&x.Appendix[i].Lead)
		fill(&x.Appendix[i].Cooperating)
	}
}

func (m *Model) complete() {
	fill(&m.Lead)
	fill(&m.Cooperating)
	fill(&m.Implementing)
	fill(&m.Supporting)
	fill(&m.Guiding)
	fill(&m.Assignments)
	fill(&m.Forces)
	fill(&m.Tools)
	fill(&m.Other)
	if m.Spans == nil {
		m.Spans = map[string]source.Span{}
	}
	for i := range m.Assignments {
		fill(&m.Assignments[i].Actors)
	}
}

func fill[T any](list *[]T) {
	if *list == nil {
		*list = []T{}
	}
}
