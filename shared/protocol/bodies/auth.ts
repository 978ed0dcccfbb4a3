import { z } from "zod";
import { ADRESSE_MAX, type Adresse, parseAdresse } from "../../domain/adresse.ts";
import type { Appareil } from "../../domain/appareil.ts";
import type { SessionId } from "../../ids.ts";

/** An address as people type it; parsed, it is in the one form. */
export const adresseField = z
  .string()
  .max(ADRESSE_MAX + 20)
  .transform((text, context): Adresse => {
    const adresse = parseAdresse(text);
    if (adresse !== null) return adresse;
    context.addIssue("not an address");
    return z.NEVER;
  });

/** Eight digits, with the spaces that people put between them. */
export const codeField = z
  .string()
  .max(20)
  .transform((text) => text.replace(/\s/gu, ""))
  .pipe(z.string().regex(/^\d{8}$/));

/** `POST /api/connexion`: 202 whether the address is known or not; who is known gets a mail. */
export const signInBody = z.strictObject({ adresse: adresseField });

/** `POST /api/connexion/code`: 204 and the cookie, or `code_refuse` for every reason. */
export const signInCodeBody = z.strictObject({ adresse: adresseField, code: codeField });

/** `POST /api/connexion/lien`: 204 and the cookie, or `lien_refuse` for every reason. The token is the link's fragment. */
export const signInLinkBody = z.strictObject({ jeton: z.string().max(200) });

/** What a page sends to the three. */
export type SignInBody = z.input<typeof signInBody>;
export type SignInCodeBody = z.input<typeof signInCodeBody>;
export type SignInLinkBody = z.input<typeof signInLinkBody>;

/** `GET /api/sessions`: the newest first. `DELETE /api/sessions/:id` ends one, `DELETE /api/sessions` all the others. */
export interface SessionsBody {
  readonly sessions: readonly OpenSession[];
}

export interface OpenSession {
  readonly id: SessionId;
  readonly appareil: Appareil;
  /** Milliseconds since 1970; the last sign of it is known to the hour. */
  readonly ouverteLe: number;
  readonly vueLe: number;
  readonly expireLe: number;
  /** Whether it is the one that asks. */
  readonly courante: boolean;
}
