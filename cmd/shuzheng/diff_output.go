package main

import (
	"bufio"
	"encoding/json"

	"shuzheng/export"
	"shuzheng/policy"
)

// A diffOutput takes comparisons in order, and what could not be read; the rest is as
// for an output.
type diffOutput interface {
	add(c *policy.Comparison) error
	fail(name, why string) error
	finish() error
	place() error
	discard()
}

// A sink is where JSON goes: a file that is still hidden, or standard output.
type sink interface {
	Write(b []byte) (int, error)
	finish() error
	place() error
	discard()
}

// A standard is standard output as a sink.
type standard struct{ *bufio.Writer }

func (s *standard) finish() error { return s.Flush() }
func (s *standard) place() error  { return nil }
func (s *standard) discard()      { s.Flush() }

// A diffJSON is one object over all comparisons, written as they come.
type diffJSON struct {
	sink
	d        *differing
	buf      []byte
	count    int
	failures []map[string]string
}

func newDiffJSON(d *differing, to sink) *diffJSON {
	o := &diffJSON{sink: to, d: d, failures: []map[string]string{}}
	o.buf = append(o.buf, `{"schema":"`+export.DiffSchemaName+`"`...)
	for i, key := range []string{`,"a":`, `,"b":`} {
		path, err := json.Marshal(d.paths[i])
		if err != nil {
			panic(err) // a string always has a JSON form
		}
		o.buf = append(append(o.buf, key...), path...)
	}
	o.buf = append(o.buf, `,"documents":[`...)
	return o
}

func (o *diffJSON) add(c *policy.Comparison) error {
	if o.count > 0 {
		o.buf = append(o.buf, ',')
	}
	o.count++
	return o.flush(export.AppendComparison(append(o.buf, '\n'), c))
}

func (o *diffJSON) flush(b []byte) error {
	_, err := o.Write(b)
	o.buf = b[:0]
	return err
}

func (o *diffJSON) fail(name, why string) error {
	o.failures = append(o.failures, map[string]string{"name": name, "reason": why})
	return nil
}

func (o *diffJSON) finish() error {
	failures, err := json.Marshal(o.failures)
	if err != nil {
		panic(err)
	}
	b := export.AppendCounts(append(o.buf, "\n],\"summary\":"...), o.d.counts)
	b = append(append(append(b, `,"failures":`...), failures...), "}\n"...)
	if err := o.flush(b); err != nil {
		return err
	}
	return o.sink.finish()
}

// A diffSheet is the workbook of differences.
type diffSheet struct {
	*pending
	*export.DiffWorkbook
}

func newDiffSheet(d *differing, f *pending) *diffSheet {
	return &diffSheet{f, export.NewDiffWorkbook(export.Options{Lang: d.exportLang(), Version: version(), Concept: concept})}
}

func (o *diffSheet) add(c *policy.Comparison) error { return o.Add(c) }
func (o *diffSheet) fail(name, why string) error    { return o.Fail(name, why) }

func (o *diffSheet) finish() error {
	if _, err := o.WriteTo(o.pending); err != nil {
		return err
	}
	return o.pending.finish()
}

func (o *diffSheet) discard() {
	o.Close()
	o.pending.discard()
}
