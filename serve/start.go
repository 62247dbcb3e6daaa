package serve

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"net/http"

	"shuzheng/export"
	"shuzheng/policy"
)

//go:embed web strings.tsv
var files embed.FS

// What the start page has of its own.
var (
	startStyle  = own("web/start.css")
	startScript = "(() => {\n'use strict';\n" + own("web/start.js") + "})();\n"
	startFrame  = own("web/start.html")
	startWords  = wordings(own("strings.tsv"))
)

// own is one of our own files; it is there, or no test passes.
func own(name string) string {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// wordings reads strings.tsv: by language and key.
func wordings(tsv string) map[export.Lang]map[string]string {
	words := map[export.Lang]map[string]string{export.Chinese: {}, export.English: {}}
	for n, c := range policy.Cells("strings.tsv", tsv, 3) {
		if c[1] == "" || c[2] == "" || words[export.Chinese][c[0]] != "" {
			panic(fmt.Sprintf("strings.tsv:%d: a key, Chinese and English, once", n))
		}
		words[export.Chinese][c[0]], words[export.English][c[0]] = c[1], c[2]
	}
	return words
}

// startPolicy lets the start page run its own script and ask this server, nothing else.
var startPolicy = "default-src 'none'; script-src '" + hashOf(startScript) + "'; style-src '" + hashOf(startStyle) +
	"'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// startData is what the script of the start page is told.
type startData struct {
	Lang      export.Lang       `json:"lang"`
	Strings   map[string]string `json:"strings"`
	Version   string            `json:"version"`
	Folder    bool              `json:"folder"`
	Documents []entry           `json:"documents"`
	Partial   bool              `json:"partial"`
	Max       int64             `json:"max"`  // bytes of a file
	Keep      int               `json:"keep"` // seconds
	Large     problem           `json:"large"`
}

// start answers with the start page.
func (s *Server) start(w http.ResponseWriter, r *http.Request) {
	list, partial, err := s.entries()
	if err != nil {
		fail(w, http.StatusInternalServerError, folderProblem(err))
		return
	}
	lang := s.lang(r)
	data, err := json.Marshal(&startData{lang, startWords[lang], s.opt.Version, s.folder != nil, list, partial, s.opt.MaxBytes, int(s.opt.Keep.Seconds()), s.tooLarge()})
	if err != nil {
		panic(err) // numbers and strings always have a JSON form; < stands escaped in it
	}
	tag := map[export.Lang]string{export.Chinese: "zh-CN", export.English: "en"}[lang]
	w.Header().Set("Content-Security-Policy", startPolicy)
	reply(w, http.StatusOK, "text/html; charset=utf-8", fmt.Appendf(nil, `<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%s</title>
<link rel="icon" href="data:,">
<style>%s</style>
</head>
%s<noscript><p>%s</p></noscript>
<script type="application/json" id="data">%s</script>
<script>%s</script>
</body>
</html>
`, tag, html.EscapeString(startWords[lang]["page"]), startStyle, startFrame, html.EscapeString(startWords[lang]["noscript"]), data, startScript))
}
