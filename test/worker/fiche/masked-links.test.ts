import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import type { RawPage } from "../../harness/raw-page.ts";
import { AskedFiche } from "./asked.ts";
import { mask, preview, stored, WORDS } from "./masking.ts";

/** The first line of « Constats ». */
function lineOf(page: RawPage): Y.XmlText {
  const paragraph = page.doc.getXmlFragment("constats").get(0) as Y.XmlElement;
  return paragraph.get(0) as Y.XmlText;
}

/** A fiche whose first words lead to this address. */
async function linked(href: string) {
  const fiche = await AskedFiche.make();
  await fiche.write("partenaire", { constats: "Voir sa page, ici." });
  const { page } = await fiche.open("partenaire");
  lineOf(page).format(5, 7, { link: { href } });
  await page.until("kept", () => page.unacked === 0);
  return { fiche, page };
}

describe("the address of a link that holds words to mask", () => {
  it("is gone when the link itself was taken away before", async () => {
    const { fiche, page } = await linked("https://exemple.fr/Quéméner");
    lineOf(page).format(5, 7, { link: null });
    await page.until("kept", () => page.unacked === 0);
    const { body } = await preview(fiche, "coordinatrice", "Quéméner");
    expect(body).toMatchObject({ vivant: [], liens: 0 });
    expect((await mask(fiche, body.apercu, "Quéméner")).status).toBe(201);
    expect(await stored(fiche)).not.toContain("Quéméner");
  });

  it("is found as browsers write it, with its letters and spaces in codes", async () => {
    for (const coded of [encodeURIComponent(WORDS), encodeURIComponent(WORDS).replaceAll("%20", "+")]) {
      const { fiche, page } = await linked(`https://exemple.fr/annuaire?nom=${coded}&page=100%25`);
      const { body } = await preview(fiche);
      expect(body).toMatchObject({ vivant: [], liens: 1 });
      expect((await mask(fiche, body.apercu)).status).toBe(201);
      await page.until("the link is gone", () => !JSON.stringify(lineOf(page).toDelta()).includes("href"));
      expect(await stored(fiche)).not.toContain(coded);
    }
  });
});
