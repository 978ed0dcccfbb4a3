import { z } from "zod";
import { lineField, linesField } from "../protocol/bodies/fields.ts";

export { type AccessibiliteLevel, accessibiliteLevel } from "./accessibilite.ts";

/** A text on one line; empty where nobody wrote it yet. */
const line = (max: number) => lineField(max, 0);

/** A text of several lines, shown as paragraphs; empty where nobody wrote it yet. */
const lines = linesField;

/** A day, as `2026-03-12`. */
const day = z.iso.date();

/** What an audit of accessibility found. */
const auditSchema = z.strictObject({
  faitLe: day,
  par: line(200),
  /** Of the criteria that apply, how many are respected. */
  pourcent: z.int().min(0).max(100),
  /** What is not accessible, as the law asks to say. */
  nonAccessibles: lines(8_000),
});

/**
 * What an instance says of itself. Each text fills a place of a page that the law asks for; a place that is empty is shown
 * as one to complete, so that a default never passes for a finished text.
 */
export const reglagesSchema = z.strictObject({
  /** How this instance is called, beside « Coaction ». */
  nom: line(80),
  /** Whose service this is: name and address. */
  collectivite: lines(500),
  mentions: z.strictObject({
    editeur: lines(1_000),
    publication: lines(300),
    hebergeur: lines(1_000),
    plus: lines(8_000),
  }),
  donnees: z.strictObject({
    delegue: lines(500),
    lieu: lines(500),
    conservation: lines(2_000),
    plus: lines(8_000),
  }),
  accessibilite: z.strictObject({
    etablieLe: day.nullable(),
    schema: lines(1_000),
    audit: auditSchema.nullable(),
  }),
  /** Whom to tell that something is wrong. */
  contact: lines(1_000),
});
export type Reglages = Readonly<z.infer<typeof reglagesSchema>>;

/** Those of an instance where nobody wrote any. */
export const REGLAGES_DEFAULT: Reglages = {
  nom: "",
  collectivite: "",
  mentions: { editeur: "", publication: "", hebergeur: "", plus: "" },
  donnees: { delegue: "", lieu: "", conservation: "", plus: "" },
  accessibilite: { etablieLe: null, schema: "", audit: null },
  contact: "",
};
