import type { AxeId, DocumentId, GroupeId } from "../../shared/ids.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";

/** Every right in a fiche. */
const MAY = { lire: { ok: true }, ecrire: { ok: true }, gerer_groupe: { ok: true }, soumettre: { ok: true } } as const;

/** A fiche in a list, in which nothing is written, of a groupe of one's own; a test says only what it reads. */
export function aFiche(facts: Partial<FicheInList> = {}): FicheInList {
  return {
    // Of the right form: `parseId` is not what these tests are about.
    id: "k7f3qd9mx0x0x0x0" as DocumentId,
    numero: "2.3",
    intitule: "",
    axe: 2,
    place: "4xe0x0x0x0x0x0x0" as AxeId,
    groupe: "Bien vieillir",
    groupeId: "gr0x0x0x0x0x0x0x" as GroupeId,
    etat: "brouillon",
    remplies: [],
    modifieeLe: null,
    derniere: null,
    approuvee: null,
    publiee: null,
    mienne: true,
    droits: MAY,
    ...facts,
  };
}
