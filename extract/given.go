package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// What a user or the name of a file tells of a document: its place and its year. A
// user knows and is followed; a file's name counts where the text is silent.

// givenPlace is the home that a user names: 金华市, 浙江省金华市.
func givenPlace(region string) home {
	region = strings.TrimSpace(region)
	all := titleCandidates(region)
	if len(all) == 0 {
		return home{name: region, level: normalize.LevelOf(region)}
	}
	p := all[len(all)-1].place
	return home{name: p.Name, level: p.Level, parent: p.Parent}
}

// givenPlaces sets the homes of articles that the user names, or that the site or the
// file's name tells where the text names none.
func (r *reading) givenPlaces(levels []levelCount) {
	hints := [...][]candidate{titleCandidates(r.doc.Metadata["meta:SiteName"].Value), titleCandidates(fileTitle(r.doc.Source.Name))}
	for a := range r.articles {
		st := &r.articles[a]
		if r.given.Region != "" {
			st.place = givenPlace(r.given.Region)
			continue
		}
		for _, named := range hints {
			if len(named) > 0 && (st.place.name == "" || st.place.relative()) {
				if h := chooseHome(named, &levels[a]); h.name != "" && !h.relative() {
					st.place = h
				}
			}
		}
	}
}

// relative says whether a home is known only as 全市 and the like.
func (h *home) relative() bool {
	return h.level > normalize.Country && (len(h.name) == len("全市") || h.name == "全街道") && strings.HasPrefix(h.name, "全") && *h == home{name: h.name, level: h.level}
}

// region puts the home of the first article into the metadata, which give none.
func (r *reading) region() {
	h := r.articles[0].place
	if _, there := r.doc.Metadata["region"]; there && r.given.Region == "" || h.name == "" || h.relative() || r.doc.Metadata == nil {
		return
	}
	r.doc.Metadata["region"] = policy.Value{Value: h.name, Span: h.span}
}

// givenYear is the year that the user gives article a, or that the file's name gives
// where neither title nor date does; 0 where there is none.
func (r *reading) givenYear(a int) int {
	if r.given.Year > 0 {
		return r.given.Year
	}
	if r.articles[a].stated.ok || r.metaDate(a).To.Year > 0 {
		return 0
	}
	return fileYear(fileTitle(r.doc.Source.Name))
}

// give sets the reader's year.
func (st *setting) give(year int) {
	st.year, st.sure, st.stated, st.dater, st.month = year, true, said{}, policy.Span{}, 0
	if st.genre == statistics || st.genre == yearPlan {
		st.stated = untoldYear(year)
	}
}

// untoldYear is a year that is said nowhere.
func untoldYear(year int) said { return said{ok: true}.at(year) }

// fileTitle is the name of a file without folders and ending.
func fileTitle(name string) string {
	name = name[strings.LastIndexAny(name, `/\!`)+1:]
	if k := strings.LastIndexByte(name, '.'); k > 0 {
		name = name[:k]
	}
	return dashes.Replace(name)
}

// dashes become blanks, as they stand in the names of files.
var dashes = strings.NewReplacer("_", " ", "-", " ", "—", " ")

// fileYear is the first year in the title that a file's name makes: 2021年政府工作报告,
// 公报 2020. Numbers that go on, and periods of several years, are none.
func fileYear(s string) int {
	for i := 0; i+4 <= len(s); i++ {
		if i > 0 && wordByte(s[i-1]) || i+4 < len(s) && wordByte(s[i+4]) {
			continue
		}
		y := yearOf(s[i:])
		if y < 1949 || y > 2100 {
			continue
		}
		if rest := strings.TrimLeft(strings.TrimPrefix(s[i+4:], "年"), " ~～至到"); yearOf(rest) > y && len(rest) < len(s)-i-4 {
			return 0
		}
		return y
	}
	return 0
}

// wordByte says whether c is a letter or a digit of ASCII.
func wordByte(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' }
