package main

// schemaCommand is `shuzheng schema`.
func schemaCommand(p *program, args []string) int {
	if _, code := p.flags("schema").parse(args); code != goOn {
		return code
	}
	return exitOK
}
