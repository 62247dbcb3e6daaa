// The lists beside the text. Each names its items, how a line of it looks, by what it is
// filtered and searched, and where an item stands in the text.

const sign = i => {
  const v = verdictOf(state.doc, i);
  if (!v) return el('span', { class: 'sign' });
  return el('span', { class: 'sign s-' + v.verdict + (v.stale ? ' stale' : ''), role: 'img', 'aria-label': W('verdict', v.verdict) }, SIGNS[v.verdict]);
};

// line is how every list looks: a sign, a name over a faint line, and something to its right.
const line = (sign, name, value, faint, tag) => [
  sign, el('span', { class: 'name' }, name), el('span', { class: 'value' }, value), el('span', { class: 'faint' }, faint), el('span', { class: 'tag' }, tag)];

const tabs = {
  figures: {
    items: d => d.figures,
    line(i) {
      const d = state.doc, f = d.figures[i], result = checkOf(d, i);
      const faint = [f.period, f.area, W('status', f.status), f.measure === 'level' ? '' : W('measure', f.measure)].filter(Boolean).join(' · ');
      const bound = f.cmp && f.cmp !== '=' ? el('small', { class: 'bound' }, W('comparator', f.cmp) + ' ') : '';
      const arrow = f.dir === 'up' ? '↑\u2009' : f.dir === 'down' ? '↓\u2009' : '';
      return line(sign(i), nameOfFigure(f), [bound, arrow, f.exact, unitBeside(f) ? el('small', { class: 'bound' }, ' ' + unitBeside(f)) : ''], faint, result === 'consistent' || result === 'inconsistent' ? [checkSign(result), W('result', result)] : '');
    },
    places(d, i) {
      const f = d.figures[i];
      return [{ field: 'figure', label: '', at: f.at }, ...FIELDS.filter(k => f.ev && f.ev[k]).map(k => ({ field: k, at: f.ev[k] }))];
    },
    search(d, i) {
      const f = d.figures[i], q = around(d, f.at, 40);
      return [f.name, conceptName(d, f), f.concept, f.exact, f.value, f.unit, f.period, f.periodRaw, f.area, q && q.before, q && q.after].join(' ');
    },
    filters: [
      { key: 'section', of: (d, i) => sectionsOf(d, d.figures[i].section), options: sectionOptions },
      { key: 'indicator', of: (d, i) => indicatorKey(d.figures[i]), word: (d, i) => conceptName(d, d.figures[i]) || nameOfFigure(d.figures[i]) },
      { key: 'status', of: (d, i) => d.figures[i].status, field: 'status' },
      { key: 'measure', of: (d, i) => d.figures[i].measure, field: 'measure' },
      { key: 'result', of: (d, i) => checkOf(d, i), field: 'result' },
      { key: 'verdict', of: (d, i) => (verdictOf(d, i) || { verdict: 'none' }).verdict, field: 'verdict', live: true },
    ],
  },
  numerals: {
    items: d => d.ledger,
    line(i) {
      const d = state.doc, n = d.ledger[i];
      const q = n.unit < 0 ? null : around(d, [n.unit, n.a, n.b], 16);
      return line(el('span', { class: 'swatch n-' + n.kind }), el('b', { class: 'n n-' + n.kind }, q ? q.exact : '—'), el('span', { class: 'quiet' }, W('numeral', n.kind)), q ? [q.before, el('b', null, q.exact), q.after] : '', '');
    },
    places: (d, i) => [{ field: 'figure', label: W('numeral', d.ledger[i].kind), at: d.ledger[i].unit < 0 ? [] : [d.ledger[i].unit, d.ledger[i].a, d.ledger[i].b] }],
    search(d, i) {
      const n = d.ledger[i], q = n.unit < 0 ? null : around(d, [n.unit, n.a, n.b], 16);
      return q ? q.before + q.exact + q.after : '';
    },
    filters: [{ key: 'kind', of: (d, i) => d.ledger[i].kind, field: 'numeral' }],
  },
  checks: {
    items: d => d.checks,
    line(i) {
      const c = state.doc.checks[i];
      return line(checkSign(c.result), c.claim, el('span', { class: 'quiet' }, W('check', c.kind)), c.computed || both(c.explain), W('result', c.result));
    },
    places(d, i) {
      const c = d.checks[i];
      return [{ field: 'claim', label: W('check', c.kind), at: c.at }, ...c.figures.map(n => ({ field: 'figure', label: '', at: d.figures[n].at }))];
    },
    search: (d, i) => [d.checks[i].claim, d.checks[i].stated, d.checks[i].computed, ...d.checks[i].explain].join(' '),
    filters: [
      { key: 'result', of: (d, i) => d.checks[i].result, field: 'result' },
      { key: 'check', of: (d, i) => d.checks[i].kind, field: 'check' },
    ],
  },
  platforms: {
    items: d => d.platforms,
    line(i) {
      const p = state.doc.platforms[i];
      return line('', p.name, el('span', { class: 'quiet' }, W('platform', p.type)), [p.level, ...p.aliases].filter(Boolean).join(' · '), T('mentions', p.mentions.length));
    },
    places: (d, i) => d.platforms[i].mentions.map((m, n) => ({ field: 'figure', label: n ? '' : W('platform', d.platforms[i].type), at: m.at })),
    search: (d, i) => [d.platforms[i].name, ...d.platforms[i].aliases, d.platforms[i].level].join(' '),
    filters: [{ key: 'platform', of: (d, i) => d.platforms[i].type, field: 'platform' }],
  },
  tasks: {
    items: d => d.tasks,
    line(i) {
      const t = state.doc.tasks[i];
      const names = role => t.organs.filter(o => (o.role === 'lead') === role).map(o => o.name).join('、');
      return line('', t.task, el('span', { class: 'quiet' }, names(true)), names(false), '');
    },
    places(d, i) {
      const t = d.tasks[i];
      return [{ field: 'claim', label: '', at: t.taskAt }, ...t.organs.map((o, n) => ({ field: o.role === 'lead' ? 'status' : 'area', label: n && t.organs[n - 1].role === o.role ? '' : W('role', o.role), at: o.at }))];
    },
    search: (d, i) => [d.tasks[i].task, ...d.tasks[i].organs.map(o => o.name)].join(' '),
    filters: [],
  },
  references: {
    items: d => d.references,
    line: i => { const r = state.doc.references[i]; return line('', r.title || r.number, '', r.title ? r.number || '' : '', ''); },
    places: (d, i) => [{ field: 'figure', label: '', at: d.references[i].at }],
    search: (d, i) => d.references[i].title + ' ' + (d.references[i].number || ''),
    filters: [],
  },
  problems: {
    items: d => d.problems,
    line(i) {
      const p = state.doc.problems[i];
      return line(el('span', { class: 'sign s-doubtful' }, '!'), both(p.message), '', p.at ? wordsAt(state.doc, p.at).join(' … ') : '', '');
    },
    places: (d, i) => [{ field: 'claim', label: T('tab.problems'), at: d.problems[i].at }],
    search: (d, i) => d.problems[i].message.join(' '),
    filters: [],
  },
};

// checkSign tells the result of a check by a sign, not by its colour alone.
function checkSign(result) {
  const signs = { consistent: '=', inconsistent: '≠', unchecked: '·' };
  return el('span', { class: 'result r-' + result, role: 'img', 'aria-label': W('result', result) }, signs[result] || '');
}

const indicatorKey = f => f.concept || nameOfFigure(f);

// sectionOptions are the headings under which figures stand, indented by level.
function sectionOptions(d) {
  const counts = new Map();
  d.figures.forEach(f => sectionsOf(d, f.section).forEach(s => counts.set(s, (counts.get(s) || 0) + 1)));
  return [...counts.keys()].sort((a, b) => a - b).map(s => {
    const b = d.blocks[s];
    return [String(s), '\u2003'.repeat(Math.max(0, (b.kind === 'title' ? 1 : b.level || 1) - 1)) + b.text.slice(0, 30), counts.get(s)];
  });
}
