//go:build !pdfium

package pdfium

// wasm is empty: this build has no PDFium.
var wasm []byte
