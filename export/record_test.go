package export

import (
	"fmt"
	"strings"
	"testing"

	"shuzheng/policy"
)

// dutiesDocument is a text with two tasks and four references.
func dutiesDocument(t testing.TB) *policy.Document {
	b := newBuilder(t, "分工.txt", "一、重点任务\n（一）建设平台\n建成平台。（市科技局牵头，市财政局配合）\n（二）扩大开放\n按照《青禾办法》（青政发〔2021〕3号）执行。（责任单位：市财政局、市商务局）\n"+
		"依据《青禾办法》和临政发〔2020〕1号，再按\n青政发〔2021〕3号办理。\n")
	h := b.block(policy.Heading, 1, -1, "一、重点任务")
	h1 := b.block(policy.Heading, 2, h, "（一）建设平台")
	b.block(policy.Paragraph, 0, h1, "建成平台。（市科技局牵头，市财政局配合）")
	organ := func(name string, role policy.Role) policy.Organ {
		return policy.Organ{Name: name, Role: role, Span: b.find(name)}
	}
	b.doc.Tasks = []policy.Task{{Span: b.find("（市科技局牵头，市财政局配合）"), Task: "（一）建设平台", TaskSpan: b.doc.Blocks[h1].Span, Section: h1}}
	b.at = b.doc.Tasks[0].Span.Start
	b.doc.Tasks[0].Lead = []policy.Organ{organ("市科技局", policy.Leads)}
	b.doc.Tasks[0].Responsible = []policy.Organ{organ("市财政局", policy.Helps)}
	h2 := b.block(policy.Heading, 2, h, "（二）扩大开放")
	p := b.block(policy.Paragraph, 0, h2, "按照《青禾办法》（青政发〔2021〕3号）执行。（责任单位：市财政局、市商务局）")
	b.doc.References = []policy.Reference{{Title: "青禾办法", DocNumber: "青政发〔2021〕3号", Span: b.find("《青禾办法》（青政发〔2021〕3号）")}}
	b.at = b.doc.Blocks[p].Span.Start
	task := policy.Task{Task: "按照《青禾办法》执行", TaskSpan: b.find("按照《青禾办法》（青政发〔2021〕3号）执行"), Section: h2, Span: b.find("（责任单位：市财政局、市商务局）")}
	b.at = task.Span.Start
	task.Responsible = []policy.Organ{organ("市财政局", policy.Answers), organ("市商务局", policy.Answers)}
	b.doc.Tasks = append(b.doc.Tasks, task)
	b.block(policy.Paragraph, 0, h2, "依据《青禾办法》和临政发〔2020〕1号，再按\n青政发〔2021〕3号办理。")
	b.doc.References = append(b.doc.References, policy.Reference{Title: "青禾办法", Span: b.find("《青禾办法》")},
		policy.Reference{DocNumber: "临政发〔2020〕1号", Span: b.find("临政发〔2020〕1号")}, policy.Reference{DocNumber: "青政发〔2021〕3号", Span: b.find("青政发〔2021〕3号")})
	return b.doc
}

func TestWorkbookTasks(t *testing.T) {
	sheets := readWorkbook(t, write(t, NewWorkbook(Options{}), planDocument(t), dutiesDocument(t)))
	s := sheetOf(t, sheets, "任务分工")
	for cell, want := range map[string]string{
		"C1": "任务", "F1": "市财政局", "G1": "市科技局", "H1": "市商务局", "I1": "",
		"A2": "1", "B2": "分工.txt", "C2": "（一）建设平台", "D2": "一、重点任务", "E2": "3", "F2": "配合", "G2": "牵头", "H2": "",
		"C3": "按照《青禾办法》执行", "D3": "一、重点任务 › （二）扩大开放", "F3": "责任", "G3": "", "H3": "责任",
	} {
		if got := s.text[cell]; got != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
	if s = sheetOf(t, readWorkbook(t, write(t, NewWorkbook(Options{Lang: English}), dutiesDocument(t))), "Tasks"); s.text["G2"] != "leads" {
		t.Errorf("%q", s.text["G2"])
	}
}

// A workbook written twice, and again after another document, tells all each time.
func TestWorkbookTasksTwice(t *testing.T) {
	w := NewWorkbook(Options{})
	defer w.Close()
	for n := range 3 {
		if n < 2 {
			if err := w.Add(dutiesDocument(t)); err != nil {
				t.Fatal(err)
			}
		}
		var b strings.Builder
		if _, err := w.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		if got, want := sheetOf(t, readWorkbook(t, []byte(b.String())), "任务分工").rows, 1+2*min(n+1, 2); got != want {
			t.Errorf("written %d times: %d rows, want %d", n+1, got, want)
		}
	}
}

// Organs beyond the columns there are stand in the last one by name.
func TestWorkbookManyOrgans(t *testing.T) {
	d := dutiesDocument(t)
	k := &d.Tasks[0]
	for i := range mostOrgans {
		k.Responsible = append(k.Responsible, policy.Organ{Name: fmt.Sprint("局", i), Role: policy.Answers, Span: k.Span})
	}
	s := sheetOf(t, readWorkbook(t, write(t, NewWorkbook(Options{}), d)), "任务分工")
	last := columnName(len(taskColumns) + mostOrgans)
	if s.text[last+"1"] != "其他" || !strings.HasPrefix(s.text[last+"2"], "局198（责任）、局199（责任）") || s.text["F2"] != "配合" {
		t.Errorf("%s: %q, %q; F2 %q", last, s.text[last+"1"], s.text[last+"2"], s.text["F2"])
	}
}

func TestWorkbookReferences(t *testing.T) {
	s := sheetOf(t, readWorkbook(t, write(t, NewWorkbook(Options{}), dutiesDocument(t))), "引用")
	for cell, want := range map[string]string{
		"B2": "青禾办法", "C2": "青政发〔2021〕3号", "D2": "3", "E2": "按照《青禾办法》（青政发〔2021〕3号）执行。", "F2": "5",
		"B3": "", "C3": "临政发〔2020〕1号", "D3": "1", "B4": "",
	} {
		if got := s.text[cell]; got != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
}
