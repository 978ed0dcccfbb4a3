import type { CaviardageApercuBody } from "../../shared/protocol/bodies/history.ts";
import { counted, fr, frAll, listed } from "./typography.ts";

/** Masking a passage everywhere, for ever. */
export const CAVIARDAGE = frAll({
  open: "Masquer un passage…",
  title: "Masquer un passage partout",
  lede: "Les mots seront effacés du texte, de tout l'historique et de toutes les versions, pour tout le monde et pour toujours. À leur place on lira « Passage masqué le… », avec le motif. Les empreintes de tout le reste restent vérifiables.",
  partie: "Dans quelle section",
  mots: "Les mots à masquer, exactement comme ils sont écrits",
  motsHint: "Copiez-les depuis le texte. Chaque endroit de cette section où ils sont écrits sera masqué.",
  motsMissing: "Écrivez les mots à masquer.",
  motif: "Pour quel motif",
  preview: "Voir ce qui serait masqué",
  previewing: "Recherche de ces mots…",
  previewTitle: "Vérifiez avant de masquer",
  none: "Ces mots n'ont jamais été écrits dans cette section. Vérifiez les accents, les espaces et la ponctuation.",
  live: "Dans le texte d'aujourd'hui",
  notLive: "Le texte d'aujourd'hui ne contient plus ces mots.",
  irreversible:
    "Rien ne pourra les faire revenir, ni vous ni nous. Votre nom, la date et le motif seront inscrits au journal.",
  change: "Changer les mots",
  act: "Masquer pour toujours",
  acting: "Masquage…",
  doneTitle: "Le passage est masqué",
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

/** How many times these words were written, and in which versions. */
export function writtenTimes({ ecritures, versions }: CaviardageApercuBody): string {
  const times = fr(
    `Ces mots ont été écrits ${counted(ecritures, "fois", "fois")} en tout, mots supprimés depuis compris.`,
  );
  if (versions.length === 0) return `${times} ${fr("Aucune version soumise ne les contient.")}`;
  const which =
    versions.length === 1
      ? `La version ${versions[0]} les contient.`
      : `Les versions ${listed(versions.toSorted((a, b) => a - b).map(String))} les contiennent.`;
  return `${times} ${fr(which)}`;
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
