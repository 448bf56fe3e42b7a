package ingest

// What the tests that look at extractions too need of those that do not.
var (
	Scanned = scanned
	NeedOCR = needOCR
)
