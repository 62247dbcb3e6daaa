// On paper: the document, with a number at every figure, then the figures and the checks
// as tables.

function drawAnnex() {
  const d = state.doc;
  if (d.drawRest) d.drawRest();
  const cells = (tag, ...values) => values.map(v => el(tag, tag === 'th' ? { scope: 'col' } : null, v));
  const table = (name, heads, rows) => el('table', { class: name }, el('thead', null, el('tr', null, cells('th', ...heads))), el('tbody', null, rows));
  const parts = [el('p', { class: 'origin' }, `${d.name} · ${d.file} · SHA-256 ${d.sha256} · 数证 ${page.version}`), el('h2', null, `${T('tab.figures')} · ${d.figures.length}`), table('figures',
    [T('no'), T('field.indicator'), T('as-printed'), T('value'), T('field.period'), T('field.area'), T('field.status'), T('place'), T('verdict')],
    d.figures.map((f, i) => {
      const v = verdictOf(d, i);
      return el('tr', null, cells('td', String(i + 1), nameOfFigure(f), (f.cmp && f.cmp !== '=' ? W('comparator', f.cmp) + ' ' : '') + f.exact + unitBeside(f), valueOf(f), f.period || '', f.area || '',
        W('status', f.status) + (f.measure === 'level' ? '' : ' · ' + W('measure', f.measure)), T('at.line', f.line), v ? [`${SIGNS[v.verdict]} ${W('verdict', v.verdict)}`, v.value, v.reason, v.reviewer].filter(Boolean).join('；') : ''));
    }))];
  if (d.checks.length) {
    parts.push(el('h2', null, `${T('tab.checks')} · ${d.checks.length}`), table('checks',
      [T('result'), T('measure'), T('claim'), T('stated'), T('computed'), T('tab.figures')],
      d.checks.map(c => el('tr', null, cells('td', W('result', c.result), W('check', c.kind), c.claim, c.stated, c.computed || both(c.explain), c.figures.map(n => n + 1).join(', '))))));
  }
  const unexplained = d.ledger.filter(n => n.kind === 'unexplained' && n.unit >= 0);
  if (unexplained.length) {
    parts.push(el('h2', null, `${T('tab.unexplained')} · ${unexplained.length}`), el('ul', null, unexplained.map(n => {
      const q = around(d, [n.unit, n.a, n.b], 24);
      return el('li', null, q.before, el('b', null, q.exact), q.after);
    })));
  }
  fill($('annex'), parts);
}

addEventListener('beforeprint', () => { if (state.doc) drawAnnex(); });
addEventListener('afterprint', () => $('annex').replaceChildren());
