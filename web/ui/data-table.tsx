import "../styles/tables.css";
import { For, type JSX } from "solid-js";

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => JSX.Element;
}

export interface DataTableProps<Row> {
  /** What it is a table of; read, and not drawn. */
  readonly caption: string;
  readonly rows: readonly Row[];
  /** The first names the row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
}

/**
 * A table that becomes a list of cards on a narrow screen, each cell with its title. The roles are said again: some
 * browsers forget them with the layout.
 */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away in some browsers.
    <table class="table" role="table">
      <caption class="visually-hidden">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <For each={props.columns}>
            {(column) => (
              <th role="columnheader" scope="col">
                {column.title}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody role="rowgroup">
        <For each={props.rows}>
          {(row) => (
            <tr role="row">
              <th role="rowheader" scope="row">
                {props.columns[0].cell(row)}
              </th>
              <For each={props.columns.slice(1)}>
                {(column) => (
                  <td role="cell" data-title={column.title}>
                    {column.cell(row)}
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above.
  );
}
