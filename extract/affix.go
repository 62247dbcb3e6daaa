package extract

import "shuzheng/policy"

func startsIn(s string, words ...string) bool    { return policy.BeginsAny(s, words...) }
func endsIn(s string, words ...string) bool      { return policy.EndsAny(s, words...) }
func containsAny(s string, words ...string) bool { return policy.HoldsAny(s, words...) }

func upTo(s string, n int) string { return s[:min(n, len(s))] }
