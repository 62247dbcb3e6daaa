package policy

// A DifferenceKind says what became of a figure between two versions.
type DifferenceKind string

// The kinds of differences.
const (
	Added     DifferenceKind = "added"     // stated in the second only
	Removed   DifferenceKind = "removed"   // stated in the first only
	Changed   DifferenceKind = "changed"   // the same statement with something else in it
	Unchanged DifferenceKind = "unchanged" // the same statement, wherever it stands
)

// A Difference holds a figure of one version against the same statement in another.
type Difference struct {
	Kind     DifferenceKind
	A, B     int           // indices into Figures of the two documents; -1 where there is none
	Fields   []FieldChange // of Changed: at least one, in the order of the figure's fields
	Moved    bool          // the statement stands before or behind others than it did
	Reworded bool          // its sentence, or its row of a table, reads otherwise
}

// A FieldChange is one field of a statement that says something else.
type FieldChange struct {
	Name     string // value, value_high, unit, comparator, status … as in the JSON
	Old, New string // codes and decimals as in Figure; "" for none
}

// A Comparison holds two versions of a document against each other. A or B is nil
// where the document is in one of two runs only.
type Comparison struct {
	A, B        *Document
	Differences []Difference // in the order of B; what was removed stands where it stood
}

// Count is the number of differences of a kind.
func (c *Comparison) Count(kind DifferenceKind) (n int) {
	for i := range c.Differences {
		if c.Differences[i].Kind == kind {
			n++
		}
	}
	return n
}
