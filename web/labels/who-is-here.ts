import type { Place } from "../../shared/editor/sections.ts";
import { PLACE_TITLES } from "./sections.ts";
import { counted, fr, frAll } from "./typography.ts";

/** Who is here: comes beside the text, which does not wait for it. */
export const WHO = frAll({
  nobodyElse: "Personne d'autre ici",
  title: "Qui est là",
  reads: "lit la fiche",
  canOnlyRead: "peut lire, pas écrire",
  goToSection: "Aller à sa section",
  tell: "Faire annoncer qui est là",
  unknown: "Hors ligne : on ne peut pas savoir qui est là.",
});

/** Who else is here, in a few words: names while they are few. */
export function othersHere(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return WHO.nobodyElse;
  if (second === undefined) return fr(`${first} est ici`);
  if (names.length === 2) return fr(`${first} et ${second} sont ici`);
  return `${counted(names.length, "autre personne", "autres personnes")} ici`;
}

/** The same where there is little room. */
export function othersCounted(count: number): string {
  return `${counted(count, "autre")} ici`;
}

/** « dans « Freins » », where somebody's caret is. */
export function inPlace(place: Place): string {
  return fr(`dans « ${PLACE_TITLES[place]} »`);
}

/** The whole answer to « who is here and where », for a screen reader. */
export function whoAndWhere(people: readonly { readonly name: string; readonly place: Place | null }[]): string {
  if (people.length === 0) return fr(`${WHO.nobodyElse}.`);
  const each = people.map(({ name, place }) => (place === null ? `${name} lit` : `${name} est ${inPlace(place)}`));
  return fr(`${counted(people.length, "autre personne", "autres personnes")} ici : ${each.join(" ; ")}.`);
}
