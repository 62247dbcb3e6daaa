package paper

import "slices"

// fitting are the tables that the document still has room for.
func (l *layer) fitting(ts []*ruled) []*ruled {
	if l.busy {
		return nil
	}
	for i, t := range ts {
		if l.room -= t.rows() * t.cols(); l.room < 0 {
			l.full = true
			return ts[:i]
		}
	}
	return ts
}

// smallest is the size of type in points below which nobody reads it.
const smallest = 3.5

// parted takes out what nobody sees: invisible type, unless it lies behind a picture
// of itself, and type too small to be read.
func parted(gs []glyph, picture bool) (seen, unseen []glyph) {
	for i := range gs {
		if gs[i].Size < smallest || gs[i].Blind && !picture {
			unseen = append(unseen, gs[i])
		} else {
			seen = append(seen, gs[i])
		}
	}
	return seen, unseen
}

// outside are the rules that belong to no table.
func outside(rules []Box, ts []*ruled) (out []Box) {
	for _, r := range rules {
		if !slices.ContainsFunc(ts, func(t *ruled) bool { return t.grown(touch).holds(r.midX(), r.midY()) }) {
			out = append(out, r)
		}
	}
	return out
}

// markHead marks the first line of the page where a line is drawn right under it
// across most of the text, as under running heads.
func (l *layer) markHead(rules []Box) {
	for i := range l.out {
		x := l.out[i].line
		if x == nil || x.high > 0.15 {
			return
		}
		for _, r := range rules {
			if r.height() < thinRule && r.Top >= x.base && r.Top-x.base < 1.2*x.size && r.width() > 0.5*float32(l.p.Width) {
				for k := range l.out[:i+1] {
					l.out[k].line.head = true
				}
				return
			}
		}
		if i == 2 {
			return
		}
	}
}

// thinRule is how thick a line is at most.
const thinRule = 3
