package ingest

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"kehoach/ingest/source"
)

// ReadFile reads the file at path as Read does.
func ReadFile(ctx context.Context, path string, opt Options) (*source.File, error) {
	data, err := Load(path, opt)
	if err != nil {
		return nil, err
	}
	return Read(ctx, filepath.Base(path), data, opt)
}

// Load returns the bytes of the regular file at path, at most opt.MaxBytes of them.
// A symbolic link is followed: the caller named it.
func Load(path string, opt Options) ([]byte, error) {
	info, err := os.Stat(path) // before opening: to open a pipe waits for its writer
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("load %s: %w", path, &source.Refusal{
			Reason: source.NotRegular, Detail: info.Mode().Type().String(),
		})
	}
	limit := opt.maxBytes()
	if info.Size() > limit {
		return nil, fmt.Errorf("load %s: %w", path, tooLarge(info.Size(), limit))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1)) // it may grow meanwhile
	if err != nil {
		return nil, fmt.Errorf("load %s: %w", path, err)
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("load %s: %w", path, tooLarge(int64(len(data)), limit))
	}
	return data, nil
}
