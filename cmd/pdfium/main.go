// Command pdfium fetches the WebAssembly build of PDFium that the program embeds
// under the build tag pdfium, and writes it under gzip to the file named as its argument. It
// takes it from the npm registry that this machine is set up for: by npm where it is
// installed, else from the address in NPM_CONFIG_REGISTRY. The file is not kept with
// the source; its hash is.
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// The package, the file in it and their SHA-256.
const (
	packageName = "@hyzyla/pdfium"
	version     = "2.1.13"
	member      = "package/dist/pdfium.wasm"
	packageSum  = "d758644310d11ce74f0b2039fe36782f09fcb95d36052fa1c5a9c5a80618341c"
)

// maxPackage is far above the size of the package and of the file in it.
const maxPackage = 64 << 20

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: pdfium FILE")
		os.Exit(2)
	}
	if err := fetch(os.Args[1]); err != nil {
		fmt.Fprintf(os.Stderr, "PDFium cannot be fetched: %v\n", err)
		os.Exit(1)
	}
}

// fetch writes the module to the file to.
func fetch(to string) error {
	archive, err := download()
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(archive); hex.EncodeToString(sum[:]) != packageSum {
		return fmt.Errorf("the package has the SHA-256 %x, not %s", sum, packageSum)
	}
	module, err := unpack(archive)
	if err != nil {
		return err
	}
	if module, err = bound(module); err != nil {
		return err
	}
	if module, err = compress(module); err != nil {
		return err
	}
	hidden := filepath.Join(filepath.Dir(to), "."+filepath.Base(to))
	if err = os.WriteFile(hidden, module, 0o644); err != nil {
		return err
	}
	return os.Rename(hidden, to)
}

// compress is b under gzip, the same bytes for the same b.
func compress(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err = w.Write(b); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// unpack is the module of the package.
func unpack(archive []byte) ([]byte, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, err
	}
	for files := tar.NewReader(unzipped); ; {
		h, err := files.Next()
		if err == io.EOF {
			return nil, errors.New("the package has no " + member)
		}
		if err != nil {
			return nil, err
		}
		if h.Name == member {
			return io.ReadAll(io.LimitReader(files, maxPackage))
		}
	}
}
