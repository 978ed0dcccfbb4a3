import type { Names } from "../../shared/protocol/bodies/history.ts";
import type { Dated, FicheEvent } from "../../shared/workflow/acts.ts";
import { fullDay } from "./days.ts";
import { OUTCOME_LABELS } from "./decision.ts";
import { MOTIF_LABELS, maskedPlace } from "./historique.ts";
import { avisInSentence } from "./instruction.ts";
import { nameIn } from "./people-named.ts";
import { PLACE_TITLES } from "./sections.ts";
import { counted, fr, frAll } from "./typography.ts";

/** The journal of a fiche: who did what about it, beside writing it. */
export const FICHE_JOURNAL = frAll({
  title: "Journal de la fiche",
  lede: "Ce qui a été soumis, décidé, publié ou masqué, et les avis donnés : qui, quand, sur quelle version. Rien ne s'y efface.",
  loading: "Chargement du journal…",
  empty:
    "Pour l'instant, cette fiche a seulement été écrite. Le premier geste, la mettre en relecture ou la soumettre, s'inscrira ici.",
  list: "Gestes, du plus récent au plus ancien",
  more: "Montrer ce qui est plus ancien",
  moreLoading: "Chargement de ce qui est plus ancien…",
  raison: "Raison :",
  malgre: "Malgré ce qui manquait :",
});

/** « Anne Le Goff a soumis la version 4 au comité technique. » */
export function entrySentence({ par, event }: Pick<Dated, "par" | "event">, noms: Names): string {
  const who = nameIn(noms, par);
  return fr(`${who.charAt(0).toLocaleUpperCase("fr-FR")}${who.slice(1)} ${deed(event)}.`);
}

function deed(event: FicheEvent): string {
  switch (event.acte) {
    case "mettre_en_relecture":
      return "a mis la fiche en relecture";
    case "reprendre_redaction":
      return "a repris la rédaction";
    case "clore":
      return "a clos la fiche";
    case "rouvrir":
      return "a rouvert la fiche";
    case "soumettre":
      return `a soumis la version ${event.version} au comité technique${replacing(event.remplace)}`;
    case "retirer":
      return `a retiré la version ${event.version} du comité technique`;
    case "rendre_avis":
      return `a donné ${avisInSentence(event.sens)} sur la version ${event.version}`;
    case "confirmer_avis":
      return `a confirmé ${avisInSentence(event.sens).replace(/^une? /u, "son ")} pour la version ${event.version}`;
    case "deporter":
      return "s'est déporté : cette personne ne prend plus part à l'examen";
    case "repondre_reserve":
      return "a répondu à une réserve du comité technique";
    case "lever_reserve":
      return `a levé sa réserve devant la version ${event.version}${event.leve === null ? "" : ", qui est dès lors approuvée sans réserve"}`;
    case "relever_decision":
      return `a relevé la décision du comité technique du ${fullDay(event.date)} : version ${event.version} ${OUTCOME_LABELS[event.sens].toLocaleLowerCase("fr-FR")}`;
    case "valider":
      return `a validé la version ${event.version} au nom du comité de pilotage, réuni le ${fullDay(event.date)}`;
    case "renvoyer":
      return `a renvoyé la version ${event.version} au groupe au nom du comité de pilotage, réuni le ${fullDay(event.date)}`;
    case "publier":
      return `a publié la version ${event.version}`;
    case "depublier":
      return `a retiré la version ${event.version} de la publication`;
    case "caviarder":
      return `a masqué un passage de ${maskedPlace(event.partie)} (${MOTIF_LABELS[event.motif]})`;
  }
}

function replacing(versions: readonly number[]): string {
  const [first] = versions;
  return first === undefined ? "" : `, à la place de la version ${first}`;
}

/** What was written with an act, each with what it is: « Raison : … ». */
export function entryWords(event: FicheEvent): readonly string[] {
  switch (event.acte) {
    case "soumettre":
    case "publier":
      return event.malgre === null ? [] : [`${FICHE_JOURNAL.malgre} ${event.malgre}`];
    case "rendre_avis":
      return [
        ...reason(event.raison),
        ...event.reserves.map(({ sur, texte }) => fr(`Réserve sur « ${PLACE_TITLES[sur.partie]} » : `) + texte),
      ];
    case "relever_decision":
    case "retirer":
    case "renvoyer":
    case "depublier":
      return reason(event.raison);
    case "repondre_reserve":
      return [event.texte];
    case "caviarder":
      return event.masquees.length === 0
        ? []
        : [
            fr(
              `${counted(event.masquees.length, "version")} ${event.masquees.length >= 2 ? "contenaient" : "contenait"} ces mots.`,
            ),
          ];
    case "mettre_en_relecture":
    case "reprendre_redaction":
    case "clore":
    case "rouvrir":
    case "confirmer_avis":
    case "deporter":
    case "lever_reserve":
    case "valider":
      return [];
  }
}

function reason(raison: string | null): readonly string[] {
  return raison === null ? [] : [`${FICHE_JOURNAL.raison} ${raison}`];
}

/** The fingerprint of the words that an act is about; null: it is about no version. */
export function entryEmpreinte(event: FicheEvent): string | null {
  if (event.acte === "soumettre") return event.empreintes.version;
  return "empreinte" in event ? event.empreinte : null;
}
