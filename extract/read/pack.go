package read

import (
	"path"
	"strings"
)

// A pack is a package whose writers do not agree on the case of their own parts and
// on whether names begin with a slash, as those of OFD.
type pack struct {
	*zipPackage
	names map[string]string // by packName: as the package has it
}

func openPack(b []byte, opt Options) (*pack, error) {
	z, err := openZip(b, opt)
	if err != nil {
		return nil, err
	}
	p := &pack{z, make(map[string]string, len(z.names))}
	for _, name := range z.names {
		if key := packName(name); p.names[key] == "" {
			p.names[key] = name
		}
	}
	return p, nil
}

// packName is the one spelling of a member's name.
func packName(name string) string { return strings.ToLower(resolvePart("", name)) }

// own is the package's own name for a member: the very same, or one that differs in
// case only.
func (p *pack) own(name string) string {
	if exact := resolvePart("", name); p.zipPackage.has(exact) {
		return exact
	}
	if own := p.names[packName(name)]; own != "" {
		return own
	}
	return name
}

// has says whether there is such a member.
func (p *pack) has(name string) bool { return p.zipPackage.has(p.own(name)) }

// read unpacks a member.
func (p *pack) read(name string) ([]byte, error) { return p.zipPackage.read(p.own(name)) }

// resolvePart is the member that loc names in the part base: from the root of the
// package where it begins with a slash, else from base's folder.
func resolvePart(base, loc string) string {
	loc = strings.ReplaceAll(strings.TrimSpace(loc), "\\", "/")
	if strings.HasPrefix(loc, "/") {
		return path.Clean(loc)[1:]
	}
	return path.Clean("/" + path.Dir(base) + "/" + loc)[1:]
}
