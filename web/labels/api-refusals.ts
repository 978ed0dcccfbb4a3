import type { HttpRefusal } from "../../shared/protocol/refusals.ts";
import type { ApiRefusal } from "../api/client.ts";
import { frAll } from "./typography.ts";

/** Why a request did not succeed, and what to do now. */
const HTTP_REFUSAL_LABELS: Readonly<Record<HttpRefusal, string>> = frAll({
  session_absente: "Vous n'êtes plus connecté. Entrez à nouveau pour continuer.",
  origine_refusee: "La demande venait d'une autre adresse que celle de ce site. Rouvrez la page depuis son adresse.",
  introuvable: "Cette page n'existe pas, ou elle ne vous est pas ouverte.",
  methode_refusee: "Le serveur ne connaît pas cette demande. Rechargez la page.",
  corps_trop_grand: "C'est trop long pour être envoyé en une fois. Raccourcissez-le, ou envoyez-le en plusieurs fois.",
  corps_invalide: "Le serveur n'a pas compris la demande. Rechargez la page.",
  hote_refuse: "Ce site ne répond pas à cette adresse. Rouvrez-le depuis l'adresse que l'on vous a donnée.",
  upgrade_attendu: "La liaison avec le serveur n'a pas pu s'ouvrir. Rechargez la page.",
  trop_de_demandes: "Trop de demandes à la fois sur cette fiche. Réessayez dans un instant.",
  erreur_interne:
    "Le serveur a rencontré une erreur. Ce qui était enregistré l'est toujours ; réessayez dans un instant.",
});

/** A sentence for everything that a request may meet, the network included. */
export const API_REFUSAL_LABELS: Readonly<Record<ApiRefusal, string>> = {
  ...HTTP_REFUSAL_LABELS,
  ...frAll({
    hors_ligne: "Le serveur ne répond pas. Vérifiez que vous êtes bien connecté à internet, puis réessayez.",
    reponse_illisible:
      "La réponse n'est pas venue de notre serveur. Vérifiez votre connexion à internet, puis réessayez.",
  }),
};
