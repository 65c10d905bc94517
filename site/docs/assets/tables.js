/* Sorting and filtering of tables. The tables are complete without it. */
(function () {
  "use strict";

  function key(row, column) {
    var cell = row.cells[column];
    if (!cell) return "";
    return cell.dataset.sort !== undefined ? cell.dataset.sort : cell.textContent.trim();
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

  function makeFilterable(table) {
    var label = document.createElement("label");
    var input = document.createElement("input");
    var count = document.createElement("output");
    label.className = "pmo-filter";
    input.type = "search";
    input.autocomplete = "off";
    label.append("Show rows with ", input, count);
    var box = table.closest(".pmo-table") || table;
    box.parentNode.insertBefore(label, box);
    input.addEventListener("input", function () {
      var words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      Array.from(table.tBodies).forEach(function (body) {
        var left = 0;
        var groups = [];
        Array.from(body.rows).forEach(function (row) {
          if (row.classList.contains("pmo-group")) { groups.push(row); return; }
          var text = row.textContent.toLocaleLowerCase();
          row.hidden = !words.every(function (word) { return text.includes(word); });
          left += row.hidden ? 0 : 1;
        });
        groups.forEach(function (row) { row.hidden = left === 0; });
        shown += left;
      });
      count.textContent = words.length ? shown + (shown === 1 ? " row" : " rows") : "";
    });
  }

  function improve() {
    document.querySelectorAll("table.sortable:not([data-improved])").forEach(function (table) {
      table.dataset.improved = "";
      makeSortable(table);
      if (table.classList.contains("filterable")) makeFilterable(table);
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", improve);
  else improve();
})();
