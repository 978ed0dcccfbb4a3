import { type Html, html } from "./html.ts";

const ZONE = "Europe/Paris";
const day = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: ZONE });
const calendar = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const time = new Intl.DateTimeFormat("fr-FR", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: ZONE,
});

/** « 12 mars 2026 à 14 h 05 », the time of metropolitan France. `instant` in milliseconds since 1970. */
export function fullDate(instant: number): string {
  const parts = time.formatToParts(instant);
  const part = (type: "hour" | "minute") => parts.find((each) => each.type === type)?.value ?? "";
  return `${dayWords(instant)} à ${Number(part("hour"))}\u00a0h\u00a0${part("minute")}`;
}

/** « 12 mars 2026 », the day of an instant in metropolitan France. */
export function dayWords(instant: number): string {
  // The first of the month is an ordinal in French, which Intl does not write.
  return day.format(instant).replace(/^1 /, "1er ");
}

/** The same, also readable by machines. */
export function moment(instant: number): Html {
  return html`<time datetime="${new Date(instant).toISOString()}">${fullDate(instant)}</time>`;
}

/** « 12 mars 2026 », of a day written `2026-03-12`. */
export function calendarDay(text: string): string {
  return calendar.format(new Date(`${text}T00:00:00Z`)).replace(/^1 /, "1er ");
}
