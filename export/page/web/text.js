// The document as it reads.

// A chunk is some blocks that the browser lays out only once they are near.
const CHUNK_CHARACTERS = 1600;

// drawText shows the document of the state.
function drawText() {
  const d = state.doc;
  const head = el('header', { class: 'doc-head' });
  drawHead(d, head);
  fill($('text'), head);
  const groups = groupsOf(d);
  let i = 0;
  const some = budget => {
    const until = performance.now() + budget;
    while (i < groups.length && (i < 3 || performance.now() < until)) i = drawChunk(d, groups, i);
    if (i < groups.length && state.doc === d) d.drawing = later(() => some(24));
  };
  d.drawRest = () => some(Infinity); // before a place is sought that may not be there yet
  some(40);
  $('text').scrollTop = d.scroll || 0;
}

// drawHead shows what is known about the document.
function drawHead(d, head) {
  if (!d.blocks.some(b => b.kind === 'title')) head.append(el('h2', { class: 'title' }, d.name));
  const facts = el('dl', { class: 'facts' });
  for (const m of d.metadata) {
    if (m.key === 'title') continue;
    const value = m.at ? el('a', { href: '#text', onclick: event => { event.preventDefault(); showPlace(m.at); } }, m.value) : m.value;
    facts.append(el('div', null, el('dt', { 'data-t': 'meta.' + m.key }, T('meta.' + m.key).replace(/^meta\./, '')), el('dd', null, value)));
  }
  const kind = [d.media, d.charset].filter(Boolean).join(' · ');
  facts.append(el('div', { class: 'file' }, el('dt', { 'data-t': 'file' }, T('file')), el('dd', null, d.file, el('small', { title: 'SHA-256 ' + d.sha256 }, ` ${kind} · SHA-256 ${d.sha256.slice(0, 16)}…`))));
  head.append(facts);
}

// groupsOf puts blocks together that are shown as one: boxes, and what belongs to the
// site rather than to the document.
function groupsOf(d) {
  const groups = [];
  d.blocks.forEach((b, i) => {
    const last = groups[groups.length - 1];
    const joins = last && last.kind === b.kind && (b.kind === 'boilerplate' || b.kind === 'box' && !startsBox(b.text));
    if (joins) last.blocks.push(i);
    else groups.push({ kind: b.kind, blocks: [i] });
  });
  return groups;
}

const startsBox = text => /^\s*(专栏|专题|Box)/.test(text || '') && text.length < 60;

// drawChunk draws some groups and says where to go on.
function drawChunk(d, groups, i) {
  const chunk = el('div', { class: 'chunk' });
  let characters = 0, lines = 0;
  while (i < groups.length && characters < CHUNK_CHARACTERS) {
    const group = groups[i++];
    for (const n of group.blocks) {
      const size = d.blocks[n].table ? d.blocks[n].table.cells.length * 8 : (d.blocks[n].text || '').length;
      characters += size;
      lines += d.blocks[n].table ? d.blocks[n].table.rows * 1.4 : Math.ceil((size + 2) / 38) + .5;
    }
    chunk.append(drawGroup(d, group));
  }
  chunk.style.containIntrinsicSize = `auto ${Math.round(lines * 34)}px`;
  $('text').append(chunk);
  return i;
}

function drawGroup(d, group) {
  if (group.kind === 'boilerplate') {
    return el('details', { class: 'site' }, el('summary', null, el('span', { 'data-t': 'boilerplate' }, T('boilerplate')), ` · ${group.blocks.length}`), group.blocks.map(i => drawBlock(d, i)));
  }
  if (group.kind === 'box') return el('div', { class: 'box' }, group.blocks.map((i, k) => drawBlock(d, i, k === 0 && startsBox(d.blocks[i].text) ? 'box-title' : 'p')));
  return drawBlock(d, group.blocks[0]);
}

// drawBlock makes the element of a block; its unit writes the words.
function drawBlock(d, i, kind) {
  const b = d.blocks[i];
  if (b.table) return drawTable(d, i);
  let e;
  if (b.kind === 'title') e = el('h2', { class: b.article > 0 ? 'title later' : 'title' });
  else if (b.kind === 'heading') e = el('h' + Math.min(6, (b.level || 1) + 2), { class: 'heading l' + Math.min(5, b.level || 5) });
  else e = el('p', { class: kind || b.kind });
  if (i > 0 && b.article !== d.blocks[i - 1].article) e.classList.add('next-article');
  e.dataset.block = i;
  b.element = e;
  attach(d, b.unit, e);
  return e;
}

// attach gives a unit its element and writes it.
function attach(d, unit, e) {
  d.units[unit].element = e;
  writeUnit(d, unit);
}

// drawTable shows a grid as one. A cell that no other covers is there even where the
// document has none.
function drawTable(d, i) {
  const b = d.blocks[i], t = b.table;
  const rows = [];
  t.cells.forEach((cell, k) => (rows[cell.r] = rows[cell.r] || []).push([cell, b.unit + k]));
  const table = el('table', { class: t.cols > 9 ? 'dense' : null });
  const head = el('thead'), body = el('tbody');
  for (let r = 0; r < t.rows; r++) {
    const row = el('tr');
    for (const [cell, unit] of rows[r] || []) row.append(drawCell(d, t, cell, unit));
    (r < t.header_rows ? head : body).append(row);
  }
  if (head.children.length) table.append(head);
  table.append(body);
  const frame = el('div', { class: t.cols > 6 ? 'grid wide-grid' : 'grid', 'data-block': i, tabindex: '0', role: 'region', 'aria-label': t.caption || t.id }, table);
  b.element = frame;
  return frame;
}

function drawCell(d, t, cell, unit) {
  const header = cell.h && cell.t.trim() !== '';
  const e = el(header ? 'th' : 'td', { rowspan: cell.rs, colspan: cell.cs, scope: header ? (cell.r < t.header_rows ? 'col' : 'row') : null });
  if (/^[\s<>≤≥~约*]*[-−]?[\d.,]+[%‰]?\*?\s*$/.test(cell.t)) e.className = 'number';
  attach(d, unit, e);
  return e;
}

// sectionInView is the heading under which the reader is, a third down the window.
function sectionInView() {
  const box = $('text').getBoundingClientRect();
  for (const y of [.3, .34, .38, .42].map(part => part * box.height)) {
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + y);
    const block = at && at.closest('[data-block]');
    if (block) {
      const b = state.doc.blocks[block.dataset.block];
      return b.kind === 'heading' || b.kind === 'title' ? +block.dataset.block : b.section;
    }
  }
  return -1;
}
