package read

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A zipPackage is a ZIP file that holds the parts of one document. What is read
// of it is bounded, whatever its directory says; a ZIP inside it is not opened.
type zipPackage struct {
	members map[string]*zip.File // by name, with / between folders
	names   []string             // in the order of the directory; folders left out
	left    int64                // bytes that may still be unpacked
	ratio   int64
	size    int64 // of the file
}

// zipMagic is how the first member of a ZIP file begins.
var zipMagic = []byte("PK\x03\x04")

// holdsMember says whether b is a ZIP file with a member of this name. One whose
// directory is lost is looked through for the name, so that its reader can say
// what is wrong with it.
func holdsMember(b []byte, name string) bool {
	return holds(b, name, func(n string) bool { return n == name })
}

// holds says whether b is a ZIP file with a member that is wanted, in whose name some
// words stand.
func holds(b []byte, words string, wanted func(name string) bool) bool {
	if !bytes.HasPrefix(b, zipMagic) || !bytes.Contains(b, []byte(words)) && !bytes.Contains(b, []byte(strings.ReplaceAll(words, "/", `\`))) {
		return false
	}
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return true
	}
	return slices.ContainsFunc(r.File, func(f *zip.File) bool { return wanted(memberName(f.Name)) })
}

// memberName is a member's name with the slashes of the standard: some programs
// write a backslash.
func memberName(name string) string { return strings.ReplaceAll(name, `\`, "/") }

// openZip reads the directory of b. Refused are packages with more members than
// opt allows, with names that lead out of the package and with the same name twice.
func openZip(b []byte, opt Options) (*zipPackage, error) {
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, &Error{
			"压缩包的目录读不出来，文件不完整或已损坏；请重新获取这个文件",
			"the directory of the package cannot be read: the file is cut short or damaged; get it anew",
		}
	}
	if limit := limitOr(opt.MaxMembers, defaultMaxMembers); len(r.File) > limit {
		return nil, &Error{
			fmt.Sprintf("压缩包里有 %d 个成员，上限 %d 个", len(r.File), limit),
			fmt.Sprintf("the package holds %d members, the limit is %d", len(r.File), limit),
		}
	}
	p := &zipPackage{
		members: make(map[string]*zip.File, len(r.File)),
		left:    limitOr(opt.MaxUnpacked, defaultMaxUnpacked), ratio: limitOr(opt.MaxRatio, defaultMaxRatio),
		size: int64(len(b)),
	}
	for _, f := range r.File {
		if err := p.add(f); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// add enters a member into the list.
func (p *zipPackage) add(f *zip.File) error {
	name := memberName(f.Name)
	if leadsOut(name) {
		return &Error{
			fmt.Sprintf("压缩包的成员 %q 指向包外，这样的文件不读", f.Name),
			fmt.Sprintf("the member %q of the package leads out of it; such a file is not read", f.Name),
		}
	}
	if strings.HasSuffix(name, "/") {
		return nil
	}
	if p.members[name] != nil {
		return &Error{
			fmt.Sprintf("压缩包里有两个成员都叫 %q，不知道该读哪一个", f.Name),
			fmt.Sprintf("the package holds two members named %q: there is no telling which to read", f.Name),
		}
	}
	p.members[name] = f
	p.names = append(p.names, name)
	return nil
}

// leadsOut says whether a member's name is no path below the package.
func leadsOut(name string) bool {
	if name == "" || name[0] == '/' || strings.IndexByte(name, 0) >= 0 || len(name) > 1 && name[1] == ':' {
		return true
	}
	return strings.HasPrefix(name, "../") || strings.HasSuffix(name, "/..") || strings.Contains(name, "/../") || name == ".."
}

// has says whether there is a member of this name.
func (p *zipPackage) has(name string) bool { return p.members[name] != nil }

// read unpacks the member of this name, which must be there.
func (p *zipPackage) read(name string) ([]byte, error) {
	f := p.members[name]
	switch {
	case f == nil:
		return nil, &Error{"压缩包里没有 " + name + "，文件不完整", "the package holds no " + name + ": it is incomplete"}
	case f.Flags&1 != 0:
		return nil, &Error{
			"压缩包的成员 " + name + " 已加密；请先去掉密码再读",
			"the member " + name + " of the package is encrypted; take the password off first",
		}
	}
	r, err := f.Open()
	if err != nil {
		return nil, damagedMember(name)
	}
	defer r.Close()
	return p.unpack(r, f, name)
}

// unpack reads no more than the limits allow; what the directory says of the size
// is not believed.
func (p *zipPackage) unpack(r io.Reader, f *zip.File, name string) ([]byte, error) {
	packed := int64(min(f.CompressedSize64, uint64(p.size)))
	most := min(p.left, max(packed*p.ratio, ratioFrom))
	var b bytes.Buffer
	b.Grow(int(min(int64(min(f.UncompressedSize64, 1<<40)), most, packed*16)) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(r, most+1))
	n := int64(b.Len())
	switch {
	case n > p.left:
		return nil, &Error{
			fmt.Sprintf("压缩包解开后太大，读到成员 %s 时已超过上限", name),
			fmt.Sprintf("the package unpacks to more than the limit, reached in its member %s", name),
		}
	case n > most:
		return nil, &Error{
			fmt.Sprintf("压缩包的成员 %s 解开后超过压缩时的 %d 倍，疑是压缩炸弹，不读；确要读它，请调大 --max-ratio", name, p.ratio),
			fmt.Sprintf("the member %s unpacks to more than %d times its packed size, as bombs do; to read it all the same, raise --max-ratio", name, p.ratio),
		}
	case err != nil:
		return nil, damagedMember(name)
	}
	p.left -= n
	return b.Bytes(), nil
}

// damagedMember is the error of a member that does not unpack.
func damagedMember(name string) error {
	return &Error{
		"压缩包的成员 " + name + " 已损坏；请重新获取这个文件",
		"the member " + name + " of the package is damaged; get the file anew",
	}
}
