package serve

import (
	"encoding/json"
	"net/http"
	"strconv"
)

// A problem is what is answered instead of a result: a code for programs and words for
// people.
type problem struct {
	Code string `json:"code"`
	Zh   string `json:"zh"`
	En   string `json:"en"`
}

// The problems that are no document's.
var (
	problemHost = problem{"host", "请用 http://localhost 或本机地址访问；要用别的名字，请在启动时加 --host",
		"ask by localhost or an address of this machine; --host allows another name"}
	problemOrigin = problem{"origin", "这个请求来自别的网页，已拒绝", "the request comes from a page of another site"}
	problemNone   = problem{"not_found", "没有这一页，或文件已不在", "there is no such page, or the file is gone"}
	problemMethod = problem{"method", "这个地址不接受这种请求", "the address does not take this kind of request"}
	problemBusy   = problem{"busy", "正在读的文件太多，请稍后再试", "too many documents are being read; try again a little later"}
	problemNoFile = problem{"no_file", "请求里没有文件", "the request holds no file"}
	problemForm   = problem{"form", "表单不完整，或一次不止一个文件", "the form is broken, or holds more than one file"}
)

// tooLarge words the limit of bytes.
func (s *Server) tooLarge() problem {
	n := strconv.FormatInt(s.opt.MaxBytes, 10)
	return problem{"too_large", "超过 " + n + " 字节；要读它，请在启动时调大 --max-bytes", "more than " + n + " bytes; --max-bytes allows more"}
}

// folderProblem words why the folder cannot be listed.
func folderProblem(err error) problem {
	return problem{"folder", "文件夹读不了：" + err.Error(), "the folder cannot be read: " + err.Error()}
}

// unreadable words an error of reading.
func (s *Server) unreadable(err error) problem {
	p := problem{"unreadable", err.Error(), err.Error()}
	if s.opt.Explain != nil {
		p.Zh, p.En = s.opt.Explain(err)
	}
	return p
}

// fail answers with a problem.
func fail(w http.ResponseWriter, status int, p problem) {
	if status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "2")
	}
	answer(w, status, map[string]problem{"error": p})
}

// answer answers with JSON.
func answer(w http.ResponseWriter, status int, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // numbers and strings always have a JSON form
	}
	reply(w, status, "application/json", append(b, '\n'))
}

// reply answers with bytes.
func reply(w http.ResponseWriter, status int, media string, b []byte) {
	w.Header().Set("Content-Type", media)
	w.Header().Set("Content-Length", strconv.Itoa(len(b)))
	w.WriteHeader(status)
	w.Write(b) // whoever asked may have gone
}
