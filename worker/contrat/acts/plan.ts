import { addNode, axeNumbers, moveNode, nextNumero, type PlanNode, removeNode } from "../../../shared/domain/plan.ts";
import { type AxeId, type DocumentId, type GroupeId, makeId, shortId } from "../../../shared/ids.ts";
import { refuse } from "../../../shared/result.ts";
import { aboutFiche, aboutGroupe, act, did, rightsIn, THE_CONTRAT, unchanged, type World } from "../act.ts";
import { addFiche, entrustFiche, findEntry, isShortIdTaken, placeFiche } from "../catalogue.ts";
import { findGroupe } from "../groupes.ts";
import { placedFiches, readPlan, writePlan } from "../plan-rows.ts";

export const createAxe = act({
  capability: "gerer_plan",
  scope: () => THE_CONTRAT,
  run: ({ sql, random }, { parent, libelle }: { parent: AxeId | null; libelle: string }) => {
    const id = makeId<AxeId>(random);
    const plan = addNode(readPlan(sql), { id, parent, libelle });
    if (!plan.ok) return plan;
    writePlan(sql, plan.value);
    return did({ id }, { acte: "ajouter_axe", sur: { axe: id } });
  },
});

export const renameAxe = act({
  capability: "gerer_plan",
  scope: () => THE_CONTRAT,
  run: ({ sql }, { axe, libelle }: { axe: AxeId; libelle: string }) => {
    const plan = readPlan(sql);
    const node = plan.find(({ id }) => id === axe);
    if (node === undefined) return refuse("introuvable");
    if (node.libelle === libelle) return unchanged(null);
    writePlan(sql, replaced(plan, { ...node, libelle }));
    return did(null, { acte: "renommer_axe", sur: { axe } });
  },
});

/** Moves an axe or an objectif, with its objectifs and fiches. */
export const moveAxe = act({
  capability: "gerer_plan",
  scope: () => THE_CONTRAT,
  run: ({ sql }, { axe, parent, rang }: { axe: AxeId; parent: AxeId | null; rang: number }) => {
    const plan = readPlan(sql);
    if (!plan.some(({ id }) => id === axe)) return refuse("introuvable");
    const moved = moveNode(plan, axe, { parent, rang });
    if (!moved.ok) return moved;
    if (asText(moved.value) === asText(plan)) return unchanged(null);
    writePlan(sql, moved.value);
    return did(null, { acte: "deplacer_axe", sur: { axe }, detail: { parent, rang } });
  },
});

/** Takes out an axe or an objectif that nothing stands under. */
export const deleteAxe = act({
  capability: "gerer_plan",
  scope: () => THE_CONTRAT,
  run: ({ sql }, { axe }: { axe: AxeId }) => {
    const plan = readPlan(sql);
    if (!plan.some(({ id }) => id === axe)) return refuse("introuvable");
    // A fiche that was thrown away may come back to its place.
    if (hasFiches(sql, axe)) return refuse("axe_occupe");
    const rest = removeNode(plan, axe);
    if (!rest.ok) return rest;
    writePlan(sql, rest.value);
    return did(null, { acte: "retirer_axe", sur: { axe } });
  },
});

/** A new fiche in a groupe, with no text yet. */
export const createFiche = act({
  capability: "gerer_groupe",
  scope: aboutGroupe,
  run: ({ sql, random, now }: World, { groupe, axe }: { groupe: GroupeId; axe: AxeId }) => {
    const found = findGroupe(sql, groupe);
    const number = axeNumbers(readPlan(sql)).get(axe);
    if (found === null) return refuse("introuvable");
    if (number === undefined) return refuse("axe_inconnu");
    let id = makeId<DocumentId>(random);
    while (isShortIdTaken(sql, shortId(id))) id = makeId<DocumentId>(random);
    const numero = nextNumero(number, takenNumeros(sql));
    addFiche(sql, { id, numero, axe, groupe: found.id, etat: "brouillon", intitule: "", remplies: [] }, now);
    return did({ id }, { acte: "creer_fiche", sur: { fiche: id, groupe: found.id, axe } }, { made: [id] });
  },
});

/** Another axe or objectif, another number. */
export const moveFiche = act({
  capability: "gerer_plan",
  scope: aboutFiche,
  run: ({ sql }, { fiche, axe, numero }: { fiche: DocumentId; axe: AxeId; numero: string | null }) => {
    const entry = findEntry(sql, fiche);
    const number = axeNumbers(readPlan(sql)).get(axe);
    if (entry === null) return refuse("introuvable");
    if (number === undefined) return refuse("axe_inconnu");
    const others = placedFiches(sql).filter(({ id }) => id !== entry.id);
    const taken = new Set(others.map((other) => other.numero));
    const given = numero ?? (entry.axe === number ? entry.numero : nextNumero(number, taken));
    if (taken.has(given)) return refuse("numero_pris");
    if (given === entry.numero && axe === entry.place) return unchanged(null);
    placeFiche(sql, entry.id, axe, given);
    return did(null, { acte: "placer_fiche", sur: { fiche: entry.id, axe } });
  },
});

/** Gives a fiche to another groupe, which writes it from now on. */
export const giveFiche = act({
  capability: "gerer_plan",
  scope: aboutFiche,
  run: ({ sql }, { fiche, groupe }: { fiche: DocumentId; groupe: GroupeId }) => {
    const entry = findEntry(sql, fiche);
    const found = findGroupe(sql, groupe);
    if (entry === null) return refuse("introuvable");
    if (found === null) return refuse("groupe_inconnu");
    if (found.id === entry.groupe.id) return unchanged(null);
    entrustFiche(sql, entry.id, found.id);
    return did(
      null,
      { acte: "confier_fiche", sur: { fiche: entry.id, groupe: found.id }, detail: { avant: entry.groupe.id } },
      { rights: rightsIn(entry.id) },
    );
  },
});

function replaced(plan: readonly PlanNode[], node: PlanNode): PlanNode[] {
  return plan.map((each) => (each.id === node.id ? node : each));
}

function asText(plan: readonly PlanNode[]): string {
  return JSON.stringify(plan.map(({ id, parent, rang }) => [id, parent, rang]).sort());
}

function takenNumeros(sql: SqlStorage): string[] {
  return placedFiches(sql).map(({ numero }) => numero);
}

function hasFiches(sql: SqlStorage, axe: AxeId): boolean {
  return sql.exec("SELECT id FROM fiches WHERE axe = ? LIMIT 1", axe).toArray().length > 0;
}
