import { describe, expect, it } from "vitest";
import type { Place } from "../../../shared/editor/sections.ts";
import type { AccountId } from "../../../shared/ids.ts";
import { distinctPeople, namesIn, type PersonHere } from "../../../web/pages/fiche/people.ts";
import { initials } from "../../../web/ui/initials.ts";

let pages = 0;
function page(name: string, place: Place | null = null, self = false): PersonHere {
  pages += 1;
  return { client: pages, user: { id: name as AccountId, name, color: 1, writes: true }, place, self };
}

describe("the people of a fiche", () => {
  it("are the others, each once, in the page where they write", () => {
    const people = [page("Anne", null, true), page("Julien"), page("Julien", "freins"), page("Yvonne")];
    expect(distinctPeople(people).map(({ user, place }) => [user.name, place])).toEqual([
      ["Julien", "freins"],
      ["Yvonne", null],
    ]);
  });

  it("are not oneself in another window", () => {
    expect(distinctPeople([page("Anne", "freins"), page("Anne", null, true)])).toEqual([]);
  });

  it("are named in the section where they write", () => {
    const people = [page("Anne", "freins", true), page("Julien", "freins"), page("Yvonne", "leviers")];
    expect(namesIn(people, "freins")).toEqual(["Julien"]);
    expect(namesIn(people, "constats")).toEqual([]);
  });
});

describe("initials", () => {
  it.each([
    ["Nolwenn Kerbrat", "NK"],
    ["Aïssata Diallo", "AD"],
    ["Élodie Le Goff", "ÉG"],
    ["Jean-Marie", "JM"],
    ["Madonna", "M"],
    ["Yvonne P.", "YP"],
    ["", ""],
  ])("of %j are %j", (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
