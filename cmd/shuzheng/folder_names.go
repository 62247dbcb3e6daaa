package main

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"shuzheng/batch"
)

// workbookName is the file over all documents of a folder.
const workbookName = "shuzheng.xlsx"

// jsonNames gives each input its file in an output folder. The names repeat the
// inputs' folders, never leave the output folder, and differ in more than case:
// a.txt and A.TXT are one file on some disks.
func jsonNames(inputs []input) map[string]string {
	names, taken := make(map[string]string, len(inputs)), map[string]bool{workbookName: true, batch.Manifest: true}
	for _, in := range inputs {
		name := within(in.name)
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if taken[strings.ToLower(dir)] { // a file stands where the folder would: a.txt and a.txt.json/b.txt
				name = strings.ReplaceAll(name, "/", "_")
				break
			}
		}
		for n := 1; ; n++ {
			full := name + ".json"
			if n > 1 {
				full = fmt.Sprintf("%s-%d.json", name, n)
			}
			if key := strings.ToLower(full); !taken[key] {
				taken[key], names[in.path] = true, full
				break
			}
		}
	}
	return names
}

// nameBytes is how much of a file name is kept: file systems allow 255 bytes,
// and -2.json has to follow.
const nameBytes = 230

// within makes name safe below a folder: no .., no root, no part too long or
// with characters that some file system refuses.
func within(name string) string {
	parts := strings.Split(path.Clean("/" + name)[1:], "/")
	for i, part := range parts {
		part = strings.Map(func(r rune) rune {
			if r < ' ' || r == utf8.RuneError || strings.ContainsRune(`<>:"\|?*`, r) {
				return '_'
			}
			return r
		}, part)
		for len(part) > nameBytes {
			_, n := utf8.DecodeLastRuneInString(part)
			part = part[:len(part)-n]
		}
		parts[i] = part
	}
	if parts[len(parts)-1] == "" {
		parts[len(parts)-1] = "document"
	}
	return strings.Join(parts, "/")
}
