/** What a column of SQLite may hold. Blobs come back as `ArrayBuffer`. */
export type SqlValue = ArrayBuffer | string | number | null;

/**
 * All rows of a query. `Row` restates the columns that the statement names: the cast is here, once, because SQLite
 * knows the shape only from the text of the statement; a mistake shows in the first test that runs it.
 */
export function rows<Row extends Record<string, SqlValue>>(
  sql: SqlStorage,
  statement: string,
  ...values: SqlValue[]
): Row[] {
  return sql.exec<Row>(statement, ...values).toArray();
}

/** The first row of a query, or null. */
export function firstRow<Row extends Record<string, SqlValue>>(
  sql: SqlStorage,
  statement: string,
  ...values: SqlValue[]
): Row | null {
  return rows<Row>(sql, statement, ...values)[0] ?? null;
}

/** A statement that answers nothing. */
export function run(sql: SqlStorage, statement: string, ...values: SqlValue[]): void {
  sql.exec(statement, ...values);
}

/** A view's own bytes: SQLite would store the whole buffer under it, and `slice` of Node's own views copies nothing. */
export function blob(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
