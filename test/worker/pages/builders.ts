import type { Block, SheetContent } from "../../../shared/editor/blocks.ts";
import type { Genre } from "../../../shared/editor/genres.ts";
import { TEXT_SECTIONS, type TextSection } from "../../../shared/editor/sections.ts";
import type { AxeId, DocumentId, GroupeId } from "../../../shared/ids.ts";
import type { Lecture } from "../../../worker/pages/lecture.ts";

export function block(genre: Genre, text: string): Block {
  return { genre, retrait: 0, inlines: [{ kind: "text", text, strong: false, em: false, link: null }] };
}

export function aSheet(intitule: string, written: Partial<Record<TextSection, readonly Block[]>>): SheetContent {
  // `fromEntries` forgets the keys, which are the closed list just mapped.
  const sections = Object.fromEntries(TEXT_SECTIONS.map((section) => [section, written[section] ?? []])) as Record<
    TextSection,
    readonly Block[]
  >;
  return { intitule, sections };
}

/** A fiche as the reading view receives it; a test says only what it reads. */
export function aLecture(
  change: { content?: SheetContent; fiche?: Partial<Lecture["fiche"]>; reading?: Partial<Lecture["reading"]> } = {},
): Lecture {
  const intitule = "Prévention des aînés";
  return {
    contrat: {
      slug: "pays-de-redon",
      nom: "Contrat local de santé du Pays de Redon",
      periode: "2022-2025",
      axe: { numero: 2, libelle: "Promotion de la santé et prévention" },
    },
    fiche: {
      // Of the right form: `parseId` is not what these tests are about.
      id: "k7f3qd9mx0x0x0x0" as DocumentId,
      numero: "2.3",
      intitule,
      axe: 2,
      place: "4xe0x0x0x0x0x0x0" as AxeId,
      groupe: "Bien vieillir",
      groupeId: "gr0x0x0x0x0x0x0x" as GroupeId,
      etat: "brouillon",
      remplies: ["constats"],
      modifieeLe: Date.UTC(2026, 2, 12, 13, 5),
      derniere: null,
      approuvee: null,
      mienne: true,
      droits: { lire: { ok: true }, ecrire: { ok: true }, gerer_groupe: { ok: true }, soumettre: { ok: true } },
      ...change.fiche,
    },
    reading: {
      content:
        change.content ?? aSheet(intitule, { constats: [block("texte", "Un habitant sur trois a plus de 65 ans.")] }),
      version: null,
      approuvee: null,
      masques: [],
      ...change.reading,
    },
    now: Date.UTC(2026, 2, 14, 8, 0),
  };
}
