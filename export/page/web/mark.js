// Marks in the text: what every numeral was taken for, and the words that the chosen item
// was read from.

// chosen holds the marks of the chosen item, by unit, until another is chosen.
let chosen = new Map();

// writeUnit writes the words of a unit with its marks. Where marks overlap, each stretch
// between two of their ends is written once, with all marks that cover it.
function writeUnit(d, number) {
  const unit = d.units[number];
  if (!unit.element) return;
  const extra = chosen.get(number) || [];
  const marks = extra.length ? unit.marks.concat(extra) : unit.marks;
  const out = document.createDocumentFragment();
  let at = 0;
  for (const [a, b, covering] of stretches(marks, unit.text.length)) {
    if (a > at) writeWords(out, unit.text.slice(at, a));
    out.append(marked(d, unit.text.slice(a, b), a, covering));
    at = b;
  }
  writeWords(out, unit.text.slice(at));
  unit.element.replaceChildren(out);
}

// stretches cuts marks where one begins or ends: [start, end, marks that cover it].
function stretches(marks, length) {
  if (!marks.length) return [];
  const sorted = marks.slice().sort((x, y) => x.a - y.a || y.b - x.b);
  const list = [];
  let open = [], next = 0, at = 0;
  while (next < sorted.length || open.length) {
    if (!open.length) at = Math.max(at, sorted[next].a);
    while (next < sorted.length && sorted[next].a <= at) open.push(sorted[next++]);
    let end = next < sorted.length ? sorted[next].a : length;
    for (const m of open) end = Math.min(end, m.b);
    if (end > at) list.push([at, end, open]);
    at = Math.max(at, end);
    open = open.filter(m => m.b > at);
  }
  return list;
}

// marked writes words under all marks that cover them.
function marked(d, words, a, covering) {
  const base = covering.find(m => m.figure !== undefined) || covering.find(m => m.numeral !== undefined);
  const fields = covering.filter(m => m.field);
  let e = base && base.figure !== undefined ? figureMark(d, base) : el('span', base ? { class: 'n n-' + base.kind, 'data-numeral': base.numeral } : null);
  writeWords(e, words);
  if (fields.length) {
    const starts = fields.filter(m => m.a === a);
    const names = starts.map(m => m.label === undefined ? T('field.' + m.field) : m.label).filter(Boolean);
    e = el('span', { class: 'ev ' + fields.map(m => 'ev-' + m.field).join(' '), 'data-label': names.join('·') || null }, e);
  }
  return e;
}

// figureMark is a figure in the text: a link to its line of the list.
function figureMark(d, mark) {
  const f = d.figures[mark.figure];
  const v = verdictOf(d, mark.figure);
  const a = el('a', { class: 'n n-' + mark.kind, href: '#' + (d.number + 1) + '.' + f.id, tabindex: '-1', 'data-figure': mark.figure, 'data-number': mark.figure + 1 });
  if (v) a.classList.add('v-' + v.verdict);
  if (checkOf(d, mark.figure) === 'inconsistent') a.classList.add('unequal');
  if (d.hidden && d.hidden[mark.figure]) a.classList.add('off');
  return a;
}

// writeWords appends words as text; what is unseen gets a name.
function writeWords(to, words) {
  let at = 0;
  for (const m of words.matchAll(UNSEEN)) {
    to.append(words.slice(at, m.index), el('span', { class: 'unseen', title: 'U+' + m[0].codePointAt(0).toString(16).toUpperCase().padStart(4, '0') }, nameOf(m[0])));
    at = m.index + m[0].length;
  }
  to.append(words.slice(at));
}

// choose marks places for the chosen item: [{field, label, at}].
function choose(places) {
  const d = state.doc, before = chosen;
  chosen = new Map();
  for (const p of places) {
    for (const [u, a, b] of pieces(p.at)) {
      if (!chosen.has(u)) chosen.set(u, []);
      const marks = chosen.get(u), last = marks[marks.length - 1];
      if (last && last.b === a && last.field === p.field && last.label === p.label) last.b = b; // one name for both
      else marks.push({ a, b, field: p.field, label: p.label });
    }
  }
  for (const u of new Set([...before.keys(), ...chosen.keys()])) writeUnit(d, u);
}

// showPlace brings a place of the text into view.
function showPlace(at, quietly) {
  const [first] = pieces(at);
  if (!first) return;
  const d = state.doc, [u, a] = first;
  if (!d.units[u].element && d.drawRest) d.drawRest();
  const e = d.units[u].element;
  if (!e) return;
  const folded = e.closest('details');
  if (folded) folded.open = true;
  const target = childAt(e, a) || e;
  const grid = target.closest('.grid');
  const scroll = () => {
    if (!target.isConnected) return;
    intoView(target, $('text'));
    if (grid) aside(target, grid);
  };
  if (!quietly) setView('text');
  scroll();
  later(scroll); // what was not laid out before has now its true height
}

// childAt is the child of a unit's element that holds the character at an offset.
function childAt(e, offset) {
  let n = 0;
  for (const child of e.childNodes) {
    n += lengthOf(child);
    if (n > offset) return child.nodeType === 1 ? child : null;
  }
  return null;
}

// lengthOf counts the characters of the text that a node shows; a name counts for what
// it names.
function lengthOf(node) {
  if (node.nodeType === 3) return node.data.length;
  if (node.className === 'unseen') return 1;
  let n = 0;
  for (const child of node.childNodes) n += lengthOf(child);
  return n;
}

// intoView scrolls a box so that an element stands in its middle, if it is not well in
// view already.
function intoView(e, box) {
  const r = e.getBoundingClientRect(), v = box.getBoundingClientRect();
  if (r.top >= v.top + 48 && r.bottom <= v.bottom - 48) return;
  box.scrollTop += r.top + r.height / 2 - (v.top + v.height * .4);
}

// aside scrolls a wide table so that an element of it is in view.
function aside(e, grid) {
  const r = e.getBoundingClientRect(), v = grid.getBoundingClientRect();
  if (r.left < v.left || r.right > v.right) grid.scrollLeft += r.left + r.width / 2 - (v.left + v.width / 2);
}

const narrow = () => matchMedia('(max-width: 900px)').matches;
