package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// neighbours reads a numeral that leaves open which of two digits it means as the range that it is: 两三千元,
// 十七八个. What only tells which ones are meant is none: 三四线城市, 一二级.
func (c *context) neighbours(n normalize.Numeral) (mark, bool) {
	if n.Form != normalize.Han || n.To-n.From < len("三四") {
		return mark{}, false
	}
	low, high, ok := normalize.Neighbours(c.s[n.From:n.To])
	if !ok {
		return mark{}, false
	}
	q := c.quantityAt(n)
	q.value, q.valued = high, true
	ones := low.Cmp(normalize.Int(1)) == 0 && high.Cmp(normalize.Int(2)) == 0 // 一二次产业
	if q.unit.Name == "" || ones || c.beforeAny(n.Start, "第", "“") != "" || c.afterAny(n.End, "月", "季度") != "" || !c.countsForReal(n, q) {
		return mark{start: n.Start, end: n.End, as: policy.AsName}, true
	}
	f := c.figure(q)
	f.fig.Value, f.fig.ValueHigh, f.fig.Comparator = low.String(), high.String(), policy.Equal
	return f, true
}
