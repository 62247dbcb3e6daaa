// The chosen item with all that is known of it.

// drawDetail shows the chosen item of the open list.
function drawDetail() {
  const d = state.doc, i = d.chosen[state.tab];
  document.body.classList.toggle('has-detail', i !== undefined);
  if (i === undefined) { fill($('detail'), el('p', { class: 'hint' }, T('choose'))); return; }
  fill($('detail'), details[state.tab](d, i));
}

const details = {
  figures: (d, i) => [figureHead(d, i), quoteOf(d, d.figures[i].at), verdictForm(d, i), fieldsOf(d, i), checksAbout(d, i), aboutOf(d, i)],

  numerals(d, i) {
    const n = d.ledger[i];
    return [
      el('h2', null, el('span', { class: 'swatch n-' + n.kind }), ' ', W('numeral', n.kind)), el('p', { class: 'explain' }, note('numeral', n.kind)),
      n.unit < 0 ? el('p', null, T('nowhere')) : quoteOf(d, [n.unit, n.a, n.b]),
      n.figure >= 0 ? el('p', null, toFigure(d, n.figure)) : ''];
  },

  checks(d, i) {
    const c = d.checks[i];
    return [
      el('h2', null, checkSign(c.result), ' ', W('check', c.kind), el('small', null, ' ' + W('result', c.result))),
      quoteOf(d, c.at) || el('blockquote', { lang: 'zh-CN' }, c.claim),
      el('dl', { class: 'fields' },
        fact(T('stated'), el('b', null, c.stated)),
        c.computed ? fact(T('computed'), el('b', null, c.computed)) : '',
        both(c.explain) ? fact(T('explain'), both(c.explain)) : ''),
      c.figures.length ? el('h3', null, T('rests')) : '',
      el('ul', { class: 'links-list' }, c.figures.map(n => el('li', null, toFigure(d, n))), c.others ? el('li', null, T('others', c.others)) : ''),
      c.elsewhere ? [el('h3', null, T('elsewhere')), el('ul', { class: 'links-list' }, c.elsewhere.map(s => el('li', null, toSide(s))))] : ''];
  },

  platforms(d, i) {
    const p = d.platforms[i];
    return [
      el('h2', null, p.name, el('small', null, ` ${W('platform', p.type)} ${p.level || ''}`)),
      p.aliases.length ? el('p', { class: 'explain' }, T('aliases') + '：' + p.aliases.join('、')) : '',
      el('dl', { class: 'fields' }, p.attributes.map(a => fact(a.name === 'state' ? T('state') : a.name, a.at ? toPlace(a.at, a.value) : a.value))),
      el('h3', null, T('mentions', p.mentions.length)),
      el('ul', { class: 'links-list' }, p.mentions.map(m => el('li', null, toPlace(m.at, quoteWords(d, m.at) || m.exact)))),
      p.figures.length ? [el('h3', null, T('tab.figures')), el('ul', { class: 'links-list' }, p.figures.map(n => el('li', null, toFigure(d, n))))] : ''];
  },

  tasks(d, i) {
    const t = d.tasks[i];
    return [
      el('h2', { lang: 'zh-CN' }, t.taskAt ? toPlace(t.taskAt, t.task) : t.task),
      el('dl', { class: 'fields' }, ['lead', 'responsible', 'support'].map(role => {
        const organs = t.organs.filter(o => o.role === role);
        return organs.length ? fact(W('role', role), organs.map((o, n) => { const name = o.name + (n + 1 < organs.length ? '、' : ''); return o.at ? toPlace(o.at, name) : name; })) : '';
      }).filter(Boolean))];
  },

  references(d, i) {
    const r = d.references[i];
    return [el('h2', { lang: 'zh-CN' }, r.title ? `《${r.title}》` : r.number), r.title && r.number ? el('p', null, r.number) : '', quoteOf(d, r.at)];
  },

  problems: (d, i) => [el('h2', null, both(d.problems[i].message)), quoteOf(d, d.problems[i].at)],
};

const fact = (name, ...value) => el('div', null, el('dt', null, name), el('dd', null, ...value));

// quoteOf shows a place in its sentence, or in its row of a table.
function quoteOf(d, at) {
  const q = around(d, at);
  if (!q) return '';
  const quote = el('blockquote', { lang: 'zh-CN' });
  writeWords(quote, q.before);
  const exact = el('mark');
  writeWords(exact, q.exact);
  quote.append(exact);
  writeWords(quote, q.after);
  return quote;
}

function quoteWords(d, at) {
  const q = around(d, at, 18);
  return q ? [el('span', { class: 'dim' }, q.before), el('b', null, q.exact), el('span', { class: 'dim' }, q.after)] : '';
}

// toPlace leads to a place of the text, toFigure to a figure.
const toPlace = (at, ...words) => el('button', { type: 'button', class: 'go', lang: 'zh-CN', onclick: () => showPlace(at) }, words);
const toFigure = (d, n) => el('button', { type: 'button', class: 'go', lang: 'zh-CN', onclick: () => goTo('figures', n) },
  el('span', { class: 'number' }, String(n + 1)), ' ', nameOfFigure(d.figures[n]), ' ', el('b', null, d.figures[n].exact), el('span', { class: 'dim' }, ' ' + (d.figures[n].period || '')));

// toSide leads to a figure of another document of the page.
const toSide = s => el('button', { type: 'button', class: 'go', lang: 'zh-CN', onclick: () => { openDocument(s.doc); goTo('figures', state.doc.figureByID.get(s.figure)); } },
  s.indicator || T('unnamed'), ' ', el('b', null, s.value), el('span', { class: 'dim' }, ` ${s.period || ''} · ${s.name}`));

function figureHead(d, i) {
  const f = d.figures[i];
  return el('header', { class: 'figure-head' },
    el('h2', { lang: 'zh-CN' }, nameOfFigure(f)),
    el('span', { class: 'number' }, T('number', i + 1, d.figures.length)),
    el('p', { class: 'big' }, f.cmp && f.cmp !== '=' ? el('small', null, W('comparator', f.cmp) + ' ') : '', f.dir ? (f.dir === 'up' ? '↑ ' : '↓ ') : '', f.exact, unitBeside(f) ? el('small', null, ' ' + unitBeside(f)) : ''));
}

// fieldsOf lists every field with the words it was read from.
function fieldsOf(d, i) {
  const f = d.figures[i], rows = [];
  const add = (name, value, field) => {
    if (!value) return;
    const from = field && f.ev && f.ev[field];
    rows.push(el('div', field ? { class: 'f-' + field } : null, el('dt', null, name), el('dd', null, value,
      from ? el('span', { class: 'from' }, pieces(from).map(p => el('button', { type: 'button', class: `go words ev-${field}`, lang: 'zh-CN', title: T('show'), onclick: () => showPlace(p) }, d.units[p[0]].text.slice(p[1], p[2])))) : '')));
  };
  add(T('value'), valueOf(f));
  add(T('field.indicator'), nameOfFigure(f), 'indicator');
  add(T('concept'), conceptName(d, f) + (conceptName(d, f) !== f.concept && f.concept ? ` (${f.concept})` : ''));
  add(T('field.period'), f.period || T('none'), 'period');
  add(T('field.area'), f.area || T('none'), 'area');
  add(T('field.comparator'), f.cmp ? W('comparator', f.cmp) : '', 'comparator');
  add(T('field.status'), W('status', f.status), 'status');
  add(T('measure'), W('measure', f.measure));
  add(T('field.direction'), f.dir ? W('direction', f.dir) : '', 'direction');
  add(T('base'), f.base ? W('base', f.base) : '');
  add(T('binding'), f.binding);
  add(T('place'), placeOf(d, f));
  add(T('stored'), f.stored);
  add(T('rule'), f.rule);
  return el('dl', { class: 'fields' }, rows);
}

// placeOf says where a figure stands: page, cell, line and characters.
function placeOf(d, f) {
  const parts = [];
  if (f.page) parts.push(T('at.page', f.page));
  if (f.sheetCell) parts.push([f.part, f.sheetCell].filter(Boolean).join(' '));
  if (f.cell) parts.push(T('at.cell', f.table, f.cell[0] + 1, f.cell[1] + 1));
  parts.push(T('at.line', f.line), T('at.characters', f.start, f.end));
  return parts.join(state.lang === 'en' ? ', ' : '，');
}

function checksAbout(d, i) {
  const checks = d.checksOf[i];
  if (!checks.length) return '';
  return el('section', { class: 'about' }, el('h3', null, T('tab.checks')), el('ul', { class: 'links-list' }, checks.map(n => {
    const c = d.checks[n];
    return el('li', null, el('button', { type: 'button', class: 'go', onclick: () => goTo('checks', n) },
      checkSign(c.result), ' ', `${W('check', c.kind)} · ${W('result', c.result)}`, el('span', { class: 'dim' }, ` ${c.computed || both(c.explain)}`)));
  })));
}

function aboutOf(d, i) {
  const platforms = d.platformsOf[i];
  if (!platforms.length) return '';
  return el('section', { class: 'about' }, el('h3', null, T('tab.platforms')), el('ul', { class: 'links-list' },
    platforms.map(n => el('li', null, el('button', { type: 'button', class: 'go', onclick: () => goTo('platforms', n) }, d.platforms[n].name)))));
}

// verdictForm takes the auditor's verdict on a figure.
function verdictForm(d, i) {
  const v = verdictOf(d, i) || {};
  const button = verdict => el('button', { type: 'button', class: 'verdict b-' + verdict, 'aria-pressed': v.verdict === verdict ? 'true' : 'false', onclick: () => { judge(d, i, verdict); } },
    el('span', { 'aria-hidden': 'true' }, SIGNS[verdict] + ' '), W('verdict', verdict), el('kbd', { 'aria-hidden': 'true' }, KEYS[verdict]));
  const field = (key, id) => el('label', null, el('span', null, T(id)), el('input', { id, type: 'text', maxlength: LONGEST, value: v[key] || '', autocomplete: 'off', onchange: event => remark(d, i, key, event.target.value.trim()) }));
  return el('form', { class: 'judge', onsubmit: event => event.preventDefault() },
    el('div', { class: 'verdicts', role: 'group', 'aria-label': T('verdict') }, VERDICTS.map(button)),
    v.stale ? el('p', { class: 'stale-note' }, T('stale')) : '',
    el('div', { class: 'remarks' }, field('value', 'corrected'), field('reason', 'reason')),
    v.date ? el('p', { class: 'who' }, [v.reviewer, v.date].filter(Boolean).join(' · ')) : '');
}
