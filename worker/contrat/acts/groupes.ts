import type { GroupeRole } from "../../../shared/domain/contrat.ts";
import { type AccountId, type GroupeId, makeId, shortId } from "../../../shared/ids.ts";
import { refuse } from "../../../shared/result.ts";
import { aboutGroupe, act, did, rightsOf, THE_CONTRAT, unchanged } from "../act.ts";
import { addDemande, hasDemande, removeDemande } from "../demandes.ts";
import {
  addGroupe,
  findGroupe,
  findGroupeByName,
  isGroupeShortIdTaken,
  renameGroupe,
  setAppel,
  setHabitantsEcrivent,
} from "../groupes.ts";
import { groupeRolesOf, isMembre, peopleOf, setGroupeRoles } from "../membres.ts";

export const createGroupe = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: ({ sql, random }, { nom }: { nom: string }) => {
    if (findGroupeByName(sql, nom) !== null) return refuse("groupe_existe");
    let id = makeId<GroupeId>(random);
    while (isGroupeShortIdTaken(sql, shortId(id))) id = makeId<GroupeId>(random);
    addGroupe(sql, { id, nom });
    return did({ id }, { acte: "creer_groupe", sur: { groupe: id } });
  },
});

export const changeNomOfGroupe = act({
  capability: "gerer_groupe",
  scope: aboutGroupe,
  run: ({ sql }, { groupe, nom }: { groupe: GroupeId; nom: string }) => {
    const found = findGroupe(sql, groupe);
    const namesake = findGroupeByName(sql, nom);
    if (found === null) return refuse("introuvable");
    if (namesake !== null && namesake.id !== found.id) return refuse("groupe_existe");
    if (found.nom === nom) return unchanged(null);
    renameGroupe(sql, found.id, nom);
    return did(null, { acte: "renommer_groupe", sur: { groupe: found.id } });
  },
});

/** Whether residents write in the groupe. */
export const changeHabitantsEcrivent = act({
  capability: "gerer_groupe",
  scope: aboutGroupe,
  run: ({ sql }, { groupe, habitantsEcrivent }: { groupe: GroupeId; habitantsEcrivent: boolean }) => {
    const found = findGroupe(sql, groupe);
    if (found === null) return refuse("introuvable");
    if (found.habitantsEcrivent === habitantsEcrivent) return unchanged(null);
    setHabitantsEcrivent(sql, found.id, habitantsEcrivent);
    const people = peopleOf(sql, found.id)
      .filter(({ role }) => role === "habitant")
      .map(({ account }) => ({
        account,
        change: { quoi: "ecriture_habitants", groupe: found.id, ouverte: habitantsEcrivent } as const,
      }));
    return did(
      null,
      { acte: "changer_ecriture_habitants", sur: { groupe: found.id }, detail: { ouverte: habitantsEcrivent } },
      { rights: { people, documents: [] } },
    );
  },
});

/** The call to join. */
export const changeAppel = act({
  capability: "gerer_groupe",
  scope: aboutGroupe,
  run: ({ sql }, { groupe, ouvert, texte }: { groupe: GroupeId; ouvert: boolean; texte: string }) => {
    const found = findGroupe(sql, groupe);
    if (found === null) return refuse("introuvable");
    if (found.appel.ouvert === ouvert && found.appel.texte === texte) return unchanged(null);
    setAppel(sql, found.id, { ouvert, texte });
    return did(null, { acte: "changer_appel", sur: { groupe: found.id }, detail: { ouvert } });
  },
});

/** Makes a person of the contrat exactly that in a groupe; nothing: they are out of it. */
export const changeGroupeRoles = act({
  capability: "gerer_groupe",
  scope: aboutGroupe,
  run: (
    { sql },
    { groupe, personne, roles }: { groupe: GroupeId; personne: AccountId; roles: readonly GroupeRole[] },
  ) => {
    if (!isMembre(sql, personne)) return refuse("membre_inconnu");
    const given = [...new Set(roles)].sort();
    if (JSON.stringify(groupeRolesOf(sql, personne, groupe)) === JSON.stringify(given)) return unchanged(null);
    setGroupeRoles(sql, personne, groupe, given);
    removeDemande(sql, groupe, personne);
    return did(
      null,
      { acte: "changer_membre_groupe", sur: { personne, groupe }, detail: { roles: given } },
      { rights: rightsOf(personne, { quoi: "roles_groupe", groupe, roles: given }) },
    );
  },
});

/** Asks to join a groupe that calls. */
export const askToJoin = act({
  capability: "etre_membre",
  scope: () => THE_CONTRAT,
  run: ({ sql, by, now }, { groupe }: { groupe: GroupeId }) => {
    const found = findGroupe(sql, groupe);
    const roles = found === null ? [] : groupeRolesOf(sql, by, found.id);
    if (found !== null && roles.length > 0) return refuse("deja_membre");
    // A groupe that does not call is not told apart from one that does not exist.
    if (found === null || !found.appel.ouvert) return refuse("appel_ferme");
    if (hasDemande(sql, found.id, by)) return unchanged(null);
    addDemande(sql, found.id, by, now);
    return did(null, { acte: "demander_groupe", sur: { groupe: found.id } });
  },
});

/** Lets somebody who asked join with a role, or does not (null). */
export const answerDemande = act({
  capability: "gerer_groupe",
  scope: aboutGroupe,
  run: ({ sql }, { groupe, personne, role }: { groupe: GroupeId; personne: AccountId; role: GroupeRole | null }) => {
    if (!hasDemande(sql, groupe, personne)) return refuse("introuvable");
    removeDemande(sql, groupe, personne);
    const entry = { acte: "repondre_demande", sur: { personne, groupe }, detail: { role } } as const;
    if (role === null) return did(null, entry);
    setGroupeRoles(sql, personne, groupe, [role]);
    return did(null, entry, { rights: rightsOf(personne, { quoi: "roles_groupe", groupe, roles: [role] }) });
  },
});
