package read

import (
	"fmt"
	"strings"
	"testing"

	"shuzheng/policy"
)

func hostileOFD(t testing.TB) []hostileFile {
	good := ofdPack(t, nil, layerOf(words(20, 50, "正文。", "")))
	deep := strings.Repeat("<ofd:PageBlock>", 5000/slow)
	cycle := deflated("Doc_0/Public.xml", `<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="5"><Content>`+strings.Repeat(`<CompositeObject ResourceID="5" Boundary="0 0 9 9"/>`, 50)+words(5, 5, "循环", "")+`</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`)
	var rules, many strings.Builder
	for i := range 3000 / slow {
		rules.WriteString(stroke(0, float64(i)/10, 210, float64(i)/10) + stroke(float64(i)/14, 0, float64(i)/14, 297))
		many.WriteString(words(float64(i%50)*4, float64(i/50)*4, "字字字", ""))
	}
	one := func(page string) []byte { return ofdPack(t, nil, layerOf(page)) }
	files := []hostileFile{
		{"no pages", ofdPack(t, nil)},
		{"no document", zipOf(t, deflated("OFD.xml", `<OFD><DocBody><DocRoot>X.xml</DocRoot></DocBody></OFD>`))},
		{"no root", zipOf(t, deflated("OFD.xml", `<OFD/>`))},
		{"empty OFD.xml", zipOf(t, deflated("OFD.xml", ""))},
		{"no XML", zipOf(t, deflated("OFD.xml", "\x00\x01\x02密文"))},
		{"a bomb", ofdPack(t, nil, layerOf(strings.Repeat(" ", 90<<20)))},
		{"entities", zipOf(t, deflated("OFD.xml", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><OFD>&b;</OFD>`))},
		{"deep nesting", one(deep)},
		{"drawings of themselves", ofdPack(t, []zipEntry{cycle}, layerOf(`<CompositeObject ResourceID="5" Boundary="0 0 9 9"/>`))},
		{"a page of itself", zipOf(t, deflated("OFD.xml", `<OFD><DocBody><DocRoot>OFD.xml</DocRoot></DocBody></OFD>`))},
		{"thousands of rules", one(rules.String() + words(20, 50, "正文", ""))},
		{"thousands of words", one(many.String())},
		{"no numbers", one(strings.NewReplacer(`"4"`, `"NaN"`, "20 50", "1e999 -1e999").Replace(words(20, 50, "正文", `DeltaX="g 999999999 1e300"`)))},
		{"enormous repeats", one(words(20, 50, strings.Repeat("字", 1000), `DeltaX="g 99999999 4"`))},
		{"enormous page", zipOf(t, deflated("OFD.xml", `<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>`), deflated("D.xml", `<Document><CommonData><PageArea><PhysicalBox>0 0 1e9 1e9</PhysicalBox></PageArea></CommonData><Pages><Page BaseLoc="P.xml"/></Pages></Document>`), deflated("P.xml", `<Page>`+layerOf(words(1e8, 1e8, "远", ""), words(20, 50, "近", ""))+`</Page>`))},
		{"unclosed", one(`<ofd:TextObject Boundary="1 2 3 4" Size="4"><ofd:TextCode X="0" Y="4">正文`)},
		{"path without end", one(`<ofd:PathObject Boundary="0 0 1 1"><ofd:AbbreviatedData>M 1 L 2 3 4 B A Q 1 C C C S</ofd:AbbreviatedData></ofd:PathObject>` + words(20, 50, "正文", ""))},
		{"many pages", ofdPack(t, nil, make([]string, 6000/slow)...)},
	}
	return append(files, cutAt("OFD", good)...)
}

func TestHostileOFD(t *testing.T) { endures(t, hostileOFD(t)) }

// An encrypted member is told as such.
func TestOFDEncrypted(t *testing.T) {
	b := ofdPack(t, nil, layerOf(words(20, 50, "正文。", "")))
	for i := 0; i+4 < len(b); i++ {
		switch string(b[i : i+4]) {
		case "PK\x03\x04":
			b[i+6] |= 1
		case "PK\x01\x02":
			b[i+8] |= 1
		}
	}
	if _, err := Document(&policy.Source{Bytes: b}, Options{}); err == nil || !strings.Contains(err.Error(), "加密") {
		t.Errorf("got %v", err)
	}
}

// A file of more pages than the limit is refused.
func TestOFDMaxPages(t *testing.T) {
	var pages []string
	for i := range 5 {
		pages = append(pages, layerOf(words(20, 50, fmt.Sprintf("第%d页的字。", i), "")))
	}
	if _, err := Document(&policy.Source{Bytes: ofdPack(t, nil, pages...)}, Options{MaxPages: 4}); err == nil || !strings.Contains(err.Error(), "5 页，上限 4 页") {
		t.Errorf("got %v", err)
	}
	if _, err := Document(&policy.Source{Bytes: ofdPack(t, nil, pages...)}, Options{MaxPages: 5}); err != nil {
		t.Error(err)
	}
}

func FuzzOFD(f *testing.F) {
	for _, p := range ofdPages {
		f.Add(p.objects)
	}
	f.Add(stroke(1, 2, 3, 4) + bar(1, 2, 30, 2.2) + words(1, 1, "甲", `DeltaX="g 3 4"`))
	f.Fuzz(func(t *testing.T, objects string) {
		doc, err := Document(&policy.Source{Bytes: ofdPack(t, nil, layerOf(objects), layerOf(objects))}, Options{})
		if err == nil {
			holdStands(t, doc)
		}
	})
}
