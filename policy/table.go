package policy

import (
	"fmt"
	"iter"
	"strings"
)

// Rows yields the rows of a table that people edit, with the numbers of their lines from 1:
// all but empty lines and remarks, which begin with #.
func Rows(tsv string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		n := 0
		for row := range strings.Lines(tsv) {
			n++
			if row = strings.TrimRight(row, "\r\n"); row != "" && row[0] != '#' && !yield(n, row) {
				return
			}
		}
	}
}

// Cells yields the rows of a table of the program's own, cut at tabs. It panics where a row
// has another number of columns.
func Cells(file, tsv string, columns int) iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) {
		for n, row := range Rows(tsv) {
			cells := strings.Split(row, "\t")
			if len(cells) != columns {
				panic(fmt.Sprintf("%s:%d: %d columns, want %d", file, n, len(cells), columns))
			}
			if !yield(n, cells) {
				return
			}
		}
	}
}

// A WordTable holds the words of a table by their class.
type WordTable map[string][]string

// Of gives the words of a class in the order of the table. It panics where the table has none.
func (t WordTable) Of(class string) []string {
	if len(t[class]) == 0 {
		panic(fmt.Sprintf("table of words: nothing of class %q", class))
	}
	return t[class]
}

// WordClasses reads a table of the program's own whose rows hold the name of a class and words of it, parted
// by blanks.
func WordClasses(file, tsv string) WordTable {
	words := WordTable{}
	for _, c := range Cells(file, tsv, 2) {
		words[c[0]] = append(words[c[0]], strings.Fields(c[1])...)
	}
	return words
}

// ByLast sorts things by the last Chinese character of their words, which word gives.
func ByLast[T any](things []T, word func(T) string) map[string][]T {
	by := map[string][]T{}
	for _, t := range things {
		w := word(t)
		last := w[len(w)-len("字"):]
		by[last] = append(by[last], t)
	}
	return by
}
