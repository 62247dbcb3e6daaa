package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"shuzheng/extract/layout"
	"shuzheng/extract/read"
	"shuzheng/policy"
	"strings"
	"testing"
)

func TestDbg(t *testing.T) {
	for _, g := range []string{"../../shared/seeds/*.txt", "../../shared/gold/text/*.txt", "../../shared/documents/*.html", "../../shared/documents/*gbk.txt"} {
		fs, _ := filepath.Glob(g)
		for _, f := range fs {
			b := filepath.Base(f)
			if strings.HasPrefix(b, "003") || strings.HasPrefix(b, "104") || strings.HasPrefix(b, "106") || strings.HasPrefix(b, "108") || strings.HasPrefix(b, "110") || strings.HasPrefix(b, "112") {
				continue
			}
			x, _ := os.ReadFile(f)
			doc, err := read.Document(&policy.Source{Name: f, Bytes: x}, read.Options{})
			if err != nil {
				fmt.Println(b, err)
				continue
			}
			layout.Arrange(doc)
			ps := passages(doc)
			for _, p := range ps {
				p.find()
			}
			r := newReading(doc, ps)
			for a := range r.articles {
				st := &r.articles[a]
				fmt.Printf("%.14s a%d genre=%d year=%d vote=%d place=%s said done=%d aim=%d plan=%d est=%d grant=%d lim=%d duty=%d title=%.60s stated=%s\n", b, a, st.genre, st.year, st.vote, st.place.name, st.said[cueDone], st.said[cueAim], st.said[cuePlan], st.said[cueEstimate], st.said[cueGrant], st.said[cueLimit], st.said[cueDuty], st.title, st.stated.edtf)
			}
		}
	}
}
