//go:build unix

package index

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"kehoach/extract/plan"
)

// nobody is a user who owns nothing.
const nobody = 65534

// A permission that is lacking is no damage. Root lacks none: for root the test runs
// again as nobody.
func TestNoPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		runAsNobody(t)
		return
	}
	dir := t.TempDir()
	apply(t, dir, []*plan.Extraction{onePlan("a", "khám bệnh")})
	if err := os.Chmod(filepath.Join(dir, generationName(1), storeName, boltName), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !errors.Is(err, fs.ErrPermission) || errors.Is(err, ErrRebuild) {
		t.Errorf("open: %v", err)
	}
}

// runAsNobody runs the test of t in a copy of this program, which nobody may execute.
func runAsNobody(t *testing.T) {
	dir, err := os.MkdirTemp("", "index-nobody-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chown(dir, nobody, nobody); err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "index.test")
	if err := os.WriteFile(path, program, 0o755); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(path, "-test.run=^"+t.Name()+"$", "-test.v")
	c.Dir, c.Env = dir, []string{"TMPDIR=" + dir, "HOME=" + dir}
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("as nobody: %v\n%s", err, out)
	}
}
