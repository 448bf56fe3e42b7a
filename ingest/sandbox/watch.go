package sandbox

import (
	"os/exec"
	"sync"
	"time"
)

// watch kills a child when its time is over.
type watch struct {
	cmd     *exec.Cmd
	timer   *time.Timer
	start   time.Time
	mu      sync.Mutex
	allowed time.Duration
	expired bool
}

// maxExtension bounds what the pages may add, whatever the child says.
const maxExtension = 10 * time.Minute

func newWatch(wall time.Duration, cmd *exec.Cmd) *watch {
	w := &watch{cmd: cmd, start: time.Now(), allowed: wall}
	w.timer = time.AfterFunc(wall, w.expire)
	return w
}

func (w *watch) extend(by time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.allowed += max(0, min(by, maxExtension))
	if w.timer.Stop() {
		w.timer.Reset(time.Until(w.start.Add(w.allowed)))
	}
}

func (w *watch) expire() {
	w.mu.Lock()
	w.expired = true
	w.mu.Unlock()
	w.kill()
}

func (w *watch) kill() { kill(w.cmd) }

// stop ends the watch and reports whether it killed the child.
func (w *watch) stop() bool {
	w.timer.Stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.expired
}
