// Draws BPMN diagrams with the way of a case, or with how many cases stand where.
(() => {
  'use strict';

  const TALLEST = 420;
  const MARGIN = 24;

  // As wide as its place, as high as it needs.
  const fit = (viewer, place) => {
    const canvas = viewer.get('canvas');
    const { inner } = canvas.viewbox();
    const scale = Math.min(1, place.clientWidth / (inner.width + MARGIN));
    place.style.height = `${Math.min(TALLEST, Math.ceil((inner.height + MARGIN * 2) * scale))}px`;
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
  };

  const draw = async (place, xml) => {
    const viewer = new BpmnJS({ container: place });
    await viewer.importXML(xml);
    fit(viewer, place);
    addEventListener('resize', () => fit(viewer, place));
    return viewer;
  };

  const mark = (viewer, ids, marker) => {
    const registry = viewer.get('elementRegistry');
    ids.filter(id => registry.get(id)).forEach(id => viewer.get('canvas').addMarker(id, marker));
  };

  // A flow was walked if both its ends were reached.
  const walked = (viewer, reached) => viewer.get('elementRegistry')
    .filter(element => element.type === 'bpmn:SequenceFlow'
      && reached.has(element.businessObject.sourceRef.id) && reached.has(element.businessObject.targetRef.id))
    .map(element => element.id);

  const count = (viewer, id, cases) => {
    if (!viewer.get('elementRegistry').get(id)) return;
    const badge = document.createElement('span');
    badge.className = 'count';
    badge.textContent = cases;
    viewer.get('overlays').add(id, { position: { top: -12, right: 14 }, html: badge });
  };

  const way = (place, diagrams) => {
    place.replaceChildren();
    if (!diagrams.length) {
      place.textContent = place.dataset.none;
      return;
    }
    diagrams.forEach((diagram, index) => {
      const fold = document.createElement('details');
      const name = document.createElement('summary');
      const canvas = document.createElement('div');
      name.textContent = diagram.name;
      canvas.className = 'canvas';
      fold.append(name, canvas);
      place.append(fold);
      // Drawn when it is seen: a folded one has no size.
      fold.addEventListener('toggle', () => show(canvas, diagram), { once: true });
      fold.open = index === 0;
    });
  };

  const show = async (canvas, diagram) => {
    const viewer = await draw(canvas, diagram.xml);
    mark(viewer, diagram.passed, 'passed');
    mark(viewer, diagram.active, 'active');
    mark(viewer, walked(viewer, new Set([...diagram.passed, ...diagram.active])), 'passed');
  };

  const ladder = async (place, diagram) => {
    place.replaceChildren();
    const canvas = document.createElement('div');
    canvas.className = 'canvas';
    place.append(canvas);
    const viewer = await draw(canvas, diagram.xml);
    Object.entries(diagram.counts).forEach(([id, cases]) => count(viewer, id, cases));
  };

  const load = async place => {
    try {
      const answer = await fetch(place.dataset.diagram, { headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(answer.status);
      const content = await answer.json();
      await (Array.isArray(content) ? way(place, content) : ladder(place, content));
    } catch (failure) {
      place.textContent = place.dataset.failed;
    }
  };

  // Drawn when they come into sight, so that they don't hold up the page.
  const watcher = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
    watcher.unobserve(entry.target);
    load(entry.target);
  }));
  document.querySelectorAll('[data-diagram]').forEach(place => watcher.observe(place));
})();
