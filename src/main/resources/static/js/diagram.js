// Draws BPMN diagrams with the way of a case, or with how many cases stand where.
(() => {
  'use strict';

  const fitted = viewer => {
    const canvas = viewer.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    if (canvas.zoom() > 1) canvas.zoom(1, 'auto');
  };

  const draw = async (place, xml) => {
    const viewer = new BpmnJS({ container: place });
    await viewer.importXML(xml);
    fitted(viewer);
    addEventListener('resize', () => fitted(viewer));
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

  const way = async (place, diagrams) => {
    place.replaceChildren();
    if (!diagrams.length) {
      place.textContent = place.dataset.none;
      return;
    }
    for (const diagram of diagrams) {
      const figure = document.createElement('figure');
      const caption = document.createElement('figcaption');
      const canvas = document.createElement('div');
      caption.textContent = diagram.name;
      canvas.className = 'canvas';
      figure.append(caption, canvas);
      place.append(figure);
      const viewer = await draw(canvas, diagram.xml);
      mark(viewer, diagram.passed, 'passed');
      mark(viewer, diagram.active, 'active');
      mark(viewer, walked(viewer, new Set([...diagram.passed, ...diagram.active])), 'passed');
    }
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
