package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// versionCommand is `shuzheng version`.
func versionCommand(p *program, args []string) int {
	rest, code := p.flags("version").parse(args)
	switch {
	case code != goOn:
		return code
	case len(rest) > 0:
		return p.tooMany(rest)
	}
	fmt.Fprintf(p.out, "shuzheng %s %s %s/%s\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return exitOK
}

// version is what the build says of itself: a tag, a commit, or "(devel)".
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
