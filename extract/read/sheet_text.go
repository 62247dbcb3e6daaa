package read

import "shuzheng/policy"

// plainText is wording that stands for no bytes of the file.
func plainText(s string) policy.Text { return policy.Plain(s, 0) }
