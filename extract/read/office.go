package read

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"shuzheng/policy"
)

// NoOffice is the value of Options.Office that keeps LibreOffice from being run.
const NoOffice = "none"

// defaultOfficeTime is how long one conversion may take; a start takes some two seconds.
const defaultOfficeTime = 90 * time.Second

// An officeFormat is a format that is read by way of LibreOffice.
type officeFormat struct {
	mediaType string
	is        func(b []byte) bool
	ending    string // of a file name; LibreOffice tells formats by it too
	zh, en    string
}

var officeFormats = []officeFormat{
	{"application/rtf", isRTF, "rtf", "RTF 文件", "an RTF file"},
	{"application/vnd.oasis.opendocument.text", isODT, "odt", "ODT 文件", "an ODT file"},
	{"application/vnd.ms-works", isWPS, "wps", "旧版 WPS 文件", "an old WPS file"},
	{"application/msword", isWordXML, "xml", "Word 2003 XML 文件", "a Word 2003 XML file"},
}

// oldDOC is for DOC files that the reader of our own refuses.
var oldDOC = officeFormat{mediaType: docType, ending: "doc", zh: "DOC 文件", en: "a DOC file"}

// throughOffice lists the formats as readers.
func throughOffice() (list []format) {
	for _, f := range officeFormats {
		list = append(list, format{f.mediaType, f.is, f.read})
	}
	return list
}

func isRTF(b []byte) bool { return bytes.HasPrefix(b, []byte(`{\rtf`)) }

// isODT says whether b is a package whose first member calls it a text document.
func isODT(b []byte) bool {
	head := b[:min(len(b), 200)]
	return bytes.HasPrefix(b, zipMagic) && bytes.Contains(head, []byte("mimetypeapplication/vnd.oasis.opendocument.text"))
}

// isWPS says whether b is a compound file of the word processors that called their
// files .wps before they took to DOC.
func isWPS(b []byte) bool {
	return bytes.HasPrefix(b, oleMagic) && !bytes.Contains(b, utf16Name(docStream)) &&
		(bytes.Contains(b, utf16Name("MatOST")) || bytes.Contains(b, utf16Name("CONTENTS")))
}

// isWordXML says whether b is a document saved as one XML file.
func isWordXML(b []byte) bool {
	return bytes.Contains(b[:min(len(b), 600)], []byte(`<?mso-application progid="Word.Document"?>`))
}

// read converts src to DOCX and reads that.
func (f officeFormat) read(src *policy.Source, opt Options) (*policy.Document, error) {
	path := officePath(opt.Office)
	if path == "" {
		return nil, &Error{
			"这是 " + f.zh + "，要经 LibreOffice 转换才能读；请安装 LibreOffice（含 Writer），或用 --office 指明 soffice 的路径，或用 Word、WPS 另存为 DOCX",
			"this is " + f.en + ", which is read by way of LibreOffice: install LibreOffice (with Writer), name its soffice with --office, or save the file as DOCX",
		}
	}
	b, err := f.convert(path, src.Bytes, opt)
	if err != nil {
		return nil, err
	}
	doc, err := readDOCX(&policy.Source{Name: src.Name, Bytes: b}, opt)
	if err != nil {
		return nil, err
	}
	doc.Source = src
	doc.Report(policy.Span{}, "这份 "+f.zh+"由 LibreOffice 转换为 DOCX 后读取，出处是转换后文件里的位置")
	return doc, nil
}

// officePaths are where LibreOffice is where it is not on the PATH.
var officePaths = []string{
	"/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice",
	`C:\Program Files\LibreOffice\program\soffice.exe`,
}

// officePath finds the program: the one that wanted names, or the one installed; ""
// for none.
func officePath(wanted string) string {
	switch wanted {
	case NoOffice:
		return ""
	case "":
	default:
		if full, err := filepath.Abs(wanted); err == nil && filepath.Base(wanted) != wanted {
			return full // it is run in another folder
		}
		return wanted
	}
	for _, name := range append([]string{"soffice", "libreoffice"}, officePaths...) {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// officeTurn is full while a conversion runs: one at a time, for the program takes
// some 200 MB.
var officeTurn = make(chan struct{}, 1)

// Settle waits until the conversion that is running, if there is one, has ended and
// removed its files. A run that is interrupted cancels Options.Context first.
func Settle() {
	officeTurn <- struct{}{}
	<-officeTurn
}

// convert has LibreOffice at path write b as DOCX, in a folder that is removed again
// and with a profile of its own, so that no setting of the user's matters.
func (f officeFormat) convert(path string, b []byte, opt Options) ([]byte, error) {
	ctx := opt.Context
	if ctx == nil {
		ctx = context.Background()
	}
	select {
	case officeTurn <- struct{}{}:
		defer func() { <-officeTurn }()
	case <-ctx.Done():
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	dir, err := os.MkdirTemp("", "shuzheng-office-")
	if err != nil {
		return nil, noTemp(err)
	}
	defer os.RemoveAll(dir)
	limit := limitOr(opt.OfficeTime, defaultOfficeTime)
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	if err := writeOffice(dir, "in."+f.ending, b); err != nil {
		return nil, noTemp(err)
	}
	err = runOffice(ctx, path, dir, "in."+f.ending)
	if ctx.Err() == context.DeadlineExceeded {
		return nil, &Error{
			fmt.Sprintf("LibreOffice 转换超过 %v，已中止；请用 Word、WPS 另存为 DOCX", limit),
			fmt.Sprintf("LibreOffice took more than %v and was stopped; save the file as DOCX", limit),
		}
	}
	return converted(dir, err, opt)
}

// converted is the file that was written.
func converted(dir string, failed error, opt Options) ([]byte, error) {
	name := filepath.Join(dir, "out", "in.docx")
	info, err := os.Stat(name)
	switch most := limitOr(opt.MaxUnpacked, defaultMaxUnpacked); {
	case err != nil && failed != nil:
		return nil, &Error{"LibreOffice 没有转出这个文件：" + failed.Error(), "LibreOffice did not convert the file: " + failed.Error()}
	case err != nil:
		return nil, &Error{
			"LibreOffice 没有转出这个文件（可能没有安装 Writer 组件，或文件已损坏）；请用 Word、WPS 另存为 DOCX",
			"LibreOffice did not convert the file (Writer may not be installed, or the file is damaged); save it as DOCX",
		}
	case info.Size() > most:
		return nil, &Error{
			fmt.Sprintf("LibreOffice 转出的文件太大：%d 字节，上限 %d 字节", info.Size(), most),
			fmt.Sprintf("what LibreOffice wrote is too large: %d bytes, the limit is %d", info.Size(), most),
		}
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, noTemp(err)
	}
	return b, nil
}

// noTemp is the error of a folder for temporary files that cannot be used.
func noTemp(err error) error {
	return &Error{"不能使用临时文件夹：" + err.Error(), "the folder for temporary files cannot be used: " + err.Error()}
}

// officeSettings keep the program from running macros and from fetching what a file
// links to.
const officeSettings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

// writeOffice puts the file and the settings into dir.
func writeOffice(dir, name string, b []byte) error {
	user := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(officeSettings), 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name), b, 0o600)
}

// runOffice runs the program in dir and ends it with all it started.
func runOffice(ctx context.Context, path, dir, name string) error {
	profile := "file://" + filepath.ToSlash(filepath.Join("/", dir, "profile"))
	c := exec.CommandContext(ctx, path, "-env:UserInstallation="+profile, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
		"--nofirststartwizard", "--convert-to", "docx:MS Word 2007 XML", "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, name))
	c.Dir = dir
	c.Env = append(os.Environ(), "HOME="+dir, "TMPDIR="+dir)
	c.WaitDelay = 2 * time.Second
	together(c)
	err := c.Run()
	endTogether(c)
	return err
}
