package normalize

import (
	"fmt"
	"strings"
)

// A dimension says what the figures of a concept are counted or measured in: by
// kinds of units or by their names.
type dimension struct {
	name  string
	kinds []UnitKind
	units string // names with blanks between
}

// dimensions are those that a table may name.
var dimensions = [...]dimension{
	{name: "money", kinds: []UnitKind{CurrencyUnit}},
	{name: "share", units: "% ‰ ‱ 成"},
	{name: "index", kinds: []UnitKind{ScoreUnit}, units: "% 倍"}, // and figures without a unit: 指数为105.2
	{name: "rank"},  // nothing but places in an order
	{name: "point"}, // nothing but changes in 百分点: 消费拉动经济增长4.3个百分点
	{name: "body", units: "家 个 户 所 处 座 间"},
	{name: "person", units: "人 名 位 员 人口"},
	{name: "visit", units: "人次 人 批次"},
	{name: "fulltime", units: "人年 人/年 人 名"}, // 人/年 is how some write 人年
	{name: "household", units: "户 家 部"},
	{name: "item", units: "个 项 件 宗 起 例 笔 条 份 片 块 枚 箱 支 只 台 套 件次"},
	{name: "animal", units: "头 只 羽 匹"},
	{name: "vehicle", units: "辆 台"},
	{name: "dwelling", units: "套 户 间 栋 幢"},
	{name: "machine", units: "台 套 台套 部 架 个"},
	{name: "place", units: "个 张 位 学位 车位 泊位"},
	{name: "bed", units: "张 个 床 床位"},
	{name: "book", units: "册 本"},
	{name: "medal", units: "枚 块"},
	{name: "event", units: "场 场次 次"},
	{name: "flight", units: "列 架次 车次 班列 班次 班 趟 次"},
	{name: "turnover", units: "人公里 吨公里 换算吨公里 吨海里"},
	{name: "container", units: "标箱"},
	{name: "concentration", units: "微克/立方米 毫克/立方米"},
	{name: "rate100k", units: "‰ /10万 人/10万"}, // deaths of 100,000
	{name: "time", units: "年 岁 天 日 月"},
	{name: "length", units: "公里 米 里"},
	{name: "area", kinds: []UnitKind{AreaUnit}},
	{name: "volume", kinds: []UnitKind{VolumeUnit}},
	{name: "mass", kinds: []UnitKind{MassUnit}},
	{name: "energy", kinds: []UnitKind{EnergyUnit}},
	{name: "power", kinds: []UnitKind{PowerUnit}},
	{name: "computing", kinds: []UnitKind{ComputingUnit}},
}

// A dims is a set of dimensions: bit i is dimensions[i].
type dims uint64

// shares are the dimensions of percentages, whose changes are in points; points of
// what is always a change; items are things counted one by one.
var shares, points, items = dimsNamed("share", "index"), dimsNamed("point"), dimsNamed("item")

// dimsOf are the dimensions that each unit name and each kind of unit is of.
var dimsOfName, dimsOfKind = func() (map[string]dims, map[UnitKind]dims) {
	names, kinds := make(map[string]dims, 128), make(map[UnitKind]dims, 16)
	for i, d := range dimensions {
		for name := range strings.FieldsSeq(d.units) {
			names[name] |= 1 << i
		}
		for _, kind := range d.kinds {
			kinds[kind] |= 1 << i
		}
		if d.name == "index" {
			names[""] |= 1 << i
		}
	}
	return names, kinds
}()

// unitIs says whether a figure's unit may be of one of some dimensions.
func unitIs(name string, want dims) bool {
	d := dimsOfName[name]
	if d&want != 0 {
		return true // most are told by their names
	}
	_, u, ok := WholeUnit(name)
	switch {
	case !ok || u.Per != "":
	case d == 0 && u.Kind == CountUnit && !isBuiltinUnit(name): // a user's own
		d = items
	default:
		d = dimsOfKind[u.Kind]
	}
	return d&want != 0
}

func isBuiltinUnit(name string) bool {
	_, _, ok := BuiltinUnits.Whole(name)
	return ok
}

// counted are the dimensions of stocks that can be added to: 高新技术企业, 床位.
var counted = dimsNamed("body", "person", "household", "item", "machine", "dwelling", "place", "bed", "vehicle")

func dimsNamed(names ...string) (d dims) {
	for _, name := range names {
		d |= 1 << dimensionNamed(name)
	}
	return d
}

// dimension reads a cell of the table into c: dimensions with blanks between, with a
// slash behind those whose unit may be per something, and flow, part
// and stock.
func (c *Concept) dimension(cell string) error {
	for word := range strings.FieldsSeq(cell) {
		name, slash := strings.CutSuffix(word, "/")
		i := dimensionNamed(name)
		switch {
		case word == "flow":
			c.Flow = true
		case word == "part":
			c.Part = true
		case word == "stock":
			c.stock = true
		case i < 0:
			return fmt.Errorf("dimension: want some of %s flow part stock, got %q", dimensionNames(), word)
		default:
			c.plain |= 1 << i
			if slash {
				c.per |= 1 << i
			}
		}
	}
	if c.plain == 0 {
		return fmt.Errorf("dimension: want some of %s, got none", dimensionNames())
	}
	return nil
}

func dimensionNamed(name string) int {
	for i := range dimensions {
		if dimensions[i].name == name {
			return i
		}
	}
	return -1
}

func dimensionNames() string {
	names := make([]string, len(dimensions))
	for i := range dimensions {
		names[i] = dimensions[i].name
	}
	return strings.Join(names, " ")
}
