package read

import (
	"strings"

	"shuzheng/policy"
)

// plainText is wording that stands for no bytes of the file.
func plainText(s string) policy.Text { return policy.Plain(s, 0) }

// isBlank says whether s holds nothing that is seen.
func isBlank(s string) bool { return strings.TrimLeftFunc(s, isBlankRune) == "" }
