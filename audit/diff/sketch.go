package diff

import (
	"cmp"
	"path"
	"strings"
	"unicode"

	"shuzheng/policy"
)

// A Sketch is enough of a document to find another version of it.
type Sketch struct {
	SHA256 string
	least  [sketchSize]uint32 // of its grams in as many orders
}

// sketchSize is how many samples a sketch has: the likeness is known to a few parts of
// a hundred.
const sketchSize = 64

// SketchOf samples the wording of a document: 64 of its runs of three characters, digits and white
// space left out.
func SketchOf(doc *policy.Document) Sketch {
	s := Sketch{SHA256: doc.Source.SHA256}
	for i := range s.least {
		s.least[i] = ^uint32(0)
	}
	var gram [3]rune
	for _, r := range doc.Content.String() {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			continue
		}
		gram = [3]rune{gram[1], gram[2], r}
		h := mix(mix(mix(uint32(gram[0]))+uint32(gram[1])) + uint32(gram[2]))
		for i := range s.least {
			s.least[i] = min(s.least[i], h*(2*uint32(i)+1)^h>>15) // odd factors: each another order
		}
	}
	return s
}

// common is how many of a hundred samples two sketches share.
func (s *Sketch) common(t *Sketch) int {
	n := 0
	for i := range s.least {
		if s.least[i] == t.least[i] {
			n++
		}
	}
	return n * 100 / sketchSize
}

// Pairs are documents that belong together, by index, in the order of the first run.
type Pairs struct {
	Both         [][2]int
	OnlyA, OnlyB []int
}

// ByName pairs documents by their names: the same path, else the same name in
// whatever folder, else the same name with another ending, each where it is the only
// one. Two runs of one document each are one pair.
func ByName(a, b []string) Pairs {
	if len(a) == 1 && len(b) == 1 {
		return Pairs{Both: [][2]int{{0, 0}}}
	}
	p := newPairing(len(a), len(b))
	for _, part := range []func(string) string{path.Clean, path.Base, stem} {
		p.unique(func(i int) string { return part(a[i]) }, func(j int) string { return part(b[j]) })
	}
	return p.pairs()
}

// stem is the name of a file without folder and ending.
func stem(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

// BySketch pairs documents by what is in them: the same bytes, else the likest text
// if two fifths of it are the same.
func BySketch(a, b []Sketch) Pairs {
	p := newPairing(len(a), len(b))
	p.unique(func(i int) string { return a[i].SHA256 }, func(j int) string { return b[j].SHA256 })
	type candidate struct{ i, j, like int }
	var all []candidate
	seen := map[[2]int]bool{}
	for band := 0; band < sketchSize; band += 2 {
		where := map[[2]uint32][]int{}
		for j := range b {
			k := [2]uint32(b[j].least[band:])
			if p.toA[j] < 0 && len(where[k]) < 64 {
				where[k] = append(where[k], j)
			}
		}
		for i := range a {
			for _, j := range where[[2]uint32(a[i].least[band:])] {
				if at := [2]int{i, j}; p.toB[i] < 0 && !seen[at] {
					seen[at] = true
					if like := a[i].common(&b[j]); like >= 25 { // of all grams of both
						all = append(all, candidate{i, j, like})
					}
				}
			}
		}
	}
	policy.Sort(all, func(s, t candidate) int { return cmp.Or(t.like-s.like, s.i-t.i, s.j-t.j) })
	for _, c := range all {
		if p.toB[c.i] < 0 && p.toA[c.j] < 0 {
			p.toB[c.i], p.toA[c.j] = c.j, c.i
		}
	}
	return p.pairs()
}

// A pairing is who goes with whom so far, -1 for nobody yet.
type pairing struct{ toB, toA []int }

func newPairing(a, b int) *pairing { return &pairing{none(a), none(b)} }

// unique pairs those that alone have the same key; an empty one is none.
func (p *pairing) unique(keyA, keyB func(int) string) {
	inA, inB := alone(p.toB, keyA), alone(p.toA, keyB)
	for i := range p.toB {
		if p.toB[i] >= 0 || keyA(i) == "" || inA[keyA(i)] != i {
			continue
		}
		if j, ok := inB[keyA(i)]; ok && j >= 0 {
			p.toB[i], p.toA[j] = j, i
		}
	}
}

// alone gives the only free index of each key, -1 where there are several.
func alone(partner []int, key func(int) string) map[string]int {
	at := map[string]int{}
	for i, taken := range partner {
		if taken < 0 {
			if _, twice := at[key(i)]; twice {
				at[key(i)] = -1
			} else {
				at[key(i)] = i
			}
		}
	}
	return at
}

func (p *pairing) pairs() (out Pairs) {
	for i, j := range p.toB {
		if j >= 0 {
			out.Both = append(out.Both, [2]int{i, j})
		} else {
			out.OnlyA = append(out.OnlyA, i)
		}
	}
	for j, i := range p.toA {
		if i < 0 {
			out.OnlyB = append(out.OnlyB, j)
		}
	}
	return out
}
