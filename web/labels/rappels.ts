import { frAll } from "./typography.ts";

/** The daily mail that says that something waits. */
export const RAPPELS = frAll({
  title: "Courriels de rappel",
  means:
    "Un courriel par jour au plus, seulement quand une fiche attend votre avis, votre réponse ou votre décision. Chaque courriel dit comment ne plus en recevoir.",
  label: "Me prévenir par courriel quand quelque chose m'attend",
  act: "Enregistrer ce choix",
  busy: "Enregistrement…",
  on: "Vous recevrez un courriel par jour au plus, quand quelque chose vous attend.",
  off: "Vous ne recevrez plus de courriel de rappel. Ce qui vous attend reste sur votre page d'accueil.",
});
