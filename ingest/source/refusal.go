package source

// Reason names why a file cannot be read, stable and kebab-case, for reports and
// programs. What a person is told is worded where it is shown.
type Reason string

const (
	NotText     Reason = "not-text"     // binary data that no reader understands
	BadEncoding Reason = "bad-encoding" // text in an encoding that is not known
	Empty       Reason = "empty"        // no text at all
	TooLarge    Reason = "too-large"    // more bytes than the limit
	NotRegular  Reason = "not-regular"  // a folder, a pipe or a device where a file is meant

	CutOff        Reason = "cut-off"        // the end of the file is missing, and nothing can be read of the rest
	Damaged       Reason = "damaged"        // the format is known, but nothing can be read
	NeedsPassword Reason = "needs-password" // enciphered; the password is missing or wrong
	Enciphered    Reason = "enciphered"     // in a way that no password opens here
	OverLimit     Reason = "over-limit"     // it costs more than one document may; Detail names the limit
	NeedsTool     Reason = "needs-tool"     // a program is missing that reads it; Detail names it
)

// Refusal is the error of a reader that cannot make text out of a file: it tells of
// the file, not of the program. Test for it with errors.As.
type Refusal struct {
	Reason Reason
	Detail string // what was found, in English: a media type, a limit
}

func (r *Refusal) Error() string {
	if r.Detail == "" {
		return string(r.Reason)
	}
	return string(r.Reason) + ": " + r.Detail
}
