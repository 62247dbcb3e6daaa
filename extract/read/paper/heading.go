package paper

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// headings marks the headlines: larger than the text, in the middle or short, and no
// sentence.
func (b *book) headings(ps []piece) {
	var sizes []float32
	for i := range ps {
		if b.isHeading(&ps[i]) {
			sizes = append(sizes, half(ps[i].lines[0].size))
		}
	}
	slices.Sort(sizes)
	sizes = slices.Compact(sizes)
	for i := range ps {
		if b.isHeading(&ps[i]) {
			k, _ := slices.BinarySearch(sizes, half(ps[i].lines[0].size))
			ps[i].kind, ps[i].level = policy.Heading, min(len(sizes)-k, 6)
		}
	}
}

// isHeading says whether p is a headline. A letterhead (…文件) is none.
func (b *book) isHeading(p *piece) bool {
	if p.kind != policy.Paragraph || len(p.lines) > 4 {
		return false
	}
	n := 0
	for _, x := range p.lines {
		n += len(x.letters)
		if !b.isHeadline(x) || x.framed > 0 {
			return false
		}
	}
	last := p.lines[len(p.lines)-1]
	return n >= 2 && n <= 70 && !last.closed() && !strings.HasSuffix(last.str(), "文件") && p.lines[0].centred()
}
