import type { Block, SheetContent } from "../../../shared/editor/blocks.ts";
import type { Empreinte } from "../../../shared/editor/canonical.ts";
import type { Genre } from "../../../shared/editor/genres.ts";
import { TEXT_SECTIONS, type TextSection } from "../../../shared/editor/sections.ts";
import type { ContratId, DocumentId } from "../../../shared/ids.ts";
import type { Lecture } from "../../../worker/pages/lecture.ts";
import type { PublicFiche } from "../../../worker/pages/public-fiche.ts";
import { publicWords } from "../../../worker/pages/public-words.ts";
import type { KeptPlan, PublishedFiche } from "../../../worker/pages/store/kept.ts";
import { aFiche } from "../../harness/built-fiche.ts";

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
    fiche: aFiche({
      intitule,
      remplies: ["constats"],
      modifieeLe: Date.UTC(2026, 2, 12, 13, 5),
      ...change.fiche,
    }),
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

/** A plan of two axes, of which one fiche each is published. */
export function aPlan(): KeptPlan {
  const le = Date.UTC(2026, 3, 2, 8, 0);
  return {
    contrat: {
      id: "c0ntratx0x0x0x0x" as ContratId,
      slug: "pays-de-redon",
      nom: "Contrat local de santé du Pays de Redon",
      periode: "2022-2025",
    },
    axes: [
      {
        numero: 1,
        libelle: "Accès aux soins",
        fiches: [{ id: "b8g4r0anx0x0x0x0" as DocumentId, numero: "1.1", intitule: "Un bus de santé", version: 1, le }],
      },
      {
        numero: 2,
        libelle: "Promotion de la santé et prévention",
        fiches: [
          { id: "k7f3qd9mx0x0x0x0" as DocumentId, numero: "2.3", intitule: "Prévention des aînés", version: 4, le },
        ],
      },
    ],
  };
}

/** Its second fiche, as everybody reads it; a test says only what it reads. */
export function aPublicFiche(
  change: { content?: SheetContent; fiche?: Partial<PublishedFiche>; masques?: Parameters<typeof publicWords>[1] } = {},
): PublicFiche {
  const content =
    change.content ??
    aSheet("Prévention des aînés", {
      constats: [block("texte", "Un habitant sur trois a plus de 65 ans.")],
      resume: [block("texte", "Aider les aînés à rester chez eux.")],
    });
  const { contrat, axes } = aPlan();
  const [, axe = { numero: 2, libelle: "" }] = axes;
  return {
    contrat,
    axe,
    numero: "2.3",
    address: "https://cls.example/plans/pays-de-redon/fiches/2-3-prevention-des-aines-k7f3qd9m",
    fiche: {
      etat: "publiee",
      id: "k7f3qd9mx0x0x0x0" as DocumentId,
      version: 4,
      // Of the right form.
      empreinte: "7f3a91c2".repeat(8) as Empreinte,
      valideeLe: Date.UTC(2026, 2, 12, 13, 5),
      publieeLe: Date.UTC(2026, 3, 2, 8, 0),
      masquee: false,
      ...publicWords(content, change.masques ?? []),
      ...change.fiche,
    },
  };
}
