import type { Reglages } from "../../../shared/domain/reglages.ts";

/** The settings as a form has them: one name for each place, and words or a tick in it. */
export function toValues(reglages: Reglages) {
  const { mentions, donnees, accessibilite } = reglages;
  return {
    nom: reglages.nom,
    collectivite: reglages.collectivite,
    editeur: mentions.editeur,
    publication: mentions.publication,
    hebergeur: mentions.hebergeur,
    mentionsPlus: mentions.plus,
    delegue: donnees.delegue,
    lieu: donnees.lieu,
    conservation: donnees.conservation,
    donneesPlus: donnees.plus,
    etablieLe: accessibilite.etablieLe ?? "",
    schema: accessibilite.schema,
    audit: accessibilite.audit !== null,
    auditLe: accessibilite.audit?.faitLe ?? "",
    auditPar: accessibilite.audit?.par ?? "",
    auditPourcent: accessibilite.audit === null ? "" : String(accessibilite.audit.pourcent),
    nonAccessibles: accessibilite.audit?.nonAccessibles ?? "",
    contact: reglages.contact,
  };
}

/** What a form of settings holds. */
export type ReglagesValues = ReturnType<typeof toValues>;

/** The most characters of each place, as the server has them. */
export const LIMITS: Readonly<Partial<Record<keyof ReglagesValues, number>>> = {
  nom: 80,
  collectivite: 500,
  editeur: 1_000,
  publication: 300,
  hebergeur: 1_000,
  mentionsPlus: 8_000,
  delegue: 500,
  lieu: 500,
  conservation: 2_000,
  donneesPlus: 8_000,
  schema: 1_000,
  auditPar: 200,
  nonAccessibles: 8_000,
  contact: 1_000,
};

/** The settings that a form holds; the places of an audit count only when there was one. */
export function toReglages(values: ReglagesValues): Reglages {
  return {
    nom: values.nom,
    collectivite: values.collectivite,
    mentions: {
      editeur: values.editeur,
      publication: values.publication,
      hebergeur: values.hebergeur,
      plus: values.mentionsPlus,
    },
    donnees: {
      delegue: values.delegue,
      lieu: values.lieu,
      conservation: values.conservation,
      plus: values.donneesPlus,
    },
    accessibilite: {
      etablieLe: values.etablieLe === "" ? null : values.etablieLe,
      schema: values.schema,
      audit: values.audit
        ? {
            faitLe: values.auditLe,
            par: values.auditPar,
            pourcent: Number(values.auditPourcent),
            nonAccessibles: values.nonAccessibles,
          }
        : null,
    },
    contact: values.contact,
  };
}
