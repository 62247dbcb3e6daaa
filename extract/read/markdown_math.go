package read

import (
	"bytes"
	"strings"
)

// Converters write numbers as formulas: $12.5\%$, $2 5 . 8 \%$, $10 ^ { 8 }$. They
// are read as the text they show.

// maxFormula is how many bytes a formula has that is read as text.
const maxFormula = 400

// formulaLength is the length of the formula that b begins with, its dollar signs
// included, and how many of these stand on each side; 0 where it begins with none:
// the price of $5 to $6.
func formulaLength(b []byte) (n, open int) {
	open = 1
	if bytes.HasPrefix(b, []byte("$$")) {
		open = 2
	}
	mark := b[:open]
	inner := b[open:min(len(b), maxFormula)]
	k := bytes.Index(inner, mark)
	for k > 0 && inner[k-1] == '\\' { // \$ is a dollar sign in the formula
		next := bytes.Index(inner[k+1:], mark)
		if next < 0 {
			return 0, 0
		}
		k += 1 + next
	}
	if k <= 0 {
		return 0, 0
	}
	after := open + k + open
	tight := inner[0] != ' ' && inner[k-1] != ' ' && (after >= len(b) || b[after] < '0' || b[after] > '9')
	if !tight && !bytes.ContainsAny(inner[:k], `\^_{`) {
		return 0, 0
	}
	return after, open
}

// latexCommands are what commands show. Those that only dress their argument show
// nothing themselves.
var latexCommands = map[string]string{
	"%": "%", "$": "$", "&": "&", "#": "#", "_": "_", "{": "{", "}": "}", ",": "", ";": "", ":": "", "!": "", " ": "", "quad": " ", "qquad": " ",
	"times": "×", "sim": "～", "leq": "≤", "le": "≤", "leqslant": "≤", "geq": "≥", "ge": "≥", "geqslant": "≥", "pm": "±", "mp": "∓", "approx": "≈",
	"neq": "≠", "ne": "≠", "cdot": "·", "circ": "°", "degree": "°", "div": "÷", "sum": "∑", "sqrt": "√", "infty": "∞", "cdots": "…", "ldots": "…", "dots": "…",
	"rightarrow": "→", "to": "→", "leftarrow": "←", "uparrow": "↑", "downarrow": "↓", "permil": "‰", "textperthousand": "‰", "perthousand": "‰",
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ", "epsilon": "ε", "theta": "θ", "lambda": "λ", "mu": "μ", "pi": "π", "sigma": "σ",
	"Sigma": "Σ", "phi": "φ", "omega": "ω", "Omega": "Ω", "prime": "′", "star": "*", "ast": "*", "langle": "〈", "rangle": "〉", "bullet": "•",
	"mathrm": "", "mathbf": "", "mathit": "", "mathsf": "", "mathcal": "", "text": "", "textbf": "", "textit": "", "textrm": "", "boldsymbol": "", "bf": "", "rm": "",
	"left": "", "right": "", "displaystyle": "", "overline": "", "underline": "", "hat": "", "bar": "", "operatorname": "", "limits": "", "textcircled": "", "textsuperscript": "",
}

// A latexReader writes what a formula shows.
type latexReader struct {
	s     string
	at    int
	depth int
	put   func(at, n int, as string) // n bytes at at show as
}

// group writes what stands up to the closing brace, or the next item; raised says
// that it stands over the line.
func (l *latexReader) items(closing bool, raised bool) {
	for l.at < len(l.s) {
		if l.s[l.at] == '}' && closing {
			return
		}
		l.item(raised)
	}
}

func (l *latexReader) item(raised bool) {
	c := l.s[l.at]
	switch {
	case c == '\\':
		l.command()
	case c == '^' || c == '_':
		l.at++
		l.script(c == '^')
	case c == '{' && l.depth < 20:
		l.group(raised)
	case c == '{' || c == '}' || c == '~' || c <= ' ':
		l.space()
	default:
		_, n := decodeRune(l.s[l.at:])
		as := ""
		if n == 1 && raised {
			as = raisedDigits[c]
		}
		l.put(l.at, n, as)
		l.at += n
	}
}

// space leaves blanks and braces out, but for a blank between words.
func (l *latexReader) space() {
	if l.s[l.at] <= ' ' && l.at > 0 && l.at+1 < len(l.s) && isLetter(l.s[l.at-1]) && isLetter(l.s[l.at+1]) && !strings.ContainsAny(l.s, `\{`) {
		l.put(l.at, 1, " ")
	}
	l.at++
}

// group writes what stands in braces.
func (l *latexReader) group(raised bool) {
	l.depth++
	l.at++
	l.items(true, raised)
	l.at = min(l.at+1, len(l.s))
	l.depth--
}

// script writes the next item over or under the line: 10 ^ { 8 } is 10⁸.
func (l *latexReader) script(raised bool) {
	for l.at < len(l.s) && l.s[l.at] == ' ' {
		l.at++
	}
	if l.at < len(l.s) {
		l.item(raised)
	}
}

// command writes what \name shows; one that is not known stays.
func (l *latexReader) command() {
	end := l.at + 1
	for end < len(l.s) && isLetter(l.s[end]) {
		end++
	}
	if end == l.at+1 && end < len(l.s) {
		_, n := decodeRune(l.s[end:])
		end += n
	}
	name := l.s[l.at+1 : end]
	start := l.at
	l.at = end
	if name == "frac" || name == "dfrac" || name == "tfrac" {
		l.fraction()
		return
	}
	as, known := latexCommands[name]
	switch {
	case !known && name != "" && name[0] > ' ':
		l.put(start, end-start, "")
	case as != "":
		l.put(start, end-start, as)
	}
}

// fraction writes a/b.
func (l *latexReader) fraction() {
	l.script(false)
	l.put(l.at, 0, "/")
	l.script(false)
}
