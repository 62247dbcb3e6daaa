package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"shuzheng/extract"
)

// digest stands for all that decides what comes out of a document: the options, the
// user's tables and the program. Where two runs have the same, a document that did not
// change gives the same bytes and need not be read again.
func (x *extraction) digest() (string, error) {
	opt := x.opt
	opt.Read.Context = nil
	b, err := json.Marshal(struct {
		Options extract.Options
		Tables  tables
	}{opt, x.tables})
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	sum.Write(b)
	if err := hashBuild(sum); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)[:16]), nil
}

// hashBuild adds what this program is: what the build says of itself, and where that
// does not tell two builds apart, all of its bytes.
func hashBuild(sum io.Writer) error {
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintln(sum, info)
		if v := info.Main.Version; strings.HasPrefix(v, "v") && !strings.Contains(v, "+dirty") {
			return nil
		}
	}
	name, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(sum, f)
	return err
}
