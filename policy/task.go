package policy

// A Task is a piece of work with the organs that answer for it, as a list of
// 牵头单位 and 责任单位 behind a section or a measure gives them.
type Task struct {
	Span        Span   // of the list of organs, in Content
	Task        string // the section or the measure that the list closes
	TaskSpan    Span   // where the task's words stand, in Content; empty where they do not
	Section     int    // ID of the enclosing Heading, -1 if none
	Lead        []Organ
	Responsible []Organ // those that support (配合) too
}

// A Role is the part an organ takes in a Task.
type Role string

// The roles of organs.
const (
	Leads   Role = "lead"        // 牵头
	Answers Role = "responsible" // 责任
	Helps   Role = "support"     // 配合, 参与
)

// An Organ is one body of such a list.
type Organ struct {
	Name string // with the short forms and brackets of the list resolved: 各县〔市、区〕人民政府
	Role Role
	Span Span // in Content
}

// A Reference is a document that the text cites: 《…》 with its number, either alone.
type Reference struct {
	Title     string // without the marks 《》
	DocNumber string // 国发〔2021〕4号
	Span      Span   // of title and number, in Content
}
