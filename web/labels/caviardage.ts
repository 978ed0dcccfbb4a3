import type { MaskedPlace, MotifCaviardage } from "../../shared/domain/version.ts";
import type { EngagementPart } from "../../shared/editor/canonical.ts";
import type { CaviardageApercuBody } from "../../shared/protocol/bodies/history.ts";
import { MOTIF_LABELS, maskedPlace } from "./historique.ts";
import { PLACE_TITLES } from "./sections.ts";
import { counted, fr, frAll, listed } from "./typography.ts";

/** Masking a passage everywhere, for ever. */
export const CAVIARDAGE = frAll({
  open: "Masquer un passage…",
  title: "Masquer un passage partout",
  lede: "Les mots seront effacés du texte, de tout l'historique et de toutes les versions, pour tout le monde et pour toujours. À leur place on lira « Passage masqué le… », avec le motif. Les empreintes de tout le reste restent vérifiables.",
  partie: "Où les masquer",
  acts: "Raisons, réserves et réponses",
  mots: "Les mots à masquer, exactement comme ils sont écrits",
  motsHint:
    "Copiez-les, un paragraphe à la fois. Ils seront masqués partout où cet endroit les contient, et dans chaque raison, réserve ou réponse.",
  motsMissing: "Écrivez les mots à masquer.",
  motif: "Pour quel motif",
  preview: "Voir ce qui serait masqué",
  previewing: "Recherche de ces mots…",
  previewTitle: "Vérifiez avant de masquer",
  live: "Dans le texte d'aujourd'hui",
  notLive: "Le texte d'aujourd'hui ne contient plus ces mots.",
  irreversible:
    "Rien ne pourra les faire revenir, ni vous ni nous. Votre nom, la date et le motif seront inscrits au journal.",
  backups:
    "Les sauvegardes faites avant contiennent encore ces mots. Prévenez aussitôt la personne qui administre ce site : qu'elle fasse une nouvelle sauvegarde, puis détruise les anciennes. Les fichiers déjà exportés ou imprimés ne changent pas non plus.",
  change: "Changer les mots",
  act: "Masquer pour toujours",
  acting: "Masquage…",
  doneTitle: "Le passage est masqué",
  doneUnheard:
    "C'était fait dès la première fois : seule la réponse du serveur s'est perdue. La clé qui va avec s'est perdue en même temps, et ne peut plus être montrée. Les mots, eux, sont bien masqués.",
  saltMeans:
    "Voici une clé, montrée une seule fois. Avec elle, et avec les mots eux-mêmes, on pourra prouver ce qui a été masqué ; sans elle, personne ne peut le deviner. Gardez-la en lieu sûr, ou laissez-la si vous n'en aurez pas besoin.",
  salt: "Clé",
  engagement: "Trace gardée par le site",
  download: "Télécharger la clé",
  copy: "Copier la clé",
  copied: "La clé est copiée.",
  notCopied: "La clé n'a pas pu être copiée : sélectionnez-la, puis copiez-la.",
  close: "Fermer",
});

/** Before the words themselves: « Dans « Freins », ces mots seraient masqués (motif : donnée de santé) : ». */
export function whatIsMasked({ partie, motif }: { partie: MaskedPlace; motif: MotifCaviardage }): string {
  return fr(`Dans ${maskedPlace(partie)}, ces mots seraient masqués (motif : ${MOTIF_LABELS[motif]}) :`);
}

/** What stands around an occurrence and is so long was cut by the server, anywhere in a word. */
const AROUND_MAX = 60;

/** What stands around words to mask, cut at the edge of a word where it goes on. */
export function around({ avant, apres }: { readonly avant: string; readonly apres: string }) {
  return {
    avant: avant.length < AROUND_MAX ? avant : avant.replace(/^\S*\s/u, "… "),
    apres: apres.length < AROUND_MAX ? apres : apres.replace(/\s\S*$/u, " …"),
  };
}

/** How many times these words were written, and in which versions. */
export function writtenTimes({ ecritures, versions }: CaviardageApercuBody): string {
  const times = fr(
    ecritures === 0
      ? "Ces mots ne sont plus que parmi ceux qui ont été mis de côté."
      : `Ces mots ont été écrits ${ecritures === 1 ? "une fois" : counted(ecritures, "fois", "fois")} dans cette section, en comptant ce qui a été supprimé depuis.`,
  );
  if (versions.length === 0) return `${times} ${fr("Aucune version soumise ne les contient.")}`;
  const which =
    versions.length === 1
      ? `La version ${versions[0]} les contient.`
      : `Les versions ${listed(versions.toSorted((a, b) => a - b).map(String))} les contiennent.`;
  return `${times} ${fr(which)}`;
}

/** That what was said of the fiche holds them; `too`: as the text does. */
export function inComments(count: number, too: boolean): string {
  const also = too ? " aussi" : "";
  return fr(
    count === 1
      ? `Une raison, une réserve ou une réponse donnée pendant l'instruction les contient${also} : ils y seront masqués.`
      : `${counted(count, "raison, réserve ou réponse", "raisons, réserves ou réponses")} données pendant l'instruction les contiennent${also} : ils y seront masqués.`,
  );
}

/** That links of the text as it stands lead to an address that holds them. */
export function inLinks(count: number): string {
  return fr(
    count === 1
      ? "L'adresse d'un lien du texte les contient : le lien sera retiré, ses mots resteront."
      : `Les adresses de ${counted(count, "lien")} du texte les contiennent : ces liens seront retirés, leurs mots resteront.`,
  );
}

/** The other parts where they would stay. */
export function elsewhere(parts: readonly EngagementPart[]): string {
  const titles = listed(parts.map((part) => `« ${PLACE_TITLES[part]} »`));
  return fr(
    `Ces mots sont ou ont été écrits aussi dans ${titles}. Ils n'y seront pas masqués : recommencez ensuite pour ${parts.length === 1 ? "cette section" : "chacune de ces sections"}.`,
  );
}

/** The name of the file that holds the key. */
export function saltFile(id: number): string {
  return `coaction-passage-masque-${id}.txt`;
}

/** What that file says. */
export function saltText(address: string, id: number, sel: string, engagement: string): string {
  return [
    fr(`Passage masqué n° ${id} : ${address}`),
    `${CAVIARDAGE.salt} : ${sel}`,
    `${CAVIARDAGE.engagement} : ${engagement}`,
    "",
  ].join("\n");
}
