import { counted, fr, frAll } from "./typography.ts";

/** What to do first in a contrat where nothing was done. */
export const GUIDE = frAll({
  title: "Pour commencer",
  lede: "Quelques gestes, et un premier groupe écrit sa fiche. Vous pourrez tout changer ensuite.",
  identite: "Dire ce qu'est le contrat : porteur, territoire, période",
  axes: "Ajouter les axes du plan",
  organisations: "Ajouter les organisations au nom de qui l'on parle",
  groupe: "Créer un groupe de travail",
  pilote: "Inviter son pilote et ses membres",
  fiche: "Créer sa première fiche, et écrire",
  done: "Fait",
  todo: "À faire",
  optional: "quand vous voudrez",
  failed: "Ce qui est déjà fait n'a pas pu être vérifié. Les gestes restent les mêmes.",
});

/** « 3 gestes faits sur 6 ». */
export function guideProgress(done: number, total: number): string {
  return fr(`${done === 0 ? "Aucun geste fait" : counted(done, "geste fait", "gestes faits")} sur ${total}.`);
}
