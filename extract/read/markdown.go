package read

import (
	"cmp"
	"regexp"
	"strings"

	"shuzheng/policy"
)

// Markdown as MinerU, Docling and pandoc write it. Text with a few marks of it (a
// heading with #, words in **) is left to layout, which knows these too.

const markdownType = "text/markdown"

var (
	pipeRuler  = regexp.MustCompile(`(?m)^[^\n|]*\|[^\n]*\r?\n {0,3}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*\r?$`)
	strongMark = regexp.MustCompile(`(?m)^ {0,3}!\[[^\]\n]*\]\([^)\n]+\)|^ {0,3}(?:<html>)?(?:<body>)?<table|^ {0,3}` + "```" + `|\[\^[^\]\n]+\]:|\$[^$\n]*\\(?:%|mathrm|times|sim|text|geq|leq)[^$\n]*\$`)
)

// markdownSample is how many bytes are looked at to tell Markdown from text.
const markdownSample = 256 << 10

// looksLikeMarkdown says whether s is written in Markdown: a table with its ruler,
// headings of several depths, one heading beside pictures, HTML tables, formulas, or lines about
// the text between --- at its head.
func looksLikeMarkdown(s string) bool {
	return showsMarkdown(s[:min(len(s), markdownSample)]) && !tangled(s)
}

func showsMarkdown(s string) bool {
	if lines, _ := frontLines(s); len(lines) > 0 {
		return true
	}
	if strings.IndexByte(s, '|') >= 0 && strings.Contains(s, "--") && pipeRuler.MatchString(s) {
		return true
	}
	heads, depths := 0, map[int]bool{}
	for at := 0; at < len(s) && heads < 200; at++ {
		k := strings.IndexByte(s[at:], '#')
		if k < 0 {
			break
		}
		at += k
		depth := atxDepth(s, at)
		if depth > 0 {
			heads++
			depths[depth] = true
		}
		at += max(depth-1, 0)
	}
	return heads >= 3 && len(depths) >= 2 || heads > 0 && strongMark.MatchString(s)
}

// atxDepth is the depth of the heading whose # stands at byte i of s: at most three
// blanks before it in its line, one to six of them, a blank and more behind; else 0.
func atxDepth(s string, i int) int {
	start := i
	for start > 0 && i-start < 3 && s[start-1] == ' ' {
		start--
	}
	if start > 0 && s[start-1] != '\n' {
		return 0
	}
	rest := strings.TrimLeft(s[i:min(len(s), i+7)], "#")
	depth := min(len(s), i+7) - i - len(rest)
	line, _, _ := strings.Cut(s[i+depth:], "\n")
	if depth > 6 || line == "" || line[0] != ' ' && line[0] != '\t' || strings.TrimSpace(line) == "" {
		return 0
	}
	return depth
}

// What a paragraph of Markdown may hold: converters write nothing like it, and the time
// to read it grows with the square of either.
const (
	maxBrackets = 2000
	maxMarkers  = 60
)

// tangled says whether some paragraph of s is beyond that.
func tangled(s string) bool {
	brackets := 0
	for line := range strings.Lines(s) {
		text := strings.TrimLeft(line, " \t")
		if strings.TrimSpace(text) == "" {
			brackets = 0
			continue
		}
		brackets += strings.Count(text, "[")
		head := text[:len(text)-len(strings.TrimLeft(text, ">-*+ \t0123456789.)"))]
		if brackets > maxBrackets || len(strings.Fields(head)) > maxMarkers || strings.Count(head, ">") > maxMarkers {
			return true
		}
	}
	return false
}

// markdown reads a Markdown text. Its Content is the wording of its blocks, as that
// of a web page; tables in HTML are read as those of pages are.
func markdown(src *policy.Source, d decoded) (*policy.Document, error) {
	s := d.text.String()
	blocks, err := parseMarkdown(s)
	if err != nil {
		return plain(src, d), nil
	}
	policy.Sort(blocks, func(a, b markdownBlock) int { return cmp.Compare(a.start, b.start) })
	doc := &policy.Document{Source: src, Metadata: map[string]policy.Value{}}
	w := &markdownWriter{}
	w.doc = doc
	w.writer = writer{d: &dom{page: s}, out: d.text.Edit()}
	w.front(s)
	for i := range blocks {
		w.block(&blocks[i])
	}
	w.endLine()
	if len(doc.Blocks) == 0 {
		return plain(src, d), nil
	}
	doc.Content = w.out.Cut()
	w.fill()
	for _, r := range d.damage {
		at := d.text.Span(r.at.Start, r.at.End)
		start := doc.Content.Offset(at.Start)
		doc.Report(policy.Span{Start: start, End: max(start, doc.Content.Offset(at.End))}, r.what)
	}
	return doc, nil
}
