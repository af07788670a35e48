// Copies bank details, where the browser lets a page do that.
(() => {
  'use strict';
  if (!navigator.clipboard) return;
  document.querySelectorAll('button[data-copy]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        const words = button.textContent;
        button.textContent = button.dataset.copied;
        setTimeout(() => { button.textContent = words; }, 2000);
      } catch (failure) {
        button.hidden = true;
      }
    });
  });
})();
