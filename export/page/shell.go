package page

import (
	"crypto/sha256"
	"embed"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"strings"
	"sync"

	"shuzheng/export"
)

//go:embed web
var web embed.FS

// The files of web in the order in which a browser takes them.
var (
	styleFiles  = []string{"look.css", "text.css", "panel.css", "print.css"}
	scriptFiles = []string{"base.js", "model.js", "text.js", "mark.js", "verdict.js", "list.js", "tabs.js", "detail.js", "panel.js", "dialogs.js", "print.js", "keys.js", "main.js"}
)

// style and script are what the page has of its own; both end up in it as they stand. Most
// runs write no page.
var (
	style  = sync.OnceValue(func() string { return joined(styleFiles) })
	script = sync.OnceValue(func() string { return "(() => {\n'use strict';\n" + joined(scriptFiles) + "})();\n" })
	frame  = sync.OnceValue(func() string { return joined([]string{"frame.html"}) })
)

func joined(files []string) string {
	var b strings.Builder
	for _, name := range files {
		text, err := web.ReadFile("web/" + name)
		if err != nil {
			panic(err) // our own file is missing
		}
		b.Write(text)
	}
	return b.String()
}

// Policy is the Content-Security-Policy of every page: its own style and its own script,
// told by their hashes, and nothing else. It stands in the page; a server may send it too.
func Policy() string {
	return "default-src 'none'; script-src '" + hashOf(script()) + "'; style-src '" + hashOf(style()) + "'; img-src data:; base-uri 'none'; form-action 'none'"
}

func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// shellStart is the page up to its data.
func shellStart(opt Options) string {
	tag := "zh-CN"
	if opt.Lang == export.English {
		tag = "en"
	}
	title := opt.Title
	if title == "" {
		title = pageStrings["page"][map[string]int{"zh-CN": 0, "en": 1}[tag]]
	}
	return fmt.Sprintf(`<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="shuzheng %s">
<title>%s</title>
<link rel="icon" href="data:,">
<style>%s</style>
</head>
%s`, tag, html.EscapeString(Policy()), html.EscapeString(opt.Version), html.EscapeString(title), style(), frame())
}

// shellEnd is the page behind its data.
func shellEnd() string { return "<script>" + script() + "</script>\n</body>\n</html>\n" }
