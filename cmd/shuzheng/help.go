package main

import (
	"embed"
	"io"
	"slices"
	"strings"
)

// The help is text that people edit: one file a command and language.
//
//go:embed help/*.txt
var helpTexts embed.FS

// helpCommand is `shuzheng help [COMMAND]`; that of audit has subcommands of its own.
func helpCommand(p *program, args []string) int {
	rest, code := p.flags("help").parse(args)
	if code != goOn {
		return code
	}
	if len(rest) == 0 {
		return p.help("")
	}
	for _, c := range slices.Concat(commands(), auditCommands()) {
		if c.name == strings.Join(rest, "-") {
			return p.help(c.name)
		}
	}
	return p.unknownCommand(rest[0])
}

// help prints what there is to know about a command, or about all for "".
func (p *program) help(command string) int {
	if command == "" || command == "help" {
		command = "shuzheng"
	}
	text, err := helpTexts.ReadFile("help/" + command + "." + string(p.lang) + ".txt")
	if err != nil {
		panic(err) // our own file is missing: every test of the help meets it
	}
	io.WriteString(p.out, strings.TrimLeft(string(text), "\n"))
	return exitOK
}
