//go:build pdfium

package pdfium

import _ "embed"

// wasm is the module under gzip: it is needed by few runs and would be an eighth of the
// program.
//
//go:embed pdfium.wasm.gz
var wasm []byte
