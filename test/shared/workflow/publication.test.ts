import { describe, expect, it } from "vitest";
import { attentesOf } from "../../../shared/domain/attente.ts";
import { ficheActeBody } from "../../../shared/protocol/bodies/fiche-acts.ts";
import type { Dated } from "../../../shared/workflow/acts.ts";
import { fold } from "../../../shared/workflow/evolve.ts";
import { possibleActs } from "../../../shared/workflow/possible-acts.ts";
import { publicationOf, toldLife } from "../../../shared/workflow/told.ts";
import { changesPublic, published } from "../../../shared/workflow/versions.ts";
import { AT, Desk, id, type Person, words } from "./comite.ts";

/** A fiche whose first version the Copil validated. */
function validated(): Desk {
  const desk = new Desk();
  desk.submit();
  desk.approve();
  expect(desk.etats()).toEqual(["validee"]);
  return desk;
}

function verdictOf(desk: Desk, person: Person, acte: "publier" | "depublier") {
  const offered = possibleActs(desk.facts(person)).find((each) => each.acte === acte);
  return [offered?.version, offered?.verdict.ok === false ? offered.verdict.code : "ok"];
}

describe("a version becomes public", () => {
  it("once the Copil validated it, by the coordination, who names its words", () => {
    const desk = new Desk();
    expect(desk.publish()).toBe("version_inconnue");
    desk.submit();
    expect(desk.publish()).toBe("non_validee");
    desk.avis("marie");
    desk.avis("nadia");
    desk.decide("approuvee", ["marie", "nadia"]);
    expect(desk.publish()).toBe("non_validee");
    desk.ask("copil", { acte: "valider", ...desk.shown, date: "2026-03-26" });
    expect(desk.ask("pilote", { acte: "publier", ...desk.shown, malgre: null })).toBe("reserve_a_la_coordination");
    expect(desk.ask("copil", { acte: "publier", ...desk.shown, malgre: null })).toBe("reserve_a_la_coordination");
    expect(desk.publish({ version: 1, empreinte: words("autre").version })).toBe("empreinte_autre");
    expect(desk.publish({ version: 2, empreinte: words("autre").version })).toBe("version_inconnue");
    expect(desk.state.publication).toBeNull();
    expect(desk.publish()).toBe("ok");
    expect(desk.state.publication).toEqual({ version: 1, le: desk.le - 1, par: id("coordination") });
    expect(desk.publish()).toBe("deja_publiee");
    expect(desk.journal.at(-1)?.event).toEqual({ acte: "publier", ...desk.shown, malgre: null });
  });

  it("without its summary in plain language only for a reason, and no reason is kept where there is one", () => {
    const desk = validated();
    const ask = (malgre: string | null, resume: string) =>
      desk.ask(
        "coordination",
        { acte: "publier", ...desk.shown, malgre },
        { ...AT, words: (_, partie) => (partie === "resume" ? resume : "Des mots.") },
      );
    expect(ask(null, "")).toBe("resume_absent");
    expect(ask(null, "\u200b \n")).toBe("resume_absent");
    expect(ask("Le conseil l’attend.", "")).toBe("ok");
    expect(desk.journal.at(-1)?.event).toMatchObject({ malgre: "Le conseil l’attend." });
    expect(desk.unpublish()).toBe("ok");
    expect(ask("Le conseil l’attend.", "En clair.")).toBe("ok");
    expect(desk.journal.at(-1)?.event).toMatchObject({ malgre: null });
  });

  it("in the place of the earlier one, which nothing else un-publishes: no submission, approval or validation", () => {
    const desk = validated();
    const first = desk.shown;
    desk.publish();
    const publication = desk.state.publication;
    desk.resubmit("second");
    expect(desk.state.publication).toBe(publication);
    expect(desk.publish()).toBe("non_validee");
    desk.approve();
    expect(desk.etats()).toEqual(["remplacee", "validee"]);
    expect(desk.state.publication).toBe(publication);
    expect(published(desk.state)?.numero).toBe(1);
    expect(desk.publish(first)).toBe("deja_publiee");
    expect(verdictOf(desk, "coordination", "publier")).toEqual([2, "ok"]);
    expect(verdictOf(desk, "coordination", "depublier")).toEqual([1, "ok"]);
    expect(desk.publish()).toBe("ok");
    expect(desk.state.publication?.version).toBe(2);
    expect(desk.publish(first)).toBe("version_depassee");
    desk.ask("pilote", { acte: "clore" });
    expect(desk.state.publication?.version).toBe(2);
  });
});

describe("what is public is taken back", () => {
  it("by the coordination, who names the version that is published, with a reason", () => {
    const desk = validated();
    expect(desk.unpublish()).toBe("aucune_publication");
    desk.publish();
    const first = desk.shown;
    desk.resubmit("second");
    desk.approve();
    expect(desk.unpublish()).toBe("publication_autre");
    expect(desk.unpublish({ ...first, empreinte: words("autre").version })).toBe("empreinte_autre");
    expect(desk.unpublish({ ...first, version: 9 })).toBe("version_inconnue");
    const back = { acte: "depublier", ...first, raison: "Une erreur." } as const;
    expect(desk.ask("pilote", back)).toBe("reserve_a_la_coordination");
    expect(desk.ask("coordination", back)).toBe("ok");
    expect(desk.state.publication).toBeNull();
    expect(desk.etats()).toEqual(["remplacee", "validee"]);
    expect(desk.journal.at(-1)?.event).toEqual(back);
    // It gave way to another, which alone can be published from then on.
    expect(desk.publish(first)).toBe("version_depassee");
    expect(desk.publish()).toBe("ok");
  });

  it("and asked for without a reason, it is no act", () => {
    const shown = { version: 1, empreinte: "0".repeat(64) };
    expect(ficheActeBody.safeParse({ acte: "depublier", ...shown, raison: " " }).success).toBe(false);
    expect(ficheActeBody.safeParse({ acte: "depublier", ...shown }).success).toBe(false);
    expect(ficheActeBody.safeParse({ acte: "depublier", ...shown, raison: "Une erreur.", malgre: null }).success).toBe(
      false,
    );
    expect(ficheActeBody.safeParse({ acte: "publier", ...shown, malgre: null }).success).toBe(true);
    expect(ficheActeBody.safeParse({ acte: "publier", ...shown, malgre: "" }).success).toBe(false);
    expect(ficheActeBody.safeParse({ acte: "publier", malgre: null }).success).toBe(false);
  });
});

describe("what is known of the publication", () => {
  it("is what the journal tells; that of a fiche of before tells of none", () => {
    const desk = validated();
    const before: readonly Dated[] = [...desk.journal];
    desk.publish();
    expect(fold("brouillon", before).publication).toBeNull();
    expect(fold("brouillon", desk.journal)).toEqual(desk.state);
  });

  it("is told to the contrat without who did it", () => {
    const desk = validated();
    expect(toldLife(desk.state, () => desk.draft.parts).publiee).toBeNull();
    desk.publish();
    const { publication } = desk.state;
    expect(publicationOf(desk.state)).toEqual({ version: 1, le: publication?.le });
    expect(toldLife(desk.state, () => desk.draft.parts).publiee).toEqual({ version: 1, le: publication?.le });
  });

  it("waits for nobody: a version that is validated and not public is what one may do, and no reminder", () => {
    const desk = validated();
    const everybody = [id("coordination")];
    const everywhere = { president: everybody, coordination: everybody, valident: everybody, pilotes: everybody };
    const awaited = { ...everywhere, comite: everybody, redacteurs: everybody };
    expect(
      attentesOf(
        toldLife(desk.state, () => desk.draft.parts),
        [],
        awaited,
      ),
    ).toEqual([]);
    expect(verdictOf(desk, "coordination", "publier")).toEqual([1, "ok"]);
  });

  it("changes for readers by these two acts, and when words of what is published are masked", () => {
    const desk = validated();
    const masks = (version: number) =>
      changesPublic(desk.state, {
        acte: "caviarder",
        caviardage: 1,
        partie: "description",
        motif: "donnee_personnelle",
        engagement: "0".repeat(64),
        masquees: [{ version, empreinte: words("autre").version }],
      });
    expect(masks(1)).toBe(false);
    desk.publish();
    expect([masks(1), masks(2)]).toEqual([true, false]);
    expect(changesPublic(desk.state, { acte: "depublier", ...desk.shown, raison: "Une erreur." })).toBe(true);
    expect(changesPublic(desk.state, { acte: "deporter", ...desk.shown })).toBe(false);
  });
});
