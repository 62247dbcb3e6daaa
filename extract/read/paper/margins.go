package paper

import "slices"

// margins sets the margins and the pitch of the lines of one column: where most of
// its wider lines begin and end. Lines in a box have margins of their own.
func margins(items []item) {
	byFrame := map[int][]*line{}
	for i := range items {
		if x := items[i].line; x != nil {
			byFrame[x.framed] = append(byFrame[x.framed], x)
		}
	}
	for _, lines := range byFrame { // each on its own: the order does not show
		setMargins(lines)
	}
}

func setMargins(lines []*line) {
	all := lines[0].Box
	for _, x := range lines {
		all = all.With(x.Box)
	}
	var lefts, rights, steps []float32
	for i, x := range lines {
		if x.width() >= 0.5*all.width() {
			lefts, rights = append(lefts, x.Left), append(rights, x.Right)
		}
		if i > 0 {
			steps = append(steps, x.base-lines[i-1].base)
		}
	}
	left, right := all.Left, all.Right
	if len(lefts) > 0 {
		left, right = low(lefts), -low(negated(rights))
	}
	pitch := float32(0)
	if len(steps) > 0 {
		slices.Sort(steps)
		pitch = steps[(len(steps)-1)/2]
	}
	for _, x := range lines {
		x.left, x.right, x.pitch = left, right, max(pitch, x.size)
	}
}

// low is a low value of v: the tenth part lies below it, as marks that hang out of
// the margin do.
func low(v []float32) float32 {
	slices.Sort(v)
	return v[len(v)/10]
}

func negated(v []float32) []float32 {
	for i := range v {
		v[i] = -v[i]
	}
	return v
}
