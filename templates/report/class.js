// The table of students: sorted by its heads, filtered by name and by what needs a look. Without this it is a plain table.
(() => {
  const table = document.getElementById("roll");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const names = new Map(rows.map((row) => [row, row.cells[0].textContent.trim()]));
  const value = (row, column) => (column === 0 ? names.get(row) : Number(row.cells[column].dataset.v));
  const compare = (a, b) => (typeof a === "string" ? collator.compare(a, b) : a - b);

  heads.forEach((head, column) => {
    const button = head.querySelector("button");
    button.disabled = false;
    button.addEventListener("click", () => {
      // Names begin with the first letter, scores with the highest.
      const first = column === 0 ? "ascending" : "descending";
      const now = head.getAttribute("aria-sort");
      const next = now === "none" ? first : now === "ascending" ? "descending" : "ascending";
      for (const other of heads) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", next);
      const sign = next === "ascending" ? 1 : -1;
      const sorted = rows.map((row) => [value(row, column), row]).sort((a, b) => sign * compare(a[0], b[0]));
      body.append(...sorted.map((pair) => pair[1]));
    });
  });

  const tools = document.getElementById("tools");
  const text = document.getElementById("find");
  const kind = document.getElementById("kind");
  const shown = document.getElementById("shown");
  const update = () => {
    const wanted = text.value.trim().normalize("NFC").toLowerCase();
    let number = 0;
    for (const row of rows) {
      const fits = names.get(row).normalize("NFC").toLowerCase().includes(wanted) && (!kind.value || row.dataset.k.includes(kind.value));
      row.hidden = !fits;
      number += fits;
    }
    shown.textContent = shown.dataset.words.replace("{shown}", number);
  };
  text.addEventListener("input", update);
  kind.addEventListener("change", update);
  tools.hidden = false;
  update();
})();
