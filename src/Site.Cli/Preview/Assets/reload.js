// Loads the page again when the site was made anew, and shows over it what is wrong when it could not be.
(() => {
  'use strict';
  const seen = document.currentScript.dataset;
  const host = document.createElement('preview-problems');
  const root = host.attachShadow({ mode: 'open' });
  const style = element('link', { rel: 'stylesheet', href: '/@preview/preview.css' });
  // A live region must be there before what it says, or it is not read out.
  const region = element('div', { 'aria-live': 'assertive' });
  root.append(style, region);
  document.body.append(host);

  const here = decodeURIComponent(location.pathname);
  let events = null;
  let closed = '';
  listen();
  // A browser opens six connections to a server at most: a page that nobody sees gives its one back.
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : listen()));
  addEventListener('pagehide', rest);
  addEventListener('pageshow', listen);
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  function listen() {
    if (events || document.hidden) return;
    events = new EventSource(`/@preview/events?page=${encodeURIComponent(here)}`);
    events.onmessage = (message) => update(JSON.parse(message.data));
  }

  function rest() {
    events?.close();
    events = null;
  }

  function update(state) {
    // This page may be made before the rest of the site.
    const site = state.first?.pages.includes(here) ? state.first.site : state.site;
    if ((seen.site ?? site) !== site || (seen.build ?? state.build) !== state.build) {
      rest();
      location.reload();
    } else if (seen.site !== undefined) {
      show(state);
    }
  }

  function show(state) {
    if (!state.failure && state.errors === 0) {
      region.replaceChildren();
    } else if (closed !== state.build) {
      region.replaceChildren(dialog(state));
    }
  }

  function dialog(state) {
    const title = element('h2', { id: 'title' }, state.failure ? '没有生成新的网站' : `有 ${state.errors} 个错误，下面仍是上一次的页面`);
    const button = element('button', { type: 'button' }, '关闭');
    button.addEventListener('click', close);
    const list = element('ol', {}, ...state.problems.map(item));
    const box = element('dialog', { open: '', class: 'box', 'aria-labelledby': 'title', 'data-build': state.build }, title, button);
    if (state.failure) box.append(element('p', { class: 'what' }, state.failure));
    if (state.problems.length) box.append(list);
    if (state.errors > state.problems.length) box.append(element('p', {}, `只列出前 ${state.problems.length} 个。`));
    return box;
  }

  function item(problem) {
    return element('li', {},
      element('code', {}, problem.where), ' ', element('span', { class: 'code' }, problem.code),
      element('p', { class: 'what' }, problem.what), element('p', {}, problem.cure));
  }

  function close() {
    closed = region.querySelector('dialog')?.dataset.build ?? closed;
    region.replaceChildren();
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
})();
