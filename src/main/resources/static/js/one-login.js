// Tasklist, Cockpit and Admin have a login form of their own at #/login. There is one login for everything: whoever would
// see that form (after logging out, or when the session has ended) goes to ours, and comes back to the same page.
const MARK = 'kulanz.left-for-login';

function leave() {
  if (!location.hash.startsWith('#/login')) {
    return;
  }
  // never in a circle, should the engine not know somebody whom we let in
  const last = Number(sessionStorage.getItem(MARK) || 0);
  if (Date.now() - last < 5000) {
    return;
  }
  sessionStorage.setItem(MARK, String(Date.now()));
  location.replace(location.pathname);
  if (location.hash) {
    location.reload();
  }
}

for (const name of ['pushState', 'replaceState']) {
  const original = history[name];
  history[name] = function (...args) {
    const result = original.apply(this, args);
    leave();
    return result;
  };
}
addEventListener('hashchange', leave);
leave();
