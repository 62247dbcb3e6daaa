//go:build pdfium

package pdfium

import _ "embed"

//go:embed pdfium.wasm
var wasm []byte
