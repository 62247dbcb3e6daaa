package read

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"shuzheng/policy"
)

// documents is where real files lie, beside the project.
const documents = "../../../shared/documents/"

// realTables are the tables of real files: rows × columns, the number of cells, and
// some that reach over others as row,col rows×cols wording.
var realTables = []struct {
	file   string
	shapes string
	merged []string
}{
	{"synth_02_table.docx", "4×3:11", []string{"0: 3,0 1×2 备注"}},
	{"synth_05_textbox.docx", "", nil},
	{"disclosure_report_template.docx", "14×4:30 28×10:215 4×15:34", []string{
		"0: 0,0 1×4 第二十条第（一）项", "0: 13,1 1×3 ", "1: 0,3 1×7 申请人情况", "1: 1,4 1×5 法人或其他组织",
		"1: 5,0 22×1 三、本年度办理结果", "1: 7,1 8×1 （三）不予公开", "1: 15,1 3×1 （四）无法提供", "1: 26,1 1×2 （七）总计",
		"2: 0,0 1×5 行政复议", "2: 0,5 1×10 行政诉讼", "2: 1,4 2×1 总计", "2: 1,10 1×5 复议后起诉",
	}},
	{"chinaxiv_sti_power_mineru.md", "4×2:8 7×7:49 4×5:20 9×7:63", nil},
	{"yunnan_plan_indicators.xls", "47×199:8727 6×2:12", []string{"0: 0,0 4×3 ", "0: 0,3 1×37 农业", "0: 0,40 1×40 工业", "0: 0,83 1×24 交通邮电"}},
	{"tjgb_daqing_2012_msonormal.html", "15×7:89 9×5:43 19×5:93 19×6:112 11×5:53 6×3:18", []string{"0: 0,1 1×2 指标值", "1: 0,1 1×2 产量（万吨）", "4: 0,3 1×2 比年初增加额"}},
	{"gz_36b_points_household.html", "12×5:52", []string{"0: 1,0 3×1 基础指标", "0: 4,0 6×1 加分指标", "0: 10,0 2×1 减分指标"}},
}

func TestGridsOfDocuments(t *testing.T) {
	for _, c := range realTables {
		b, err := os.ReadFile(documents + c.file)
		if err != nil {
			t.Skipf("real files are not here: %v", err)
		}
		doc := readBytes(t, b, Options{})
		holdBlocks(t, doc)
		var shapes []string
		for i := range doc.Tables {
			tb := &doc.Tables[i]
			shapes = append(shapes, fmt.Sprintf("%d×%d:%d", tb.Rows, tb.Cols, len(tb.Cells)))
		}
		if got := strings.Join(shapes, " "); got != c.shapes {
			t.Errorf("%s: tables %s, want %s", c.file, got, c.shapes)
			continue
		}
		for _, m := range c.merged {
			if !hasMerged(doc, m) {
				t.Errorf("%s: no cell %s", c.file, m)
			}
		}
	}
}

func hasMerged(doc *policy.Document, want string) bool {
	for i := range doc.Tables {
		for _, c := range doc.Tables[i].Cells {
			if fmt.Sprintf("%d: %d,%d %d×%d %s", i, c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text.String()) == want {
				return true
			}
		}
	}
	return false
}
