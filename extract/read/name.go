package read

import "unicode/utf8"

// FileName decodes the name of a file as an archive holds it: UTF-8, or else what
// Chinese systems write where an archive does not say.
func FileName(raw string) string {
	if utf8.ValidString(raw) {
		return raw
	}
	return byteString([]byte(raw))
}
