//go:build race

package sandbox

// racing tells that the race detector is on: it takes more memory than a child may.
const racing = true
