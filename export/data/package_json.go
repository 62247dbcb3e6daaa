package data

import (
	"shuzheng/export/codebook"
)

// What datapackage.json says, key by key. Titles and descriptions are in Chinese with
// the English behind; the codebook has them apart.

const packageProfile = "https://datapackage.org/profiles/2.0/datapackage.json"
const resourceProfile = "https://datapackage.org/profiles/2.0/dataresource.json"
const schemaProfile = "https://datapackage.org/profiles/2.0/tableschema.json"

type dataPackage struct {
	Schema       string         `json:"$schema"`
	Name         string         `json:"name"`
	Title        string         `json:"title"`
	Description  string         `json:"description"`
	Version      string         `json:"version,omitempty"`
	Contributors []contributor  `json:"contributors,omitempty"`
	Resources    []dataResource `json:"resources"`
}

type contributor struct {
	Title string   `json:"title"`
	Roles []string `json:"roles"`
}

type dataResource struct {
	Schema      string      `json:"$schema"`
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Path        string      `json:"path"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	Format      string      `json:"format"`
	MediaType   string      `json:"mediatype"`
	Encoding    string      `json:"encoding"`
	Bytes       int64       `json:"bytes"`
	Hash        string      `json:"hash"`
	Dialect     dialect     `json:"dialect"`
	Fields      tableSchema `json:"schema"`
}

type dialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

type tableSchema struct {
	Schema      string        `json:"$schema"`
	Fields      []tableField  `json:"fields"`
	Missing     []string      `json:"missingValues"`
	PrimaryKey  []string      `json:"primaryKey"`
	ForeignKeys []foreignKeys `json:"foreignKeys,omitempty"`
}

type tableField struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Title       string       `json:"title"`
	Description string       `json:"description"`
	SDMX        string       `json:"sdmx,omitempty"`
	Categories  []category   `json:"categories,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type category struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

type constraints struct {
	Required bool `json:"required,omitempty"`
}

type foreignKeys struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource,omitempty"` // none: the table itself
	Fields   []string `json:"fields"`
}

func packageOf(version string) dataPackage {
	p := dataPackage{Schema: packageProfile, Name: "shuzheng", Title: "政策文件中的指标、表格和数字 / Figures, tables and numerals of policy documents",
		Description: "由数证从政策文件中读出；各列含义见 codebook，代码含义见 codes。Read from policy documents by shuzheng; columns are explained in codebook, codes in codes."}
	if version != "" {
		p.Contributors = []contributor{{"shuzheng " + version, []string{"data processing"}}}
	}
	return p
}

func resourceOf(t *codebook.Table, path string, bytes int64, sum string) dataResource {
	r := dataResource{Schema: resourceProfile, Name: t.Name, Type: "table", Path: path, Title: both(t.Zh, t.En), Description: both(t.ZhNote, t.EnNote),
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Bytes: bytes, Hash: "sha256:" + sum,
		Dialect: dialect{",", "\n", `"`, true, true},
		Fields:  tableSchema{Schema: schemaProfile, Missing: []string{""}, PrimaryKey: t.Key()}}
	for i := range t.Columns {
		r.Fields.Fields = append(r.Fields.Fields, fieldOf(&t.Columns[i]))
	}
	for _, k := range t.ForeignKeys() {
		if k.Loose && len(k.Columns) > 1 { // some validators look for a row without the column that is missing
			continue
		}
		ref := reference{k.Table, k.Reference}
		if k.Table == t.Name {
			ref.Resource = ""
		}
		r.Fields.ForeignKeys = append(r.Fields.ForeignKeys, foreignKeys{k.Columns, ref})
	}
	return r
}

func fieldOf(c *codebook.Column) tableField {
	f := tableField{Name: c.Name, Type: string(c.Type), Title: both(c.Zh, c.En), Description: both(c.ZhNote, c.EnNote), SDMX: c.SDMX}
	if c.Type == codebook.Decimal {
		f.Type = "number"
	}
	if c.Type == codebook.String {
		for _, code := range codesOf(c.Values) {
			f.Categories = append(f.Categories, category{code.Code, both(code.Zh, code.En)})
		}
	}
	if c.Key {
		f.Constraints = &constraints{Required: true}
	}
	return f
}

// both is a text in both languages.
func both(zh, en string) string { return zh + " / " + en }

// codesOf are the codes of a list, none where there is no list.
func codesOf(list string) (codes []codebook.Code) {
	for _, c := range usedCodes() {
		if c.List == list && list != "" {
			codes = append(codes, c)
		}
	}
	return codes
}
