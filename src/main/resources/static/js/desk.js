// Small conveniences of the desk. Everything here works without it, only less comfortably.
(() => {
  'use strict';
  document.documentElement.classList.add('with-script');

  // The time machine brings one back to where its button was pressed.
  const rememberPlace = () => document.querySelectorAll('input[data-here]').forEach(field => {
    field.value = location.pathname + location.search;
  });
  rememberPlace();
  document.addEventListener('htmx:afterSettle', rememberPlace);
  document.addEventListener('htmx:pushedIntoHistory', rememberPlace);

  // A form that is on its way is not sent a second time.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
  // Coming back by the browser's button, one may send it again.
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }));

  // A fold whose content is fetched opens once it was asked for, also where the address names it.
  const opened = document.querySelector('[data-open]');
  if (opened) opened.scrollIntoView({ block: 'center' });

  // The menu unfolds where it does not fit on a line.
  const menu = document.querySelector('.menu-button');
  if (menu) {
    const unfold = open => menu.setAttribute('aria-expanded', String(open));
    menu.addEventListener('click', () => unfold(menu.getAttribute('aria-expanded') === 'false'));
    document.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || menu.getAttribute('aria-expanded') === 'false') return;
      unfold(false);
      menu.focus();
    });
  }

  // A frame with a message is as tall as the message: it may be measured, as nothing in it can act.
  const fitFrame = frame => {
    const page = frame.contentDocument?.documentElement;
    if (!page?.querySelector('body')?.childElementCount) return;
    frame.style.height = '0';
    frame.style.height = `${page.scrollHeight + 2}px`;
  };
  const fitFrames = () => document.querySelectorAll('iframe[data-tall]').forEach(fitFrame);
  document.addEventListener('load', event => {
    if (event.target.matches?.('iframe[data-tall]')) fitFrame(event.target);
  }, true);
  addEventListener('resize', fitFrames);
  fitFrames();

  // A choice shows its result at once.
  document.querySelectorAll('form[data-submit-on-change]').forEach(form => {
    form.addEventListener('change', () => form.requestSubmit());
  });

  // Whoever picks single creditors sees the list of them.
  const showCreditors = select => {
    const list = select.form.querySelector('[data-creditors]');
    if (list) list.hidden = select.value === 'all';
  };
  document.querySelectorAll('select[data-scope]').forEach(select => {
    showCreditors(select);
    select.addEventListener('change', () => showCreditors(select));
  });
})();
