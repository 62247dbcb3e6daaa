// A document as the other files use it: its data with what is looked up often.

// The fields whose words are marked, in the order in which they are told.
const FIELDS = ['indicator', 'period', 'area', 'comparator', 'status', 'direction'];

const documents = new Map(); // those that were opened, by number

// documentAt reads a document the first time it is asked for.
function documentAt(number) {
  if (!documents.has(number)) documents.set(number, readDocument(json('doc-' + number), number));
  return documents.get(number);
}

function readDocument(d, number) {
  d.number = number;
  d.units = unitsOf(d);
  d.ledger = ledgerOf(d);
  d.figureByID = new Map(d.figures.map((f, i) => [f.id, i]));
  addRun(d, number);
  d.checksOf = d.figures.map(() => []);
  d.checks.forEach((c, i) => c.figures.forEach(n => d.checksOf[n].push(i)));
  d.platformsOf = d.figures.map(() => []);
  d.platforms.forEach((p, i) => p.figures.forEach(n => d.platformsOf[n].push(i)));
  markUnits(d);
  return d;
}

// addRun puts the checks of several documents among those of a document they are about:
// its own figures like those of any check, the others with where they are.
function addRun(d, number) {
  for (const run of page.run) {
    const own = run.sides.filter(s => s.doc === number && d.figureByID.has(s.figure)).map(s => d.figureByID.get(s.figure));
    if (!own.length) continue;
    const f = d.figures[own[0]];
    d.checks.push({ ...run, claim: `${f.name || ''} ${f.exact}`, at: f.at, figures: own, elsewhere: run.sides.filter(s => s.doc !== number) });
  }
}

// unitsOf numbers what is shown as one: the wording of a block, or of a cell.
function unitsOf(d) {
  const units = [];
  d.blocks.forEach((b, block) => {
    b.unit = units.length;
    if (b.table) for (const cell of b.table.cells) units.push({ text: cell.t, block, cell, marks: [], element: null });
    else units.push({ text: b.text || '', block, marks: [], element: null });
  });
  return units;
}

// ledgerOf takes the row of numbers apart.
function ledgerOf(d) {
  const list = [];
  for (let i = 0; i < d.numerals.length; i += 5) {
    const [unit, a, b, kind, figure] = d.numerals.slice(i, i + 5);
    list.push({ unit, a, b, kind: d.kinds[kind] || 'unexplained', figure });
  }
  return list;
}

// markUnits gives every unit the marks it always has: its figures, and the numerals that
// are none.
function markUnits(d) {
  d.figures.forEach((f, i) => {
    for (const [u, a, b] of pieces(f.at)) d.units[u].marks.push({ a, b, kind: f.cell ? 'cell' : 'figure', figure: i });
  });
  d.ledger.forEach((n, i) => {
    if (n.unit >= 0 && n.figure < 0) d.units[n.unit].marks.push({ a: n.a, b: n.b, kind: n.kind, numeral: i });
  });
  for (const u of d.units) u.marks.sort((x, y) => x.a - y.a || y.b - x.b);
}

// pieces takes a place apart: [unit, start, end] for each unit it is shown in.
function pieces(at) {
  const list = [];
  for (let i = 0; i + 2 < (at || []).length; i += 3) list.push([at[i], at[i + 1], at[i + 2]]);
  return list;
}

// wordsAt are the words of a place, as shown.
const wordsAt = (d, at) => pieces(at).map(([u, a, b]) => d.units[u].text.slice(a, b));

// around is what stands before and behind a place, within its sentence and not too long.
function around(d, at, most = 90) {
  const [first] = pieces(at);
  if (!first) return null;
  const [u, a, b] = first;
  const text = d.units[u].text;
  if (d.units[u].cell) return aroundCell(d, d.units[u], a, b, most);
  let i = a, j = b;
  while (i > 0 && a - i < most && !/[。！？；\n]/.test(text[i - 1])) i--;
  while (j < text.length && j - b < most && !/[。！？；\n]/.test(text[j])) j++;
  if (/[。！？；]/.test(text[j] || '')) j++;
  return { before: (i > 0 && a - i >= most ? '…' : '') + text.slice(i, a).trimStart(), exact: text.slice(a, b), after: text.slice(b, j) + (j - b >= most ? '…' : '') };
}

// aroundCell is the row of a cell, with a bar between its cells.
function aroundCell(d, unit, a, b, most) {
  const cells = rowsOf(d.blocks[unit.block].table)[unit.cell.r];
  const n = cells.indexOf(unit.cell);
  const join = list => list.map(c => c.t).filter(t => t.trim() !== '').join(' ｜ ');
  const left = join(cells.slice(0, n)), right = join(cells.slice(n + 1));
  const before = (left && left + ' ｜ ') + unit.text.slice(0, a);
  const after = unit.text.slice(b) + (right && ' ｜ ' + right);
  return { before: before.length > most ? '…' + before.slice(-most) : before, exact: unit.text.slice(a, b), after: after.length > most ? after.slice(0, most) + '…' : after };
}

// rowsOf are the cells of each row, with those that reach into it from above; made once.
function rowsOf(table) {
  if (!table.byRow) {
    table.byRow = [];
    for (const cell of table.cells) {
      for (let r = cell.r; r < Math.min(table.rows, cell.r + (cell.rs || 1)); r++) (table.byRow[r] = table.byRow[r] || []).push(cell);
    }
    for (const row of table.byRow) if (row) row.sort((x, y) => x.c - y.c);
  }
  return table.byRow;
}

// unitBeside is the unit of a figure whose words do not hold it: of a cell, whose unit
// stands in a header.
const unitBeside = f => f.cell && f.unitRaw && !f.exact.includes(f.unitRaw) ? f.unitRaw : '';

// sectionsOf lists the headings that enclose a heading, outermost first, itself last.
function sectionsOf(d, section) {
  const path = [];
  for (let s = section, n = 0; s >= 0 && n < 50; s = d.blocks[s].section, n++) path.unshift(s);
  return path;
}

// conceptName names what a figure is about in one name for all wordings.
function conceptName(d, f) {
  const pair = d.concepts[f.concept];
  return pair ? both(pair) : f.concept || '';
}

const nameOfFigure = f => f.name || T('unnamed');

// valueOf writes the exact value with thin blanks between thousands.
function valueOf(f) {
  const value = grouped(f.value) + (f.high ? '–' + grouped(f.high) : '');
  return f.unit ? value + (/^[%‰]/.test(f.unit) ? '' : ' ') + f.unit : value;
}

function grouped(s) {
  const [, sign, whole, rest] = /^(-?)(\d+)(.*)$/.exec(s) || [0, '', '', s];
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, '\u202f') + rest;
}

// checkOf is the result of the checks a figure takes part in: the worst of them.
function checkOf(d, i) {
  const results = d.checksOf[i].map(n => d.checks[n].result);
  return ['inconsistent', 'unchecked', 'consistent'].find(r => results.includes(r)) || 'none';
}
