/* The desk: shows how a text in Markdown will look while one types. Without it a button does the same. */
(function () {
  "use strict";
  var shown = document.querySelector("[data-preview]");
  var box = shown && document.getElementById(shown.dataset.preview);
  if (!box || !window.fetch) { return; }
  var timer = 0;
  var asked = 0;

  function show() {
    var number = ++asked;
    var body = new URLSearchParams({ tekst: box.value, csrf_token: box.form.elements.csrf_token.value });
    fetch(shown.dataset.previewAddress, { method: "POST", body: body, credentials: "same-origin" })
      .then(function (answer) { return answer.ok ? answer.text() : null; })
      .then(function (html) { if (html !== null && number === asked) { shown.innerHTML = html; } })
      .catch(function () { /* no connection: the button still works */ });
  }

  box.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(show, 400); });
})();
