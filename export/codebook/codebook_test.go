package codebook

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/codebook.md anew")

const documentation = "../../docs/codebook.md"

// docs/codebook.md says what the tables say.
func TestDocumentation(t *testing.T) {
	want := markdown()
	if *update {
		if err := os.WriteFile(documentation, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(documentation)
	if err != nil || string(got) != want {
		t.Errorf("docs/codebook.md is not what the codebook says (%v): go test ./export/codebook -update", err)
	}
}

func TestForeignKeys(t *testing.T) {
	keys := Find("figures").ForeignKeys()
	if len(keys) != 4 || strings.Join(keys[3].Columns, ",") != "doc_id,table_id" || keys[3].Table != "tables" || !keys[3].Loose {
		t.Errorf("got %v", keys)
	}
}

// markdown is the codebook for people.
func markdown() string {
	var b strings.Builder
	b.WriteString("<!-- Made of export/codebook by go test ./export/codebook -update; not to be edited. -->\n\n# 数据字典 Codebook\n\n" +
		"数据输出各表、各列的含义。粗体为主键；→ 为外键。大写的列名取自 SDMX 跨领域概念。\n\n" +
		"What the tables and columns of the data outputs hold. Names of the primary key are bold; → is a foreign key. Names in capitals are\n" +
		"those of SDMX's cross-domain concepts.\n")
	for _, t := range Tables() {
		b.WriteString("\n## " + t.Name + " · " + t.Zh + " · " + t.En + "\n\n" + t.ZhNote + "。" + t.EnNote + ".\n\n| 列 Column | 类型 Type | 含义 | Meaning |\n|---|---|---|---|\n")
		for _, c := range t.Columns {
			b.WriteString("| " + c.markdown() + " |\n")
		}
	}
	b.WriteString("\n## 代码 Codes\n\n数据输出自有的代码；其余代码的含义见 `codes` 表和工作簿首页。The data outputs' own codes; those of the workbook are in the table\n`codes` and on its first sheet.\n\n| 代码表 List | 代码 Code | 中文 | English |\n|---|---|---|---|\n")
	for _, c := range Codes() {
		b.WriteString("| " + strings.Join([]string{c.List, "`" + c.Code + "`", c.Zh + "：" + c.ZhNote, c.En + ": " + c.EnNote}, " | ") + " |\n")
	}
	return b.String()
}

func (c *Column) markdown() string {
	name, kind := "`"+c.Name+"`", string(c.Type)
	if c.Key {
		name = "**" + name + "**"
	}
	if c.Refers != "" {
		kind += " → " + c.Refers
	}
	en := c.En + ". " + c.EnNote
	if c.Values != "" {
		en += ". Codes: " + c.Values
	}
	if c.SDMX != "" {
		en += ". SDMX: " + c.SDMX
	}
	return strings.Join([]string{name, kind, c.Zh + "。" + c.ZhNote, en}, " | ")
}
