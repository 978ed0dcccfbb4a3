import { frAll } from "./typography.ts";

/** « Qui a écrit ceci ? » */
export const WHO_WROTE = frAll({
  title: "Qui a écrit ceci ?",
  loading: "Recherche des auteurs…",
  nothing: "Il n'y a pas de mots ici. Sélectionnez un passage du texte, puis posez à nouveau la question.",
  changed:
    "Ces mots viennent de changer, ou ne sont pas encore enregistrés. Attendez « Enregistré », puis posez à nouveau la question.",
  list: "Auteurs de ce passage",
});
