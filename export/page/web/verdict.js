// What the auditor finds: kept by the browser for each document, given out and taken back
// as lines of JSON.

const VERDICTS = ['correct', 'wrong', 'doubtful'];
const SIGNS = { correct: '✓', wrong: '✗', doubtful: '?' };
const KEYS = { correct: 'a', wrong: 'r', doubtful: '?' };
const LONGEST = 4000; // characters of a remark

// findings are the verdicts of documents by SHA-256, each a map from the figure's ID.
const findings = new Map();

// findingsOf reads those of a document from the browser's memory, once.
function findingsOf(sha256) {
  if (!findings.has(sha256)) {
    const map = new Map();
    try {
      for (const line of JSON.parse(memory.get('verdicts/' + sha256) || '[]')) {
        const v = cleanVerdict(line);
        if (v) map.set(v.figure, v);
      }
    } catch { /* what another program wrote there is not ours */ }
    findings.set(sha256, map);
  }
  return findings.get(sha256);
}

// cleanVerdict takes what is a verdict in a line of a file and nothing else.
function cleanVerdict(line) {
  if (!line || typeof line !== 'object' || !/^[0-9a-f]{16}$/.test(line.figure) || !VERDICTS.includes(line.verdict)) return null;
  const v = { figure: line.figure, digest: /^[0-9a-f]{16}$/.test(line.digest) ? line.digest : '', verdict: line.verdict };
  for (const key of ['value', 'reason', 'reviewer', 'date', 'said']) {
    if (typeof line[key] === 'string' && line[key] !== '') v[key] = line[key].slice(0, LONGEST);
  }
  return v;
}

// verdictOf is the verdict on a figure of a document; stale says that the figure was read
// otherwise then.
function verdictOf(d, i) {
  const f = d.figures[i], v = findingsOf(d.sha256).get(f.id);
  if (v) v.stale = v.digest !== f.digest;
  return v;
}

// keep writes the verdicts of a document into the browser's memory.
function keep(sha256) {
  const lines = [...findingsOf(sha256).values()].filter(v => !v.given).map(({ stale, given, ...v }) => v);
  if (!memory.set('verdicts/' + sha256, lines.length ? JSON.stringify(lines) : null) && lines.length) warnUnkept();
}

let warned = false;
function warnUnkept() {
  if (!warned) toast(T('unkept'));
  warned = true;
}

// today is the date where the auditor sits.
function today() {
  const d = new Date();
  return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`;
}

// judge gives a figure a verdict, or takes it back where it has it already.
function judge(d, i, verdict) {
  const f = d.figures[i], map = findingsOf(d.sha256), old = map.get(f.id);
  if (old && old.verdict === verdict && !old.stale) map.delete(f.id);
  else map.set(f.id, { ...old, given: false, figure: f.id, digest: f.digest, verdict, reviewer: memory.get('reviewer') || state.reviewer || undefined, date: today(), said: [f.name, f.period, f.exact].filter(Boolean).join(' ') });
  judged(d, i);
  const v = map.get(f.id);
  toast(v ? plain(`${f.exact} ${W('verdict', v.verdict)}`) : T('verdict.none'));
}

// remark writes a remark or a corrected value. A remark without a verdict is a doubt.
function remark(d, i, key, text) {
  const f = d.figures[i], map = findingsOf(d.sha256);
  if (!map.has(f.id)) {
    if (text === '') return;
    judge(d, i, 'doubtful');
  }
  const v = map.get(f.id);
  if (text === '') delete v[key];
  else v[key] = text.slice(0, LONGEST);
  v.date = today();
  v.given = false;
  judged(d, i);
}

// judged shows and keeps what has changed.
function judged(d, i) {
  keep(d.sha256);
  const units = new Set(pieces(d.figures[i].at).map(([u]) => u));
  for (const u of units) writeUnit(d, u);
  showProgress();
  verdictChanged(i);
}

// verdictLines writes the verdicts on all documents of the page, a line each.
function verdictLines() {
  let text = '';
  const seen = new Set();
  for (const entry of page.documents) {
    if (seen.has(entry.sha256)) continue;
    seen.add(entry.sha256);
    for (const v of findingsOf(entry.sha256).values()) {
      const { figure, digest, verdict, value, reason, reviewer, date, said } = v;
      text += JSON.stringify({ figure, digest, verdict, value, reason, reviewer, date, said, document: entry.file, sha256: entry.sha256 }) + '\n';
    }
  }
  return text;
}

// takeLines reads such lines back.
function takeLines(text) {
  const told = { taken: 0, foreign: 0, unread: 0, older: 0 };
  const changed = new Set();
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    let raw = null;
    try { raw = JSON.parse(line); } catch { /* counted as unread */ }
    const [what, sha256] = take(raw, false);
    told[what]++;
    if (what === 'taken') changed.add(sha256);
  }
  for (const sha256 of changed) keep(sha256);
  return told;
}

// take puts a verdict among those of its document. Of two on a figure the later stays; of
// two of one day that of the reader, unless a file was chosen just now.
function take(raw, behind) {
  const v = cleanVerdict(raw);
  if (!v) return ['unread'];
  const sha256 = ownerOf(v, raw.sha256);
  if (!sha256) return ['foreign'];
  const map = findingsOf(sha256), old = map.get(v.figure);
  if (old && ((old.date || '') > (v.date || '') || behind && old.date === v.date && !old.given)) return ['older'];
  map.set(v.figure, { ...v, given: behind });
  return ['taken', sha256];
}

// takeGiven takes the verdicts that the page was written with.
const takeGiven = () => page.verdicts.forEach(v => take(v, true));

// ownerOf is the document of the page that a verdict is on.
function ownerOf(v, sha256) {
  for (let i = 0; i < page.documents.length; i++) {
    const own = page.documents[i].sha256;
    if (sha256 ? own === sha256 : documentAt(i).figureByID.has(v.figure)) return own;
  }
  return '';
}

// save gives a text to the reader as a file.
function save(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }));
  const a = el('a', { download: name });
  a.href = url;
  a.click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
