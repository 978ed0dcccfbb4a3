import { describe, expect, it } from "vitest";
import type { ActesBody } from "../../../../../shared/protocol/bodies/fiche-acts.ts";
import { FICHE_ACTES, type FicheActe } from "../../../../../shared/workflow/acts.ts";
import type { OfferedActe } from "../../../../../shared/workflow/possible-acts.ts";
import { actesOfDraft, mainActe, nextVersion, otherActes } from "../../../../../web/pages/fiche/actes/offered.ts";

type Refused = Extract<OfferedActe["verdict"], { ok: false }>["code"];

/** What the server offers to somebody: those acts, and each other one refused for a reason. */
function offered(
  enabled: readonly FicheActe[],
  why: Partial<Record<FicheActe, Refused>> = {},
  readsDraft = true,
  decisionAttendue = true,
): ActesBody {
  return {
    etat: "brouillon",
    versions: [],
    approuvee: null,
    publiee: null,
    brouillon: readsDraft ? { empreinte: "a".repeat(64) as never, seq: 12, manquantes: [], malgre: false } : null,
    actes: FICHE_ACTES.map((acte) => ({
      acte,
      version: null,
      verdict: enabled.includes(acte) ? { ok: true, value: null } : { ok: false, code: why[acte] ?? "hors_du_groupe" },
    })),
    decisionAttendue,
    reponseAttendue: true,
    noms: {},
  };
}

const names = (actes: readonly OfferedActe[]) => actes.map(({ acte }) => acte);

describe("the main act of a person", () => {
  it("is the avis of who was not heard yet, and for who was, nothing", () => {
    const awaited = offered(["rendre_avis"], { confirmer_avis: "avis_absent" }, false);
    expect(mainActe(awaited)?.acte).toBe("rendre_avis");
    const given = offered(["rendre_avis"], { confirmer_avis: "avis_deja_confirme" }, false);
    expect(mainActe(given)).toBeNull();
  });

  it("is to confirm before anything else", () => {
    expect(mainActe(offered(["rendre_avis", "lever_reserve", "confirmer_avis"]))?.acte).toBe("confirmer_avis");
  });

  it("of a pilote is to submit once there are new words, and until then to answer what was asked", () => {
    expect(mainActe(offered(["soumettre", "repondre_reserve"]))?.acte).toBe("soumettre");
    expect(mainActe(offered(["repondre_reserve"], { soumettre: "rien_de_nouveau" }))?.acte).toBe("repondre_reserve");
  });

  it("is no more to answer once every réserve has its answer: one adds to it where it stands", () => {
    const answered = { ...offered(["repondre_reserve"], { soumettre: "rien_de_nouveau" }), reponseAttendue: false };
    expect(mainActe(answered)?.acte).toBe("soumettre");
    expect(names(otherActes(answered, mainActe(answered)))).toEqual([]);
  });

  it("of the coordination is to publish what the Copil validated, before anything new is submitted", () => {
    const body = offered(["publier", "soumettre", "clore"]);
    expect(mainActe(body)?.acte).toBe("publier");
    expect(names(otherActes(body, mainActe(body)))).toEqual(["soumettre", "clore"]);
  });

  it("of who records decisions is to record one once enough avis are there; before, it is at hand and no more", () => {
    const body = (awaited: boolean) =>
      offered(["relever_decision", "clore"], { soumettre: "rien_de_nouveau" }, true, awaited);
    expect(mainActe(body(true))?.acte).toBe("relever_decision");
    expect(mainActe(body(false))?.acte).toBe("soumettre");
    expect(names(otherActes(body(false), mainActe(body(false))))).toEqual(["relever_decision", "clore"]);
    const written = offered(["relever_decision", "soumettre"], {}, true, false);
    expect(mainActe(written)?.acte).toBe("soumettre");
    expect(names(otherActes(written, mainActe(written)))).toEqual(["relever_decision"]);
  });

  it("of a resident who only reads is a button that says who submits", () => {
    const main = mainActe(offered([], { soumettre: "reserve_au_pilote" }));
    expect(main).toMatchObject({ acte: "soumettre", verdict: { ok: false, code: "reserve_au_pilote" } });
  });
});

describe("the other acts", () => {
  it("hold what this person may do, the draft's last, and submitting with what stands in its way", () => {
    const body = offered(["repondre_reserve", "mettre_en_relecture", "clore"], { soumettre: "rien_de_nouveau" });
    expect(names(otherActes(body, mainActe(body)))).toEqual(["soumettre", "mettre_en_relecture", "clore"]);
  });

  it("hold nothing that only others may do", () => {
    const body = offered([], { soumettre: "reserve_au_pilote", clore: "reserve_au_pilote" });
    expect(otherActes(body, mainActe(body))).toEqual([]);
  });

  it("in the Instruction view are those of the draft, and of what everybody reads", () => {
    const body = offered(["relever_decision", "soumettre", "retirer", "publier", "clore"]);
    expect(names(actesOfDraft(body))).toEqual(["soumettre", "publier", "retirer", "clore"]);
  });

  it("hold what takes a version back from everybody, once one is published", () => {
    const body = offered(["soumettre", "depublier"]);
    expect(names(otherActes(body, mainActe(body)))).toEqual(["depublier"]);
  });
});

it("the first version has number 1", () => {
  expect(nextVersion(offered([]))).toBe(1);
  expect(nextVersion({ versions: [{ numero: 4 } as never] })).toBe(5);
});
