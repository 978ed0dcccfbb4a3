import type { ReunionInGroupe } from "../../../shared/protocol/bodies/groupe.ts";
import type { ReunionFacts } from "../../api/contrat.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { dayOf } from "../../labels/days.ts";
import { REUNIONS } from "../../labels/groupe.ts";

/** What the form of a meeting holds: the day and the time as the browser's own fields write them. */
export type ReunionValues = {
  readonly jour: string;
  readonly heure: string;
  readonly lieu: string;
  readonly lien: string;
  readonly ordreDuJour: string;
};

const POINTS_MAX = 30;
const POINT_MAX = 300;

/** The form of a new meeting, or of this one. The reader's own time zone. */
export function valuesOf(reunion: ReunionInGroupe | null): ReunionValues {
  if (reunion === null) return { jour: "", heure: "", lieu: "", lien: "", ordreDuJour: "" };
  const at = new Date(reunion.le);
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    jour: dayOf(reunion.le),
    heure: `${two(at.getHours())}:${two(at.getMinutes())}`,
    lieu: reunion.lieu ?? "",
    lien: reunion.lien ?? "",
    ordreDuJour: reunion.ordreDuJour.join("\n"),
  };
}

/** What is wrong with it, by field. */
export function checkReunion(values: ReunionValues): { readonly [Name in keyof ReunionValues]?: string | null } {
  const points = pointsOf(values.ordreDuJour);
  const lien = values.lien.trim();
  return {
    jour: values.jour === "" ? REUNIONS.dayMissing : null,
    heure: values.heure === "" ? REUNIONS.timeMissing : null,
    lieu: values.lieu.length > 200 ? CONTRAT_NAV.tooLong : null,
    lien: lien === "" || isLink(lien) ? null : REUNIONS.wrongLink,
    ordreDuJour:
      points.length > POINTS_MAX || points.some((point) => point.length > POINT_MAX) ? REUNIONS.tooManyPoints : null,
  };
}

/** What is sent; the form was checked. */
export function factsOf(values: ReunionValues): ReunionFacts {
  const filled = (text: string) => (text.trim() === "" ? null : text.trim());
  return {
    le: new Date(`${values.jour}T${values.heure}`).getTime(),
    lieu: filled(values.lieu),
    lien: filled(values.lien),
    ordreDuJour: pointsOf(values.ordreDuJour),
  };
}

/** One point a line; a dash or a number before it is the list's, not the point's. */
function pointsOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-–—•*]|\d+[.)])\s+/u, "").trim())
    .filter((line) => line !== "");
}

function isLink(text: string): boolean {
  return text.length <= 500 && /^https?:\/\/[^\s/?#\\@]+(?:[/?#][^\s\\]*)?$/i.test(text);
}
