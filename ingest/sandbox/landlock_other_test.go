//go:build !linux

package sandbox

func hasLandlock() bool { return false }
