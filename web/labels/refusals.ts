import type { PolicyRefusal } from "../../shared/policy/refusals.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { frAll } from "./typography.ts";

/** Why a person may not write here, and who can. */
export const WRITE_REFUSAL_LABELS: Readonly<Record<PolicyRefusal, string>> = frAll({
  hors_du_groupe:
    "Seuls le groupe de travail de cette fiche et la coordination du contrat peuvent l'écrire. Pour rejoindre le groupe, adressez-vous à la coordination.",
  habitants_lecteurs:
    "Dans ce groupe de travail, les habitants lisent la fiche ; le pilote, les partenaires et la coordination l'écrivent.",
});

/** The same in a few words, for a list. */
export const WRITE_REFUSAL_SHORT: Readonly<Record<PolicyRefusal, string>> = frAll({
  hors_du_groupe: "Écrite par son groupe et la coordination",
  habitants_lecteurs: "Vous lisez ; le pilote, les partenaires et la coordination écrivent",
});

/** Why what was typed was not taken. The text stays in the page. */
export const LIVE_REFUSAL_LABELS: Readonly<Record<LiveRefusal, string>> = frAll({
  trame_invalide: "Le serveur n'a pas pu lire votre dernière modification. Votre texte est gardé sur cet appareil.",
  trame_inconnue:
    "Le serveur ne connaît pas ce que cette page lui a envoyé. Copiez votre texte, puis rechargez la page.",
  trame_trop_grande:
    "Ce que vous avez collé est trop long pour être enregistré en une fois. Collez-le en plusieurs fois.",
  lecture_seule: "Vous pouvez lire cette fiche, mais plus y écrire. Copiez votre texte pour ne pas le perdre.",
  hors_modele:
    "Votre dernière modification contient une forme que la fiche ne connaît pas ; elle n'est pas enregistrée.",
  identifiant_etranger:
    "Votre dernière modification n'a pas été reconnue comme la vôtre. Copiez votre texte, puis rechargez la page.",
  lacune: "Il manquait une partie de votre texte au serveur ; la page la lui renvoie.",
});
