import { type AccountId, type DocumentId, type GroupeId, makeId, type ReunionId } from "../../../shared/ids.ts";
import { refuse } from "../../../shared/result.ts";
import { aboutGroupe, act, did, rightsIn, unchanged } from "../act.ts";
import { groupeOfReunion } from "../groupes.ts";
import { nameOf } from "../membres.ts";
import {
  listReunions,
  notesOf,
  type ReunionFacts,
  removeReunion,
  setNotes,
  setPresence,
  setReunion,
} from "../reunions.ts";

export const createReunion = act({
  capability: "gerer_groupe",
  scope: aboutGroupe,
  run: ({ sql, random }, { groupe, ...facts }: ReunionFacts & { groupe: GroupeId }) => {
    const id = makeId<ReunionId>(random);
    setReunion(sql, id, groupe, facts);
    return did({ id }, { acte: "prevoir_reunion", sur: { groupe, reunion: id }, detail: { moment: facts.le } });
  },
});

export const updateReunion = act({
  capability: "gerer_groupe",
  scope: ofReunion,
  run: ({ sql, now }, { reunion, ...facts }: ReunionFacts & { reunion: ReunionId }) => {
    const groupe = groupeOfReunion(sql, reunion);
    if (groupe === null) return refuse("introuvable");
    const before = listReunions(sql, groupe, now).find(({ id }) => id === reunion);
    const { le, lieu, lien, ordreDuJour } = before ?? facts;
    if (before !== undefined && JSON.stringify({ le, lieu, lien, ordreDuJour }) === JSON.stringify(ordered(facts))) {
      return unchanged(null);
    }
    setReunion(sql, reunion, groupe, facts);
    return did(null, { acte: "changer_reunion", sur: { groupe, reunion }, detail: { moment: facts.le } });
  },
});

/** Takes a meeting out, and the text of its notes with it. */
export const deleteReunion = act({
  capability: "gerer_groupe",
  scope: ofReunion,
  run: ({ sql }, { reunion }: { reunion: ReunionId }) => {
    const groupe = groupeOfReunion(sql, reunion);
    if (groupe === null) return refuse("introuvable");
    const notes = notesOf(sql, reunion);
    removeReunion(sql, reunion);
    return did(
      null,
      { acte: "annuler_reunion", sur: { groupe, reunion } },
      notes === null ? {} : { rights: rightsIn(notes), purged: [notes] },
    );
  },
});

/** Who came, who had said that they would not. */
export const notePresence = act({
  capability: "gerer_groupe",
  scope: ofReunion,
  run: (
    { sql },
    {
      reunion,
      ...presence
    }: {
      reunion: ReunionId;
      presents: readonly AccountId[];
      excuses: readonly AccountId[];
      autres: number;
    },
  ) => {
    const groupe = groupeOfReunion(sql, reunion);
    if (groupe === null) return refuse("introuvable");
    const named = [...presence.presents, ...presence.excuses];
    if (named.some((account) => nameOf(sql, account) === null)) return refuse("membre_inconnu");
    setPresence(sql, reunion, presence);
    const { presents, excuses, autres } = presence;
    return did(null, { acte: "noter_presence", sur: { groupe, reunion }, detail: { presents, excuses, autres } });
  },
});

/** The text in which the groupe writes its notes together, made the first time that somebody opens it. */
export const openNotes = act({
  capability: "ecrire",
  scope: ofReunion,
  run: ({ sql, random }, { reunion }: { reunion: ReunionId }) => {
    const groupe = groupeOfReunion(sql, reunion);
    const before = notesOf(sql, reunion);
    if (groupe === null) return refuse("introuvable");
    if (before !== null) return unchanged({ id: before });
    const id = makeId<DocumentId>(random);
    setNotes(sql, reunion, id);
    return did({ id }, { acte: "ouvrir_notes", sur: { groupe, reunion, fiche: id } }, { made: [id] });
  },
});

function ofReunion({ reunion }: { reunion: ReunionId }, sql: SqlStorage) {
  return { of: "groupe", groupe: groupeOfReunion(sql, reunion) } as const;
}

function ordered({ le, lieu, lien, ordreDuJour }: ReunionFacts): ReunionFacts {
  return { le, lieu, lien, ordreDuJour };
}
