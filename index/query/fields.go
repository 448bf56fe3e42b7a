package query

import (
	"slices"
	"strings"

	"kehoach/index/vi/fold"
)

// Fields of a document that hold words.
const (
	Text    = "text"    // all parts, loose words
	Exact   = "exact"   // all parts, exact words
	Pairs   = "pairs"   // all parts, pairs of loose neighbours
	Title   = "title"   // loose words and pairs
	Goal    = "goal"    // of the objective: loose words and pairs
	Context = "context" // of its plan and group: loose words and pairs
)

// Fields of a document that hold whole values.
const (
	Kind        = "kind"
	Number      = "number" // of a model
	Ref         = "ref"    // numbers of documents that the text names
	Date        = "date"   // of the plan
	Due         = "due"    // the last day of the due date
	Plan        = "plan"
	Province    = "province"
	Locality    = "locality" // province, district or commune
	Level       = "level"
	Group       = "group"
	Lead        = "lead"
	Cooperating = "cooperating"
	Leading     = "leading" // who leads the model, or a duty of it
	Helping     = "helping" // who cooperates in the model, or in a duty of it
	Agency      = "agency"  // in whatever role
	Tool        = "tool"
	Timeline    = "timeline" // its kind
	Year        = "year"     // of the plan
	DueYear     = "due_year"
	DueQuarter  = "due_quarter"
)

// field says how a field is named in a query and compared.
type field struct {
	name  string
	names []string // what a user writes before the colon, loose and without blanks
	how   comparison
	words map[string]string // of a closed list of values: what a user writes, loose, to the value
	shown string            // that list for a message
}

type comparison int

const (
	byWords comparison = iota // the value holds the words, side by side
	byStart                   // the value begins with the words
	byValue                   // the value is the word
	byDate                    // dates, with < and >
	byList                    // one of a closed list
	inTitle                   // words of the title
)

// fields lists all that may stand before a colon. The first name of each is the one
// that messages show.
var fields = []field{
	{name: Agency, names: []string{"coquan", "donvi", "agency"}},
	{name: Lead, names: []string{"chutri", "lead"}},
	{name: Cooperating, names: []string{"phoihop", "cooperating"}},
	{name: Tool, names: []string{"congcu", "tool"}},
	{name: Province, names: []string{"tinh", "province"}},
	{name: Locality, names: []string{"diaban", "huyen", "xa", "locality"}},
	{name: Level, names: []string{"cap", "level"}, how: byList, words: map[string]string{
		"trung uong": "central", "central": "central", "tinh": "province", "province": "province",
		"huyen": "district", "district": "district", "xa": "commune", "commune": "commune",
	}, shown: textLevels},
	{name: Group, names: []string{"nhom", "group"}},
	{name: Plan, names: []string{"kehoach", "plan"}},
	{name: Ref, names: []string{"so", "vanban", "ref"}, how: byStart},
	{name: Number, names: []string{"mohinh", "model", "number"}, how: byValue},
	{name: Kind, names: []string{"loai", "kind"}, how: byList, words: map[string]string{
		"mo hinh": "model", "mohinh": "model", "model": "model",
		"nhiem vu": "task", "nhiemvu": "task", "task": "task",
		"trach nhiem": "responsibility", "trachnhiem": "responsibility", "responsibility": "responsibility",
		"ke hoach": "plan", "kehoach": "plan", "plan": "plan",
	}, shown: textKinds},
	{name: Timeline, names: []string{"tiendo", "timeline"}, how: byList, words: map[string]string{
		"han": "deadline", "thoi han": "deadline", "deadline": "deadline", "khoang": "range", "range": "range",
		"tu": "open", "open": "open", "thuong xuyen": "recurring", "thuongxuyen": "recurring", "recurring": "recurring",
		"dieu kien": "conditional", "dieukien": "conditional", "conditional": "conditional",
	}, shown: textTimelines},
	{name: Year, names: []string{"nam", "year"}, how: byDate},
	{name: Date, names: []string{"ngay", "date"}, how: byDate},
	{name: Due, names: []string{"han", "due"}, how: byDate},
	{name: Title, names: []string{"tieude", "ten", "title"}, how: inTitle},
}

// fieldNamed finds a field by what stands before a colon: "cơquan", "Tinh", "agency".
func fieldNamed(name string) (field, bool) {
	key := strings.ReplaceAll(fold.Key(name), " ", "")
	for _, f := range fields {
		if slices.Contains(f.names, key) {
			return f, true
		}
	}
	return field{}, false
}

// fieldOf finds a field by its own name.
func fieldOf(name string) field {
	for _, f := range fields {
		if f.name == name {
			return f
		}
	}
	return field{name: name}
}

// shownFields lists the fields for a message.
func shownFields() string {
	var names []string
	for _, f := range fields {
		names = append(names, f.names[0]+":")
	}
	return strings.Join(names, " ")
}
