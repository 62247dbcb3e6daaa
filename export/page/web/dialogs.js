// What opens over the page: documents, review, help.

// openDialog shows a dialog with a title, a way to close it, and its content.
function openDialog(name, ...content) {
  const dialog = $('dialog-' + name);
  fill(dialog, el('header', null, el('h2', { id: `dialog-${name}-title` }, T('dialog.' + name)), el('button', { type: 'button', class: 'close', 'aria-label': T('close'), onclick: () => dialog.close() }, '×')), content);
  if (!dialog.open) dialog.showModal();
}

// progressOf counts the verdicts on a document.
function progressOf(entry) {
  const counts = { correct: 0, wrong: 0, doubtful: 0, all: 0 };
  for (const v of findingsOf(entry.sha256).values()) { counts[v.verdict]++; counts.all++; }
  return counts;
}

function showProgress() {
  $('progress').textContent = `${Math.min(progressOf(page.documents[state.number]).all, state.doc.figures.length)}/${state.doc.figures.length}`;
}

// openDocuments lists the documents of the page, and those that could not be read.
function openDocuments() {
  const cell = (n, alarm) => el('td', { class: 'number' + (alarm && n ? ' alarm' : '') }, String(n));
  const row = (entry, i) => el('tr', i === state.number ? { class: 'current' } : null,
    el('th', { scope: 'row' }, el('button', { type: 'button', class: 'go', lang: 'zh-CN', 'aria-current': i === state.number ? 'true' : null, onclick: () => { $('dialog-documents').close(); openDocument(i); } }, entry.name), el('small', null, entry.file)),
    cell(entry.figures), cell(entry.unexplained, true), cell(entry.inconsistent, true), cell(entry.problems), cell(progressOf(entry).all));
  const heads = ['document', 'tab.figures', 'tab.unexplained', 'inconsistent', 'tab.problems', 'verdict'];
  openDialog('documents',
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': T('dialog.documents') }, el('table', null, el('thead', null, el('tr', null, heads.map((h, i) => el('th', { scope: 'col', class: i ? 'number' : '' }, T(h))))), el('tbody', null, page.documents.map(row)))),
    page.failures.length ? [el('h3', null, T('failures', page.failures.length)), el('ul', { class: 'failures' }, page.failures.map(f => el('li', null, el('b', null, f.name), '：', f.why)))] : '');
}

// openReview shows how far the review is, and gives the verdicts out and takes them in.
function openReview() {
  const sums = { correct: 0, wrong: 0, doubtful: 0, all: 0 };
  let figures = 0;
  const seen = new Set();
  for (const entry of page.documents) {
    figures += entry.figures;
    if (seen.has(entry.sha256)) continue;
    seen.add(entry.sha256);
    const p = progressOf(entry);
    for (const key in sums) sums[key] += p[key];
  }
  const file = el('input', { type: 'file', id: 'verdict-file', accept: '.jsonl,.json,.txt', 'aria-label': T('import'), onchange: event => importFile(event.target) });
  openDialog('review',
    el('p', { class: 'sums' }, VERDICTS.map(v => el('span', { class: 's-' + v }, `${SIGNS[v]} ${W('verdict', v)} ${sums[v]}`)), el('span', null, T('left', Math.max(0, figures - sums.all)))),
    el('label', { class: 'field' }, el('span', null, T('reviewer')), el('input', { type: 'text', id: 'reviewer', maxlength: 100, value: memory.get('reviewer') || state.reviewer || '', onchange: event => { state.reviewer = event.target.value.trim(); memory.set('reviewer', state.reviewer || null); } })),
    el('label', { class: 'check' }, el('input', { type: 'checkbox', id: 'advance', checked: memory.get('advance') === '1' || state.advance, onchange: event => { state.advance = event.target.checked; memory.set('advance', state.advance ? '1' : null); } }), ' ', T('advance')),
    el('p', { class: 'explain' }, memory.works ? T('kept') : T('unkept')),
    el('div', { class: 'row' },
      el('button', { type: 'button', id: 'export', class: 'strong', onclick: () => save('verdicts.jsonl', verdictLines()) }, T('export', sums.all)),
      el('label', { class: 'file-button' }, T('import'), file)));
}

// importFile takes verdicts from a file of the reader's.
async function importFile(input) {
  const file = input.files[0];
  if (!file) return;
  if (file.size > 64e6) { toast(T('import.large')); return; }
  const told = takeLines(await file.text());
  drawText();
  choosePlaces(state.doc.chosen[state.tab]);
  openTab(state.tab, false);
  showProgress();
  openReview();
  toast([T('import.taken', told.taken), told.older ? T('import.older', told.older) : '', told.foreign ? T('import.foreign', told.foreign) : '', told.unread ? T('import.unread', told.unread) : ''].filter(Boolean).join(state.lang === 'en' ? '; ' : '；'));
}

// openHelp shows the keys and what the marks mean.
function openHelp() {
  const keys = [['j ↓', 'key.next'], ['k ↑', 'key.back'], ['a', 'key.accept'], ['r', 'key.reject'], ['?', 'key.doubt'], ['n', 'key.note'], ['/', 'key.search'], ['x', 'key.alone'], ['1 … 7', 'key.tabs'], ['[ ]', 'key.document'], ['g', 'key.text'], ['Esc', 'key.escape'], ['h', 'key.help']];
  openDialog('help',
    el('p', { class: 'explain' }, T('about')),
    el('table', { class: 'keys' }, el('tbody', null, keys.map(([key, what]) => el('tr', null, el('th', { scope: 'row' }, key.split(' ').map(k => k === '…' ? ' … ' : el('kbd', null, k))), el('td', null, T(what)))))),
    el('h3', null, T('marks')),
    el('p', { class: 'marks' }, FIELDS.map(f => el('span', { class: 'ev static ev-' + f }, T('field.' + f)))),
    el('p', { class: 'explain' }, T('version', page.version || '—')));
}
