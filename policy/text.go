package policy

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Text is a string in which every byte knows the stretch of an older text it
// stands for. Every stage that changes wording (decoding, leaving out tags,
// folding widths, joining lines) takes a Text and gives a Text, so a match in
// the last one still names its place in the first.
//
// The base of a document's Content is the bytes of its Source; the base of a
// Block's Text is that Content.
type Text struct {
	s    string
	at   int   // base offset of byte 0, where runs is nil
	runs []run // nil: s stands byte for byte at base offset at
}

// A run says where the text from byte out on came from. With units, every outUnit
// bytes stand for inUnit bytes of the base (1:1 for a copy, 3:2 for the Han
// characters of GB18030); without, the run stands as a whole for [in, end). Runs are
// many, so they are small: a text has less than 4 GB.
type run struct {
	out, in, end    uint32
	outUnit, inUnit uint8
}

// copied is the run of what stands for [in, end) byte for byte.
func copied(in, end int) run { return run{in: uint32(in), end: uint32(end), outUnit: 1, inUnit: 1} }

// whole is the run of what stands for w as a whole.
func whole(w Span) run { return run{in: uint32(w.Start), end: uint32(w.End)} }

// start is where in the base the unit begins that holds byte i of the text.
func (r *run) start(i int) int {
	n := i - int(r.out)
	switch {
	case r.outUnit == 0:
		n = 0
	case r.outUnit > 1 || r.inUnit > 1:
		n = n / int(r.outUnit) * int(r.inUnit)
	}
	return int(r.in) + n
}

// stop is where in the base the unit ends that holds byte j-1 of the text.
func (r *run) stop(j int) int {
	if r.outUnit == 0 {
		return int(r.end)
	}
	return r.start(j + int(r.outUnit) - 1)
}

// Plain is s standing byte for byte at base offset at.
func Plain(s string, at int) Text { return Text{s: s, at: at} }

// String is the wording.
func (t Text) String() string { return t.s }

// As is t with the wording s, whose bytes stand each for what the same byte of t stood for.
func (t Text) As(s string) Text {
	if len(s) != len(t.s) {
		panic("policy: As needs a wording of the same length")
	}
	t.s = s
	return t
}

// On is t with the wording of base wherever it has that of old, which stood in the same places: what
// stands for something else, as a blank for a line break does, stays.
func (t Text) On(old, base string) Text {
	out, changed := []byte(t.s), false
	take := func(out []byte, in int) {
		if end := in + len(out); end <= len(old) && string(out) == old[in:end] {
			changed = copy(out, base[in:end]) > 0 || changed
		}
	}
	if t.runs == nil {
		take(out, t.at)
	}
	for i := range t.runs {
		r, end := &t.runs[i], len(t.s)
		if i+1 < len(t.runs) {
			end = int(t.runs[i+1].out)
		}
		if r.outUnit == 1 && r.inUnit == 1 {
			take(out[r.out:end], int(r.in))
		}
	}
	if !changed {
		return t
	}
	return t.As(string(out))
}

// Len is the number of bytes of the wording.
func (t Text) Len() int { return len(t.s) }

// Stands says whether t is its base from byte 0 on, of n bytes, as it stands.
func (t Text) Stands(n int) bool { return t.runs == nil && t.at == 0 && len(t.s) == n }

// Plain says whether t is a part of its base as it stands, and from which byte on.
func (t Text) Plain() (at int, ok bool) { return t.at, t.runs == nil }

// runAt is the index of the run that holds byte i.
func (t Text) runAt(i int) int {
	k := 0
	for n := len(t.runs); n > 1; { // not sort.Search, which would call back: asked for every place of a figure
		half := n / 2
		k += WhereUpTo(int(t.runs[k+half].out), i, half)
		n -= half
	}
	return k
}

// WhereUpTo is n where x ≤ limit, else 0. A search by halves goes left or right by it without a
// branch, which no processor would foresee.
func WhereUpTo(x, limit, n int) int { return n & ((x - limit - 1) >> 63) }

// Span gives the range of the base that t.String()[i:j] stands for.
func (t Text) Span(i, j int) Span {
	if t.runs == nil {
		return Span{t.at + i, t.at + j}
	}
	if len(t.runs) == 0 {
		return Span{t.at, t.at}
	}
	k := t.runAt(i)
	a := &t.runs[k]
	if i == j {
		if i == len(t.s) {
			return Span{int(a.end), int(a.end)}
		}
		return Span{a.start(i), a.start(i)}
	}
	if k+1 == len(t.runs) || j <= int(t.runs[k+1].out) {
		return Span{a.start(i), a.stop(j)} // within a run, as most
	}
	return Span{a.start(i), t.runs[t.runAt(j-1)].stop(j)}
}

// Offset is the first byte of the wording that stands for base offset at or for
// what follows it; the length of the wording where there is none.
func (t Text) Offset(at int) int {
	if t.runs == nil {
		return min(max(at-t.at, 0), len(t.s))
	}
	k := 0
	for n := len(t.runs); n > 0; {
		half := (n + 1) / 2
		k += WhereUpTo(int(t.runs[k+half-1].end), at, half)
		n -= half
	}
	if k == len(t.runs) {
		return len(t.s)
	}
	r := &t.runs[k]
	if r.outUnit == 0 || at <= int(r.in) {
		return int(r.out)
	}
	return int(r.out) + (at-int(r.in))/int(r.inUnit)*int(r.outUnit)
}

// Slice is t.String()[i:j] with its origins.
func (t Text) Slice(i, j int) Text {
	if t.runs == nil {
		return Text{s: t.s[i:j], at: t.at + i}
	}
	e := Editor{from: t, at: i}
	e.Copy(j - i)
	return e.Cut()
}

// TrimSpace drops white space at both ends.
func (t Text) TrimSpace() Text {
	i := len(t.s) - len(strings.TrimLeft(t.s, " \t\r\n\u00a0\u3000\u200b\ufeff"))
	j := len(strings.TrimRight(t.s, " \t\r\n\u00a0\u3000\u200b\ufeff"))
	if j < i {
		j = i
	}
	return t.Slice(i, j)
}

// An Editor rewrites a Text from left to right.
type Editor struct {
	from Text
	at   int
	out  strings.Builder
	runs []run
}

// Edit starts rewriting t.
func (t Text) Edit() *Editor {
	e := &Editor{from: t}
	e.out.Grow(len(t.s)) // few edits make a text longer
	return e
}

// At is the byte of the text being rewritten that comes next.
func (e *Editor) At() int { return e.at }

// Grow makes room for n bytes of wording.
func (e *Editor) Grow(n int) { e.out.Grow(n) }

// GrowEdits makes room for n replacements.
func (e *Editor) GrowEdits(n int) { e.runs = slices.Grow(e.runs, len(e.from.runs)+2*n+1) }

// Len is the number of bytes written so far.
func (e *Editor) Len() int { return e.out.Len() }

// Copy keeps the next n bytes.
func (e *Editor) Copy(n int) {
	if e.from.runs == nil {
		if n > 0 {
			at := e.from.at + e.at
			e.push(copied(at, at+n), e.from.s[e.at:e.at+n])
		}
		e.at += n
		return
	}
	for stop := e.at + n; e.at < stop; {
		k := e.from.runAt(e.at)
		r, next := e.from.runs[k], len(e.from.s)
		if k+1 < len(e.from.runs) {
			next = int(e.from.runs[k+1].out)
		}
		m := min(next, stop) - e.at
		r.in, r.end = uint32(r.start(e.at)), uint32(r.stop(e.at+m))
		e.push(r, e.from.s[e.at:e.at+m])
		e.at += m
	}
}

// CopyTo keeps everything up to byte i of the text being rewritten.
func (e *Editor) CopyTo(i int) { e.Copy(i - e.at) }

// Replace turns the next n bytes into s; an empty s drops them.
func (e *Editor) Replace(n int, s string) {
	e.push(whole(e.from.Span(e.at, e.at+n)), s)
	e.at += n
}

// Skip moves to byte i of the text being rewritten, dropping what lies between.
func (e *Editor) Skip(i int) { e.at = i }

// Text copies what is left and gives the result.
func (e *Editor) Text() Text {
	e.Copy(len(e.from.s) - e.at)
	return e.Cut()
}

// Cut gives the result and drops what is left.
func (e *Editor) Cut() Text {
	runs := e.runs
	if len(runs) == 1 && runs[0].outUnit == 1 && runs[0].inUnit == 1 {
		return Plain(e.out.String(), int(runs[0].in)) // all of one piece
	}
	if runs == nil {
		runs = []run{}
	}
	return Text{s: e.out.String(), at: e.from.Span(e.at, e.at).Start, runs: runs}
}

func (e *Editor) push(r run, s string) {
	if s == "" {
		return
	}
	r.out = uint32(e.out.Len())
	if n := len(e.runs); n > 0 && r.follows(&e.runs[n-1]) {
		e.runs[n-1].end = r.end
	} else {
		e.runs = append(e.runs, r)
	}
	e.out.WriteString(s)
}

// follows says whether r goes on where p ends, in the same units.
func (r *run) follows(p *run) bool {
	return r.outUnit > 0 && r.outUnit == p.outUnit && r.inUnit == p.inUnit && p.end == r.in
}

// A Decoding writes the Text of a Source: every piece with the number of source
// bytes it was decoded from.
type Decoding struct {
	e  Editor
	in int
}

// Grow makes room for n bytes of wording.
func (d *Decoding) Grow(n int) { d.e.out.Grow(n) }

// Skip passes over n bytes of the source that mean nothing (a byte-order mark).
func (d *Decoding) Skip(n int) { d.in += n }

// Copy takes s as it stands in the source.
func (d *Decoding) Copy(s string) {
	d.e.push(copied(d.in, d.in+len(s)), s)
	d.in += len(s)
}

// Rune takes the character r, decoded from n bytes of the source.
func (d *Decoding) Rune(r rune, n int) {
	var buf [utf8.UTFMax]byte
	m := utf8.EncodeRune(buf[:], r)
	d.e.push(run{in: uint32(d.in), end: uint32(d.in + n), outUnit: uint8(m), inUnit: uint8(n)}, string(buf[:m]))
	d.in += n
}

// Text is the wording decoded so far; its base is the source's bytes.
func (d *Decoding) Text() Text { return d.e.Cut() }

// Join writes t and u one after the other; both must have the same base.
func (t Text) Join(u Text) Text {
	e := Editor{from: t}
	e.Copy(len(t.s))
	e.from, e.at = u, 0
	e.Copy(len(u.s))
	return e.Cut()
}

// JoinWith is Join with sep between, which stands for the gap between the two.
func (t Text) JoinWith(sep string, u Text) Text {
	e := Editor{from: t}
	e.Copy(len(t.s))
	gap := Span{t.Span(len(t.s), len(t.s)).Start, u.Span(0, 0).Start}
	gap.End = max(gap.End, gap.Start)
	e.push(whole(gap), sep)
	e.from, e.at = u, 0
	e.Copy(len(u.s))
	return e.Cut()
}
