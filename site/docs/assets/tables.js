/* Sorting and filtering of tables, what scrolls, and the foot of printed sheets. A page is complete without it. */
(function () {
  "use strict";

  var RATINGS = { "rag-blue": "-1", "rag-grey": "0", "rag-green": "1", "rag-amber-green": "1.5", "rag-amber": "2",
    "rag-amber-red": "2.5", "rag-red": "3" };

  // What the text is sorted by: a day, as in 4 Apr 2027, as 2027-04-04.
  function inOrder(text) {
    if (!/^\d{1,2}\s[A-Z][a-z]{2}\s\d{4}$/.test(text)) return text;
    return new Date(text.replace(/\s/g, " ") + " UTC").toISOString().slice(0, 10);
  }

  function key(row, column) {
    var cell = row.cells[column];
    if (!cell) return "";
    if (cell.dataset.sort !== undefined) return cell.dataset.sort;
    var rating = cell.querySelector(".rag");
    return rating ? RATINGS[rating.classList[1]] : inOrder(cell.textContent.trim());
  }

  function compare(a, b) {
    if (a === "" || b === "") return (a === "") - (b === "");
    var x = Number(a), y = Number(b);
    return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b, undefined, { numeric: true }) : x - y;
  }

  function sort(table, header, heads) {
    var down = header.getAttribute("aria-sort") === "ascending";
    heads.forEach(function (head) { head.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    Array.from(table.tBodies).forEach(function (body) {
      var rows = Array.from(body.rows).filter(function (row) { return !row.classList.contains("pmo-group"); });
      rows.map(function (row) { return { row: row, key: key(row, header.cellIndex) }; })
        .sort(function (a, b) {
          // An empty cell comes last in either direction.
          var order = compare(a.key, b.key);
          return down && a.key !== "" && b.key !== "" ? -order : order;
        })
        .forEach(function (entry) { body.appendChild(entry.row); });
    });
  }

  function makeSortable(table) {
    if (!table.tHead) return;
    var heads = Array.from(table.tHead.rows[table.tHead.rows.length - 1].cells);
    heads.forEach(function (header) {
      if (header.classList.contains("unsorted") || !header.textContent.trim()) return;
      var button = document.createElement("button");
      button.type = "button";
      button.title = "Sort";
      while (header.firstChild) button.appendChild(header.firstChild);
      button.addEventListener("click", function () { sort(table, header, heads); });
      header.appendChild(button);
    });
  }

  // -- filters, kept in the address: ?status=open&words=pump; those of a page's second table begin with 2.

  var FEW = 5; // rows that are seen at a glance
  var MOST = 80; // values of a column that are offered

  function said(cell) {
    if (!cell) return "";
    var rating = cell.querySelector(".rag");
    return (rating ? rating.lastChild : cell).textContent.trim();
  }

  function rowsOf(table) {
    return Array.from(table.tBodies).flatMap(function (body) {
      var group = "";
      return Array.from(body.rows).filter(function (row) {
        if (!row.classList.contains("pmo-group")) { row.pmoGroup = group; return true; }
        var name = row.querySelector("a") || row.cells[0];
        group = name.textContent.trim();
        return false;
      });
    });
  }

  // What a table can be filtered by: its marked columns, and the groups that divide its rows.
  function dimensions(table) {
    var heads = Array.from(table.tHead ? table.tHead.rows[table.tHead.rows.length - 1].cells : []);
    var found = heads.filter(function (head) { return head.dataset.filter; }).map(function (head) {
      return { name: head.dataset.filter, title: head.textContent.trim(),
        of: function (row) { return said(row.cells[head.cellIndex]); } };
    });
    if (table.dataset.groups) {
      found.unshift({ name: table.dataset.groups.toLocaleLowerCase(), title: table.dataset.groups,
        of: function (row) { return row.pmoGroup; } });
    }
    return found;
  }

  function labelled(text, control) {
    var label = document.createElement("label");
    label.append(text + " ", control);
    return label;
  }

  function choice(dimension, rows) {
    var values = Array.from(new Set(rows.map(dimension.of))).filter(Boolean);
    if (values.length < 2 || values.length > MOST) return null;
    var select = document.createElement("select");
    select.append(new Option("all", ""));
    values.sort(function (a, b) { return a.localeCompare(b, undefined, { numeric: true }); })
      .forEach(function (value) { select.append(new Option(value, value)); });
    return select;
  }

  function show(table, matches) {
    var shown = 0;
    Array.from(table.tBodies).forEach(function (body) {
      var left = 0;
      var groups = [];
      Array.from(body.rows).forEach(function (row) {
        if (row.classList.contains("pmo-group")) { groups.push(row); return; }
        row.hidden = !matches(row);
        left += row.hidden ? 0 : 1;
      });
      groups.forEach(function (row) { row.hidden = left === 0; });
      shown += left;
    });
    return shown;
  }

  function remember(key, value, isNew) {
    var there = new URL(window.location.href);
    if (value) there.searchParams.set(key, value);
    else there.searchParams.delete(key);
    try {
      if (isNew) window.history.pushState(null, "", there);
      else window.history.replaceState(null, "", there);
    } catch (error) { /* a page opened from a disk keeps its address; the filter works all the same */ }
  }

  function makeFilterable(table, number) {
    var prefix = number ? number + 1 + "." : "";
    var rows = rowsOf(table);
    if (rows.length < 2 || (rows.length < FEW && !window.location.search)) return;
    var bar = document.createElement("div");
    var words = document.createElement("input");
    var count = document.createElement("output");
    var controls = [{ key: prefix + "words", control: words, fits: function (row, value) {
      var text = row.textContent.toLocaleLowerCase();
      return value.toLocaleLowerCase().split(/\s+/).every(function (word) { return text.includes(word); });
    } }];
    bar.className = "pmo-filter";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Filter: " + (table.caption ? table.caption.textContent : "table"));
    words.type = "search";
    words.autocomplete = "off";
    bar.append(labelled("Show rows with", words));
    dimensions(table).forEach(function (dimension) {
      var select = choice(dimension, rows);
      if (!select) return;
      bar.append(labelled(dimension.title, select));
      controls.push({ key: prefix + dimension.name, control: select, fits: function (row, value) {
        return dimension.of(row) === value;
      } });
    });
    bar.append(count);

    function apply() {
      var asked = controls.filter(function (each) { return each.control.value; });
      var shown = show(table, function (row) {
        return asked.every(function (each) { return each.fits(row, each.control.value); });
      });
      count.textContent = asked.length ? shown + " of " + rows.length + (rows.length === 1 ? " row" : " rows") : "";
    }

    function restore() {
      var there = new URL(window.location.href).searchParams;
      controls.forEach(function (each) { each.control.value = there.get(each.key) || ""; });
      apply();
    }

    controls.forEach(function (each) {
      each.control.addEventListener("input", function () {
        remember(each.key, each.control.value, each.control.tagName === "SELECT");
        apply();
      });
    });
    window.addEventListener("popstate", restore);
    var box = table.closest(".pmo-table") || table;
    box.parentNode.insertBefore(bar, box);
    restore();
  }

  // The page's name and day, for the margin that print.css gives to every sheet that has no head of its own.
  function markSheets() {
    var head = document.querySelector("h1[data-sheet]");
    if (!head || document.querySelector(".pmo-document, .pmo-job")) return;
    var said = [head.dataset.sheet, head.textContent.trim()].filter(Boolean).join(" \u00b7 ");
    document.documentElement.style.setProperty("--pmo-sheet", JSON.stringify(said));
  }

  // A box that is wider inside than out says so at its edge: not every browser shows a bar to scroll by.
  // All are measured before any is marked: each mark in between would make the browser lay out the page again.
  function tellOfMore(boxes) {
    function tell(some) {
      var more = some.map(function (box) { return box.scrollLeft + box.clientWidth < box.scrollWidth - 1; });
      some.forEach(function (box, n) { box.classList.toggle("pmo-more", more[n]); });
    }
    var sizes = new ResizeObserver(function (changed) { tell(changed.map(function (each) { return each.target; })); });
    boxes.forEach(function (box) {
      box.addEventListener("scroll", function () { tell([box]); }, { passive: true });
      sizes.observe(box);
    });
  }

  // A drawing that is wider than its place begins at what matters most, such as today; its names stay in sight.
  function begin(box) {
    var svg = box.querySelector("svg"), names = box.querySelectorAll(".chart-names");
    if (names.length) box.addEventListener("scroll", function () {
      var moved = "translate(" + box.scrollLeft * svg.viewBox.baseVal.width / svg.clientWidth + ")";
      names.forEach(function (each) { each.setAttribute("transform", moved); });
    }, { passive: true });
    var first = box.querySelector(".chart-begin");
    if (!first) return;
    var there = first.getBoundingClientRect();
    box.scrollLeft = there.left + there.width / 2 - box.clientWidth * 0.65 - box.getBoundingClientRect().left;
  }

  function beginWhenNear(boxes) {
    var near = new IntersectionObserver(function (seen) {
      seen.forEach(function (each) {
        if (!each.isIntersecting) return;
        near.unobserve(each.target);
        begin(each.target);
      });
    }, { rootMargin: "50%" });
    boxes.forEach(function (box) { near.observe(box); });
  }

  // The theme lets a wide table of a hand-written page scroll; here the keyboard gets to it too.
  function makeReachable() {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (box) {
      if (box.scrollWidth <= box.clientWidth) { box.removeAttribute("tabindex"); return; }
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "Table");
    });
  }

  // A link to a row that stands on a further sheet arrives at the way to that sheet, and goes on.
  function goOn() {
    var id = decodeURIComponent(window.location.hash.slice(1));
    var way = id && document.querySelector(".pmo-other-rows #" + CSS.escape(id) + " ~ a");
    if (way) window.location.replace(way.href + window.location.hash);
  }

  // The style sheet lets what is far down wait; it is laid out part by part while there is nothing else to do.
  function layOutRest() {
    var idle = window.requestIdleCallback || window.setTimeout;
    var parts = Array.from(document.querySelectorAll(".md-content__inner > *, .pmo-panel")).filter(function (part) {
      return window.getComputedStyle(part).contentVisibility === "auto";
    });
    (function next() {
      var part = parts.shift();
      if (!part) return;
      part.style.contentVisibility = "visible";
      idle(next);
    })();
  }

  function improve() {
    goOn();
    markSheets();
    tellOfMore(document.querySelectorAll(".pmo-table, .chart-scroll"));
    beginWhenNear(document.querySelectorAll(".chart-scroll"));
    var filterable = Array.from(document.querySelectorAll("table.filterable"));
    document.querySelectorAll("table.sortable:not([data-improved])").forEach(function (table) {
      table.dataset.improved = "";
      if (filterable.includes(table)) makeFilterable(table, filterable.indexOf(table));
      makeSortable(table);
    });
  }

  window.addEventListener("hashchange", goOn);
  window.addEventListener("load", makeReachable);
  window.addEventListener("load", layOutRest);
  window.addEventListener("resize", makeReachable);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", improve);
  else improve();
})();
