// What the portal adds where scripts run: theme switch, filters, search and the player. Everything is readable without.
'use strict';
(() => {
  const root = document.body.dataset.root ?? '';
  const make = (name, attributes = {}, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
      else if (value === true) node.setAttribute(key, '');
      else if (value !== false && value != null) node.setAttribute(key, value);
    }
    node.append(...children);
    return node;
  };
  const stored = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* private windows keep nothing */ } },
  };

  // Theme: what the system prefers until someone chooses.
  const html = document.documentElement;
  const isDark = () => (html.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  if (stored.get('theme')) html.dataset.theme = stored.get('theme');
  const theme = make('button', {
    type: 'button', class: 'theme', onclick: () => {
      html.dataset.theme = isDark() ? 'light' : 'dark';
      stored.set('theme', html.dataset.theme);
      label();
    },
  });
  const label = () => {
    theme.textContent = isDark() ? '☀' : '☾';
    theme.setAttribute('aria-label', isDark() ? 'Light theme' : 'Dark theme');
  };
  label();
  document.querySelector('.mast')?.append(theme);

  // Filters over lists whose entries carry their values in data attributes; the address keeps the choice.
  const names = { state: 'State', test: 'Kind of test', service: 'Service', severity: 'Severity', year: 'Year', tag: 'Tag' };
  for (const form of document.querySelectorAll('form[data-filters]')) {
    const list = document.getElementById(form.dataset.filters);
    const entries = [...list.querySelectorAll('[data-service]')];
    const values = (entry, key) => (entry.dataset[key] ?? '').split('|').filter(Boolean);
    const query = new URLSearchParams(location.search);
    const selects = [];
    const shown = make('output', { 'aria-live': 'polite' });
    const apply = () => {
      const chosen = selects.filter(select => select.value);
      let count = 0;
      for (const entry of entries) {
        const fits = chosen.every(select => values(entry, select.name).includes(select.value));
        entry.hidden = !fits;
        count += fits ? 1 : 0;
      }
      shown.textContent = chosen.length ? `${count} of ${entries.length}` : '';
      const address = new URLSearchParams(chosen.map(select => [select.name, select.value]));
      history.replaceState(null, '', location.pathname + (chosen.length ? `?${address}` : '') + location.hash);
    };
    for (const key of Object.keys(names)) {
      const all = [...new Set(entries.flatMap(entry => values(entry, key)))].sort((a, b) => a.localeCompare(b));
      if (all.length < 2) continue;
      const select = make('select', { name: key, onchange: apply }, make('option', { value: '' }, 'all'), ...all.map(value => make('option', { value }, value)));
      if (all.includes(query.get(key))) select.value = query.get(key);
      selects.push(select);
      form.append(make('label', {}, names[key], select));
    }
    if (!selects.length) continue;
    form.append(make('button', { type: 'button', onclick: () => { for (const select of selects) select.value = ''; apply(); } }, 'Show all'), shown);
    form.addEventListener('submit', event => event.preventDefault());
    form.hidden = false;
    apply();
  }

  // Search: an index in shards by the first letters of a term, as many as it takes, and the documents a few to a file.
  const files = new Map();
  const load = name => {
    if (!files.has(name)) {
      files.set(name, fetch(`${root}search/${name}`).then(answer => answer.ok ? answer.text() : ''));
    }
    return files.get(name);
  };
  const fold = text => text.toLowerCase();
  // The shards that hold a term and what begins with it; a large one is parted into those of a letter more.
  const shardsOf = (term, names) => {
    if (!/^[a-z0-9]{2}/.test(term)) return ['other'];
    let length = Math.min(term.length, 6);
    while (length > 2 && !names.has(term.slice(0, length))) length -= 1;
    const longer = [...names].filter(name => name.length > term.length && name.startsWith(term));
    return [term.slice(0, length), ...longer.length > 4 ? [] : longer];
  };
  // One letter added, left out, changed or swapped with its neighbour.
  const isNear = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    if (a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2)) return true;
    return a.slice(start + 1) === b.slice(start + 1) || a.slice(start) === b.slice(start + 1) || a.slice(start + 1) === b.slice(start);
  };
  const postings = line => {
    const [, ...places] = line.split(' ');
    let number = 0;
    return places.map(place => {
      const [distance, weight] = place.split('.');
      number += parseInt(distance, 36);
      return [number, weight ? parseInt(weight, 36) : 1];
    });
  };
  const lookUp = async (term, about) => {
    const scores = new Map();
    const shards = await Promise.all(shardsOf(term, new Set(about.shards)).map(name => load(`${name}.txt`)));
    const lines = shards.join('').split('\n');
    const total = about.incidents + about.gaps;
    const matches = test => lines.filter(line => line && test(line.slice(0, line.indexOf(' '))));
    const add = (found, factor) => {
      for (const line of found) {
        const places = postings(line);
        const rarity = Math.log(1 + total / places.length);
        for (const [number, weight] of places) {
          scores.set(number, Math.max(scores.get(number) ?? 0, factor * rarity * (1 + Math.log2(weight))));
        }
      }
    };
    add(matches(word => word === term), 1);
    add(matches(word => word !== term && word.startsWith(term)), 0.6);
    if (!scores.size && term.length > 3) add(matches(word => isNear(word, term)), 0.4);
    return scores;
  };
  const filterBy = async (name, value) => {
    const key = `${name}:${fold(value)} `;
    const line = (await load('f.txt')).split('\n').find(text => text.startsWith(key));
    return new Set(line ? postings(line.slice(key.length - 1)).map(([number]) => number) : []);
  };
  const search = async (text, filters) => {
    const about = JSON.parse(await load('index.json') || '{"incidents":0,"gaps":0,"first_gap":1,"per_file":8,"shards":[]}');
    const terms = [...new Set(fold(text).split(/[^\p{L}\p{N}]+/u).filter(term => term.length > 1))].slice(0, 8);
    let scores = null;
    for (const found of await Promise.all(terms.map(term => lookUp(term, about)))) {
      if (!scores) { scores = found; continue; }
      for (const [number, score] of scores) {
        if (found.has(number)) scores.set(number, score + found.get(number));
        else scores.delete(number);
      }
    }
    const numbers = (length, first) => Array.from({ length }, (_, number) => [first + number, 0]);
    scores ??= new Map(filters.length ? [...numbers(about.incidents, 0), ...numbers(about.gaps, about.first_gap)] : []);
    for (const [name, value] of filters) {
      const allowed = await filterBy(name, value);
      for (const number of [...scores.keys()]) if (!allowed.has(number)) scores.delete(number);
    }
    // Of equals the newest incident first, and gaps last.
    const age = number => number < about.first_gap ? -number : number;
    const best = [...scores].sort((a, b) => b[1] - a[1] || age(a[0]) - age(b[0])).slice(0, 20);
    const results = await Promise.all(best.map(async ([number]) => {
      const isGap = number >= about.first_gap;
      const place = isGap ? number - about.first_gap : number;
      const lines = (await load(`${isGap ? 'gaps' : 'incidents'}-${Math.floor(place / about.per_file)}.txt`)).split('\n');
      const [href, title, date, mark, services, snippet] = lines[place % about.per_file].split('\t');
      return { href, title, date, mark, services, snippet };
    }));
    return { results, total: scores.size, terms, about };
  };
  const highlighted = (text, terms) => {
    const pieces = [];
    for (const word of (text ?? '').split(/([^\p{L}\p{N}]+)/u)) {
      pieces.push(terms.some(term => fold(word).startsWith(term)) ? make('mark', {}, word) : word);
    }
    return pieces;
  };
  const searchBox = (place, isPage) => {
    const list = make('ol', { class: 'results', 'aria-label': 'Results' });
    const status = make('p', { class: 'kicker', role: 'status' });
    const input = make('input', { type: 'search', 'aria-label': 'Search incidents, gaps and tests', placeholder: 'pool exhaustion, certificate, checkout …', autocomplete: 'off', spellcheck: 'false' });
    const filters = make('div', { class: 'filters' });
    const selects = [];
    let turn = 0;
    const run = async () => {
      const mine = ++turn;
      const chosen = selects.filter(select => select.value).map(select => [select.name, select.value]);
      if (!input.value.trim() && !chosen.length) { list.replaceChildren(); status.textContent = ''; return; }
      const found = await search(input.value, chosen);
      if (mine !== turn) return;
      status.textContent = found.total ? `${found.total} found${found.total > 20 ? ', the best 20 shown' : ''}` : 'Nothing found. Fewer or shorter words find more.';
      list.replaceChildren(...found.results.map(result => make('li', {}, make('a', { href: root + result.href },
        make('b', {}, ...highlighted(result.title, found.terms)),
        make('span', { class: 'kicker' }, [result.href.startsWith('gaps/') ? 'gap' : '', result.date, result.mark, result.services].filter(Boolean).join(' · ')),
        make('span', {}, ...highlighted(result.snippet, found.terms))))));
      if (isPage) history.replaceState(null, '', `?${new URLSearchParams({ q: input.value })}`);
    };
    const move = (event, step) => {
      const links = [...list.querySelectorAll('a')];
      if (!links.length) return;
      event.preventDefault();
      const next = links.indexOf(document.activeElement) + step;
      (next < 0 ? input : links[Math.min(next, links.length - 1)]).focus();
    };
    input.addEventListener('input', run);
    place.addEventListener('keydown', event => {
      if (event.target instanceof HTMLSelectElement) return;
      if (event.key === 'ArrowDown') move(event, 1);
      if (event.key === 'ArrowUp') move(event, -1);
      if (event.key === 'Enter' && event.target === input) { event.preventDefault(); list.querySelector('a')?.click(); }
    });
    load('index.json').then(text => {
      const about = JSON.parse(text || '{}');
      for (const [name, values] of Object.entries(about.filters ?? {})) {
        if (values.length < 2) continue;
        const select = make('select', { name, onchange: run }, make('option', { value: '' }, 'all'), ...values.map(value => make('option', { value }, value)));
        selects.push(select);
        filters.append(make('label', {}, names[name] ?? 'What', select));
      }
    });
    place.append(input, filters, status, list);
    return { input, run };
  };
  const page = document.getElementById('search');
  let open;
  if (page) {
    page.hidden = false;
    const box = searchBox(page, true);
    box.input.value = new URLSearchParams(location.search).get('q') ?? '';
    box.run();
    open = () => box.input.focus();
  } else {
    let dialog;
    open = () => {
      if (!dialog) {
        dialog = make('dialog', { 'aria-label': 'Search' });
        document.body.append(dialog);
        searchBox(dialog, false);
      }
      if (!dialog.open) dialog.showModal();
      dialog.querySelector('input').select();
    };
    document.querySelector('.find')?.addEventListener('click', event => { event.preventDefault(); open(); });
  }
  addEventListener('keydown', event => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement;
    if ((event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      open();
    }
  });

  // What plays stays at hand: a bar at the foot of the page while its player is out of sight.
  const bar = (audio, title) => {
    const time = make('span', { class: 'num' });
    const toggle = make('button', { type: 'button', onclick: () => (audio.paused ? audio.play() : audio.pause()) });
    const back = make('button', { type: 'button', onclick: () => { audio.scrollIntoView({ block: 'center' }); audio.focus(); } });
    const strip = make('section', { class: 'bar', 'aria-label': 'Now playing', hidden: true }, toggle, time, back);
    document.body.append(strip);
    let isSeen = true;
    let hasPlayed = false;
    const show = () => {
      strip.hidden = isSeen || !hasPlayed;
      document.body.classList.toggle('has-bar', !strip.hidden);
      toggle.textContent = audio.paused ? 'Play' : 'Pause';
      back.textContent = title();
      const at = Math.floor(audio.currentTime);
      time.textContent = `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
    };
    audio.addEventListener('play', () => { hasPlayed = true; show(); });
    for (const event of ['pause', 'timeupdate', 'loadstart']) audio.addEventListener(event, show);
    new IntersectionObserver(entries => { isSeen = entries.at(-1).isIntersecting; show(); }).observe(audio);
  };

  // One after the other: all episodes of a service or a tag.
  const queue = document.getElementById('queue');
  if (queue) {
    const audio = queue.querySelector('audio');
    const items = [...queue.querySelectorAll('[data-src]')];
    const current = () => items.findIndex(item => item.classList.contains('now'));
    const mark = index => {
      for (const [number, item] of items.entries()) item.classList.toggle('now', number === index);
    };
    const play = index => {
      mark(index);
      audio.src = items[index].dataset.src;
      audio.play();
    };
    for (const [index, item] of items.entries()) {
      const link = item.querySelector('a');
      link.replaceWith(make('button', { type: 'button', onclick: () => play(index) }, ...link.childNodes));
    }
    audio.addEventListener('play', () => { if (current() < 0) mark(0); });
    audio.addEventListener('ended', () => { if (current() + 1 < items.length) play(current() + 1); });
    if (items.length > 1) {
      audio.after(make('div', { class: 'tools' }, make('button', { type: 'button', onclick: () => play(0) }, `Play all ${items.length}`)));
    }
    bar(audio, () => items[current()]?.querySelector('button').textContent ?? '');
  }

  // Player: speed, fifteen seconds either way, sentences that light up and can be sought, and the place of last time.
  const player = document.getElementById('player');
  const audio = player?.querySelector('audio');
  if (audio) {
    const key = `place:${audio.getAttribute('src')}`;
    const skip = seconds => { audio.currentTime = Math.max(0, Math.min(audio.duration || 0, audio.currentTime + seconds)); };
    const speed = make('select', { 'aria-label': 'Speed', onchange: () => { audio.playbackRate = Number(speed.value); stored.set('speed', speed.value); } },
      ...['0.8', '1', '1.2', '1.5', '1.8', '2'].map(value => make('option', { value }, `${value}×`)));
    speed.value = stored.get('speed') ?? '1';
    if (!speed.value) speed.value = '1';
    audio.addEventListener('play', () => { audio.playbackRate = Number(speed.value); });
    audio.after(make('div', { class: 'tools' },
      make('button', { type: 'button', onclick: () => skip(-15) }, '15 s back'),
      make('button', { type: 'button', onclick: () => skip(15) }, '15 s forward'), speed));
    const sentences = [...player.querySelectorAll('[data-start]')].map(item => {
      const start = Number(item.dataset.start) / 1000;
      item.replaceChildren(make('button', { type: 'button', onclick: () => { audio.currentTime = start + 0.01; audio.play(); } }, ...item.childNodes));
      return { item, start };
    });
    for (const chapter of player.querySelectorAll('[data-seek]')) {
      const start = Number(chapter.dataset.seek) / 1000;
      chapter.replaceChildren(make('button', { type: 'button', onclick: () => { audio.currentTime = start + 0.01; audio.play(); } }, ...chapter.childNodes));
    }
    audio.addEventListener('timeupdate', () => {
      const now = sentences.findLast(sentence => sentence.start <= audio.currentTime);
      for (const sentence of sentences) sentence.item.classList.toggle('now', sentence === now);
      if (audio.currentTime > 5) stored.set(key, String(Math.floor(audio.currentTime)));
    });
    audio.addEventListener('ended', () => stored.set(key, '0'));
    bar(audio, () => document.querySelector('h1').textContent);
    audio.addEventListener('loadedmetadata', () => {
      const place = Number(stored.get(key) ?? 0);
      if (place > 5 && place < audio.duration - 3) audio.currentTime = place;
    }, { once: true });
  }
})();
