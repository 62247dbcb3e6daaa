// Package data writes what was found as tables for statistics programs: a
// policy.Document comes in, rows of the tables of export/codebook go out, into a Data
// Package, Parquet, SQLite, CSV for spreadsheets, CSV with import scripts for Stata
// and R, or a corpus. Documents are added one after the other and not kept; the same
// documents in the same order give the same bytes.
//
//	writer.go      what all outputs have in common
//	tables.go      the tables with the function of each; row*.go their columns
//	period.go      EDTF to SDMX and to days; status.go codes of SDMX
//
//	csv.go         rows as CSV; guard.go what a spreadsheet must not misread
//	package.go     a folder with datapackage.json
//	parquet.go     columns of Parquet; parquet_file.go and parquet_thrift.go the file
//	sqlite.go      the database, with the library; sqlite_schema.go its statements
//	stata.go, rscript.go  import scripts
//	corpus.go      a text a row
package data
