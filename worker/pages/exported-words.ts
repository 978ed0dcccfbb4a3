import { fullDate } from "./dates.ts";

/** What stands in the archive of a contrat, and how anybody checks it. `now` in milliseconds since 1970. */
export function exportReadme(contrat: string, now: number): string {
  return `${contrat}
Archive faite par Coaction le ${fullDate(now)}.

Tout ce que le contrat contient est ici, dans des formes que n’importe quel logiciel peut lire.

donnees/    Le contrat lui-même\u202f: identité, plan, organisations, membres, groupes, réunions, journal.
            Un fichier par sujet, une ligne par élément, chacune en JSON. Les personnes y sont désignées par
            un identifiant, que donnees/membres.ndjson traduit en nom. Les dates sont en millisecondes depuis
            le 1er janvier 1970.
fiches/     Un dossier par fiche-action\u202f:
              texte.html          le brouillon, qui s’ouvre dans un navigateur et s’imprime
              texte.json          le même texte
              historique.ndjson   tout ce qui a été écrit, par qui et quand
              vie.json            où en est la fiche\u202f: versions, avis, réserves, décisions, publication, passages masqués
              journal.ndjson      chaque acte, enchaîné au précédent
              journal-mots.ndjson les mots écrits avec ces actes (raisons, réserves, réponses)
              versions/           un dossier par version soumise, avec son numéro (voir plus bas)
notes/      Les textes et l’historique des notes de réunion.

Chaque ligne d’un historique porte une modification telle qu’elle a été reçue, au format de Yjs
(https://yjs.dev), en base 64\u202f: en les appliquant dans l’ordre, on retrouve le texte à n’importe quel moment.

Vérifier soi-même
-----------------

Une empreinte est un SHA-256, en hexadécimal et en minuscules. Tout logiciel qui en calcule convient.

1. Une version. Son dossier contient texte.html, à lire\u202f; version.json\u202f: qui l’a soumise, quand, où elle en est,
   et ses empreintes\u202f; et ce dont les empreintes sont faites\u202f:
     parties/<partie>.json   l’intitulé et chaque section, sous leur forme canonique. L’empreinte d’une partie
                             est celle du fichier, tel quel.
     empreintes.json         les empreintes de toutes les parties. L’empreinte de la version est celle de ce
                             fichier, tel quel.
   Dans ce dossier, «\u202fsha256sum -c SHA256SUMS\u202f» vérifie tout d’un coup.
   Un passage masqué laisse l’empreinte de la version et celles de toutes les autres parties vérifiables. La
   partie elle-même garde dans empreintes.json son empreinte d’origine\u202f; SHA256SUMS porte celle de ce qui en
   reste, et l’acte «\u202fcaviarder\u202f» du journal la donne aussi.

2. Le journal d’une fiche. Chaque ligne de journal.ndjson, sans son retour à la ligne, est la forme canonique
   d’un acte\u202f: son SHA-256 est la valeur «\u202fprecedente\u202f» de la ligne suivante. La première ligne a 64 zéros pour
   «\u202fprecedente\u202f»\u202f; l’empreinte de la dernière est dans vie.json (journal.empreinte). L’acte «\u202fsoumettre\u202f» y porte
   les empreintes de la version\u202f; tous les actes suivants nomment la version par son empreinte.

3. Les mots du journal. À leur place, le journal porte un engagement\u202f: {"mots":"<engagement>"}. Chaque ligne de
   journal-mots.ndjson donne l’acte (entree), l’endroit (champ), cet engagement, un sel et les mots. L’engagement
   est le SHA-256 de {"format":"coaction-mots/1","mots":<mots>,"sel":<sel>}, écrit selon la RFC 8785, en UTF-8.
   Un sel vide\u202f: un passage de ces mots a été masqué, et l’engagement ne peut plus être vérifié.

4. Un passage masqué. Son engagement (vie.json, masques) est le SHA-256 du sel et des mots mis bout à bout. Le sel
   n’est pas ici\u202f: la personne qui a masqué l’a reçu. Quand la partie est «\u202factes\u202f», seuls
   des mots de journal-mots.ndjson ont été masqués.

5. Le journal du contrat (donnees/journal.ndjson). L’empreinte d’une ligne est le SHA-256 de
   {"acte", "detail", "format":"coaction-journal/1", "le", "numero", "par", "precedente", "sur"} avec ses valeurs,
   écrit selon la RFC 8785, en UTF-8\u202f; «\u202fprecedente\u202f» est l’empreinte de la ligne d’avant.

La forme canonique (coaction/1) est le JSON de {"format":"coaction/1","partie":<partie>,"contenu":<contenu>} écrit
selon la RFC 8785 (clés triées, sans espaces), en UTF-8, lettres composées (NFC). Le contenu de l’intitulé est son
texte\u202f; celui d’une section, la liste de ses paragraphes {genre, retrait, texte}, sans les paragraphes vides de la
fin, où texte est une liste de {mots, gras, italique, lien} et de {saut\u202f: true}\u202f; deux voisins de même forme n’en
font qu’un. empreintes.json est le JSON de {"format":"coaction/1","parties":{<partie>:<empreinte>}}, de même.

Ce qui n’est pas dit approuvé est un document de travail. Ces textes contiennent des noms de personnes\u202f: gardez
cette archive à l’abri, et effacez-la quand elle ne sert plus.
`;
}
