import { expect, it } from "vitest";
import type { ContratRole, GroupeRole } from "../../../shared/domain/contrat.ts";
import { ok, refuse } from "../../../shared/result.ts";
import { type AskedOfFiche, askOfPast } from "../../../worker/http/on-fiche.ts";

/** A question about a fiche, of somebody who has these roles each time that the contrat is asked; null: none any more. */
function askedWith(...times: readonly ({ contratRoles: ContratRole[]; groupeRoles: GroupeRole[] } | null)[]) {
  let time = 0;
  const contrat = {
    ficheContext: async () => {
      const droits = times[Math.min(time, times.length - 1)] ?? null;
      time += 1;
      return droits === null ? null : { fiche: "f", droits };
    },
  };
  const c = { req: { method: "GET" }, env: { DOCUMENT: { getByName: () => null } } };
  // What `askOfPast` reads of a request, and no more.
  return { c, actor: { id: "a" }, contrat, ids: { fiche: "f" } } as unknown as AskedOfFiche;
}

const PARTENAIRE = { contratRoles: [], groupeRoles: ["partenaire" as const] };
const COMITE = { contratRoles: ["comite_technique" as const], groupeRoles: [] };

it("what was worked out for somebody is not shown to who may it no more when it is ready", async () => {
  const words = async () => ok("words");
  expect(await askOfPast(askedWith(PARTENAIRE), words)).toEqual(ok("words"));
  expect(await askOfPast(askedWith(PARTENAIRE, null), words)).toEqual(refuse("introuvable"));

  // Who has other roles by then is judged by those.
  const judged: string[] = [];
  const asked = askedWith(PARTENAIRE, COMITE);
  const answer = await askOfPast(asked, async (_, { droits: { groupeRoles, contratRoles } }) => {
    judged.push([...groupeRoles, ...contratRoles].join());
    return groupeRoles.length > 0 ? ok("words") : refuse("hors_du_groupe");
  });
  expect(answer).toEqual(refuse("hors_du_groupe"));
  expect(judged).toEqual(["partenaire", "comite_technique"]);
});
