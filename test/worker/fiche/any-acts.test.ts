import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { firstBroken } from "../../../shared/domain/journal.ts";
import { SENS_AVIS, SENS_DECISION } from "../../../shared/domain/version.ts";
import { fingerprint } from "../../../shared/editor/canonical.ts";
import type { AccountId } from "../../../shared/ids.ts";
import type { ActesBody } from "../../../shared/protocol/bodies/fiche-acts.ts";
import { fold } from "../../../shared/workflow/evolve.ts";
import { publicationOf } from "../../../shared/workflow/told.ts";
import { demonstration } from "../../../worker/demo/data.ts";
import { demoId } from "../../../worker/demo/demo-id.ts";
import { FicheJournal } from "../../../worker/fiche/journal.ts";
import { Versions } from "../../../worker/fiche/versions.ts";
import { SeededRandom } from "../../harness/random.ts";
import { seedsToRun } from "../../sim/seeds.ts";
import { ask, personaId } from "../http/asked.ts";
import { AskedFiche, OK, TODAY } from "./asked.ts";

const STEPS = 70;
const PEOPLE = ["pilote-2", "partenaire", "coordinatrice", "cotech-1", "cotech-2", "cotech-3", "copil"] as const;
const SECTIONS = ["constats", "description", "participation"] as const;

it("any acts by anybody over HTTP, while others write and the contrat moves the fiche, keep what was frozen", async () => {
  const total = { asked: 0, done: 0, versions: 0, decisions: 0, written: 0, published: 0 };
  for (const seed of seedsToRun(3)) {
    const random = new SeededRandom(seed);
    const fiche = await AskedFiche.make();
    await fiche.fill("pilote-2");
    // Chance alone seldom comes as far as what can be published.
    await fiche.validate();
    const frozen = new Map<number, string>();
    const done: unknown[] = [];
    const entries = await journalOf(fiche);
    for (let step = 0; step < STEPS; step++) {
      if (random.chance(0.1)) {
        await fiche.write(random.pick(["pilote-2", "partenaire"]), { [random.pick(SECTIONS)]: ` Mot ${step}.` });
        total.written += 1;
      }
      const before = await fiche.actes("coordinatrice");
      if (random.chance(0.1)) await fromOutside(fiche, random);
      expect((await fiche.actes("coordinatrice")).approuvee, `seed ${seed}: the contrat's part is no edit`).toEqual(
        before.approuvee,
      );
      const [person, asked] = someAct(before, random);
      const answer = await fiche.act(person, asked);
      total.asked += 1;
      if (answer === OK) {
        total.done += 1;
        done.push({ par: personaId(person), acte: asked["acte"], version: asked["version"] });
      }
      expect(answer, `seed ${seed}, step ${step}: ${person} ${JSON.stringify(asked)}`).toMatch(/^(204|4\d\d \w+)$/);
      const after = await fiche.actes("coordinatrice");
      const publishes = answer === OK && (asked["acte"] === "publier" || asked["acte"] === "depublier");
      expect(after.publiee, `seed ${seed}, step ${step}`).toEqual(
        publishes ? publishedBy(asked, after) : before.publiee,
      );
      if (publishes) total.published += 1;
      for (const { numero, empreinte } of after.versions) {
        expect(empreinte, `seed ${seed}, step ${step}`).toBe(frozen.get(numero) ?? empreinte);
        frozen.set(numero, empreinte);
      }
    }
    // Every act that was done, once, by who did it and about the version that they named; and nothing else.
    expect((await journalOf(fiche)).slice(entries.length), `seed ${seed}`).toEqual(done);
    const shown = await fiche.actes("coordinatrice");
    await runInDurableObject(env.DOCUMENT.getByName(fiche.id), (_, { storage: { sql } }) => {
      const journal = new FicheJournal(sql, (length) => new Uint8Array(length));
      expect(firstBroken(journal.chain()), `seed ${seed}`).toBeNull();
      expect(journal.firstChangedWords(), `seed ${seed}`).toBeNull();
      const state = fold("brouillon", journal.all());
      expect(state.etat, `seed ${seed}`).toBe(shown.etat);
      expect(publicationOf(state), `seed ${seed}`).toEqual(shown.publiee);
      const versions = new Versions(sql);
      for (const { numero, etat, empreintes } of state.versions) {
        const listed = shown.versions.find((each) => each.numero === numero);
        expect(listed, `seed ${seed}`).toMatchObject({ etat, empreinte: empreintes.version });
        expect(fingerprint(versions.content(numero)), `seed ${seed}`).toEqual(empreintes);
      }
      total.versions += state.versions.length;
      total.decisions += state.decisions.length;
    });
  }
  console.log(
    `· acts over HTTP: ${total.asked} asked, ${total.done} done, ${total.written} writings between, ` +
      `${total.versions} versions, ${total.decisions} decisions, ${total.published} publications and withdrawals`,
  );
  expect(total.published).toBeGreaterThan(0);
  expect(total.versions).toBeGreaterThan(0);
});

it("the account of an author is closed: not a word of what was approved is another", async () => {
  const fiche = await AskedFiche.make();
  await fiche.fill("partenaire");
  expect(await fiche.submit("pilote-2")).toBe(OK);
  for (const person of ["cotech-1", "cotech-2"]) expect(await fiche.giveAvis(person, "favorable")).toBe(OK);
  expect(await fiche.decideOn("cotech-1", "approuvee")).toBe(OK);
  const before = (await fiche.actes("coordinatrice")).approuvee;
  const contrat = demonstration.contrats.find(({ slug }) => fiche.at("").includes(slug));
  if (contrat === undefined) throw new Error("no such contrat");
  await env.CONTRAT.getByName(contrat.id).hearAccount(
    demoId<AccountId>(personaId("partenaire")),
    Number.MAX_SAFE_INTEGER,
    null,
  );
  expect((await ask("GET", fiche.at("/actes"), await fiche.cookie("partenaire"))).status).toBe(404);
  expect((await fiche.actes("coordinatrice")).approuvee).toEqual(before);
  expect(before).toMatchObject({ version: 1, modifiees: [] });
});

/** Who did what on which version, as the journal tells it; of what is submitted, which number it has is nobody's word. */
function journalOf(fiche: AskedFiche): Promise<unknown[]> {
  return runInDurableObject(env.DOCUMENT.getByName(fiche.id), (_, { storage }) =>
    new FicheJournal(storage.sql, (length) => new Uint8Array(length)).all().map(({ par, event }) => ({
      par,
      acte: event.acte,
      version: "version" in event && event.acte !== "soumettre" ? event.version : undefined,
    })),
  );
}

/** What the contrat does with a fiche: its place, its numero, its groupe's settings, its committee's rule. */
async function fromOutside(fiche: AskedFiche, random: SeededRandom): Promise<void> {
  const cookie = await fiche.cookie("coordinatrice");
  const at = fiche.at("").slice(0, fiche.at("").indexOf("/fiches/"));
  const regle = { quorum: { en: "nombre", nombre: 1 + random.below(2) }, majorite: "simple", consultationEcrite: true };
  const gestures: readonly (() => Promise<{ status: number }>)[] = [
    async () => {
      await fiche.move("coordinatrice");
      return { status: 204 };
    },
    () => ask("PUT", `${at}/groupes/${fiche.groupe}`, cookie, { nom: `Groupe ${random.below(1_000_000)}` }),
    () => ask("PUT", `${at}/groupes/${fiche.groupe}/ecriture`, cookie, { habitantsEcrivent: random.chance(0.5) }),
    () => ask("PUT", `${at}/instances/comite_technique`, cookie, { nom: "Comité technique", regle }),
  ];
  expect((await random.pick(gestures)()).status).toBe(204);
}

/** What is public after an act that changed it. */
function publishedBy(asked: Readonly<Record<string, unknown>>, { versions }: ActesBody): unknown {
  if (asked["acte"] === "depublier") return null;
  expect(versions.find(({ numero }) => numero === asked["version"])?.etat).toBe("validee");
  return { version: asked["version"], le: expect.any(Number) };
}

function someAct(
  { versions, brouillon, publiee }: ActesBody,
  random: SeededRandom,
): [string, Readonly<Record<string, unknown>>] {
  const last = random.chance(0.9) ? versions[0] : versions[random.below(versions.length + 1)];
  const shown = { version: last?.numero ?? 1, empreinte: last?.empreinte ?? "0".repeat(64) };
  const open = versions.filter(({ numero, etat }) => etat === "validee" || numero === publiee?.version);
  const named = open.length > 0 && random.chance(0.9) ? random.pick(open) : null;
  const known = named === null ? shown : { version: named.numero, empreinte: named.empreinte };
  const cotech = random.pick(["cotech-1", "cotech-2", "cotech-3"]);
  const raison = random.chance(0.8) ? "Une raison." : null;
  const sens = random.chance(0.6) ? "favorable" : random.pick(SENS_AVIS);
  const reserves =
    sens === "favorable_avec_reserves" ? [{ sur: { partie: "constats", citation: "" }, texte: "À dire." }] : [];
  const submit = { acte: "soumettre", empreinte: brouillon?.empreinte ?? "0".repeat(64), malgre: null };
  const presents = ["cotech-1", "cotech-2", "cotech-3"].filter(() => random.chance(0.8)).map(personaId);
  const how = random.chance(0.7) ? { mode: "consultation_ecrite", presents: [] } : { mode: "seance", presents };
  const decision = { ...shown, date: TODAY, raison, ...how };
  // What ends an instruction is rare.
  const ends: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ["pilote-2", { acte: "retirer", ...shown, raison: "Trop tôt." }],
    ["copil", { acte: "renvoyer", ...shown, date: TODAY, raison: "Le budget." }],
    [cotech, { acte: "deporter", ...shown }],
  ];
  const acts: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ["pilote-2", submit],
    [cotech, { acte: "rendre_avis", ...shown, sens, raison, reserves }],
    [cotech, { acte: "rendre_avis", ...shown, sens: "favorable", raison: null, reserves: [] }],
    [cotech, { acte: "confirmer_avis", ...shown }],
    [cotech, { acte: "lever_reserve", ...shown, reserve: 1 + random.below(3) }],
    ["partenaire", { acte: "repondre_reserve", reserve: 1 + random.below(3), texte: "C’est écrit." }],
    ["cotech-1", { acte: "relever_decision", sens: random.pick(SENS_DECISION), ...decision }],
    ["cotech-1", { acte: "relever_decision", sens: "approuvee", ...decision }],
    ["copil", { acte: "valider", ...shown, date: TODAY }],
    ["pilote-2", { acte: random.pick(["mettre_en_relecture", "reprendre_redaction"]) }],
    ["coordinatrice", { acte: "publier", ...known, malgre: raison }],
    ["coordinatrice", { acte: "depublier", ...known, raison: "Une erreur." }],
  ];
  const [person, asked] = random.pick(random.chance(0.05) ? ends : acts);
  // Sometimes somebody who may not.
  return [random.chance(0.1) ? random.pick(PEOPLE) : person, asked];
}
