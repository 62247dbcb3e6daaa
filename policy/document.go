package policy

// A Source is one file exactly as it was read.
type Source struct {
	Name      string // path as the user gave it, or path!member inside an archive
	MediaType string // text/plain, text/html …
	Charset   string // IANA name: utf-8, gb18030, utf-16le …
	Bytes     []byte // never modified
	Size      int    // bytes there were, where Bytes is not kept
	SHA256    string // of Bytes, lower-case hexadecimal
}

// Len is how many bytes the file has.
func (s *Source) Len() int {
	if s.Bytes == nil {
		return s.Size
	}
	return len(s.Bytes)
}

// A BlockKind says what part a Block plays in its document.
type BlockKind string

// The kinds of blocks, as the JSON writes them.
const (
	Title       BlockKind = "title"
	Heading     BlockKind = "heading"
	Paragraph   BlockKind = "paragraph"
	Caption     BlockKind = "caption"
	TableBlock  BlockKind = "table"
	Note        BlockKind = "note"
	Box         BlockKind = "box"
	Boilerplate BlockKind = "boilerplate"
)

// A Block is a stretch of a document that is read as one: a paragraph whose
// hard-wrapped lines are joined, a heading, a caption.
type Block struct {
	ID      int // index in Document.Blocks
	Kind    BlockKind
	Level   int  // depth of a Heading: 1 is the outermost, 0 for a title or label
	Span    Span // in Content
	Text    Text // the wording with line breaks joined and tags left out, based on Content
	Folded  Text // Text as normalize.Folded gave it once; of no length before
	Section int  // ID of the enclosing Heading (or Title), -1 if none
	Article int  // which article of the page the block belongs to, from 0
	Table   int  // index in Document.Tables for a TableBlock and for the Caption or Note of a table, else -1
}

// A Cell is one cell of a table's grid.
type Cell struct {
	Row, Col         int // from 0, header rows included
	RowSpan, ColSpan int // at least 1
	Header           bool
	Span             Span // in Content
	Text             Text // based on Content; inner line breaks joined
}

// A Table is a grid of cells with what stands around it.
type Table struct {
	ID         string // t1, t2 … in reading order
	Caption    string
	Unit       string // from 单位：万元 above the grid
	Note       string // 注：…
	Span       Span   // in Content: caption to note
	Rows, Cols int
	HeaderRows int
	HeaderCols int
	Cells      []Cell // by row, then column
	Section    int    // ID of the enclosing Heading, -1 if none
	Article    int
	Block      int // ID of its TableBlock
}

// A Value is one piece of metadata; Span is empty where it does not stand in the text.
type Value struct {
	Value string
	Span  Span
}

// A Document is what was read from one Source and what was found in it.
type Document struct {
	Source   *Source
	Content  Text   // the canonical text; its base is Source.Bytes unless Origin says more
	Origin   Origin // where the base lies in the file; nil: it is Source.Bytes
	Metadata map[string]Value
	Blocks   []Block
	Tables   []Table
	Figures  []Figure // in reading order

	Platforms  []Platform  // by first mention
	Tasks      []Task      // in reading order
	References []Reference // in reading order

	Numerals []Numeral // the ledger, in reading order
	Checks   []Check   // by place of the claim
	Problems []Problem

	Traditional bool // Content is in traditional characters, as normalize.Simplify found
}

// Sections lists the IDs of the headings that enclose block id, outermost first.
func (d *Document) Sections(id int) []int {
	var path []int
	for s := d.Blocks[id].Section; s >= 0; s = d.Blocks[s].Section {
		path = append(path, s)
	}
	for i, j := 0, len(path)-1; i < j; i, j = i+1, j-1 {
		path[i], path[j] = path[j], path[i]
	}
	return path
}

// A Problem is something in a document that was seen and not understood, or not
// read as it should have been.
type Problem struct {
	Span    Span // in Content
	Message string
}

// TablesByID gives the tables by their IDs.
func (d *Document) TablesByID() map[string]*Table {
	by := make(map[string]*Table, len(d.Tables))
	for i := range d.Tables {
		by[d.Tables[i].ID] = &d.Tables[i]
	}
	return by
}

// Report notes a problem at a place of the Content.
func (d *Document) Report(at Span, message string) {
	d.Problems = append(d.Problems, Problem{at, message})
}
