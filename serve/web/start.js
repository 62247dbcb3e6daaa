// The start page. Names of files are texts and never markup.

const $ = id => document.getElementById(id);
const page = JSON.parse($('data').textContent);
const T = (key, ...values) => { let i = 0; return (page.strings[key] || key).replace(/\{\}/g, () => values[i++]); };

// What shows nothing, or turns the direction of what follows, is shown by its number.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const plain = s => String(s).replace(UNSEEN, c => '⟨U+' + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') + '⟩');

function el(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === 'class') e.className = value;
    else if (name.startsWith('on')) e.addEventListener(name.slice(2), value);
    else e.setAttribute(name, plain(value));
  }
  for (const child of children.flat()) e.append(child instanceof Node ? child : plain(child));
  return e;
}

const query = '?lang=' + page.lang;
const wording = problem => page.lang === 'en' ? problem.en : problem.zh;

// ask sends a request and gives its JSON; what is wrong is an Error in the reader's words.
async function ask(url, options) {
  let response;
  try { response = await fetch(url, options); } catch { throw new Error(T('gone')); }
  if (response.status === 204) return null;
  const body = await response.json().catch(() => null);
  if (response.ok) return body;
  const e = new Error(body && body.error ? wording(body.error) : response.statusText);
  e.status = response.status;
  throw e;
}

// memory keeps, for this tab, what was dropped here.
const memory = {
  get dropped() { try { return JSON.parse(sessionStorage.getItem('shuzheng/dropped')) || []; } catch { return []; } },
  set dropped(list) { try { sessionStorage.setItem('shuzheng/dropped', JSON.stringify(list)); } catch { /* not kept then */ } },
};

// Rows.

const number = (n, alarm) => el('td', { class: 'number' + (alarm && n ? ' alarm' : '') }, String(n));

function heads(table) {
  const names = ['document', 'figures', 'unexplained', 'inconsistent', 'problems', 'save'];
  table.querySelector('thead').replaceChildren(el('tr', null, names.map((n, i) => el('th', { scope: 'col', class: i > 0 && i < 5 ? 'number' : '' }, T(n)))));
}

// row shows a document: of the folder (with a name), read or not yet, or dropped.
function row(d) {
  const s = d.summary, name = d.name.slice(d.name.lastIndexOf('/') + 1);
  const title = s && s.title ? s.title : name;
  const head = el('th', { scope: 'row' }, el('a', { href: d.links.page + query, lang: 'zh-CN' }, title), el('small', null, d.name));
  if (d.error) head.append(el('small', { class: 'alarm' }, wording(d.error)));
  const cells = s ? [number(s.figures), number(s.unexplained, true), number(s.checks.inconsistent, true), number(s.problems, true)]
    : [0, 1, 2, 3].map(() => el('td', { class: 'number soft' }, d.error ? '—' : el('span', { title: T('unread') }, T('wait'))));
  const save = d.error ? el('td', { class: 'save' }) : el('td', { class: 'save' },
    el('a', { href: d.links.workbook + query, 'aria-label': T('workbook.of', title) }, T('workbook')),
    el('a', { href: d.links.json, 'aria-label': T('json.of', title) }, T('json')));
  if (d.forget) save.append(el('button', { type: 'button', 'aria-label': T('forget.of', title), onclick: d.forget }, T('forget')));
  return el('tr', { 'data-id': d.id }, head, cells, save);
}

// Documents of the folder: as many as are looked at, read when they come into sight.

const STEP = 500;
const folder = { documents: [], shown: STEP, queue: [], busy: 0 };
const body = $('folder').querySelector('tbody');
const byRow = new WeakMap();

const sight = new IntersectionObserver(entries => {
  for (const e of entries) {
    const d = byRow.get(e.target);
    if (!d || d.summary || d.error) continue;
    const at = folder.queue.indexOf(d);
    if (e.isIntersecting && at < 0) folder.queue.push(d);
    if (!e.isIntersecting && at >= 0) folder.queue.splice(at, 1);
  }
  read();
}, { rootMargin: '200px' });

// read has documents read, two at a time.
async function read() {
  while (folder.busy < 2 && folder.queue.length) {
    folder.busy++;
    readOne(folder.queue.shift()).finally(() => { folder.busy--; read(); });
  }
}

async function readOne(d) {
  try { d.summary = await ask('/api/documents/' + d.id + '/summary'); } catch (e) {
    if (e.status === 503) { setTimeout(() => { folder.queue.push(d); read(); }, 2000); return; }
    d.error = { zh: e.message, en: e.message };
  }
  const old = d.row;
  if (old && old.isConnected) old.replaceWith(rowOf(d));
}

function rowOf(d) {
  d.row = row(d);
  byRow.set(d.row, d);
  if (!d.summary && !d.error) sight.observe(d.row);
  return d.row;
}

function draw() {
  const words = $('filter').value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fits = folder.documents.filter(d => words.every(w => (d.name + ' ' + (d.summary ? d.summary.title : '')).toLowerCase().includes(w)));
  sight.disconnect();
  folder.queue = [];
  body.replaceChildren(...fits.slice(0, folder.shown).map(rowOf));
  const all = folder.documents.length, rest = fits.length - folder.shown;
  $('shown').textContent = !all ? '' : fits.length < all ? T('shown.of', fits.length, all) : T('shown', all);
  $('more').hidden = rest <= 0;
  $('more').textContent = T('more', Math.min(rest, STEP));
  $('empty').hidden = fits.length > 0;
  $('empty').textContent = !page.folder ? T('folder.none') : all ? T('nothing') : T('folder.empty');
  $('folder-scroll').hidden = !fits.length;
  $('filter').hidden = !all;
}

function take(list, partial) {
  const known = new Map(folder.documents.map(d => [d.id + d.modified + d.bytes, d]));
  folder.documents = list.map(d => {
    const old = known.get(d.id + d.modified + d.bytes);
    return old && !d.summary ? old : d;
  });
  $('partial').hidden = !partial;
  $('partial').textContent = T('partial', list.length);
  draw();
}

// again looks whether files came or went.
async function again() {
  try {
    const now = await ask('/api/documents');
    const print = list => list.map(d => d.id + d.modified + d.bytes).join();
    if (print(now.documents) !== print(folder.documents)) take(now.documents, now.partial);
  } catch { /* told when something is asked for */ }
}

// Dropped files.

function say(...words) { $('status').replaceChildren(...words); }

async function drop(files) {
  const list = [...files], read = [], failed = [];
  for (const [i, file] of list.entries()) {
    say(list.length > 1 ? T('reading.of', plain(file.name), i + 1, list.length) : T('reading', plain(file.name)));
    try {
      if (file.size > page.max) throw new Error(wording(page.large));
      read.push(await ask('/api/documents?name=' + encodeURIComponent(file.name), { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file }));
    } catch (e) { failed.push(el('span', { class: 'alarm' }, T('failed', plain(file.name), e.message)), el('br')); }
  }
  memory.dropped = read.map(s => s.id).concat(memory.dropped).slice(0, 100);
  say(...failed, read.length && failed.length ? T('done', read.length) : '');
  if (read.length === 1 && !failed.length) { location.assign(read[0].links.page + query); return; }
  showDropped();
}

async function showDropped() {
  const there = [];
  for (const id of memory.dropped) {
    try {
      const s = await ask('/api/documents/' + id + '/summary');
      there.push({ id, name: s.name, summary: s, links: s.links, forget: () => forget(id) });
    } catch { /* forgotten */ }
  }
  memory.dropped = there.map(d => d.id);
  $('dropped').hidden = !there.length;
  $('dropped').querySelector('tbody').replaceChildren(...there.map(row));
}

async function forget(id) {
  memory.dropped = memory.dropped.filter(other => other !== id);
  try { await ask('/api/documents/' + id, { method: 'DELETE' }); } catch { /* gone already */ }
  await showDropped();
  $('files').focus();
}

// span words a length of time.
function span(seconds) {
  if (seconds >= 3600 && seconds % 3600 === 0) return T('hours', seconds / 3600);
  return seconds >= 60 ? T('minutes', Math.round(seconds / 60)) : T('seconds', seconds);
}

function size(bytes) {
  return bytes >= 1 << 20 ? Math.floor(bytes / (1 << 20)) + ' MB' : bytes >= 1024 ? Math.floor(bytes / 1024) + ' KB' : bytes + ' B';
}

function start() {
  let theme = null;
  try { theme = localStorage.getItem('shuzheng/theme'); } catch { /* as the system has it */ }
  document.documentElement.dataset.theme = ['light', 'dark'].includes(theme) ? theme : 'auto';
  for (const e of document.querySelectorAll('[data-t]')) e.textContent = T(e.dataset.t);
  for (const e of document.querySelectorAll('[data-label]')) e.setAttribute('aria-label', T(e.dataset.label));
  for (const e of document.querySelectorAll('[data-hint]')) { e.placeholder = T(e.dataset.hint); e.setAttribute('aria-label', T(e.dataset.hint)); }
  const other = page.lang === 'en' ? 'zh' : 'en';
  const language = $('language');
  language.textContent = T('language');
  language.href = '?lang=' + other;
  language.hreflang = language.lang = other === 'zh' ? 'zh-CN' : 'en';
  $('drop-words').textContent = T('drop');
  $('drop-note').textContent = T('drop.note', size(page.max), span(page.keep));
  $('version').textContent = page.version ? '· ' + page.version : '';
  for (const table of document.querySelectorAll('table')) heads(table);
  take(page.documents, page.partial);
  showDropped();

  $('files').addEventListener('change', () => { drop($('files').files); });
  $('filter').addEventListener('input', () => { folder.shown = STEP; draw(); });
  $('more').addEventListener('click', () => { folder.shown += STEP; draw(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) again(); });
  const holds = e => [...e.dataTransfer.types].includes('Files');
  const over = on => { document.body.classList.toggle('over', on); $('drop-words').textContent = T(on ? 'drop.now' : 'drop'); };
  addEventListener('dragover', e => { if (holds(e)) { e.preventDefault(); e.dataTransfer.dropEffect = 'copy'; over(true); } });
  addEventListener('dragleave', e => { if (!e.relatedTarget) over(false); });
  addEventListener('drop', e => { if (holds(e)) { e.preventDefault(); over(false); drop(e.dataTransfer.files); } });
}

start();
