package main

import "strings"

// auditCommands lists the subcommands of `shuzheng audit`; the help of each has its
// file, as help/audit-merge.zh.txt.
func auditCommands() []command {
	return []command{
		{"audit-merge", auditMergeCommand},
		{"audit-verify", auditVerifyCommand},
		{"audit-sample", auditSampleCommand},
		{"audit-estimate", auditEstimateCommand},
	}
}

// auditCommand is `shuzheng audit SUBCOMMAND …`.
func auditCommand(p *program, args []string) int {
	f := p.flags("audit")
	f.untilName = true
	rest, code := f.parse(args)
	if code != goOn {
		return code
	}
	var names []string
	for _, c := range auditCommands() {
		name := strings.TrimPrefix(c.name, "audit-")
		if len(rest) > 0 && rest[0] == name {
			return c.run(p, rest[1:])
		}
		names = append(names, name)
	}
	all := strings.Join(names, " ")
	if len(rest) == 0 {
		return p.usage("audit 后面缺少子命令，可用的有：%s", "audit needs a subcommand; there are: %s", all)
	}
	if near := nearest(rest[0], names); near != "" {
		return p.usage("audit 没有子命令 %q，是不是 %s？", "audit has no subcommand %q; did you mean %s?", rest[0], near)
	}
	return p.usage("audit 没有子命令 %q，可用的有：%s", "audit has no subcommand %q; there are: %s", rest[0], all)
}
