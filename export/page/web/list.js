// A list of any length: only the lines in view are elements.

const ROW = 60; // height of a line, as in panel.css

const list = {
  rows: [],        // what is shown: numbers of items
  at: -1,          // the line chosen, -1 for none
  draw: () => [],  // the children of a line, for the number of an item
  key: '',         // makes the identifiers of lines differ between lists

  // show takes new lines and goes to the beginning, or stays where it is.
  show(rows, draw, key, stay) {
    this.rows = rows;
    this.draw = draw;
    this.key = key;
    this.at = -1;
    const box = $('list');
    fill(box, this.space = el('div', { class: 'space', role: 'presentation' }));
    this.space.style.height = rows.length * ROW + 'px';
    if (!stay) box.scrollTop = 0;
    this.elements = new Map();
    this.window();
    box.hidden = rows.length === 0;
  },

  // window draws the lines in view and a few around them, and drops the others.
  window() {
    const box = $('list');
    if (!this.space) return;
    const from = Math.max(0, Math.floor(box.scrollTop / ROW) - 6);
    const to = Math.min(this.rows.length, Math.ceil((box.scrollTop + (box.clientHeight || 800)) / ROW) + 6);
    for (const [n, e] of this.elements) {
      if ((n < from || n >= to) && n !== this.at) { e.remove(); this.elements.delete(n); }
    }
    for (let n = from; n < to; n++) this.line(n);
  },

  // line is the element of a line.
  line(n) {
    let e = this.elements.get(n);
    if (!e) {
      e = el('div', { id: `line-${this.key}-${n}`, role: 'option', class: 'line', 'data-line': n, 'aria-posinset': n + 1, 'aria-setsize': this.rows.length, 'aria-selected': n === this.at ? 'true' : 'false' });
      fill(e, this.draw(this.rows[n]));
      e.style.top = n * ROW + 'px';
      this.elements.set(n, e);
      this.space.append(e);
    }
    return e;
  },

  // redraw draws the line of an item anew.
  redraw(item) {
    const n = this.rows.indexOf(item), e = this.elements.get(n);
    if (e) fill(e, this.draw(item));
  },

  // choose marks the line of an item, if it is there, and brings it into view.
  choose(item) {
    const old = this.elements.get(this.at);
    if (old) old.setAttribute('aria-selected', 'false');
    this.at = this.rows.indexOf(item);
    const box = $('list');
    if (this.at < 0) { box.removeAttribute('aria-activedescendant'); return; }
    const top = this.at * ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight;
    this.window();
    const e = this.line(this.at);
    e.setAttribute('aria-selected', 'true');
    box.setAttribute('aria-activedescendant', e.id);
  },
};
