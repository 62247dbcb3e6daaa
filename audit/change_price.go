package audit

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// priced are words in the names of what grows at constant prices in statistics, so that
// the levels, at current prices, need not give the growth; surveyed those whose growth
// is of the same firms or projects, so that the levels need not give it either.
var (
	priced   = newWordList("生产总值", "GDP", "增加值", "总产值", "劳动生产率")
	surveyed = newWordList(wordClasses.Of("surveyed")...)
)

// maxPriceChange is how far prices may carry growth and levels apart within a year, as
// a share: the deflator of the whole economy has kept within it for long.
const maxPriceChange = 5

// prices leaves a growth unchecked that may well be one at other prices or of other firms.
func (c *checker) prices(k *policy.Check, f, now, then *fact) {
	if surveyed.in(now.Indicator) {
		k.Result, k.Reason = policy.Unchecked, reason(k.Kind, "coverage")
		return
	}
	if !priced.in(now.Indicator) {
		return
	}
	k.Reason = reason(k.Kind, "prices")
	wide := band{lo: normalize.Int(100 - maxPriceChange).Shift(-2), hi: normalize.Int(100 + maxPriceChange).Shift(-2)}
	if then.band().mul(f.percent()).mul(wide).meets(now.band()) {
		k.Result = policy.Unchecked
	}
}
