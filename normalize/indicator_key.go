package normalize

// IndicatorKey is the name of an indicator in one form, so that names which say the
// same are equal: 高新技术企业数 and 全市高新技术企业 are. The name of a change may tell
// that it is one (工业增加值增速). It is "" for what is too long to be a name.
func IndicatorKey(name string, change bool) string {
	if len(name) > maxConceptName {
		return ""
	}
	w := conceptFolding()
	var room [maxConceptName]byte
	key := w.fold(room[:0], name)
	if change {
		key, _ = w.trimGrowth(key)
	}
	for range maxStarts {
		rest, more := w.trimStart(key)
		if !more {
			break
		}
		key = rest
	}
	return sharedWith(name, w.trimEnd(key))
}

// sharedWith is key as a string, in most cases a part of name.
func sharedWith(name string, key []byte) string {
	if n := len(name) - len(key); n >= 0 {
		if s := name[:len(key)]; s == string(key) {
			return s
		}
		if s := name[n:]; s == string(key) {
			return s
		}
	}
	return string(key)
}
