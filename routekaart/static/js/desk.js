/* The desk: what is typed in a form stays in this browser until it is saved. Without it every page works.
   The form is kept under the account, region and entry that it belongs to, for a week; signing out forgets everything,
   and so does leaving the page at once (routekaart.js). Putting it back sends it to the server to be shown, not saved. */
(function () {
  "use strict";
  var START = "bureau:";
  var WEEK = 7 * 24 * 3600 * 1000;
  var form = document.querySelector("form[data-draft]");
  var done = document.querySelector("[data-draft-done]");
  var notice = document.querySelector("[data-draft-notice]");
  var sent = false; // what was sent is not kept once more when its page goes, which may be after the answer came

  function forget(test) {
    try {
      Object.keys(localStorage).forEach(function (key) {
        if (key.indexOf(START) === 0 && test(key)) { localStorage.removeItem(key); }
      });
    } catch (e) { /* storage is off */ }
  }

  function read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch (e) { return null; }
  }

  document.querySelectorAll("form.desk__out").forEach(function (out) {
    out.addEventListener("submit", function () { sent = true; forget(function () { return true; }); });
  });
  forget(function (key) { var kept = read(key); return !kept || Date.now() - kept.at > WEEK; });
  if (done) { forget(function (key) { return key === START + done.dataset.draftDone; }); }
  if (!form) { return; }

  var key = START + form.dataset.draft;
  var shown = fields();
  var timer = 0;

  function fields() {
    var found = [];
    new FormData(form).forEach(function (value, name) {
      if (name !== "csrf_token" && name !== "doe") { found.push([name, value]); }
    });
    return found;
  }

  function typed(rows) {
    return JSON.stringify(rows.filter(function (row) { return row[0] !== "versie"; }));
  }

  function keep() {
    clearTimeout(timer);
    if (sent) { return; }
    var now = fields();
    if (typed(now) === typed(shown)) { return; }
    try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: now })); } catch (e) { /* full or off */ }
  }

  form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(keep, 500); });
  form.addEventListener("change", keep);
  form.addEventListener("submit", function (event) {
    if (sent) { event.preventDefault(); return; } // pressed twice
    keep();
    sent = true;
    setTimeout(function () { sent = false; }, 5000); // no answer: press again
  });
  window.addEventListener("pageshow", function () { sent = false; });
  window.addEventListener("pagehide", keep);

  var kept = read(key);
  if (!kept || !notice || typed(kept.fields) === typed(shown)) { return; }
  notice.hidden = false;
  notice.querySelector("[data-draft-drop]").addEventListener("click", function () {
    forget(function (one) { return one === key; });
    notice.hidden = true;
  });
  notice.querySelector("[data-draft-restore]").addEventListener("click", function () {
    var back = document.createElement("form");
    back.method = "post";
    back.action = form.action;
    kept.fields.concat([["doe", "toon"], ["csrf_token", form.elements.csrf_token.value]]).forEach(function (row) {
      var field = document.createElement("textarea");
      field.name = row[0];
      field.value = row[1];
      back.appendChild(field);
    });
    back.hidden = true;
    document.body.appendChild(back);
    back.submit();
  });
})();
