package main

import (
	"fmt"
	"strings"
)

// A language is that of messages, help and the workbook's headers.
type language string

const (
	chinese language = "zh"
	english language = "en"
)

// languageOf reads zh, en, en_US.UTF-8 …; what it does not know is Chinese.
func languageOf(s string) language {
	if strings.HasPrefix(strings.ToLower(s), "en") {
		return english
	}
	return chinese
}

// Set makes a language the value of a flag.
func (l *language) Set(s string) error {
	switch language(s) {
	case chinese, english:
		*l = language(s)
		return nil
	}
	return fmt.Errorf("zh, en")
}

// String is the name a user writes.
func (l *language) String() string { return string(*l) }

// text words a message in the language of the run. Both wordings take the same
// arguments in the same order.
func (p *program) text(zh, en string, args ...any) string {
	return fmt.Sprintf(p.choose(zh, en), args...)
}

// say writes one line to standard error. All messages go there: standard output
// carries results only.
func (p *program) say(zh, en string, args ...any) {
	fmt.Fprintf(p.err, "shuzheng: %s\n", p.text(zh, en, args...))
}

// ends is say for what ends a run: it gives the exit code.
func (p *program) ends(zh, en string, args ...any) int {
	p.say(zh, en, args...)
	return exitFailed
}

// wrong says what is wrong with a file.
func (p *program) wrong(path, why string) int {
	return p.ends("%s：%s", "%s: %s", printable(path), why)
}

// cannotWrite says that the output could not be written.
func (p *program) cannotWrite(err error) int {
	return p.ends("写不出结果：%v", "cannot write the output: %v", err)
}

// choose is a wording in the language of the run, as it stands.
func (p *program) choose(zh, en string) string {
	if p.lang == english {
		return en
	}
	return zh
}

// usage is say for a wrong call: it adds where the help is and gives the exit code.
func (p *program) usage(zh, en string, args ...any) int {
	p.say(zh, en, args...)
	p.say("用 shuzheng help 看用法", "shuzheng help shows how it is used")
	return exitUsage
}
