import { z } from "zod";

/** The bodies of a contrat: each is one, and its membres hold the role of the same name. */
export const INSTANCES = ["comite_technique", "copil"] as const;
export type InstanceKind = (typeof INSTANCES)[number];

/** The roles of who presides each, and of who does so in their absence. */
export const PRESIDENCE = {
  comite_technique: { president: "president_comite_technique", remplacant: "remplacant_comite_technique" },
  copil: { president: "president_copil", remplacant: "remplacant_copil" },
} as const satisfies Record<InstanceKind, { readonly president: string; readonly remplacant: string }>;

/** What a decision needs to pass. */
const MAJORITES = [
  /** More than half of the membres who are there. */
  "simple",
  /** More than half of those who said yes or no: whoever abstains does not count. */
  "des_exprimes",
  /** Nobody who is there says no. */
  "unanimite",
] as const;

/** How a body decides. */
export const regleSchema = z.strictObject({
  /** How many membres must be there: a number of people, or a share of the membres in percent, rounded up. */
  quorum: z.discriminatedUnion("en", [
    z.strictObject({ en: z.literal("nombre"), nombre: z.int().min(1).max(200) }),
    z.strictObject({ en: z.literal("part"), pourcent: z.int().min(1).max(100) }),
  ]),
  majorite: z.enum(MAJORITES),
  /** Whether it may decide in writing, between two meetings. */
  consultationEcrite: z.boolean(),
});
export type Regle = Readonly<z.infer<typeof regleSchema>>;

/** The rule of a body whose contrat chose none: half of the membres, more than half of those there, in a meeting. */
export const REGLE_DEFAULT: Regle = {
  quorum: { en: "part", pourcent: 50 },
  majorite: "simple",
  consultationEcrite: false,
};

/** How many of so many membres must be there. */
export function quorumOf({ quorum }: Regle, membres: number): number {
  return quorum.en === "nombre" ? quorum.nombre : Math.ceil((membres * quorum.pourcent) / 100);
}
