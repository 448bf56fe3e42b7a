package corpus

import (
	"regexp"
	"strings"
)

// An id is a name that is a folder on every system, nothing more: lower-case ASCII
// letters, digits and single hyphens, at most maxID bytes, such as
// "tuyen-quang-233-kh-ubnd". No name that leads anywhere else has this form.
var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

const maxID = 120

// reserved are the names of devices on Windows.
var reserved = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

func isID(s string) bool {
	return len(s) <= maxID && idForm.MatchString(s) && !reserved.MatchString(s)
}

// idFor returns id if it can be the name of a folder, else one made of the content's
// hash: a plan is kept even where its id cannot be.
func idFor(id, sha256 string) string {
	if id = strings.ToLower(id); isID(id) {
		return id
	}
	return "van-ban-" + sha256[:12] // văn bản: document
}
