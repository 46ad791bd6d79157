// The table of a large class, some rows at a time: sorted by its heads, filtered by name and by what needs a look, turned like pages.
// Without this the first rows stand there, and the file with all of them is named.
(() => {
  const table = document.getElementById("roll");
  if (!table) return;
  const { size, most, ideas, rows } = JSON.parse(document.getElementById("rows").textContent);
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const badges = document.getElementById("badges").content;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const plain = (text) => text.trim().normalize("NFC").toLowerCase();
  const found = rows.map((row) => plain(row[0]));
  const last = heads.length - 1;
  // A row is [name, page, flags, total, cell…]; the total is the last column.
  const at = (row, column) => row[column === last ? 3 : column + 3];
  const value = (cell) => (cell === null ? -2 : !Array.isArray(cell) ? cell : typeof cell[0] === "string" ? -1 : cell[0]);
  const percent = (points, highest) => {
    const share = highest > 0 ? Math.min(1, Math.max(0, points / highest)) : 0;
    return share > 0 && share < 1 ? Math.min(99, Math.max(1, Math.round(share * 100))) : share * 100;
  };

  const badge = (kind) => badges.querySelector(`[data-kind="${kind}"]`).firstElementChild.cloneNode(true);
  const scored = (cell, points, column) => {
    cell.className = column === last ? "num total" : "num";
    cell.style.setProperty("--p", `${percent(points, most[column - 1])}%`);
    cell.append(points);
  };
  const drawn = (row) => {
    const line = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    const link = document.createElement("a");
    link.href = `students/${row[1]}.html`;
    const name = document.createElement("bdi");
    name.textContent = row[0];
    link.append(name);
    head.append(link);
    line.append(head);
    for (let column = 1; column <= last; column += 1) {
      const held = at(row, column);
      const cell = document.createElement("td");
      if (held === null) cell.append(badge("none"));
      else if (!Array.isArray(held)) scored(cell, held, column);
      else if (typeof held[0] === "string") {
        cell.append(badge(held[0]));
        if (held[1]) cell.append(` ${held[1]}`);
      } else {
        const names = held.slice(1).map((number) => ideas[number]).join(", ");
        const flag = badge("idea");
        flag.title = names;
        flag.setAttribute("aria-label", flag.dataset.words.replace("{names}", () => names));
        cell.append(flag);
        scored(cell, held[0], column);
      }
      line.append(cell);
    }
    return line;
  };

  const tools = document.getElementById("tools");
  const text = document.getElementById("find");
  const kind = document.getElementById("kind");
  const shown = document.getElementById("shown");
  const pagers = [...document.querySelectorAll(".pager")];
  const region = table.parentElement;
  let order = rows.map((_, index) => index);
  let fitting = order;
  let page = 0;

  const show = () => {
    const pages = Math.max(1, Math.ceil(fitting.length / size));
    page = Math.min(Math.max(page, 0), pages - 1);
    const first = page * size;
    const now = fitting.slice(first, first + size);
    body.replaceChildren(...now.map((index) => drawn(rows[index])));
    const words = now.length ? shown.dataset.words : shown.dataset.none;
    const numbers = { shown: fitting.length, first: first + 1, last: first + now.length };
    shown.textContent = words.replace(/\{(shown|first|last)\}/g, (_, key) => numbers[key]);
    for (const pager of pagers) {
      pager.hidden = pages === 1;
      const place = pager.querySelector("span");
      place.textContent = place.dataset.words.replace("{page}", page + 1).replace("{pages}", pages);
      for (const button of pager.querySelectorAll("button")) {
        const ends = button.dataset.go === "first" || button.dataset.go === "back" ? page === 0 : page === pages - 1;
        // Not disabled: a button that is would lose the focus of whoever turns pages with the keyboard.
        button.setAttribute("aria-disabled", ends);
      }
    }
  };
  const filter = () => {
    const wanted = plain(text.value);
    const [, flag, idea] = /^(?:f(\d+)|i(\d+))?$/.exec(kind.value);
    const holds = (row) => row.some((cell) => Array.isArray(cell) && cell.indexOf(Number(idea), 1) > 0 && typeof cell[0] !== "string");
    fitting = order.filter((index) => {
      const row = rows[index];
      return found[index].includes(wanted) && (!flag || row[2] & Number(flag)) && (!idea || holds(row));
    });
    page = 0;
    show();
  };

  heads.forEach((head, column) => {
    const button = head.querySelector("button");
    button.disabled = false;
    button.addEventListener("click", () => {
      // Names begin with the first letter, scores with the highest.
      const begin = column === 0 ? "ascending" : "descending";
      const now = head.getAttribute("aria-sort");
      const next = now === "none" ? begin : now === "ascending" ? "descending" : "ascending";
      for (const other of heads) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", next);
      const sign = next === "ascending" ? 1 : -1;
      const keys = rows.map((row) => (column === 0 ? row[0] : value(at(row, column))));
      const compare = column === 0 ? (a, b) => collator.compare(keys[a], keys[b]) : (a, b) => keys[a] - keys[b];
      order = rows.map((_, index) => index).sort((a, b) => sign * compare(a, b) || a - b);
      filter();
    });
  });
  for (const pager of pagers) {
    for (const button of pager.querySelectorAll("button")) {
      button.disabled = false;
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") === "true") return;
        page = { first: 0, back: page - 1, on: page + 1, last: Infinity }[button.dataset.go];
        show();
        // Below the table its new rows are out of sight.
        if (pager.classList.contains("below")) {
          region.focus({ preventScroll: true });
          tools.scrollIntoView();
        }
      });
    }
  }
  text.addEventListener("input", filter);
  kind.addEventListener("change", filter);
  tools.hidden = false;
  document.getElementById("rest").hidden = true;
  filter();
})();
