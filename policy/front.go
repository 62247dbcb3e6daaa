package policy

import "strings"

// frontKeys are what collectors of pages note of a text in lines at its head.
var frontKeys = [...]string{"title", "date", "author", "source", "url", "link", "tags", "category", "categories", "description"}

// FrontKey is the key of such a line, "" if s is none: date of "date: Tue, 09 Aug 2022".
func FrontKey(s string) string {
	for _, key := range frontKeys {
		if rest, ok := strings.CutPrefix(s, key); ok && strings.HasPrefix(rest, ":") {
			return key
		}
	}
	return ""
}

// FrontValue is what stands behind the key, without quotation marks around it.
func FrontValue(s string) string {
	_, value, _ := strings.Cut(s, ":")
	return strings.Trim(value, " \t\r\n\"'`")
}
