// Draws BPMN diagrams with the way of a case, or with how many cases stand where.
(() => {
  'use strict';

  const TALLEST = 420;
  const MARGIN = 24;

  // Bigger than usual, as wide diagrams are shown small.
  const LABELS = { defaultStyle: { fontSize: '13px' }, externalStyle: { fontSize: '13px' } };
  const WIDER = 1.3;
  const DI = 'http://www.omg.org/spec/BPMN/20100524/DI';

  // So bigger labels get wider places.
  const widened = xml => {
    const diagram = new DOMParser().parseFromString(xml, 'text/xml');
    [...diagram.getElementsByTagNameNS(DI, 'BPMNLabel')].flatMap(label => [...label.children]).forEach(place => {
      const width = Number(place.getAttribute('width'));
      place.setAttribute('width', width * WIDER);
      place.setAttribute('x', Number(place.getAttribute('x')) - width * (WIDER - 1) / 2);
    });
    return new XMLSerializer().serializeToString(diagram);
  };

  // Smaller than this nobody reads its labels.
  const READABLE = 0.48;

  const width = viewer => viewer.get('canvas').viewbox().inner.width + MARGIN;

  // At a scale, beginning at its left upper corner; as high as it needs.
  const show = (viewer, place, scale) => {
    if (!place.clientWidth) return; // folded
    const canvas = viewer.get('canvas');
    const { inner } = canvas.viewbox();
    place.style.height = `${Math.min(TALLEST, Math.ceil((inner.height + MARGIN * 2) * scale))}px`;
    canvas.resized();
    canvas.viewbox({
      x: inner.x - MARGIN / 2,
      y: inner.y - MARGIN,
      width: place.clientWidth / scale,
      height: place.clientHeight / scale,
    });
  };

  const fitting = (viewer, place) => Math.min(1, place.clientWidth / width(viewer));

  const isWide = (viewer, place) => fitting(viewer, place) < READABLE;

  // All of it where that can be read; else it begins at a size that can be, and is moved by dragging.
  const fit = (viewer, place, whole) =>
    show(viewer, place, whole ? fitting(viewer, place) : Math.max(fitting(viewer, place), READABLE));

  // Whether more follows at the right.
  const mind = (viewer, place) => {
    const follows = () => {
      const { x, width: seen, inner } = viewer.get('canvas').viewbox();
      place.classList.toggle('onward', x + seen < inner.x + inner.width);
    };
    viewer.on('canvas.viewbox.changed', follows);
    follows();
  };

  const button = (words, press) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'small outline';
    made.textContent = words;
    made.addEventListener('click', press);
    return made;
  };

  // All of it, or a size that can be read: the button of what is shown is pressed. Where all can be read there is no choice.
  const controls = (viewer, place, words) => {
    let whole = false;
    const bar = document.createElement('div');
    bar.className = 'zoom';
    const choose = wanted => {
      whole = wanted;
      fit(viewer, place, whole);
      if (!whole) reveal(viewer, place);
      [...bar.children].forEach((one, index) => one.setAttribute('aria-pressed', String(whole === (index === 0))));
      bar.hidden = !isWide(viewer, place);
    };
    bar.append(button(words.fit, () => choose(true)), button(words.readable, () => choose(false)));
    place.before(bar);
    choose(false);
    addEventListener('resize', () => choose(whole));
  };

  // Where the case is now comes into sight.
  const reveal = (viewer, place) => {
    const canvas = viewer.get('canvas');
    const active = viewer.get('elementRegistry').filter(element => canvas.hasMarker(element.id, 'active'));
    if (!active.length) return;
    const box = canvas.viewbox();
    const right = Math.max(...active.map(element => element.x + element.width));
    if (right > box.x + box.width) canvas.viewbox({ ...box, x: right + MARGIN - box.width });
  };

  const draw = async (place, xml, words) => {
    const viewer = new BpmnJS({ container: place, textRenderer: LABELS });
    await viewer.importXML(widened(xml));
    controls(viewer, place, words);
    mind(viewer, place);
    return viewer;
  };

  const mark = (viewer, ids, marker) => {
    const registry = viewer.get('elementRegistry');
    // A frame around what happens is no place of its own.
    const isPlace = element => element && !(element.type === 'bpmn:SubProcess' && !element.collapsed);
    ids.filter(id => isPlace(registry.get(id))).forEach(id => viewer.get('canvas').addMarker(id, marker));
  };

  // A flow was walked if both its ends were reached. A gateway's way into a step that one came to from the step before
  // was not taken.
  const walked = (viewer, reached) => {
    const flows = viewer.get('elementRegistry').filter(element => element.type === 'bpmn:SequenceFlow'
      && reached.has(element.businessObject.sourceRef.id) && reached.has(element.businessObject.targetRef.id));
    const isChoice = flow => flow.source.type === 'bpmn:ExclusiveGateway' && flow.source.outgoing.length > 1;
    return flows
      .filter(flow => !isChoice(flow) || !flows.some(other => other.target === flow.target && !isChoice(other)))
      .map(flow => flow.id);
  };

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
      fold.addEventListener('toggle', () => walk(canvas, diagram, place.dataset), { once: true });
      fold.open = index === 0;
    });
  };

  const walk = async (canvas, diagram, words) => {
    const viewer = await draw(canvas, diagram.xml, words);
    if (diagram.changed) { // against the version as it was shipped
      mark(viewer, diagram.changed, 'active');
      return;
    }
    mark(viewer, diagram.passed, 'passed');
    mark(viewer, diagram.active, 'active');
    mark(viewer, walked(viewer, new Set([...diagram.passed, ...diagram.active])), 'passed');
    reveal(viewer, canvas);
  };

  // Counts of very many cases are those that were last reckoned; the first ones come a little later.
  const ladder = async (place, diagram) => {
    place.replaceChildren();
    const canvas = document.createElement('div');
    canvas.className = 'canvas';
    place.append(canvas);
    const viewer = await draw(canvas, diagram.xml, place.dataset);
    Object.entries(diagram.counts ?? {}).forEach(([id, cases]) => count(viewer, id, cases));
    if (diagram.counts && !diagram.asOf) return;
    const note = document.createElement('p');
    note.className = 'muted';
    note.textContent = diagram.counts ? `${place.dataset.asOf} ${diagram.asOf}` : place.dataset.reckoning;
    place.prepend(note);
    const shown = place.dataset.diagram;
    if (!diagram.counts) setTimeout(() => shown === place.dataset.diagram && load(place), 5000);
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

  // One diagram out of several in the same place.
  document.querySelectorAll('[data-tabs]').forEach(tabs => {
    const place = document.getElementById(tabs.dataset.tabs);
    tabs.querySelectorAll('button').forEach(tab => tab.addEventListener('click', () => {
      tabs.querySelectorAll('button').forEach(other => other.setAttribute('aria-pressed', String(other === tab)));
      place.dataset.diagram = tab.dataset.show;
      load(place);
    }));
  });

  // Drawn when they come into sight, so that they don't hold up the page.
  const watcher = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
    watcher.unobserve(entry.target);
    load(entry.target);
  }));
  document.querySelectorAll('[data-diagram]').forEach(place => watcher.observe(place));
})();
