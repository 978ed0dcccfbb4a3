import type { Sitting, SittingPart } from "../../../shared/domain/version.ts";
import { ENGAGEMENT } from "../../../shared/editor/canonical.ts";
import type { AccountId } from "../../../shared/ids.ts";
import type { AuteursBody, Changement, ComparedPart, ComparedRun } from "../../../shared/protocol/bodies/history.ts";
import type { Joints } from "../../../shared/workflow/joints.ts";

type Person = (account: AccountId) => AccountId;

/** Sittings by person: what somebody did under two accounts that they joined since is one. */
export function sittingsOfPeople(sittings: readonly Sitting[], joints: Joints): readonly Sitting[] {
  if (joints.size === 0) return sittings;
  const person = personOf(joints);
  return sittings.map((sitting) => {
    const people = new Map<AccountId, SittingPart>();
    for (const part of sitting.personnes) {
      const personne = person(part.personne);
      const found = people.get(personne) ?? { personne, ajoutes: 0, retires: 0, ou: [] };
      people.set(personne, {
        personne,
        ajoutes: found.ajoutes + part.ajoutes,
        retires: found.retires + part.retires,
        ou: ENGAGEMENT.filter((place) => found.ou.includes(place) || part.ou.includes(place)),
      });
    }
    return { ...sitting, personnes: [...people.values()] };
  });
}

/** A comparison by person: nobody moved or removed their own words as if they were another's. */
export function comparisonOfPeople(parts: readonly ComparedPart[], joints: Joints): readonly ComparedPart[] {
  if (joints.size === 0) return parts;
  const person = personOf(joints);
  return parts.map((part) => ({
    ...part,
    blocks: part.blocks.map((block) => ({ ...block, runs: block.runs.map((run) => runOf(run, person)) })),
    changements: part.changements.map((changement) => changementOf(changement, person)),
  }));
}

/** Who wrote a part, by person. */
export function authorsOfPeople(paragraphes: AuteursBody["paragraphes"], joints: Joints): AuteursBody["paragraphes"] {
  if (joints.size === 0) return paragraphes;
  const person = personOf(joints);
  return paragraphes.map((stretches) =>
    stretches.map((stretch) => {
      const auteur = person(stretch.auteur);
      const deplacePar = movedBy(auteur, stretch.deplacePar, person);
      return { ...stretch, auteur, deplacePar, deplacement: deplacePar === null ? null : stretch.deplacement };
    }),
  );
}

function personOf(joints: Joints): Person {
  return (account) => joints.get(account) ?? account;
}

/** null: who wrote them put them there. */
function movedBy(author: AccountId, mover: AccountId | null, person: Person): AccountId | null {
  return mover === null || person(mover) === author ? null : person(mover);
}

function runOf(run: ComparedRun, person: Person): ComparedRun {
  switch (run.kind) {
    case "garde":
      return run;
    case "ajoute": {
      const par = person(run.par);
      return { ...run, par, deplacePar: movedBy(par, run.deplacePar, person) };
    }
    case "retire":
      return { ...run, par: run.par === null ? null : person(run.par), auteur: person(run.auteur) };
    case "forme":
      return { ...run, par: run.par === null ? null : person(run.par) };
  }
}

function changementOf(changement: Changement, person: Person): Changement {
  const par = changement.par === null ? null : person(changement.par);
  switch (changement.quoi) {
    case "ajoute":
      return {
        ...changement,
        par,
        deplacePar: par === null ? changement.deplacePar : movedBy(par, changement.deplacePar, person),
      };
    case "retire":
      return { ...changement, par, auteurs: [...new Set(changement.auteurs.map(person))] };
    case "remplace":
    case "deplace":
    case "forme":
    case "paragraphe":
      return { ...changement, par };
  }
}
