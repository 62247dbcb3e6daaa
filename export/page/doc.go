// Package page writes the evidence page: policy.Documents come in, one HTML file goes
// out that needs nothing else, no network and no server. It shows a document as it reads
// beside what was found in it, takes an auditor's verdicts and gives them back as a file.
//
//	page.go      the file: shell, documents, scripts, in the order they are written
//	data.go      what the page knows of a document, as JSON; item.go of what was found
//	spot.go      places of the Content to places in what is shown
//	shell.go     the frame, its style and scripts, and the policy that lets nothing else run
//	strings.tsv  the wording of buttons and messages, in both languages
//	web/         style and scripts, run as they stand here: no library, no build step
//
// Texts of documents are data: they are written as JSON in which no < stands, and the
// scripts put them into the page as text, never as markup.
package page
