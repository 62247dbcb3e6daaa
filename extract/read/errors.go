package read

// An Error says why a file could not be read: what it is or what was tried, and
// what to do next, in Chinese and in English.
type Error struct {
	Zh, En string
}

// Error gives the Chinese wording.
func (e *Error) Error() string { return e.Zh }
