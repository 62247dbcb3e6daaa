package policy

// An Origin knows where the base of a Document's Content lies in its file, where
// that base is not simply the bytes of the Source: a package of parts, a page of
// placed characters. Readers of such formats lay what they read end to end into
// one base and keep the way back here.
type Origin interface {
	// Place finds a range of the base. A range over several parts or pages is
	// where it begins.
	Place(base Span) Place
}

// A Place is a stretch of a file as its users can find it.
type Place struct {
	Part   string // member of a packaged file, stream or sheet; "" for the file itself
	Span   Span   // bytes of that part; empty where the format has no such places
	Cell   string // of a sheet: B7; else ""
	Stored string // the number as the cell stores it, where what it displays says less
	Page   int    // from 1; 0 for a format without pages
	Box    Rect   // on the page
}

// A Rect is a rectangle on a page: points (1/72 inch) from its top left corner.
type Rect struct {
	Left, Top, Right, Bottom float64
}

// Place finds a range of the Content in the document's file.
func (d *Document) Place(at Span) Place {
	base := d.Content.Span(at.Start, at.End)
	if d.Origin == nil {
		return Place{Span: base}
	}
	return d.Origin.Place(base)
}
