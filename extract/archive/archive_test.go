package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"shuzheng/extract/read"
)

// A file is a member that a test packs.
type file struct{ name, text string }

func zipOf(t testing.TB, files ...file) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		if err == nil {
			_, err = w.Write([]byte(f.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t testing.TB, files ...file) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		h := &tar.Header{Name: f.name, Mode: 0o644, Size: int64(len(f.text)), Typeflag: tar.TypeReg}
		if target, link := strings.CutPrefix(f.text, "→"); link {
			h.Typeflag, h.Linkname, h.Size, f.text = tar.TypeSymlink, target, 0, ""
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzOf(t testing.TB, data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// listed writes a file and lists it.
func listed(t testing.TB, name string, data []byte, limits Limits) ([]Member, bool, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return List(path, limits)
}

// wording is every member with its text or its error.
func wording(t testing.TB, members []Member) string {
	t.Helper()
	var out []string
	for i := range members {
		b, err := members[i].Read()
		if err != nil {
			b = []byte("×" + err.Error())
		}
		out = append(out, members[i].Name+"="+string(b))
	}
	return strings.Join(out, "|")
}

func TestList(t *testing.T) {
	inner := zipOf(t, file{"乙.txt", "二"}, file{"深.zip", string(zipOf(t, file{"丁", "四"}))})
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("国标.txt")
	if err != nil {
		t.Fatal(err)
	}
	docx := string(zipOf(t, file{"[Content_Types].xml", ""}, file{"word/document.xml", ""}))
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"a.zip", zipOf(t, file{"夹/甲.txt", "一"}, file{"夹/", ""}, file{"../../外.txt", "三"}, file{".DS_Store", "x"}, file{"__MACOSX/._甲.txt", "x"}), "夹/甲.txt=一|../../外.txt=三"},
		{"b.zip", zipOf(t, file{"甲.txt", "一"}, file{"里.zip", string(inner)}), "甲.txt=一|里.zip!乙.txt=二|里.zip!深.zip=×归档套了两层以上；请先解开里面的归档"},
		{"c.tar", tarOf(t, file{"./甲.txt", "一"}, file{"链接", "→/etc/passwd"}, file{"里.zip", string(inner[:0])}, file{"乙.txt", "二"}), "甲.txt=一|里.zip=|乙.txt=二"},
		{"d.tgz", gzOf(t, tarOf(t, file{"甲.txt", "一"}, file{"里.tar.gz", string(gzOf(t, tarOf(t, file{"丙.txt", "三"})))})), "甲.txt=一|里.tar.gz!丙.txt=三"},
		{"e.txt.gz", gzOf(t, []byte("正文")), "e.txt=正文"},
		{"f.zip", zipOf(t, file{"甲.txt", "一"}, file{"甲.txt", "二"}), "甲.txt=一|甲.txt (2)=二"},
		{"g.zip", zipOf(t, file{"通知.docx", docx}, file{"无名", docx}), "通知.docx=" + docx + "|无名=" + docx},
		{"h.tar", tarOf(t, file{gbk, "一"}), "国标.txt=一"},
	} {
		members, ok, err := listed(t, c.name, c.data, Limits{})
		if got := wording(t, members); !ok || err != nil || got != c.want {
			t.Errorf("%s: %v, %v\ngot  %q\nwant %q", c.name, ok, err, got, c.want)
		}
	}
}

// What is no archive is left to its reader: text, and packages that are documents.
func TestNoArchive(t *testing.T) {
	for name, data := range map[string][]byte{
		"a.txt": []byte("正文"), "empty": nil, "b.docx": zipOf(t, file{"[Content_Types].xml", ""}), "c.ofd": zipOf(t, file{"OFD.xml", ""}),
		"d.xlsx": zipOf(t, file{"xl/workbook.xml", ""}), "e.odt": zipOf(t, file{"mimetype", "x"}), "f.zip": []byte("PK"), "g.tar": make([]byte, 1024),
	} {
		if _, ok, err := listed(t, name, data, Limits{}); ok || err != nil {
			t.Errorf("%s is listed: %v", name, err)
		}
	}
	if _, ok, _ := List(t.TempDir(), Limits{}); ok {
		t.Error("a folder is listed")
	}
}

// Members may be asked for by several at a time, somewhat out of turn.
func TestReadTogether(t *testing.T) {
	var files []file
	for i := range 200 {
		files = append(files, file{fmt.Sprintf("%03d.txt", i), strings.Repeat(fmt.Sprint(i), 50)})
	}
	for name, data := range map[string][]byte{"a.zip": zipOf(t, files...), "a.tar": tarOf(t, files...), "a.tgz": gzOf(t, tarOf(t, files...)),
		"n.zip": zipOf(t, file{"里.tgz", string(gzOf(t, tarOf(t, files...)))})} {
		members, _, err := listed(t, name, data, Limits{})
		if err != nil || len(members) != 200 {
			t.Fatalf("%s: %d members, %v", name, len(members), err)
		}
		order := rand.New(rand.NewSource(1)).Perm(200)
		for i := range order { // out of turn by a few, and by many
			if i%50 != 0 {
				order[i] = i
			}
		}
		var wg sync.WaitGroup
		for k := range 4 {
			wg.Go(func() {
				for i := k; i < len(members); i += 4 {
					b, err := members[order[i]].Read()
					if want := files[order[i]].text; order[i] == i && (err != nil || string(b) != want) {
						t.Errorf("%s: %s holds %.20q, %v", name, members[i].Name, b, err)
					}
				}
			})
		}
		wg.Wait()
	}
}

// Hostile archives end in errors of ours or in members that do, soon and in little
// memory.
func TestHostileArchives(t *testing.T) {
	zeros := strings.Repeat("\x00", 24<<20)
	bomb := zipOf(t, file{"零.txt", zeros})
	var many []file
	for i := range 3000 {
		many = append(many, file{fmt.Sprint(i), ""})
	}
	good := zipOf(t, file{"甲.txt", strings.Repeat("一", 500)}, file{"乙.txt", "二"})
	lying := bytes.Clone(good)
	for i := 0; i+30 < len(lying); i++ {
		if bytes.HasPrefix(lying[i:], []byte("PK\x01\x02")) {
			copy(lying[i+24:], "\x01\x00\x00\x00") // says that it unpacks to one byte
		}
	}
	tape := tarOf(t, file{"甲.txt", "一"}, file{"乙.txt", strings.Repeat("二", 1000)})
	files := map[string][]byte{
		"bomb.zip": bomb, "bombs in it.zip": zipOf(t, file{"a.zip", string(bomb)}, file{"b.zip", string(bomb)}),
		"bomb.gz": gzOf(t, []byte(zeros)), "bomb.tgz": gzOf(t, tarOf(t, file{"零", zeros})), "many.zip": zipOf(t, many...), "many.tar": tarOf(t, many[:2500]...),
		"lying.zip": lying, "no directory.zip": good[:len(good)-30], "empty.zip": zipOf(t), "only links.tar": tarOf(t, file{"a", "→b"}),
		"long name.tar": tarOf(t, file{strings.Repeat("长", 20000), "一"}), "cut.gz": gzOf(t, tape)[:60], "no gzip.gz": []byte("\x1f\x8b\x08\xff\xff\xff"),
		"a zip of itself.zip": zipOf(t, file{"a.zip", string(zipOf(t, file{"a.zip", string(zipOf(t, file{"a.zip", string(good)}))}))}),
	}
	for i := 1; i < 12; i++ {
		files[fmt.Sprintf("cut%d.zip", i)] = good[:len(good)*i/12]
		files[fmt.Sprintf("cut%d.tar", i)] = tape[:len(tape)*i/12]
	}
	for name, data := range files {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		members, ok, err := listed(t, name, data, Limits{MaxBytes: 8 << 20, MaxMembers: 1000})
		var known *read.Error
		if err != nil && !errors.As(err, &known) {
			t.Errorf("%s: no error of ours: %v", name, err)
		}
		if ok && err == nil && len(members) == 0 {
			t.Errorf("%s: neither members nor an error", name)
		}
		for i := range members {
			if _, err := members[i].Read(); err != nil && !errors.As(err, &known) {
				t.Errorf("%s: no error of ours: %v", name, err)
			}
		}
		runtime.ReadMemStats(&after)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 512<<20 {
			t.Errorf("%s: %d MiB", name, grown>>20)
		}
	}
}

// All members together may not come to more than the limit.
func TestTotal(t *testing.T) {
	text := strings.Repeat("数", 1<<20)
	members, _, err := listed(t, "a.zip", zipOf(t, file{"1", text}, file{"2", text}, file{"3", text}), Limits{MaxUnpacked: 4 << 20})
	if err != nil {
		t.Fatal(err)
	}
	failed := 0
	for i := range members {
		if _, err := members[i].Read(); err != nil {
			failed++
		}
	}
	if failed == 0 {
		t.Error("nothing refused")
	}
}

// TestRatio reads a member of five megabytes of zeros where its ratio is allowed only.
func TestRatio(t *testing.T) {
	data := zipOf(t, file{"零.txt", strings.Repeat("0", 5<<20)})
	for ratio, want := range map[int64]bool{0: false, 100: false, 1_000_000: true} {
		members, _, err := listed(t, "零.zip", data, Limits{MaxRatio: ratio})
		if err != nil || len(members) != 1 {
			t.Fatal(members, err)
		}
		if _, err := members[0].Read(); (err == nil) != want {
			t.Errorf("ratio %d: %v", ratio, err)
		}
	}
}

func FuzzList(f *testing.F) {
	f.Add(zipOf(f, file{"a.txt", "一"}, file{"b.zip", string(zipOf(f, file{"c", "二"}))}))
	f.Add(tarOf(f, file{"a", "一"}, file{"b", "→c"}))
	f.Add(gzOf(f, tarOf(f, file{"a", "一"})))
	f.Add(gzOf(f, []byte("a")))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(dir, "a")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		members, _, _ := List(path, Limits{MaxBytes: 1 << 20, MaxMembers: 100})
		for i := range members {
			members[i].Read()
		}
	})
}
