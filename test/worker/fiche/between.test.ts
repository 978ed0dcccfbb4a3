import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { DocumentId } from "../../../shared/ids.ts";
import type { AskedActe } from "../../../shared/workflow/acts.ts";
import { aContrat, type Person } from "../contrat/a-contrat.ts";

/** A fiche, and what happens between the moment when its contrat says who asks and the moment when it does what they ask. */
async function aFiche() {
  const contrat = await aContrat();
  const { nolwenn, groupe, axes } = contrat;
  const baptiste = await contrat.person("Baptiste", { groupe: ["pilote"] });
  const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
  const judged = async (person: Person) => {
    const context = await contrat.door.ficheContext(person.id, fiche, true);
    if (context === null) throw new Error("no context");
    return async (asked: AskedActe) => {
      const done = await env.DOCUMENT.getByName(fiche).act(person.id, context, asked);
      return done.ok ? "oui" : done.code;
    };
  };
  return { contrat, baptiste, fiche: fiche as DocumentId, judged };
}

describe("between judgement and act", () => {
  it("somebody who never had the fiche open loses their role: nothing is done in their name", async () => {
    const { contrat, baptiste, judged } = await aFiche();
    const late = await judged(baptiste);
    const { nolwenn, groupe } = contrat;
    await contrat.act(nolwenn, "changer_membre_groupe", { groupe, personne: baptiste.id, roles: ["habitant"] });
    expect(await late({ acte: "mettre_en_relecture" })).toBe("contexte_depasse");
  });

  it("somebody leaves the contrat: nothing is done in their name", async () => {
    const { contrat, baptiste, judged } = await aFiche();
    const late = await judged(baptiste);
    await contrat.act(baptiste, "quitter_contrat", {});
    expect(await late({ acte: "mettre_en_relecture" })).toBe("contexte_depasse");
  });

  it("the fiche is thrown away: nothing is done in it until it is back", async () => {
    const { contrat, baptiste, fiche, judged } = await aFiche();
    const late = await judged(baptiste);
    await contrat.act(contrat.nolwenn, "jeter_fiche", { fiche });
    expect(await late({ acte: "mettre_en_relecture" })).toBe("contexte_depasse");
    expect(await contrat.ask(baptiste, fiche, { acte: "mettre_en_relecture" })).toBe("introuvable");
    await contrat.act(contrat.nolwenn, "restaurer_fiche", { fiche });
    expect(await contrat.ask(baptiste, fiche, { acte: "mettre_en_relecture" })).toBe("oui");
  });

  it("the fiche is entrusted to another groupe: its former pilote does nothing more", async () => {
    const { contrat, baptiste, fiche, judged } = await aFiche();
    const { nolwenn } = contrat;
    const { id: other } = await contrat.act(nolwenn, "creer_groupe", { nom: "Bien dormir" });
    const late = await judged(baptiste);
    await contrat.act(nolwenn, "confier_fiche", { fiche, groupe: other });
    expect(await late({ acte: "mettre_en_relecture" })).toBe("contexte_depasse");
  });
});
