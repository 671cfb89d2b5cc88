/* The only script. Every page works without it.
   1. Leave at once: "Verlaat pagina", or Shift three times. Never Esc: that would stop the next page from loading.
   2. The start page remembers region and profession, in this browser alone.
   3. Print button; button that copies a text; focus on the error summary.
   4. How a call went is only asked after a tap on its number. */
(function () {
  "use strict";
  var leave = document.querySelector("[data-leave]");
  var place = document.querySelector("form[data-remember]");
  var KEY = "routekaart";

  function forget() {
    try { localStorage.clear(); sessionStorage.clear(); } catch (e) { /* storage is off */ }
  }

  function away() {
    document.documentElement.hidden = true;
    document.title = "\u200b";
    forget();
    location.replace(leave.href);
  }

  if (leave) {
    var presses = [];
    leave.addEventListener("click", function (event) { event.preventDefault(); away(); });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Shift") { presses = []; return; }
      if (event.repeat) { return; }
      presses = presses.filter(function (at) { return event.timeStamp - at < 2000; }).concat(event.timeStamp);
      if (presses.length >= 3) { away(); }
    });
    window.addEventListener("pageshow", function (event) {
      if (event.persisted && document.documentElement.hidden) { away(); }
    });
  }

  function remembered() {
    try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch (e) { return {}; }
  }

  function fields() {
    return Array.prototype.filter.call(place.elements, function (field) {
      return field.hasAttribute("data-remember");
    });
  }

  if (place) {
    var before = remembered();
    fields().forEach(function (field) {
      var value = before[field.name];
      if (!value) { return; }
      if (field.type === "radio") { field.checked = field.value === value; } else if (!field.value) { field.value = value; }
    });
    place.addEventListener("submit", function () {
      var now = {};
      fields().forEach(function (field) {
        if (field.type !== "radio" || field.checked) { now[field.name] = field.value; }
      });
      try { localStorage.setItem(KEY, JSON.stringify(now)); } catch (e) { /* storage is off */ }
    });
  }

  document.querySelectorAll("[data-js], [data-print]").forEach(function (part) { part.hidden = false; });
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () { window.print(); });
  });

  document.querySelectorAll("[data-after-call]").forEach(function (link) {
    var number = link.parentNode.querySelector("a[href^='tel:']");
    link.hidden = true;
    number.addEventListener("click", function () { link.hidden = false; });
  });

  document.querySelectorAll("form[data-busy]").forEach(function (form) {
    var told = form.querySelector("[data-busy-told]");
    form.addEventListener("submit", function () { told.hidden = false; });
    window.addEventListener("pageshow", function () { told.hidden = true; });
  });

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var text = document.getElementById(button.getAttribute("data-copy"));
    var said = document.querySelector("[data-copied]");
    button.hidden = said.hidden = false;
    button.addEventListener("click", function () {
      text.select();
      said.textContent = document.execCommand("copy") ? "Gekopieerd." : "Kies zelf ‘kopiëren’. De tekst is geselecteerd.";
    });
  });

  var summary = document.querySelector("[data-error-summary]");
  if (summary) { summary.focus(); }
})();
