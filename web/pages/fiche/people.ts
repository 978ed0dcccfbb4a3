import type { Place } from "../../../shared/editor/sections.ts";
import type { LiveFiche } from "../../primitives/create-live-fiche.ts";

export type PersonHere = ReturnType<LiveFiche["people"]>[number];

/** The other people, each once however many pages they have open: the page where they write rather than another. */
export function distinctPeople(people: readonly PersonHere[]): readonly PersonHere[] {
  const self = people.find((person) => person.self);
  const byAccount = new Map<string, PersonHere>();
  for (const person of people) {
    if (person.self || person.user.id === self?.user.id) continue;
    const known = byAccount.get(person.user.id);
    if (known === undefined || (known.place === null && person.place !== null)) byAccount.set(person.user.id, person);
  }
  return [...byAccount.values()];
}

/** The names of the others whose caret is in this place, each once. */
export function namesIn(people: readonly PersonHere[], place: Place): readonly string[] {
  return distinctPeople(people)
    .filter((person) => person.place === place)
    .map((person) => person.user.name);
}
