package read

import (
	"shuzheng/policy"
)

// page is a web page. Its Content is the wording of its blocks in reading order,
// one line feed between two blocks; a table is a block with a line for each of
// its rows and a tab between two columns. Site chrome is kept as boilerplate.
func page(src *policy.Source, d decoded) (*policy.Document, error) {
	tree, err := parseHTML(d.text.String())
	if err != nil {
		return nil, err
	}
	doc := &policy.Document{Source: src, Metadata: tree.metadata()}
	mains, whole := tree.mains()
	b := &builder{doc: doc, mains: mains, whole: whole}
	b.writer = writer{d: tree, out: d.text.Edit()}
	b.walk(tree.root, place{kind: policy.Boilerplate})
	b.strays(len(tree.pieces), place{kind: policy.Paragraph})
	b.endLine()
	doc.Content = b.out.Cut()
	b.fill()
	markTitle(doc)
	markBylines(doc)
	for _, r := range d.damage {
		at := policy.Span{Start: doc.Content.Offset(d.text.Span(r.at.Start, r.at.End).Start), End: doc.Content.Offset(d.text.Span(r.at.Start, r.at.End).End)}
		doc.Report(policy.Span{Start: at.Start, End: max(at.Start, at.End)}, r.what)
	}
	if tree.flat {
		doc.Report(policy.Span{}, "网页嵌套过深（超过 512 层），只保留了段落和标题，表格按段落读取")
	}
	if len(doc.Blocks) == 0 {
		return nil, &Error{"网页里没有文字（可能由脚本生成）；请在浏览器中打开后另存再读", "the web page holds no text (scripts may make it); open it in a browser and save it from there"}
	}
	return doc, nil
}

// fill gives the blocks and cells their Text, once the Content is whole.
func (b *builder) fill() {
	doc, s := b.doc, b.doc.Content.String()
	for i := range doc.Blocks {
		at := doc.Blocks[i].Span
		doc.Blocks[i].Text = policy.Plain(s[at.Start:at.End], at.Start)
	}
	for i := range doc.Tables {
		t := &doc.Tables[i]
		for k := range t.Cells {
			t.Cells[k].Text = cellText(s, t.Cells[k].Span)
		}
		countHeaders(t)
	}
}
