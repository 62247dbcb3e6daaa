// The beginning: the document that the address names, or the first.

// openDocument shows a document of the page.
function openDocument(number) {
  if (state.doc) state.doc.scroll = $('text').scrollTop;
  if (state.doc) for (const u of state.doc.units) u.element = null;
  chosen = new Map();
  const d = documentAt(number);
  d.chosen = d.chosen || {};
  d.filters = d.filters || {};
  d.queries = d.queries || {};
  d.haystacks = d.haystacks || {};
  state.doc = d;
  state.number = number;
  document.title = plain(page.title || `${d.name} · ${T('page')}`);
  $('doc-name').textContent = plain(d.name);
  $('doc-count').textContent = page.documents.length > 1 ? `${number + 1}/${page.documents.length}` : '';
  if (!tabs[state.tab].items(d).length) state.tab = 'figures';
  drawText();
  drawOutline();
  openTab(state.tab, false);
  showProgress();
}

// drawOutline shows the headings with how many figures stand under each.
function drawOutline() {
  const d = state.doc, counts = new Map();
  d.figures.forEach(f => sectionsOf(d, f.section).forEach(s => counts.set(s, (counts.get(s) || 0) + 1)));
  const headings = d.blocks.map((b, i) => [b, i]).filter(([b]) => b.kind === 'heading' || b.kind === 'title');
  document.body.classList.toggle('no-outline', headings.length === 0);
  fill($('outline'), el('ul', { lang: 'zh-CN' }, headings.map(([b, i]) => el('li', { class: 'o' + (b.kind === 'title' ? 0 : Math.min(4, b.level || 1)) },
    el('a', { href: '#text', 'data-heading': i, onclick: event => { event.preventDefault(); showPlace([b.unit, 0, b.text.length]); markOutline(i); } }, el('span', null, b.text), counts.get(i) ? el('span', { class: 'count' }, String(counts.get(i))) : '')))));
}

function markOutline(section) {
  const old = $('outline').querySelector('[aria-current]');
  const now = $('outline').querySelector(`[data-heading="${section}"]`);
  if (old === now) return;
  if (old) old.removeAttribute('aria-current');
  if (now) { now.setAttribute('aria-current', 'location'); intoView(now, $('outline')); }
}

function toggleOutline() {
  const on = document.body.classList.toggle('outlined');
  $('outline-button').setAttribute('aria-expanded', String(on));
}

// remember writes the chosen figure into the address, so that it can be passed on.
function remember() {
  const i = state.doc.chosen.figures;
  const hash = '#' + (state.number + 1) + (state.tab === 'figures' && i !== undefined ? '.' + state.doc.figures[i].id : '');
  try { history.replaceState(null, '', hash); } catch { /* some browsers refuse it for files */ }
}

// follow opens what the address names.
function follow() {
  const [, number, id] = /^#(\d+)(?:\.([0-9a-f]{16}))?$/.exec(location.hash) || [];
  const n = number >= 1 && number <= page.documents.length ? number - 1 : 0;
  if (n !== state.number) openDocument(n);
  const i = id === undefined ? undefined : state.doc.figureByID.get(id);
  if (i !== undefined) goTo('figures', i);
}

// THEMES go round: as the system has it, light, dark.
const THEMES = ['auto', 'light', 'dark'];
function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  $('theme').textContent = '◐ ' + T('theme.' + theme);
}

function setLanguage(lang) {
  state.lang = lang;
  $('language').textContent = lang === 'en' ? '中文' : 'English';
  $('language').lang = lang === 'en' ? 'zh-CN' : 'en';
  wordStatic();
  setTheme(document.documentElement.dataset.theme || 'auto');
  setView(document.body.dataset.view);
  drawLinks();
}

// setView turns between text and list where there is no room for both.
function setView(view) {
  document.body.dataset.view = view;
  $('view').dataset.t = view === 'text' ? 'view.list' : 'view.text';
  $('view').textContent = T($('view').dataset.t);
}

function drawLinks() {
  const links = page.links.filter(l => !/^\s*(javascript|data|vbscript):/i.test(l.url));
  $('links').hidden = links.length === 0;
  fill($('links'), links.map(l => el('a', { href: l.url }, state.lang === 'en' ? l.en : l.zh)));
}

function listen() {
  document.addEventListener('keydown', onKey);
  $('text').addEventListener('click', onTextClick);
  $('list').addEventListener('click', onListClick);
  $('list').addEventListener('scroll', () => list.window(), { passive: true });
  new ResizeObserver(() => list.window()).observe($('list'));
  addEventListener('hashchange', follow);
  $('search').addEventListener('input', () => { state.doc.queries[state.tab] = $('search').value; applyFilters(); });
  $('filters').addEventListener('submit', event => event.preventDefault());
  $('clear').addEventListener('click', clearFilters);
  $('documents').addEventListener('click', openDocuments);
  $('review').addEventListener('click', openReview);
  $('help').addEventListener('click', openHelp);
  $('print').addEventListener('click', () => print());
  $('view').addEventListener('click', () => setView(document.body.dataset.view === 'text' ? 'list' : 'text'));
  $('outline-button').addEventListener('click', toggleOutline);
  $('outline').addEventListener('click', () => { if (document.body.classList.contains('outlined')) toggleOutline(); });
  $('theme').addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length];
    memory.set('theme', next === 'auto' ? null : next);
    setTheme(next);
  });
  $('language').addEventListener('click', () => {
    setLanguage(state.lang === 'en' ? 'zh' : 'en');
    memory.set('lang', state.lang === page.lang ? null : state.lang);
    if (state.doc) openDocument(state.number);
  });
  let waiting = false;
  $('text').addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => { waiting = false; markOutline(sectionInView()); }, 150);
  }, { passive: true });
}

function start() {
  document.documentElement.dataset.theme = THEMES.includes(memory.get('theme')) ? memory.get('theme') : 'auto';
  setLanguage(['zh', 'en'].includes(memory.get('lang')) ? memory.get('lang') : page.lang);
  listen();
  takeGiven();
  if (!page.documents.length) { // every file failed: why is all there is to show
    document.body.classList.add('bare');
    fill($('text'), el('p', { class: 'paragraph' }, T('nothing')));
    openDocuments();
    return;
  }
  follow();
  $('list').focus({ preventScroll: true });
}

start();
