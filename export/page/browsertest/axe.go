package browsertest

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// axeVersion is the version of axe-core that pages are checked with. It is fetched by
// npm when a test asks for it and kept with the other files of the user's caches.
const axeVersion = "4.10.3"

// Axe checks the page as it stands for what keeps readers out, and gives what it found,
// one line a place. The test is skipped where axe-core cannot be had.
func (p *Page) Axe() (found []string) {
	p.t.Helper()
	p.Eval(axeScript(p.t)+"\n;0", nil)
	var raw string
	p.Eval(`axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations))`, &raw)
	var violations []struct {
		ID, Help string
		Nodes    []struct {
			HTML           string
			FailureSummary string
		}
	}
	p.must(json.Unmarshal([]byte(raw), &violations))
	for _, v := range violations {
		for i, n := range v.Nodes {
			if i == 5 {
				found = append(found, fmt.Sprintf("%s: %d more", v.ID, len(v.Nodes)-i))
				break
			}
			found = append(found, fmt.Sprintf("%s: %s: %.160s: %s", v.ID, v.Help, n.HTML, strings.ReplaceAll(n.FailureSummary, "\n", " ")))
		}
	}
	return found
}

// axeScript is axe-core, from the cache or from the registry that npm knows.
func axeScript(t testing.TB) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skip("no folder for caches, so no axe-core")
	}
	file := filepath.Join(cache, "shuzheng", "axe-core-"+axeVersion+".js")
	if script, err := os.ReadFile(file); err == nil {
		return string(script)
	}
	dir := t.TempDir()
	fetch := exec.Command("npm", "pack", "--silent", "--pack-destination", dir, "axe-core@"+axeVersion)
	fetch.Dir = dir
	if out, err := fetch.CombinedOutput(); err != nil {
		t.Skipf("axe-core cannot be fetched by npm, so accessibility is not tested: %v %.300s", err, out)
	}
	script, err := exec.Command("tar", "-xzOf", filepath.Join(dir, "axe-core-"+axeVersion+".tgz"), "package/axe.min.js").Output()
	if err != nil {
		t.Skipf("axe-core cannot be unpacked: %v", err)
	}
	if os.MkdirAll(filepath.Dir(file), 0o777) == nil {
		hidden := file + fmt.Sprint(os.Getpid())
		if os.WriteFile(hidden, script, 0o666) == nil {
			os.Rename(hidden, file)
		}
	}
	return string(script)
}
