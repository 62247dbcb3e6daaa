package main

// A jsonFile is one object, or an array of them where the run is of several documents.
type jsonFile struct {
	*pending
	documentsOnly
	several bool
	count   int
}

func openJSON(x *extraction, path string, inputs []input) (output, error) {
	f, err := newPending(path)
	return &jsonFile{pending: f, several: len(inputs) > 1}, err
}

func (o *jsonFile) add(r result) error {
	if o.several {
		o.WriteString(map[bool]string{true: "[\n", false: ",\n"}[o.count == 0])
	}
	o.count++
	_, err := o.Write(r.json) // a bufio.Writer keeps the first error
	return err
}

func (o *jsonFile) finish() error {
	if o.several {
		o.WriteString("\n]")
	}
	o.WriteByte('\n')
	return o.pending.finish()
}
