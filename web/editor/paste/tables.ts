/**
 * Whether a table holds data, to be read row by row. Web pages and e-mails also lay out whole pages in tables: those
 * have a single column, or more than text in their cells, and are read as if the table was not there.
 */
export function isDataTable(table: Element): boolean {
  if (table.getAttribute("role") === "presentation" || table.querySelector("table, h1, h2, h3, h4, h5, h6") !== null) {
    return false;
  }
  return rowsOf(table).some((cells) => cells.length > 1);
}

/** The cells of each row. */
export function rowsOf(table: Element): readonly (readonly Element[])[] {
  return [...table.querySelectorAll("tr")].map((row) => [...row.querySelectorAll("td, th")]);
}
