package export

import "shuzheng/policy"

// check writes a check; start and end are the place of its claim.
func (w *jsonWriter) check(c *policy.Check) {
	w.str(`{"id":`, c.ID)
	w.code(`,"kind":"`, string(c.Kind))
	w.code(`,"result":"`, string(c.Result))
	w.content(`,"claim":`, c.Claim)
	w.span(`,"start":`, c.Claim)
	w.opt(`,"stated":`, c.Stated)
	w.opt(`,"computed":`, c.Computed)
	w.strings(`,"figures":[`, c.Figures)
	w.opt(`,"explain":`, explainCheck(Chinese, c))
	w.raw(`}`)
}

// explainCheck words what a check found: "各部分之和与总数一致".
func explainCheck(lang Lang, c *policy.Check) string { return lang.word("reason", c.Reason) }
