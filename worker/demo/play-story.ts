import * as Y from "yjs";
import { fingerprint } from "../../shared/editor/canonical.ts";
import { readSheet } from "../../shared/editor/read-section.ts";
import type { AccountId, DocumentId } from "../../shared/ids.ts";
import { can } from "../../shared/policy/can.ts";
import { inGroupe } from "../../shared/policy/scopes.ts";
import type { AskedActe, Shown } from "../../shared/workflow/acts.ts";
import type { FicheContext } from "../../shared/workflow/context.ts";
import type { SeedActe } from "../document/new-document.ts";
import type { SeedUpdate } from "../live/kept-text.ts";
import { parseBlock } from "./blocks.ts";
import { demoId, known } from "./demo-id.ts";
import type { DemoContrat, DemoFiche } from "./format.ts";
import type { DemoWorld } from "./made-contrat.ts";
import { paragraph, seedChange, seedText } from "./seed-text.ts";
import type { DemoGeste, DemoStory } from "./stories.ts";

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
/** Sections that the first writers do in one day, and how long each takes them. */
const SECTIONS_A_DAY = 4;
const SECTION_MINUTES = 11;
/** The first words of a fiche of which no story is told. */
const NO_STORY: DemoStory = { depuis: 24, gestes: [] };

/** What a document of the demonstration is made with: its words by several people, on several days, and its acts. */
export interface Played {
  readonly updates: readonly SeedUpdate[];
  readonly acts: readonly SeedActe[];
}

/** Plays the story of a fiche, as its people would have lived it until `world.now`. */
export function playStory(world: DemoWorld, fiche: DemoFiche, authors: readonly AccountId[], told?: DemoStory): Played {
  const story = told ?? NO_STORY;
  const id = demoId<DocumentId>(fiche.id);
  const doc = new Y.Doc();
  const updates: SeedUpdate[] = [];
  const acts: SeedActe[] = [];
  const clock = gestureTimes(world.now);
  for (const [turn, first] of seedText(fiche, authors).entries()) {
    Y.applyUpdate(doc, first.bytes);
    updates.push({ ...first, at: clock(story.depuis - Math.floor(turn / SECTIONS_A_DAY), SECTION_MINUTES) });
  }
  let shown: Shown = { version: 0, empreinte: fingerprint(readSheet(doc)).version };
  for (const geste of story.gestes) {
    const par = world.account(geste.par);
    const at = clock(geste.jours, SECTION_MINUTES);
    if ("ecrit" in geste) {
      updates.push({ ...seedChange(doc, id, par, () => write(doc, geste.ecrit)), at });
      continue;
    }
    if (geste.acte.acte === "soumettre") {
      shown = { version: shown.version + 1, empreinte: fingerprint(readSheet(doc)).version };
    }
    const asked = askedOf(world, geste, shown, at);
    acts.push({ after: updates.length, par, at, context: contextOf(world, fiche, geste.par), asked });
  }
  return { updates, acts };
}

/** Times that never go back: the day asked for at nine, or so many minutes after the gesture before, always in the past. */
function gestureTimes(now: number): (days: number, minutes: number) => number {
  const morning = Math.floor(now / DAY_MS) * DAY_MS + 8 * 3_600_000;
  let last = 0;
  return (days, minutes) => {
    last = Math.min(Math.max(morning - days * DAY_MS, last + minutes * MINUTE_MS), now);
    return last;
  };
}

type Written = Extract<DemoGeste, { readonly ecrit: unknown }>["ecrit"];

function write(doc: Y.Doc, { section, avant, apres }: Written): void {
  const fragment = doc.getXmlFragment(section);
  if (avant === null) {
    const last = fragment.toArray().at(-1);
    // A list goes on as a list.
    const isList = last instanceof Y.XmlElement && last.getAttribute("genre") === "puce";
    fragment.push([paragraph(parseBlock(isList ? `- ${apres}` : apres))]);
    return;
  }
  for (const text of fragment.createTreeWalker((node) => node instanceof Y.XmlText)) {
    if (!(text instanceof Y.XmlText)) continue;
    const at = lettersOf(text).indexOf(avant);
    if (at < 0) continue;
    replace(text, at, avant, apres);
    return;
  }
  throw new Error(`the words « ${avant} » are not in ${section}`);
}

/** As people do: what both have at the end or at the beginning stays. */
function replace(text: Y.XmlText, at: number, before: string, after: string): void {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (before.length - start - end > 0) text.delete(at + start, before.length - start - end);
  if (after.length - start - end > 0) text.insert(at + start, after.slice(start, after.length - end));
}

/** The words of a text without its marks: what counts its letters. */
function lettersOf(text: Y.XmlText): string {
  // Yjs types a delta as `any`; a text that is only read has nothing but inserts.
  const delta = text.toDelta() as { insert: string }[];
  return delta.map(({ insert }) => insert).join("");
}

function askedOf(
  { account }: DemoWorld,
  { acte }: Extract<DemoGeste, { readonly acte: unknown }>,
  shown: Shown,
  at: number,
): AskedActe {
  const date = new Date(at).toISOString().slice(0, 10);
  switch (acte.acte) {
    case "soumettre":
      return { ...acte, empreinte: shown.empreinte };
    case "relever_decision":
      return { ...acte, ...shown, date, presents: acte.presents.map(account) };
    case "valider":
      return { ...acte, ...shown, date };
    case "renvoyer":
      return { ...acte, ...shown, date };
    case "rendre_avis":
    case "confirmer_avis":
    case "deporter":
    case "retirer":
    case "lever_reserve":
    case "publier":
    case "depublier":
      return { ...acte, ...shown };
    default:
      return acte;
  }
}

/** What the contrat would say of this person and this fiche. */
function contextOf({ contrat, account }: DemoWorld, fiche: DemoFiche, persona: string): FicheContext {
  const groupe = known(
    contrat.groupes.find(({ id }) => id === fiche.groupe),
    fiche.groupe,
  );
  const { habitantsEcrivent } = groupe;
  const groupeRolesOf = (slug: string) =>
    groupe.membres.filter((each) => each.persona === slug).map(({ role }) => role);
  const contratRolesOf = (slug: string) =>
    contrat.membres.filter((each) => each.persona === slug).map(({ role }) => role);
  const writes = (slug: string) =>
    can("ecrire", inGroupe({ contratRoles: contratRolesOf(slug), groupeRoles: groupeRolesOf(slug), habitantsEcrivent }))
      .ok;
  const comite = contrat.membres.filter(({ role }) => role === "comite_technique").map(({ persona: slug }) => slug);
  return {
    fiche: demoId<DocumentId>(fiche.id),
    nombre: 0,
    droits: {
      contratRoles: contratRolesOf(persona),
      groupeRoles: groupeRolesOf(persona),
      habitantsEcrivent,
      partagee: false,
    },
    comite: {
      membres: comite.map(account),
      deportes: comite.filter(writes).map(account),
      regle: regleOf(contrat),
    },
    joints: new Map(),
    place: {
      numero: fiche.numero,
      axe: known(
        contrat.axes.find(({ numero }) => numero === fiche.axe),
        fiche.numero,
      ).libelle,
    },
    etat: fiche.etat ?? "brouillon",
  };
}

function regleOf({ instances, nom }: DemoContrat) {
  return known(
    instances.find(({ kind }) => kind === "comite_technique"),
    nom,
  ).regle;
}
