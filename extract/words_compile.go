//go:build ignore

// This program writes words.dict from words.tsv: go generate ./extract. gse loads the
// words as well, and says what a word costs in its sums and that it takes each for one.
package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/go-ego/gse"
)

func main() {
	if err := compile("words.tsv", "words.dict"); err != nil {
		fmt.Fprintln(os.Stderr, "words_compile:", err)
		os.Exit(1)
	}
}

func compile(from, to string) error {
	tsv, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	words, lines, err := read(string(tsv))
	if err != nil {
		return err
	}
	seg := gse.Segmenter{NotLoadHMM: true, SkipLog: true}
	if err := seg.LoadDictStr(lines); err != nil {
		return err
	}
	if seg.Dict.NumTokens() != len(words) {
		return fmt.Errorf("gse knows %d words of %d", seg.Dict.NumTokens(), len(words))
	}
	for _, w := range words {
		if cut := seg.Segment([]byte(w)); len(cut) != 1 {
			return fmt.Errorf("gse cuts %s", w)
		}
	}
	distance := float32(math.Log2(seg.Dict.TotalFreq())) - float32(math.Log2(weight))
	return os.WriteFile(to, encode(words, distance), 0o666)
}

// weight is how often each word is said to occur. It is the same for all: the fewest
// words win.
const weight = 100

// read lists the words of words.tsv, and writes them as gse's dictionaries have them.
func read(tsv string) (words []string, lines string, err error) {
	var b strings.Builder
	seen := map[string]bool{}
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		tag, list, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, "", fmt.Errorf("no tab in: %s", line)
		}
		for _, w := range strings.Fields(list) {
			if len(w) > 3 && !seen[w] {
				seen[w] = true
				words = append(words, w)
				fmt.Fprintf(&b, "%s %d %s\n", w, weight, tag)
			}
		}
	}
	return words, b.String(), nil
}

// encode lays the words out as words.go has it.
func encode(words []string, distance float32) []byte {
	const groups = 1 << 12
	under := make([][]string, groups)
	for _, w := range words {
		h := hash(w)
		under[h] = append(under[h], w)
	}
	out := binary.LittleEndian.AppendUint32(nil, math.Float32bits(distance))
	out = append(out, make([]byte, 2*groups)...)
	out = append(out, joins(words)...)
	for h, list := range under {
		if list == nil {
			continue
		}
		if len(out) > math.MaxUint16 {
			panic("words.tsv: too many words for places of two bytes")
		}
		binary.LittleEndian.PutUint16(out[4+2*h:], uint16(len(out)))
		slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
		for _, w := range list {
			out = append(append(out, byte(len(w))), w...)
		}
		out = append(out, 0)
	}
	return out
}

// joins has a bit for each hash of two characters that stand side by side in a word.
func joins(words []string) []byte {
	out := make([]byte, 1<<16/8)
	for _, w := range words {
		r := []rune(w)
		for k := 1; k < len(r); k++ {
			h := joinHash(r[k-1], r[k])
			out[h>>3] |= 1 << (h & 7)
		}
	}
	return out
}

// hash is pairHash of words.go.
func hash(w string) uint16 {
	r := []rune(w)
	return joinHash(r[0], r[1]) >> 4
}

// joinHash is that of words.go.
func joinHash(a, b rune) uint16 { return (uint16(a)*0x9E35 + uint16(b)) * 0x9E3D }
