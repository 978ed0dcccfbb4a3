import type { Place, TextSection } from "../../shared/editor/sections.ts";
import { frAll } from "./typography.ts";

/** The title of each place of the sheet. */
export const PLACE_TITLES: Readonly<Record<Place, string>> = frAll({
  intitule: "Intitulé de l'action",
  constats: "Constats et enjeux",
  inegalites: "Réduction des inégalités",
  description: "Description de l'action",
  resultats_attendus: "Résultats attendus",
  moyens: "Moyens humains et techniques",
  leviers: "Leviers",
  freins: "Freins",
  vigilance: "Points de vigilance",
  participation: "Participation des habitants",
  resume: "Résumé en langage clair",
  notes: "Notes de la réunion",
});

/** What to write there, shown until something is. */
export const SECTION_HELP: Readonly<Record<TextSection, string>> = frAll({
  constats:
    "Que montre le diagnostic, et qu'est-ce que cela change dans la vie des habitants ? Donnez pour chaque chiffre sa source et son année.",
  inegalites:
    "Qui est laissé de côté aujourd'hui, et pourquoi ? Que fera l'action pour ces personnes ? À quoi verra-t-on que leur situation s'améliore ?",
  description:
    "Que va-t-on faire, concrètement ? Qui fait quoi, où, à quel moment, et comment les personnes en entendront-elles parler ?",
  resultats_attendus:
    "Qu'est-ce qui aura changé à la fin, et pour qui ? Écrivez ce que chacun pourra constater, un résultat par ligne.",
  moyens:
    "De qui et de quoi a-t-on besoin : temps de travail, compétences, lieux, matériel, transport ? Qu'est-ce qui existe déjà ?",
  leviers:
    "Sur quoi l'action peut-elle s'appuyer : un réseau, des élus engagés, une habitude, une action qui marche ailleurs ?",
  freins: "Qu'est-ce qui peut ralentir ou empêcher l'action, et que ferait-on alors ?",
  vigilance:
    "À quoi faut-il faire attention en chemin : n'oublier personne, ne pas refaire ce qui existe, protéger ce que les gens confient ?",
  participation:
    "Que font les habitants dans cette action : sont-ils informés, consultés, associés à l'écriture, décident-ils ? Comment les invite-t-on, et que devient ce qu'ils disent ?",
  resume:
    "L'action en cinq phrases courtes, pour quelqu'un qui n'en a jamais entendu parler. Pas de sigle ; 600 signes au plus.",
});
