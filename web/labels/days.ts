/** « 1er mars 2026 »: a day written `2026-03-01`, which is the same day everywhere. */
export function fullDay(day: string): string {
  const format = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  // The first of the month is an ordinal in French, which Intl does not write.
  return format.format(new Date(`${day}T12:00:00Z`)).replace(/^1 /u, "1er ");
}

/** The day of an instant where the reader is, as fields of the browser write it. */
export function dayOf(instant: number): string {
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
