package main

import (
	"fmt"
	"strings"

	"shuzheng/export"
)

// schemaCommand is `shuzheng schema [document|diff]`.
func schemaCommand(p *program, args []string) int {
	rest, code := p.flags("schema").parse(args)
	of := export.Schema
	switch {
	case code != goOn:
		return code
	case len(rest) == 1 && rest[0] == "diff":
		of = export.DiffSchema
	case len(rest) > 0 && (len(rest) > 1 || rest[0] != "document"):
		return p.tooMany(rest)
	}
	fmt.Fprintln(p.out, strings.TrimSpace(of()))
	return exitOK
}

// tooMany refuses arguments where a command takes none.
func (p *program) tooMany(rest []string) int {
	return p.usage("多出来的参数：%s", "unexpected arguments: %s", strings.Join(rest, " "))
}
