import { describe, expect, it } from "vitest";
import type { AxeId } from "../../../../shared/ids.ts";
import { contratPages } from "../../../../shared/protocol/contrat-paths.ts";
import type { ContratWithFiches } from "../../../../shared/protocol/http-bodies.ts";
import { guideSteps } from "../../../../web/pages/contrat/guide-steps.ts";
import { aContrat, aGroupe } from "../../../harness/built-contrat.ts";
import { aFiche } from "../../../harness/built-fiche.ts";

const EMPTY = aContrat();
const GROUPE = aGroupe({ demandes: 0 });
const FICHE = aFiche({ groupe: GROUPE.nom, groupeId: GROUPE.id, mienne: false });

const done = (contrat: ContratWithFiches, facts: Parameters<typeof guideSteps>[1]) =>
  guideSteps(contrat, facts).map((step) => step.done);

describe("what to do first", () => {
  it("is all of it in a contrat where nothing was done; without a groupe, its steps lead to the groupes", () => {
    const steps = guideSteps(EMPTY, { groupes: [], organisations: 0, invitations: 0 });
    expect(steps.map((step) => step.done)).toEqual([false, false, false, false, false, false]);
    expect(steps.slice(3).map(({ href }) => href)).toEqual(Array(3).fill(contratPages.groupes(EMPTY.slug)));
    expect(steps.filter(({ optional }) => optional)).toHaveLength(1);
  });

  it("is done step by step, by what is there", () => {
    const told = { ...EMPTY, porteur: "Communauté", territoire: "12 communes" };
    const planned = {
      ...told,
      axes: [{ id: "4xe0x0x0x0x0x0x0" as AxeId, numero: 1, libelle: "Vieillir", objectifs: [] }],
    };
    expect(done(told, { groupes: [], organisations: 0, invitations: 0 })).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(done(planned, { groupes: [GROUPE], organisations: 1, invitations: 0 })).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(done({ ...planned, fiches: [FICHE] }, { groupes: [GROUPE], organisations: 1, invitations: 1 })).toEqual(
      Array(6).fill(true),
    );
  });

  it("leads to the first groupe once there is one, and counts whoever joined it otherwise than by mail", () => {
    const steps = guideSteps(EMPTY, { groupes: [{ ...GROUPE, membres: 2 }], organisations: 0, invitations: 0 });
    expect(steps[4]?.done).toBe(true);
    expect(steps[4]?.href).toBe(contratPages.groupeInviting(EMPTY.slug, GROUPE));
    expect(steps[5]?.href).toBe(contratPages.groupe(EMPTY.slug, GROUPE));
  });
});
