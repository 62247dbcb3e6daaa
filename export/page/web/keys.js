// The keyboard, and clicks in text and list.

// writing says whether keys go into a field.
const writing = e => e && (e.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName)) && !/^(checkbox|radio|button|file)$/.test(e.type);

// A key does what stands here. Letters are the same with and without shift.
const actions = {
  j: () => step(1),
  k: () => step(-1),
  a: () => decide('correct'),
  r: () => decide('wrong'),
  '?': () => decide('doubtful'),
  '？': () => decide('doubtful'),
  n: () => { if (chosenFigure() >= 0) $('reason').focus(); },
  '/': () => { setView('list'); $('search').focus(); $('search').select(); },
  h: () => openHelp(),
  x: () => showAlone(!document.body.classList.contains('alone')),
  d: () => openDocuments(),
  g: () => $('text').focus(),
  '[': () => turn(-1),
  ']': () => turn(1),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]')) return;
  if (!state.doc) { // nothing was read: there is a list of files, and the help
    if (event.key === 'd' || event.key === 'h') actions[event.key]();
    return;
  }
  if (event.key === 'Escape') { escape(); return; }
  if (writing(event.target)) {
    if (event.target.id === 'search' && (event.key === 'Enter' || event.key === 'ArrowDown')) { event.preventDefault(); $('list').focus(); if (list.at < 0) step(1); }
    else if (event.key === 'Enter' && (event.target.id === 'reason' || event.target.id === 'corrected')) { event.target.blur(); $('list').focus({ preventScroll: true }); }
    return;
  }
  const act = actions[event.key] || actions[event.key.toLowerCase()] || arrow(event) || digit(event);
  if (act) { event.preventDefault(); act(); }
}

// arrow moves in the list, or from tab to tab; in the text it scrolls as everywhere.
function arrow(event) {
  if (event.target.role === 'tab' || event.target.getAttribute('role') === 'tab') {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    return by && (() => {
      const names = [...$('tabs').children];
      const next = names[(names.indexOf(event.target) + by + names.length) % names.length];
      openTab(next.id.slice(4), false);
      $(next.id).focus();
    });
  }
  const inText = $('text').contains(event.target) || $('detail').contains(event.target);
  const rows = Math.max(1, Math.floor($('list').clientHeight / ROW) - 1);
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: rows, PageUp: -rows, Home: -1e9, End: 1e9 }[event.key];
  if (by && !inText && (Math.abs(by) === 1 || $('list').contains(event.target))) return () => step(by);
  if (event.key === 'Enter' && $('list').contains(event.target)) return () => { const i = state.doc.chosen[state.tab]; if (i !== undefined) pick(i, 'list'); else step(1); };
  return null;
}

// digit opens a list by its place.
function digit(event) {
  const tab = /^[1-9]$/.test(event.key) && $('tabs').children[event.key - 1];
  return tab && (() => openTab(tab.id.slice(4)));
}

// chosenFigure is the figure that a verdict would be on, -1 for none.
function chosenFigure() {
  const i = state.tab === 'figures' ? state.doc.chosen.figures : undefined;
  return i === undefined ? -1 : i;
}

function decide(verdict) {
  const i = chosenFigure();
  if (i < 0) { toast(T('choose')); return; }
  if (document.activeElement && $('detail').contains(document.activeElement)) $('list').focus({ preventScroll: true });
  judge(state.doc, i, verdict);
  if ((memory.get('advance') === '1' || state.advance) && verdictOf(state.doc, i)) step(1);
}

// escape leaves a field, then what is shown alone, then the chosen item.
function escape() {
  if (writing(document.activeElement)) { document.activeElement.blur(); $('list').focus({ preventScroll: true }); return; }
  if (document.body.classList.contains('outlined')) { toggleOutline(); return; }
  if (document.body.classList.contains('alone')) { showAlone(false); return; }
  pick(undefined, 'text');
}

// turn opens the next document, or the one before.
function turn(by) {
  const n = state.number + by;
  if (n >= 0 && n < page.documents.length) openDocument(n);
}

// onTextClick chooses the figure or numeral that was hit.
function onTextClick(event) {
  const figure = event.target.closest('[data-figure]');
  if (figure) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo('figures', +figure.dataset.figure, 'text');
    return;
  }
  const numeral = event.target.closest('[data-numeral]');
  if (!numeral || String(getSelection()) !== '') return;
  const kind = state.doc.ledger[numeral.dataset.numeral].kind;
  if (state.tab !== 'numerals') { state.doc.filters.numerals = { kind }; state.doc.queries.numerals = ''; }
  goTo('numerals', +numeral.dataset.numeral, 'text');
}

function onListClick(event) {
  const e = event.target.closest('[data-line]');
  if (e) pick(list.rows[e.dataset.line], 'list');
}
