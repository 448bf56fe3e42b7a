package object

import (
	"encoding/hex"
	"testing"
)

// TestHash holds the number of rounds: after this password's the last byte is just as
// large as may be.
func TestHash(t *testing.T) {
	s := &security{revision: 6}
	const want = "f168eff09549e03db26df3e4176044d1fa341f742bb7bc1563ededc82b784492"
	if got := hex.EncodeToString(s.hash([]byte("40"), []byte("12345678"), nil)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
