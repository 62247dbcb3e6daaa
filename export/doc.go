// Package export writes what was found: a policy.Document comes in, JSON or a
// workbook goes out. It changes nothing and decides nothing; byte offsets become
// code points here and nowhere else.
//
//	json.go     the JSON object of a document; schema.json describes it
//	index.go    byte offsets to code points and lines
package export
