import { nextNumero } from "../../../shared/domain/plan.ts";
import type { DocumentId, GroupeId } from "../../../shared/ids.ts";
import { refuse } from "../../../shared/result.ts";
import { aboutFiche, act, did, rightsIn, THE_CONTRAT } from "../act.ts";
import { findEntry } from "../catalogue.ts";
import {
  fichesOf,
  findThrownFiche,
  findThrownGroupe,
  restoreFiche,
  restoreGroupe,
  textsOf,
  throwFiche,
  throwGroupe,
} from "../corbeille.ts";
import { findGroupe, findGroupeByName } from "../groupes.ts";
import { peopleOf } from "../membres.ts";
import { placedFiches } from "../plan-rows.ts";

export const discardFiche = act({
  capability: "gerer_groupe",
  scope: aboutFiche,
  run: ({ sql, by, now }, { fiche }: { fiche: DocumentId }) => {
    const entry = findEntry(sql, fiche);
    if (entry === null) return refuse("introuvable");
    throwFiche(sql, entry.id, by, now);
    return did(
      null,
      { acte: "jeter_fiche", sur: { fiche: entry.id, groupe: entry.groupe.id } },
      { rights: rightsIn(entry.id), corbeille: [entry.id] },
    );
  },
});

/** Brings a fiche back, under its number or, when that is another one's now, the next free one of its axe. */
export const bringBackFiche = act({
  capability: "gerer_groupe",
  scope: ({ fiche }: { fiche: DocumentId }, sql) => ({
    of: "groupe",
    groupe: findThrownFiche(sql, fiche)?.groupe ?? null,
  }),
  run: ({ sql }, { fiche }: { fiche: DocumentId }) => {
    const thrown = findThrownFiche(sql, fiche);
    if (thrown === null) return refuse("introuvable");
    const taken = placedFiches(sql).map(({ numero }) => numero);
    const axe = Number.parseInt(thrown.numero, 10);
    const free = taken.includes(thrown.numero) ? nextNumero(Number.isNaN(axe) ? 0 : axe, taken) : thrown.numero;
    restoreFiche(sql, fiche, free);
    return did(
      null,
      { acte: "restaurer_fiche", sur: { fiche, groupe: thrown.groupe } },
      { rights: rightsIn(fiche), corbeille: [fiche] },
    );
  },
});

/** Hides a groupe with its fiches, its meetings and their notes. */
export const discardGroupe = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: ({ sql, by, now }, { groupe }: { groupe: GroupeId }) => {
    const found = findGroupe(sql, groupe);
    if (found === null) return refuse("introuvable");
    throwGroupe(sql, found.id, by, now);
    return did(
      null,
      { acte: "jeter_groupe", sur: { groupe: found.id } },
      { rights: everybody(sql, found.id, "groupe_jete"), corbeille: fichesOf(sql, found.id) },
    );
  },
});

export const bringBackGroupe = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: ({ sql }, { groupe }: { groupe: GroupeId }) => {
    const thrown = findThrownGroupe(sql, groupe);
    if (thrown === null) return refuse("introuvable");
    if (findGroupeByName(sql, thrown.nom) !== null) return refuse("groupe_existe");
    restoreGroupe(sql, groupe);
    return did(
      null,
      { acte: "restaurer_groupe", sur: { groupe } },
      { rights: everybody(sql, groupe, "groupe_restaure"), corbeille: fichesOf(sql, groupe) },
    );
  },
});

function everybody(sql: SqlStorage, groupe: GroupeId, quoi: "groupe_jete" | "groupe_restaure") {
  const accounts = new Set(peopleOf(sql, groupe).map(({ account }) => account));
  return {
    people: [...accounts].map((account) => ({ account, change: { quoi, groupe } as const })),
    documents: textsOf(sql, groupe),
  };
}
