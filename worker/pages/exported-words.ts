import { fullDate } from "./dates.ts";

/** What stands in the archive of a contrat. `now` in milliseconds since 1970. */
export function exportReadme(contrat: string, now: number): string {
  return `${contrat}
Archive faite par Coaction le ${fullDate(now)}.

Tout ce que le contrat contient est ici, dans des formes que n’importe quel logiciel peut lire.

donnees/    Le contrat lui-même\u202f: identité, plan, organisations, membres, groupes, réunions, journal.
            Un fichier par sujet, une ligne par élément, chacune en JSON. Les personnes y sont désignées par
            un identifiant, que donnees/membres.ndjson traduit en nom. Les dates sont en millisecondes depuis
            le 1er janvier 1970.
fiches/     Un dossier par fiche-action\u202f: texte.html s’ouvre dans un navigateur et s’imprime, texte.json contient
            le même texte, et historique.ndjson tout ce qui a été écrit, par qui et quand.
notes/      La même chose pour les notes de réunion.

Chaque ligne d’un historique porte une modification telle qu’elle a été reçue, au format de Yjs
(https://yjs.dev), en base 64\u202f: en les appliquant dans l’ordre, on retrouve le texte à n’importe quel moment.
Le journal est une chaîne\u202f: chaque entrée porte l’empreinte de la précédente.

Ces textes sont des documents de travail tant qu’ils ne sont pas approuvés. Ils contiennent des noms de
personnes\u202f: gardez cette archive à l’abri, et effacez-la quand elle ne sert plus.
`;
}
