package data

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuzheng/export/codebook"
)

var update = flag.Bool("update", false, "write the scripts of testdata anew")

// The scripts stand in testdata as they are to be.
func TestScriptsAreGolden(t *testing.T) {
	for _, name := range []string{"load.do", "load.R"} {
		got, err := os.ReadFile(write(t, name))
		if err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(golden, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || string(got) != string(want) {
			t.Errorf("%s is not as in testdata (%v): go test ./export/data -run Golden -update", name, err)
		}
	}
}

// stataCommands are those that the scripts use.
var stataCommands = []string{"version", "import", "destring", "generate", "order", "drop", "rename", "format", "encode", "label", "compress", "save"}

// Nobody here has Stata: the script is held to its syntax as far as it is used. Lines are
// commands or remarks, compound quotes are balanced and not nested, and variables are
// columns of the table that was loaded.
func TestStataSyntax(t *testing.T) {
	script, err := os.ReadFile(filepath.Join(write(t, "package"), "load.do"))
	if err != nil {
		t.Fatal(err)
	}
	var table *codebook.Table
	loaded, labels := 0, map[string]bool{}
	for line := range strings.Lines(string(script)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "*   ") {
			continue
		}
		words, ok := stataWords(line)
		if !ok || !slices.Contains(stataCommands, words[0]) || len(line) > 60000 {
			t.Fatalf("not a command: %s", line)
		}
		variable := ""
		switch {
		case words[0] == "import":
			name := strings.TrimSuffix(filepath.Base(words[3]), ".csv")
			table = codebook.Find(name)
			loaded++
		case words[0] == "destring" || words[0] == "format" || words[0] == "encode" || words[0] == "drop":
			variable = strings.TrimSuffix(words[1], ",")
		case words[0] == "label" && (words[1] == "variable" || words[1] == "values"):
			variable = words[2]
			if words[1] == "values" && !labels[words[3]] {
				t.Errorf("no such label: %s", line)
			}
		case words[0] == "label" && words[1] == "define":
			labels[words[2]] = true
		}
		if variable != "" && table.Column(variable) < 0 {
			t.Errorf("%s has no variable %s: %s", table.Name, variable, line)
		}
	}
	if loaded != len(codebook.Tables()) {
		t.Errorf("%d tables are loaded", loaded)
	}
}

// stataWords cuts a line at blanks outside of quotes, which are taken off; ok is false
// where quotes or brackets are not balanced or a sign of macros stands outside of texts.
func stataWords(line string) (words []string, ok bool) {
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		if rest, quoted := strings.CutPrefix(line, "`\""); quoted {
			text, after, closed := strings.Cut(rest, "\"'")
			if !closed || strings.ContainsAny(text, "`$\"") {
				return nil, false
			}
			words, line = append(words, text), after
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		if strings.ContainsAny(word, "`$'") {
			return nil, false
		}
		words, line = append(words, word), rest
	}
	open := strings.Count(strings.Join(words, " "), "(")
	return words, open == strings.Count(strings.Join(words, " "), ")") && (len(words) > 1 || len(words) == 1 && words[0] == "compress")
}

// File names come from the user: they open no macro and no command.
func TestStataNames(t *testing.T) {
	if got, want := quoteStata("a`b'$x\"\n.csv"), "`\"a_b'_x__.csv\"'"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// datapackage.json says how many bytes each file has, their sum, and what the standard
// asks for.
func TestPackageDescribes(t *testing.T) {
	dir := write(t, "package")
	b, err := os.ReadFile(filepath.Join(dir, "datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	var p dataPackage
	if err := json.Unmarshal(b, &p); err != nil || p.Schema != packageProfile || len(p.Resources) != len(codebook.Tables()) {
		t.Fatalf("%v, %d resources", err, len(p.Resources))
	}
	for _, r := range p.Resources {
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(r.Path)))
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(content)
		if int64(len(content)) != r.Bytes || "sha256:"+hex.EncodeToString(sum[:]) != r.Hash || r.Type != "table" || strings.Contains(r.Path, "..") {
			t.Errorf("%s: %d bytes, %s", r.Name, r.Bytes, r.Hash)
		}
		if head, _, _ := strings.Cut(string(content), "\n"); head != strings.Join(columnNames(codebook.Find(r.Name)), ",") || len(r.Fields.Fields) != len(codebook.Find(r.Name).Columns) {
			t.Errorf("%s: its fields are not its columns", r.Name)
		}
	}
}
