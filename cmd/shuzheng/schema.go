package main

import (
	"fmt"
	"strings"

	"shuzheng/export"
)

// schemaCommand is `shuzheng schema`.
func schemaCommand(p *program, args []string) int {
	rest, code := p.flags("schema").parse(args)
	switch {
	case code != goOn:
		return code
	case len(rest) > 0:
		return p.tooMany(rest)
	}
	fmt.Fprintln(p.out, strings.TrimSpace(export.Schema()))
	return exitOK
}

// tooMany refuses arguments where a command takes none.
func (p *program) tooMany(rest []string) int {
	return p.usage("多出来的参数：%s", "unexpected arguments: %s", strings.Join(rest, " "))
}
