// What every other file uses: elements, wording, safe text, memory of the browser.

const $ = id => document.getElementById(id);

// json reads the data that stands in the page under an id.
const json = id => JSON.parse($(id).textContent);

// page is what the page knows besides its documents.
const page = json('page');

// state is what the reader has chosen.
const state = { lang: page.lang, doc: null, number: -1, tab: 'figures', query: '' };

// T words a key; {} is filled with what follows.
function T(key, ...values) {
  const pair = page.strings[key] || [key, key];
  let i = 0;
  return pair[state.lang === 'en' ? 1 : 0].replace(/\{\}/g, () => values[i++]);
}

// W words a code of the data: >=, target. A code without wording stands for itself.
function W(field, code) {
  const pair = (page.words[field] || {})[code];
  return pair ? pair[state.lang === 'en' ? 1 : 0] : code;
}

// note explains a code.
function note(field, code) {
  const pair = (page.words[field] || {})[code];
  return pair ? pair[state.lang === 'en' ? 3 : 2] : '';
}

// both chooses from a pair of wordings.
const both = pair => pair[state.lang === 'en' ? 1 : 0];

// Characters that show nothing and can make a text look like another: controls, marks of
// direction, blanks without width. They are shown by name wherever a text is shown.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const NAMES = {
  '\u202a': 'LRE', '\u202b': 'RLE', '\u202c': 'PDF', '\u202d': 'LRO', '\u202e': 'RLO', '\u2066': 'LRI', '\u2067': 'RLI', '\u2068': 'FSI', '\u2069': 'PDI',
  '\u200e': 'LRM', '\u200f': 'RLM', '\u061c': 'ALM', '\u200b': 'ZWSP', '\u200c': 'ZWNJ', '\u200d': 'ZWJ', '\u2060': 'WJ', '\ufeff': 'BOM', '\u00ad': 'SHY',
  '\u2028': 'LS', '\u2029': 'PS', '\u0000': 'NUL',
};
const nameOf = c => NAMES[c] || 'U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');

// plain is a text in which nothing is unseen.
const plain = s => String(s).replace(UNSEEN, c => '⟨' + nameOf(c) + '⟩');

// el makes an element. Its children are elements or texts; a text is never markup.
function el(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const name in attributes || {}) {
    const value = attributes[name];
    if (name === 'class') e.className = value;
    else if (name.startsWith('on')) e.addEventListener(name.slice(2), value);
    else if (value === true) e.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) e.setAttribute(name, plain(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child instanceof Node) e.append(child);
    else if (child !== null && child !== undefined && child !== false && child !== '') e.append(plain(child));
  }
  return e;
}

// fill puts children in the place of what an element held.
function fill(e, ...children) {
  e.replaceChildren(...children.flat(Infinity).filter(c => c !== null && c !== undefined && c !== false && c !== '').map(c => c instanceof Node ? c : plain(c)));
}

// memory is what the browser keeps from one visit to the next. Some browsers keep nothing
// for files, and say so by an error; memory.works is false then.
const memory = {
  works: true,
  get(key) {
    try { return localStorage.getItem('shuzheng/' + key); } catch { this.works = false; return null; }
  },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem('shuzheng/' + key);
      else localStorage.setItem('shuzheng/' + key, value);
      return true;
    } catch { this.works = false; return false; }
  },
};

// toast tells something for a while, to those who listen too.
let toastTimer = 0;
function toast(text) {
  $('toast').textContent = text;
  $('toast').classList.add('on');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $('toast').classList.remove('on'), 4000);
}

// wordStatic words what stands in the frame, after the language was chosen.
function wordStatic() {
  document.documentElement.lang = state.lang === 'en' ? 'en' : 'zh-CN';
  for (const e of document.querySelectorAll('[data-t]')) e.textContent = T(e.dataset.t);
  for (const e of document.querySelectorAll('[data-label]')) e.setAttribute('aria-label', T(e.dataset.label));
  for (const e of document.querySelectorAll('[data-tip]')) e.title = T(e.dataset.tip);
  for (const e of document.querySelectorAll('[data-hint]')) { e.placeholder = T(e.dataset.hint); e.setAttribute('aria-label', T(e.dataset.hint)); }
}

// later calls do once the browser has drawn.
const later = do_ => requestAnimationFrame(() => setTimeout(do_));
