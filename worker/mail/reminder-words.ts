import type { Adresse } from "../../shared/domain/adresse.ts";
import type { AttenteKind } from "../../shared/domain/attente.ts";
import { attentePath } from "../../shared/protocol/attente-paths.ts";
import type { AwaitedFiche, ToldAttentes } from "../../shared/protocol/bodies/attentes.ts";
import { paths } from "../../shared/protocol/paths.ts";
import type { Mail } from "./mail.ts";

const NB = "\u202f";

/** What no mail may hold, and a name might. */
const UNSAID = /[^\P{Cc}\n]/gu;

/** What a person is asked, of one fiche. */
const ASKED: Readonly<Record<AttenteKind, (nombre: number) => string>> = {
  avis_a_donner: () => "votre avis est attendu",
  avis_a_confirmer: () => "votre avis est à confirmer sur la nouvelle version",
  reserve_a_lever: (nombre) =>
    nombre === 1 ? "le groupe a répondu à votre réserve" : `le groupe a répondu à ${nombre} de vos réserves`,
  reserve_a_repondre: (nombre) =>
    nombre === 1 ? "une réserve attend la réponse du groupe" : `${nombre} réserves attendent la réponse du groupe`,
  decision_a_relever: () => "la décision du comité technique est à relever",
  validation: () => "la validation du comité de pilotage est attendue",
  sections_a_completer: () => "des sections sont à compléter",
};

/** The mail that says what waits for somebody. `stop`: the whole address of the page that ends such mails. */
export function reminderMail(
  to: Adresse,
  {
    told,
    publicUrl,
    stop,
  }: { readonly told: readonly ToldAttentes[]; readonly publicUrl: string; readonly stop: string },
): Mail {
  const count = told.reduce((sum, { attentes }) => sum + attentes.length, 0);
  const lines = told.flatMap(({ contrat, attentes }) => [
    contrat.nom,
    "",
    ...attentes.flatMap((attente) => [
      sentence(attente),
      `${publicUrl}${attentePath(attente.quoi, contrat.slug, attente.fiche)}`,
      "",
    ]),
  ]);
  const text = [
    "Bonjour,",
    "",
    count === 1 ? "Une fiche-action vous attend." : `${count} demandes vous attendent.`,
    "",
    ...lines,
    `Tout ce qui vous attend est sur cette page${NB}:`,
    `${publicUrl}${paths.awaiting}`,
    "",
    `Ce courriel part une fois par jour au plus, quand quelque chose de nouveau attend votre décision ou votre réponse. Pour ne plus le recevoir, ouvrez cette page et appuyez sur son bouton, ou décochez les rappels dans «${NB}Mon compte${NB}»${NB}:`,
    stop,
    "",
    "Coaction, l’atelier des fiches-actions",
    "",
  ].join("\n");
  const subject = count === 1 ? "Une fiche-action vous attend" : `${count} demandes vous attendent dans Coaction`;
  return { to, subject, text: text.replace(UNSAID, " "), stop };
}

function sentence({ quoi, fiche, nombre }: AwaitedFiche): string {
  const name = fiche.intitule === "" ? `Fiche ${fiche.numero}` : `${fiche.numero} ${fiche.intitule}`;
  return `– ${name}${NB}: ${ASKED[quoi](nombre)}.`;
}
