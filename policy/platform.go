package policy

// A PlatformType says what a named platform is.
type PlatformType string

// The types of platforms.
const (
	ZonePlatform PlatformType = "zone"      // 走廊, 高新区, 开发区, 科技城, 产业园, 小镇, 试验区
	Lab          PlatformType = "lab"       // 实验室, 大科学装置, 光源
	Institute    PlatformType = "institute" // 大学, 学院, 研究院, 分院
	Incubator    PlatformType = "incubator" // 孵化器, 众创空间, 科创园, 加速器
	Centre       PlatformType = "centre"    // 创新中心, 服务综合体, 飞地, 基地
	System       PlatformType = "system"    // 信息系统, 应用, 码, 线上平台
	Market       PlatformType = "market"    // 科技大市场, 交易所
	Alliance     PlatformType = "alliance"  // 联盟, 共同体, 协会, 商会
	Fund         PlatformType = "fund"      // 基金, 投资集团, 银行
)

// A Platform is a proper-named place, body or system that carries innovation,
// service or industry work.
type Platform struct {
	ID         string // p1, p2 … by first mention
	Name       string // the fullest form of the text
	Type       PlatformType
	Level      string // 国家级, 省级, 市级, 县级; "" where the text gives none
	Aliases    []string
	Mentions   []Mention // in reading order, at least one
	Attributes []Attribute
	Figures    []string // IDs of the figures about it, in reading order
}

// A Mention is one place where a platform is named, in full or in short.
type Mention struct {
	Span  Span   // in Content
	Exact string // the words as read, line breaks joined
}

// An Attribute is what a row of a table, or a phrase beside the name, says of a
// platform: 功能定位, 面积, 地址, 状态.
type Attribute struct {
	Name  string // the column's header, or state for 正在筹划中
	Value string
	Span  Span // in Content
}
