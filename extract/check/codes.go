package check

import "kehoach/ingest/source"

// Code names a sort of remark. It never changes its meaning.
type Code string

const (
	// "Số: /KH-UBND": the number was left blank.
	NumberBlank Code = "number-blank"
	// "ngày tháng năm 2023": day or month was left blank.
	DateIncomplete Code = "date-incomplete"
	// A page out of the middle of a plan: it has no head and no title.
	TitleMissing Code = "title-missing"
	// The head of the document names no authority.
	IssuerMissing Code = "issuer-missing"
	// The signature block holds an office and no name, or is missing.
	SignerMissing Code = "signer-missing"
	// "gồm 12 mô hình" above 13 models, "42 mô hình" in a plan of 41, "21 MÔ HÌNH" over a
	// part that holds 20.
	CountMismatch Code = "count-mismatch"
	// The counts of the groups add up to another total than the plan states.
	SumMismatch Code = "sum-mismatch"
	// Two models bear the number 7.
	NumberRepeated Code = "number-repeated"
	// Models 14 and 16, no 15.
	NumberSkipped Code = "number-skipped"
	// "(3) Trách nhiệm cụ thể" and "(3) Lực lượng triển khai" in one model.
	FieldNumberRepeated Code = "field-number-repeated"
	// "Thời gian hoàn thành" twice in one model.
	FieldRepeated Code = "field-repeated"
	// No "Công cụ triển khai" in a model, or nothing read of it, though most others have it; nobody who leads a task, or
	// no time for it, though most others say so.
	FieldMissing Code = "field-missing"
	// "Hiệu quả:" or a label of the plan's own that no rule knows.
	LabelUnknown Code = "label-unknown"
	// "Đối tượng thực hiện" once, "Đơn vị thực hiện" in the other 41 models.
	LabelUnusual Code = "label-unusual"
	// The body says 30/10/2023 of a model or task, the table in the appendix 30/12/2023.
	AppendixConflict Code = "appendix-conflict"
	// A row of the appendix without a model in the body, or the reverse.
	AppendixMissing Code = "appendix-missing"
	// A deadline of 2026 in a plan that ends in 2025.
	DeadlineOutside Code = "deadline-outside-period"
	// A deadline before the day of issue.
	DeadlineBefore Code = "deadline-before-issue"
	// "1552/BTTT-THH" in one place, "1552/BTTTT-THH" in another.
	NumberTwoWays Code = "number-two-ways"
	// "t ch hợp", "tổ giác tội phạm".
	Misread Code = "misread"
	// "C06" in a plan that never says what it is.
	AbbreviationUndefined Code = "abbreviation-undefined"
	// "Sở Thông tin và Truyền thông", which was merged on 1/3/2025.
	AgencyMerged Code = "agency-merged"
	// The recognition of a scan was not sure of a word in "Hoàn thành: 30/l2/2023".
	ValueDoubtful Code = "value-doubtful"
	// Text that no rule has read.
	NotUnderstood Code = "not-understood"
	// Of a plan's text less than four fifths has been read.
	LittleUnderstood Code = "little-understood"
	// A document in which neither models nor tasks nor duties were found.
	NothingRead Code = "nothing-read"
)

// What is said of a value while it is read.
const (
	// "Thời gian: theo tình hình": no rule reads it.
	TimelineNotRead Code = "timeline-not-read"
	// "30/02/2024": no such day.
	ImpossibleDate Code = "impossible-date"
	// "trước ngày 15/6": of which year is not said.
	TimelineNoYear Code = "timeline-no-year"
	// "tháng 3/2024 và tháng 9/2024": one of them counts.
	TimelineSeveral Code = "timeline-several"
	// "nt" in a cell: read as the one above.
	Ditto Code = "ditto"
	// "Như mô hình 1": it points elsewhere instead of naming somebody.
	RefersElsewhere Code = "refers-elsewhere"
	// "Cơ quan chủ trì: theo phân công": it names no body.
	AgencyNotRead Code = "agency-not-read"
	// "Công an tỉnh, chủ tàu cá": it stands where bodies are listed and is of no known sort.
	AgencyUnsure Code = "agency-unsure"
	// "Phòng Kinh tế Hạt Kiểm lâm": one name as read, and maybe two.
	AgenciesJoined Code = "agencies-joined"
)

// SeverityOf returns how much a remark matters.
func SeverityOf(c Code) source.Severity { return severities[c] }

var severities = map[Code]source.Severity{
	NumberBlank:           source.Warning,
	DateIncomplete:        source.Warning,
	TitleMissing:          source.Warning,
	IssuerMissing:         source.Warning,
	SignerMissing:         source.Info,
	CountMismatch:         source.Warning,
	SumMismatch:           source.Warning,
	NumberRepeated:        source.Warning,
	NumberSkipped:         source.Info,
	FieldNumberRepeated:   source.Info,
	FieldRepeated:         source.Warning,
	FieldMissing:          source.Info,
	LabelUnknown:          source.Info,
	LabelUnusual:          source.Info,
	AppendixConflict:      source.Warning,
	AppendixMissing:       source.Warning,
	DeadlineOutside:       source.Warning,
	DeadlineBefore:        source.Warning,
	NumberTwoWays:         source.Warning,
	Misread:               source.Warning,
	AbbreviationUndefined: source.Info,
	AgencyMerged:          source.Info,
	ValueDoubtful:         source.Warning,
	NotUnderstood:         source.Info,
	LittleUnderstood:      source.Warning,
	NothingRead:           source.Warning,
	TimelineNotRead:       source.Warning,
	ImpossibleDate:        source.Warning,
	TimelineNoYear:        source.Warning,
	TimelineSeveral:       source.Info,
	Ditto:                 source.Info,
	RefersElsewhere:       source.Info,
	AgencyNotRead:         source.Warning,
	AgencyUnsure:          source.Info,
	AgenciesJoined:        source.Warning,
}
