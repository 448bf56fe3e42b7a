//go:build !linux

package sandbox

const canGiveUp = false

func become(terms) error { panic("sandbox: programs are started directly here") }
