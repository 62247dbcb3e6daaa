package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// patience is how long the package may take to come.
const patience = 3 * time.Minute

// download gets the package, by npm or from the registry that is named.
func download() ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if npm, err := exec.LookPath("npm"); err == nil {
		return byNpm(ctx, npm)
	}
	if registry := os.Getenv("NPM_CONFIG_REGISTRY"); registry != "" {
		return byHTTP(ctx, strings.TrimSuffix(registry, "/"))
	}
	return nil, errors.New("npm is not installed and NPM_CONFIG_REGISTRY names no registry")
}

// byNpm lets npm get the package: it knows the registry and the proxies.
func byNpm(ctx context.Context, npm string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "shuzheng-pdfium")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	c := exec.CommandContext(ctx, npm, "pack", packageName+"@"+version, "--silent", "--ignore-scripts")
	c.Dir, c.WaitDelay = dir, 5*time.Second
	if out, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("npm pack: %w\n%s", err, out)
	}
	found, err := filepath.Glob(filepath.Join(dir, "*.tgz"))
	if err != nil || len(found) != 1 {
		return nil, fmt.Errorf("npm pack left %d packages", len(found))
	}
	return os.ReadFile(found[0])
}

// byHTTP gets the package from where every npm registry has it.
func byHTTP(ctx context.Context, registry string) ([]byte, error) {
	at := fmt.Sprintf("%s/%s/-/%s-%s.tgz", registry, packageName, path.Base(packageName), version)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, at, nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, errors.New("the registry answered " + answer.Status)
	}
	return io.ReadAll(io.LimitReader(answer.Body, maxPackage))
}
