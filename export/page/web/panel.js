// The panel: which list is open, what of it is shown, and which item is chosen.

// drawTabs shows the names of the lists that have items.
function drawTabs() {
  const d = state.doc;
  const unexplained = d.ledger.filter(n => n.kind === 'unexplained').length;
  fill($('tabs'), Object.keys(tabs).filter(key => key === 'figures' || key === state.tab || tabs[key].items(d).length > 0).map(key => {
    const count = key === 'numerals' ? unexplained : tabs[key].items(d).length;
    const open = key === state.tab;
    return el('button', { type: 'button', role: 'tab', id: 'tab-' + key, 'aria-selected': open ? 'true' : 'false', 'aria-controls': 'sheet', tabindex: open ? '0' : '-1', class: key === 'numerals' && count ? 'alarm' : '', onclick: () => openTab(key) },
      T(key === 'numerals' ? 'tab.unexplained' : 'tab.' + key), ' ', el('span', { class: 'count' }, String(count)));
  }));
  $('sheet').setAttribute('aria-labelledby', 'tab-' + state.tab);
}

// openTab opens a list. Numerals begin with what nobody understood.
function openTab(key, focus = true) {
  const d = state.doc;
  state.tab = key;
  if (!d.filters[key]) d.filters[key] = key === 'numerals' ? { kind: 'unexplained' } : {};
  drawTabs();
  drawFilters();
  applyFilters();
  choosePlaces(d.chosen[key]);
  drawDetail();
  list.choose(d.chosen[key]);
  drawLegend();
  if (focus) $('list').focus({ preventScroll: true });
}

// drawFilters shows what the open list can be filtered by.
function drawFilters() {
  const d = state.doc, chosen = d.filters[state.tab];
  fill($('selects'), tabs[state.tab].filters.map(f => {
    const select = el('select', { 'aria-label': T('filter.' + f.key), 'data-filter': f.key, onchange: event => { chosen[f.key] = event.target.value; applyFilters(); } });
    select.append(new Option(T('filter.' + f.key), ''));
    for (const [value, word, count] of optionsOf(d, f)) select.append(new Option(plain(`${word} (${count})`), value));
    select.value = chosen[f.key] || '';
    return select;
  }));
  $('search').value = d.queries[state.tab] || '';
}

// optionsOf are the values that a filter can have in a document, with how often each is.
function optionsOf(d, f) {
  if (f.options) return f.options(d);
  const items = tabs[state.tab].items(d), counts = new Map(), words = new Map();
  items.forEach((_, i) => {
    const value = f.of(d, i);
    counts.set(value, (counts.get(value) || 0) + 1);
    if (f.word && !words.has(value)) words.set(value, f.word(d, i));
  });
  const order = f.field === 'verdict' ? [...VERDICTS, 'none'] : ((page.words.order || {})[f.field] || []);
  const rank = value => { const n = order.indexOf(value); return n < 0 ? order.length : n; };
  const word = value => value === 'none' ? T('filter.none.' + f.key) : f.field ? W(f.field, value) : words.get(value);
  const values = [...counts.keys()].sort((a, b) => f.field ? rank(a) - rank(b) : counts.get(b) - counts.get(a) || (words.get(a) < words.get(b) ? -1 : 1));
  return values.map(value => [value, word(value), counts.get(value)]);
}

// applyFilters shows the items that pass all filters and hold all words searched for.
function applyFilters(stay) {
  const d = state.doc, tab = tabs[state.tab], chosen = d.filters[state.tab];
  const words = (d.queries[state.tab] || '').toLowerCase().split(/\s+/).filter(Boolean);
  const on = tab.filters.filter(f => chosen[f.key]);
  const rows = [];
  const hidden = state.tab === 'figures' && (on.length || words.length) ? d.figures.map(() => true) : null;
  tab.items(d).forEach((_, i) => {
    if (on.every(f => passes(f.of(d, i), chosen[f.key])) && holds(d, tab, i, words)) {
      rows.push(i);
      if (hidden) hidden[i] = false;
    }
  });
  list.show(rows, tab.line, state.tab, stay);
  list.choose(d.chosen[state.tab]);
  tell(rows.length, tab.items(d).length, on.length || words.length);
  dim(d, hidden);
}

const passes = (has, wanted) => Array.isArray(has) ? has.includes(+wanted) : String(has) === wanted;

function holds(d, tab, i, words) {
  if (!words.length) return true;
  const cache = d.haystacks[state.tab] = d.haystacks[state.tab] || [];
  const hay = cache[i] = cache[i] || tab.search(d, i).toLowerCase();
  return words.every(w => hay.includes(w));
}

// tell says how many items are shown.
function tell(shown, all, filtered) {
  $('shown-count').textContent = filtered ? T('shown', shown, all) : T('all', all);
  $('clear').hidden = !filtered;
  $('empty').hidden = shown > 0;
  $('empty').textContent = all === 0 ? T('empty.' + state.tab) : filtered ? T('empty.filtered') : '';
}

// dim makes the figures faint in the text that do not pass.
function dim(d, hidden) {
  if (!hidden && !d.hidden) return;
  d.hidden = hidden;
  for (const a of $('text').querySelectorAll('a[data-figure]')) a.classList.toggle('off', !!hidden && hidden[a.dataset.figure]);
}

// pick chooses an item of the open list. From the list the text follows; from the text
// the list does.
function pick(item, from) {
  const d = state.doc;
  d.chosen[state.tab] = item;
  const at = choosePlaces(item);
  drawDetail(); // before the line is chosen: it takes room from the list
  $('detail').scrollTop = 0;
  list.choose(item);
  if (from !== 'text' && at) showPlace(at, from === 'quiet' || narrow());
  remember();
}

// choosePlaces marks where an item stands and says where that is.
function choosePlaces(item) {
  const d = state.doc;
  const places = item === undefined ? [] : tabs[state.tab].places(d, item).filter(p => p.at && p.at.length);
  choose(places);
  const main = places.find(p => p.field === 'figure') || places[0];
  return places.length && (state.tab === 'checks' ? places[0].at : main.at);
}

// goTo opens a list at an item.
function goTo(tab, item, from) {
  const d = state.doc;
  if (state.tab !== tab) { d.chosen[tab] = item; openTab(tab, from !== 'text'); }
  if (list.rows.indexOf(item) < 0) clearFilters();
  pick(item, from);
}

// clearFilters shows all items of the open list.
function clearFilters() {
  const d = state.doc;
  d.filters[state.tab] = {};
  d.queries[state.tab] = '';
  drawFilters();
  applyFilters();
}

// step goes on to the next item that is shown, or back.
function step(by) {
  const rows = list.rows;
  if (!rows.length) return;
  let n = list.at;
  if (n < 0) {
    const chosen = state.doc.chosen[state.tab];
    const after = chosen === undefined ? -1 : rows.findIndex(i => i > chosen);
    n = chosen === undefined ? (by > 0 ? -1 : rows.length) : by > 0 ? (after < 0 ? rows.length : after) - 1 : after < 0 ? rows.length : after;
  }
  n = Math.min(rows.length - 1, Math.max(0, n + by));
  pick(rows[n], 'list');
}

// verdictChanged shows a new verdict where it is seen.
function verdictChanged(i) {
  if (state.tab !== 'figures') return;
  list.redraw(i);
  if (state.doc.chosen.figures === i && !$('detail').contains(document.activeElement)) drawDetail();
  else if (state.doc.chosen.figures === i) pressVerdict(i);
  const select = document.querySelector('[data-filter=verdict]');
  if (select && !select.value) drawFilters();
}

// pressVerdict shows a verdict in the form without drawing it anew, which would take the
// field away that is being written in.
function pressVerdict(i) {
  const v = verdictOf(state.doc, i) || {};
  for (const verdict of VERDICTS) {
    const b = $('detail').querySelector('.b-' + verdict);
    if (b) b.setAttribute('aria-pressed', v.verdict === verdict ? 'true' : 'false');
  }
}

// drawLegend shows what numerals were taken for; each kind can be made plain text.
function drawLegend() {
  const d = state.doc, counts = {};
  for (const n of d.ledger) counts[n.kind] = (counts[n.kind] || 0) + 1;
  const alone = document.body.classList.contains('alone');
  fill($('legend'), el('span', { class: 'legend-name' }, T('legend')),
    d.kinds.filter(k => counts[k] && k !== 'unexplained').map(k => el('button', { type: 'button', class: 'kind', 'aria-pressed': document.body.classList.contains('plain-' + k) ? 'false' : 'true', title: note('numeral', k), onclick: () => { document.body.classList.toggle('plain-' + k); drawLegend(); } },
      el('span', { class: 'n n-' + k }, '12'), ' ', W('numeral', k), ' ', el('span', { class: 'count' }, String(counts[k])))),
    el('button', { type: 'button', class: 'kind', id: 'alone', 'aria-pressed': alone ? 'true' : 'false', onclick: () => showAlone(!document.body.classList.contains('alone')) },
      el('span', { class: 'n n-unexplained' }, '12'), ' ', T('alone'), ' ', el('span', { class: 'count' }, String(counts.unexplained || 0))));
}

// showAlone shows the unexplained numerals alone: all other marks go, and the list is theirs.
function showAlone(on) {
  document.body.classList.toggle('alone', on);
  if (on) {
    state.doc.filters.numerals = { kind: 'unexplained' };
    state.doc.queries.numerals = '';
    openTab('numerals');
    if (list.rows.length) pick(list.rows[0], 'list');
  }
  drawLegend();
}
