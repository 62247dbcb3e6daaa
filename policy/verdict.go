package policy

import (
	"crypto/sha256"
	"encoding/hex"
)

// A VerdictKind is what an auditor finds of a figure.
type VerdictKind string

// The verdicts.
const (
	Correct  VerdictKind = "correct"  // 正确
	Wrong    VerdictKind = "wrong"    // 有误
	Doubtful VerdictKind = "doubtful" // 存疑
)

// A Verdict is an auditor's finding on one figure, keyed by the figure's ID and
// what the figure said when it was looked at. In files of verdicts it is one line
// of JSON.
type Verdict struct {
	Figure   string      `json:"figure"`             // Figure.ID
	Digest   string      `json:"digest"`             // Figure.Digest at the time
	Verdict  VerdictKind `json:"verdict"`            //
	Said     string      `json:"said,omitempty"`     // what the figure said, in words: 研发经费支出 2025 12.6亿元
	Value    string      `json:"value,omitempty"`    // 更正值: what it should say, as the auditor wrote it
	Reason   string      `json:"reason,omitempty"`   // 理由
	Reviewer string      `json:"reviewer,omitempty"` // 复核人
	Date     string      `json:"date,omitempty"`     // YYYY-MM-DD
	Document string      `json:"document,omitempty"` // Source.Name, for the reader of the file
	SHA256   string      `json:"sha256,omitempty"`   // of the source
}

// Digest is 16 hexadecimal digits over all that the figure states: a figure that
// is read otherwise than it was has another.
func (f *Figure) Digest() string {
	var room [256]byte // most state no more
	all := room[:0]
	for _, s := range [...]string{
		f.Indicator, f.Concept, f.Value, f.ValueHigh, f.Unit, string(f.Comparator), string(f.Measure),
		string(f.Direction), f.Base, string(f.Status), f.Binding, f.Period, f.Area,
	} {
		all = append(append(all, s...), 0)
	}
	sum := sha256.Sum256(all)
	return hex.EncodeToString(sum[:8])
}
