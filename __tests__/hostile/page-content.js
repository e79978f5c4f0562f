/* global document, NodeFilter */
// Runs in the page: reads, with the browser's own eyes, what stands in the elements of a selector.
selector => {
  const ACTIVE =
    'script, style, link, meta, base, img, picture, source, image, video, audio, track, iframe, frame, object, embed, form, input, button, textarea, select, math, canvas, dialog';
  const ATTRIBUTE =
    /^on|^(?:style|src|srcset|action|formaction|background|poster|data|ping|xlink:href|id|name)$/u;
  // By these GitHub knows a mention and a reference, in any text outside of code.
  const MENTION = /(?:^|[^\w/])@[\w-]|(?:^|\W)#\d|(?:^|\W)GH-\d{1,7}(?!\d)/iu;
  const each = list => [...new Set(list)];
  const roots = [...document.querySelectorAll(selector)];
  const elements = roots.flatMap(root => [...root.querySelectorAll('*')]);
  const tag = ({ tagName }) => tagName.toLowerCase();
  const texts = roots.flatMap(root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement.closest('pre, code, a') === null) found.push(node.textContent);
    }
    return found;
  });
  return {
    links: each(
      elements.filter(element => element.matches('a')).map(element => element.getAttribute('href') ?? ''),
    ),
    active: each(elements.filter(element => element.matches(ACTIVE)).map(tag)),
    attributes: each(
      elements.flatMap(element =>
        [...element.attributes]
          .filter(({ name }) => ATTRIBUTE.test(name))
          .map(({ name, value }) => `${tag(element)} ${name}=${value}`),
      ),
    ),
    mentions: each(texts.filter(text => MENTION.test(text))),
    diagrams: each(
      elements.filter(element => element.matches('pre.mermaid')).map(({ textContent }) => textContent),
    ),
    ran: 'forged' in globalThis,
  };
};
