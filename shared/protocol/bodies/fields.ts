import { z } from "zod";
import { parsePersonName } from "../../domain/person-name.ts";
import { type Empreinte, parseEmpreinte } from "../../editor/canonical.ts";
import { type AnyId, parseId } from "../../ids.ts";
import { asKept } from "../as-kept.ts";

/** The form of whatever people type, wherever it is kept: composed letters, whole ones, no control or direction characters. */
const STRANGE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const STRANGE_BUT_LINES = /[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** One line of words, trimmed; at least one letter or sign unless `min` is 0. */
export function lineField(max: number, min = 1) {
  return z
    .string()
    .max(max * 2)
    .transform((text) => text.normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .refine((text) => !STRANGE.test(text)),
    );
}

/** Words over several lines, trimmed; may be empty. */
export function linesField(max: number) {
  return z
    .string()
    .max(max * 2)
    .transform(asKept)
    .pipe(
      z
        .string()
        .max(max)
        .refine((text) => !STRANGE_BUT_LINES.test(text)),
    );
}

/** Words of a text, letter for letter but for the form of its accents; may be empty. Half a letter is none. */
export function quotedField(max: number) {
  return z
    .string()
    .max(max * 2)
    .transform((text) => text.normalize("NFC"))
    .pipe(
      z
        .string()
        .max(max)
        .refine((text) => !/\p{Cs}/u.test(text)),
    );
}

/** A person's name, in the form in which it is kept. */
export const personNameField = z
  .string()
  .max(400)
  .transform((text, context): string => {
    const nom = parsePersonName(text);
    if (nom !== null) return nom;
    context.addIssue("not a person's name");
    return z.NEVER;
  });

/** The address of a contrat, as people read it: `pays-de-redon`. */
export const slugField = z
  .string()
  .min(3)
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** An id in a body. */
export function idField<Id extends AnyId>() {
  return z
    .string()
    .max(64)
    .transform((text, context): Id => {
      const id = parseId<Id>(text);
      if (id !== null) return id;
      context.addIssue("not an id");
      return z.NEVER;
    });
}

/** The fingerprint of words. */
export const empreinteField = z
  .string()
  .max(64)
  .transform((text, context): Empreinte => {
    const empreinte = parseEmpreinte(text);
    if (empreinte !== null) return empreinte;
    context.addIssue("not a fingerprint");
    return z.NEVER;
  });

/** A day: « 2026-03-12 ». */
export const dayField = z.iso.date().refine((day) => day >= "1990-01-01" && day <= "2100-12-31");

/** A moment, in milliseconds since 1970, in this century. */
export const momentField = z.int().min(631_152_000_000).max(4_133_980_800_000);

/** A page of the web, for people to follow: no password in it, and nothing but its protocol decides what it does. */
export const webAddressField = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s/?#\\@]+(?:[/?#][^\s\\]*)?$/i)
  .refine((text) => !STRANGE.test(text));
