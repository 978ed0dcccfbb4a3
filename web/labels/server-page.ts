import { fr, frAll } from "./typography.ts";

/** Instead of a page that the server makes, when it cannot be reached. */
export const SERVER_PAGE = frAll({
  title: "Cette page demande le réseau",
  text: "Vous êtes hors ligne, ou le site ne répond pas : cette page est faite par le serveur, et n'est pas gardée sur votre appareil. Elle s'ouvrira dès que le réseau sera revenu.",
  reading:
    "Vous êtes hors ligne, ou le site ne répond pas : la lecture est faite par le serveur. Si vous avez déjà ouvert cette fiche sur cet appareil, son texte y est gardé : vous pouvez la lire et l'écrire en Rédaction, et tout partira au retour du réseau.",
  toFiche: "Ouvrir la fiche en Rédaction",
});

/** Below what says that a page could not be brought: what is here without the network. */
export const OFFLINE_HELP = fr(
  "Cette page n'est pas gardée sur votre appareil. Les contrats et les fiches que vous y avez déjà ouverts le sont : vous pouvez les lire et écrire dans les fiches, et tout partira au retour du réseau.",
);

/** On the pages by which one comes in, which do nothing without the server. */
export const DOOR_OFFLINE = fr(
  "Vous êtes hors ligne : entrer demande le réseau. Ce que vous écrivez ici reste, envoyez-le quand le réseau sera revenu.",
);
