import { expect, it } from "vitest";
import type { AttentesBody } from "../../../shared/protocol/bodies/attentes.ts";
import { ask } from "../http/asked.ts";
import { AskedFiche, OK } from "./asked.ts";

/** What « Ce qui m'attend » calls the fiche. */
async function awaitedName(fiche: AskedFiche, persona: string): Promise<string | undefined> {
  const { body } = await ask("GET", "/api/attentes", await fiche.cookie(persona));
  return (body as AttentesBody).attentes.find((each) => each.fiche.id === fiche.id)?.fiche.intitule;
}

it("what a fiche is called is, for who reads its versions alone, what the version is called that they read", async () => {
  const fiche = await AskedFiche.make();
  await fiche.fill("coordinatrice");
  const { page } = await fiche.open("pilote-2");
  page.doc.getText("intitule").insert(0, "Marcher");
  await page.until("the intitulé is kept", () => page.acked === page.sent);
  expect(await fiche.submit("pilote-2")).toBe(OK);
  expect((await fiche.inList("cotech-1"))?.intitule).toBe("Marcher");

  page.doc.getText("intitule").insert(7, " avec Madame Le Goff");
  await page.until("the intitulé is kept", () => page.acked === page.sent);
  page.close();
  await fiche.quiet();
  for (const persona of ["pilote-2", "coordinatrice"]) {
    expect((await fiche.inList(persona))?.intitule, persona).toBe("Marcher avec Madame Le Goff");
  }
  for (const persona of ["cotech-1", "copil"]) {
    expect((await fiche.inList(persona))?.intitule, persona).toBe("Marcher");
  }
  expect(await awaitedName(fiche, "cotech-1")).toBe("Marcher");

  // Who is given the draft to read again reads what it is called.
  expect(await fiche.act("pilote-2", { acte: "mettre_en_relecture" })).toBe(OK);
  expect((await fiche.inList("cotech-1"))?.intitule).toBe("Marcher avec Madame Le Goff");
  expect(await fiche.act("pilote-2", { acte: "reprendre_redaction" })).toBe(OK);
  expect(await fiche.submit("pilote-2")).toBe(OK);
  expect((await fiche.inList("cotech-1"))?.intitule).toBe("Marcher avec Madame Le Goff");
});
