const NO_BREAK_SPACE = "\u00a0";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * « 12 mars 2026 à 14 h 05 ». `instant` in milliseconds since 1970; the time zone is the reader's own unless given.
 */
export function fullDate(instant: number, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric", ...zone });
  const time = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...zone });
  const parts = time.formatToParts(instant);
  const part = (type: "hour" | "minute") => parts.find((each) => each.type === type)?.value ?? "";
  // The first of the month is an ordinal in French, which Intl does not write.
  const ordinal = day.format(instant).replace(/^1 /u, "1er ");
  return `${ordinal} à ${Number(part("hour"))}${NO_BREAK_SPACE}h${NO_BREAK_SPACE}${part("minute")}`;
}

/**
 * « il y a 3 heures », « hier »: how long before `now` (both in milliseconds since 1970), in the largest unit that fits.
 * An instant after `now` (clocks differ) is said as « à l'instant ».
 */
export function relativeDate(instant: number, now: number): string {
  const since = now - instant;
  if (since < MINUTE) return "à l’instant";
  const format = new Intl.RelativeTimeFormat("fr-FR", { numeric: "auto" });
  if (since < HOUR) return format.format(-Math.floor(since / MINUTE), "minute");
  if (since < DAY) return format.format(-Math.floor(since / HOUR), "hour");
  if (since < 30 * DAY) return format.format(-Math.floor(since / DAY), "day");
  if (since < 365 * DAY) return format.format(-Math.floor(since / (30 * DAY)), "month");
  return format.format(-Math.floor(since / (365 * DAY)), "year");
}

/** The instant in the form of a `datetime` attribute. */
export function machineDate(instant: number): string {
  return new Date(instant).toISOString();
}
