/* global document, window, mermaid */
// Runs in the page. Draws each diagram as GitHub does, or shows its source with what is wrong with it,
// and then marks the page as finished for whoever takes a picture of it.
(async () => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: dark ? 'dark' : 'default' });
  for (const [index, element] of [...document.querySelectorAll('pre.mermaid')].entries()) {
    const source = element.textContent;
    try {
      const { svg } = await mermaid.render(`diagram-${index}`, source);
      element.innerHTML = svg;
    } catch (error) {
      document.querySelector(`#ddiagram-${index}`)?.remove();
      const fault = document.createElement('p');
      fault.className = 'mermaid-fault';
      fault.textContent = `Unable to render rich display: ${String(error)}`;
      element.className = 'mermaid-source';
      element.before(fault);
    }
  }
  document.documentElement.dataset.finished = 'true';
})();
