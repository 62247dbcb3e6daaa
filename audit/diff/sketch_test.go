package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"shuzheng/audit/diff"
)

func TestByName(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"规划.txt", "定稿.pdf", "规划.txt=定稿.pdf"}, // one each
		{"一/规划.txt 公报.txt", "公报.txt 一/规划.txt", "一/规划.txt=一/规划.txt 公报.txt=公报.txt"},
		{"旧/规划.txt 公报.txt", "规划.txt 新/公报.txt", "旧/规划.txt=规划.txt 公报.txt=新/公报.txt"},
		{"规划.docx 公报.txt", "规划.pdf 公报.html", "规划.docx=规划.pdf 公报.txt=公报.html"},
		{"一/a.txt 二/a.txt", "三/a.txt b.txt", "-一/a.txt -二/a.txt +三/a.txt +b.txt"}, // which one?
		{"a.txt b.txt", "c.txt", "-a.txt -b.txt +c.txt"},
	} {
		a, b := strings.Fields(c.a), strings.Fields(c.b)
		if got := pairs(diff.ByName(a, b), a, b); got != c.want {
			t.Errorf("%s with %s: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func pairs(p diff.Pairs, a, b []string) string {
	var out []string
	for _, both := range p.Both {
		out = append(out, a[both[0]]+"="+b[both[1]])
	}
	for _, i := range p.OnlyA {
		out = append(out, "-"+a[i])
	}
	for _, j := range p.OnlyB {
		out = append(out, "+"+b[j])
	}
	return strings.Join(out, " ")
}

// Versions find each other among many documents, whatever their order.
func TestBySketch(t *testing.T) {
	text := func(i, version int) string {
		var b strings.Builder
		for k := range 40 {
			r := rune(0x4e00 + i*97 + k*13)
			if k%8 < version {
				r += 2000 // a part of it is written anew
			}
			fmt.Fprintf(&b, "%c%c县新修%c水渠%d公里。\n", r, r+5, r+9, 10+k+version)
		}
		return b.String()
	}
	var a, b []diff.Sketch
	const n = 50
	for i := range n {
		a = append(a, diff.SketchOf(extracted(t, text(i, 0))))
		b = append(b, diff.SketchOf(extracted(t, text(n-1-i, 1))))
	}
	b = append(b, diff.SketchOf(extracted(t, "青禾县气象台发布大风蓝色预警。")))
	got := diff.BySketch(a, b)
	if len(got.Both) != n || len(got.OnlyA) != 0 || !slices.Equal(got.OnlyB, []int{n}) {
		t.Fatalf("%d pairs, without partner %d and %v", len(got.Both), got.OnlyA, got.OnlyB)
	}
	for _, p := range got.Both {
		if p[1] != n-1-p[0] {
			t.Errorf("document %d goes with %d", p[0], p[1])
		}
	}
}
