package corpus

import (
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The ledger is a cache of the heads of plans. Nobody has to write it and anybody may:
// it tells what the records of a plan said when its folder was last changed, and that
// is known to be so still as long as the time of that change is the same. Whatever
// changes the versions of a plan, by this program or by hand, also changes that time.
//
// Its first line is ledgerFormat, a tab and the CRC-32C of the rest in hexadecimal
// digits. Then follows one line a plan, with tabs between: id, modified, version,
// fingerprint, rules, scanned ("true" or "false") and sums, as in head. A ledger of another form is none.

const (
	ledgerFile   = "ledger"
	ledgerFormat = "kehoach/ledger/v2"

	// ledgerNews is how many heads must be new for the ledger to be written: to read the
	// records of fewer takes less time.
	ledgerNews = 16

	// ledgerDelay is how long a folder must have been left alone before its head is
	// kept. File systems measure times in steps, some of two seconds, so that a folder
	// may change twice at what is the same time to them.
	ledgerDelay = 2 * time.Second
)

// mayBeKept reports whether a change of the plan after began would be seen.
func (h head) mayBeKept(began time.Time) bool {
	return h.tidy && !h.damaged && began.UnixNano()-h.modified >= int64(ledgerDelay)
}

// readLedger returns the heads in the ledger, ordered by id; none where it is missing or
// damaged.
func (c *Corpus) readLedger() []head {
	b, err := c.root.ReadFile(ledgerFile)
	if err != nil {
		return nil
	}
	first, rest, _ := strings.Cut(string(b), "\n")
	if first != ledgerHead(rest) {
		return nil
	}
	heads := make([]head, 0, strings.Count(rest, "\n"))
	for line := range strings.Lines(rest) {
		h, ok := parseHead(strings.TrimSuffix(line, "\n"))
		if !ok {
			return nil
		}
		heads = append(heads, h)
	}
	return heads
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// ledgerHead is the first line of the ledger with these lines behind it.
func ledgerHead(rest string) string {
	return fmt.Sprintf("%s\t%08x", ledgerFormat, crc32.Checksum([]byte(rest), castagnoli))
}

func (h head) columns() []string {
	return []string{h.id, strconv.FormatInt(h.modified, 10), h.version, h.fingerprint, h.rules, strconv.FormatBool(h.scanned), h.sums}
}

func parseHead(line string) (h head, ok bool) {
	modified, scanned := "", ""
	for _, column := range []*string{&h.id, &modified, &h.version, &h.fingerprint, &h.rules, &scanned} {
		if *column, line, ok = strings.Cut(line, "\t"); !ok {
			return h, false
		}
	}
	var err error
	h.modified, err = strconv.ParseInt(modified, 10, 64)
	h.sums, h.tidy, h.scanned = line, true, scanned == "true"
	return h, err == nil
}

// writeLedger keeps those of heads that may be kept, which were read since began. It is
// a service: who may not write here, or cannot, goes on without.
func (c *Corpus) writeLedger(heads []head, began time.Time) {
	var b strings.Builder
	for _, h := range heads {
		columns := h.columns()
		if h.mayBeKept(began) && !slices.ContainsFunc(columns, func(s string) bool { return strings.ContainsAny(s, "\t\n") }) {
			b.WriteString(strings.Join(columns, "\t") + "\n")
		}
	}
	temp := tempName(".")
	f, err := c.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return
	}
	_, err = io.WriteString(f, ledgerHead(b.String())+"\n"+b.String())
	if errClose := f.Close(); err == nil && errClose == nil && c.root.Rename(temp, ledgerFile) == nil {
		return
	}
	_ = c.root.Remove(temp) // the next writer does it
}
