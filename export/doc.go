// Package export writes what was found: a policy.Document comes in, JSON or a
// workbook goes out. It decides nothing about a document; byte offsets become code
// points here and nowhere else.
//
//	json.go      the JSON object of a document; schema.json describes it
//	index.go     byte offsets to code points and lines
//
//	workbook.go  the workbook over any number of documents
//	columns.go   what each sheet shows, column by column, once for all outputs
//	columns_check.go  the sheet of checks, by result; check_run.go those over several documents
//	words.tsv    how codes (>=, target …) are worded for people
//	panel.go     concept × area × period over all documents; fact.go what it is made
//	             of, panel_cell.go its cells, panel_source.go the figures behind them
//	trend.go     line charts of concepts by year
//	view.go      quotes, sections and names as people read them
//	grid.go      the sheet of tables; cover.go the first sheet
//	cell.go      cells that hold any text and exact numbers; style.go their looks
//	sheet.go     rows, worksheets, row limits; sheetxml.go, escape.go rows as XML
//	press.go     that XML, compressed while documents are read; spool.go rows that must wait
//	xlsx.go      the file, with excelize
package export
