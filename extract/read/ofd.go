package read

import (
	"bytes"
	"fmt"
	"strings"

	"shuzheng/extract/read/paper"
	"shuzheng/policy"
)

// OFD (GB/T 33190) is a ZIP package of XML parts: OFD.xml names the documents, a
// document its pages, templates and resources, a page the objects that are drawn on
// it. Lengths are millimetres from the top left corner.

const ofdType = "application/ofd"

func isOFD(b []byte) bool { return holdsMember(b, "OFD.xml") || holdsMember(b, "ofd.xml") }

// An ofd is a package on its way to pages.
type ofd struct {
	pack  *pack
	opt   Options
	texts map[string]*ofdPart // parts that were read
	out   paper.Builder
	pages int    // given to out
	why   string // of the last page without text
	title string

	// of the document that is being read
	root      string // its part
	box       []float64
	templates map[string]string  // TemplatePage ID → part
	units     map[string]ofdUnit // CompositeGraphicUnit ID → its content
	borrowed  int                // objects of resources that may still be drawn
}

// An ofdPart is a part as text.
type ofdPart struct {
	s     string
	exact bool // places in s are places in the part
}

// maxBorrowed bounds the objects of resources on all pages: they may draw one another.
const maxBorrowed = 300_000

// readOFD reads an OFD package.
func readOFD(src *policy.Source, opt Options) (*policy.Document, error) {
	p, err := openPack(src.Bytes, opt)
	if err != nil {
		return nil, err
	}
	d := &ofd{pack: p, opt: opt, texts: map[string]*ofdPart{}, borrowed: maxBorrowed}
	if err := d.bodies(); err != nil {
		return nil, err
	}
	if d.out.Empty() {
		return nil, d.nothing()
	}
	doc := d.out.Document(src)
	countAllHeaders(doc)
	if d.title != "" {
		doc.Metadata["title"] = policy.Value{Value: d.title}
	}
	return doc, nil
}

// nothing is why no text was found.
func (d *ofd) nothing() error {
	zh, en := "OFD 文件里没有文字", "the OFD file holds no text"
	if d.why != "" {
		zh += "：" + d.why
	}
	return &Error{zh + "；若是扫描件，请先做文字识别（OCR）", en + "; if it is a scan, recognise its text (OCR) first"}
}

// part reads a part once.
func (d *ofd) part(name string) (*ofdPart, error) {
	key := d.pack.own(name)
	if p := d.texts[key]; p != nil {
		return p, nil
	}
	b, err := d.pack.read(name)
	if err != nil {
		return nil, err
	}
	if len(b) > 0 && bytes.IndexByte(b[:min(len(b), 4096)], '<') < 0 {
		return nil, &Error{"OFD 文件已加密（" + name + " 读不出）；请先解密", "the OFD file is encrypted (" + name + " cannot be read); decrypt it first"}
	}
	text, exact, err := partText(b)
	if err != nil {
		return nil, err
	}
	p := &ofdPart{text, exact}
	d.texts[key] = p
	return p, nil
}

func (p *ofdPart) scan() *partScanner { return scanPart(p.s, 0) }

// bodies reads OFD.xml and the documents it names.
func (d *ofd) bodies() error {
	p, err := d.part("OFD.xml")
	if err != nil {
		return err
	}
	roots := d.roots(p.scan())
	if len(roots) == 0 {
		return &Error{"OFD.xml 里没有文档（DocRoot）；文件可能已损坏", "OFD.xml names no document (DocRoot); the file may be damaged"}
	}
	for _, root := range roots {
		if err := d.document(root); err != nil {
			return err
		}
	}
	return nil
}

// roots lists the documents of OFD.xml; of one with versions the current.
func (d *ofd) roots(x *partScanner) []string {
	var roots []string
	root := ""
	for {
		switch x.next() {
		case xmlEOF:
			return roots
		case xmlStart:
			switch x.name {
			case "DocRoot":
				root = resolvePart("", x.content())
			case "Title":
				if d.title == "" {
					d.title = strings.TrimSpace(x.content())
				}
			case "Version":
				if v := d.version(x); v != "" {
					root = v
				}
			}
		case xmlEnd:
			if x.name == "DocBody" && root != "" {
				roots, root = append(roots, root), ""
			}
		}
	}
}

// version is the document of a Version element, if it is the current one.
func (d *ofd) version(x *partScanner) string {
	if x.attr("Current") != "true" {
		return ""
	}
	name := resolvePart("", x.attr("BaseLoc"))
	p, err := d.part(name)
	if err != nil {
		return ""
	}
	for v := p.scan(); ; {
		switch v.next() {
		case xmlEOF:
			return ""
		case xmlStart:
			if v.name == "DocRoot" {
				if root := resolvePart(name, v.content()); d.pack.has(root) {
					return root
				}
				return ""
			}
		}
	}
}

// document reads Document.xml and its pages.
func (d *ofd) document(root string) error {
	p, err := d.part(root)
	if err != nil {
		return err
	}
	d.root, d.box, d.templates, d.units = root, []float64{0, 0, 210, 297}, map[string]string{}, map[string]ofdUnit{}
	var pages []string
	for x := p.scan(); ; {
		kind := x.next()
		if kind == xmlEOF {
			break
		}
		if kind != xmlStart {
			continue
		}
		switch x.name {
		case "PhysicalBox":
			d.box = ofdBox(x.content(), d.box)
		case "PublicRes", "DocumentRes":
			d.resources(resolvePart(root, x.content()))
		case "TemplatePage":
			d.templates[x.attr("ID")] = resolvePart(root, x.attr("BaseLoc"))
		case "Page":
			if loc := x.attr("BaseLoc"); loc != "" {
				pages = append(pages, resolvePart(root, loc))
			}
		}
	}
	return d.readPages(pages)
}

func (d *ofd) readPages(parts []string) error {
	d.pages += len(parts)
	if limit := limitOr(d.opt.MaxPages, defaultMaxPages); d.pages > limit {
		return tooManyPages(d.pages, limit)
	}
	for _, part := range parts {
		if err := d.page(part); err != nil {
			if len(parts) == 1 {
				return err
			}
			d.out.Skip(fmt.Sprintf("没有读取：%v", err))
		}
	}
	return nil
}

// ofdBox reads four numbers; usual where they are none.
func ofdBox(s string, usual []float64) []float64 {
	if b := ofdNumbers(s, nil); len(b) == 4 && b[2] > 0 && b[3] > 0 {
		return b
	}
	return usual
}
