package read

// A docxStyle says what a style, or a paragraph of its own, asks for; the zero
// values of strings and unset numbers leave it to the style it is based on.
type docxStyle struct {
	name, basedOn string
	outline       int // 0 is the outermost, 9 body text; unset: -1
	numID         string
	level         int // of numbering; unset: -1
	centred       string
	raised        bool
	size          int    // of characters, in half points; unset: 0
	hidden        string // 1, 0 or unset
	resolved      bool
}

var unsetStyle = docxStyle{outline: -1, level: -1}

// docxStyles are the styles by their identifiers.
type docxStyles struct {
	by    map[string]*docxStyle
	usual string // the style of paragraphs that name none
}

// maxBased is how many styles may be based on one another.
const maxBased = 30

// get is the style with what it takes over from those it is based on; the zero
// style for one that is not defined.
func (ss *docxStyles) get(id string) *docxStyle { return ss.resolve(id, 0) }

func (ss *docxStyles) resolve(id string, depth int) *docxStyle {
	s := ss.by[id]
	if s == nil || depth > maxBased {
		return &unsetStyle
	}
	if !s.resolved {
		s.resolved = true // first, so that a circle ends
		if s.basedOn != "" {
			s.inherit(ss.resolve(s.basedOn, depth+1))
		}
	}
	return s
}

// inherit fills in what s leaves open.
func (s *docxStyle) inherit(from *docxStyle) {
	if s.outline < 0 {
		s.outline = from.outline
	}
	if s.numID == "" {
		s.numID = from.numID
	}
	if s.level < 0 {
		s.level = from.level
	}
	if s.centred == "" {
		s.centred = from.centred
	}
	if s.hidden == "" {
		s.hidden = from.hidden
	}
	if s.size == 0 {
		s.size = from.size
	}
	s.raised = s.raised || from.raised
}
