import type { Context, Hono } from "hono";
import { z } from "zod";
import { INSTANCES, type InstanceKind } from "../../shared/domain/instance.ts";
import { parseMoment } from "../../shared/domain/version.ts";
import { ENGAGEMENT, type EngagementPart } from "../../shared/editor/canonical.ts";
import {
  type AccountId,
  type AtelierId,
  type AxeId,
  type DocumentId,
  type GroupeId,
  type InvitationId,
  isShortId,
  type OrganisationId,
  parseId,
  type ReunionId,
} from "../../shared/ids.ts";
import type { SessionAccount } from "../account/account-object.ts";
import type { ActName, InputOf } from "../contrat/acts/index.ts";
import { askToAct, askToSee } from "../contrat/ask.ts";
import type { ContratObject } from "../contrat/contrat-object.ts";
import type { FoundOf, QueryOf, ReadName } from "../contrat/reads/index.ts";
import { type App, getActor } from "./actor.ts";
import { findContrat } from "./contrat-lookup.ts";
import { refused } from "./refuse.ts";
import { refusedAct } from "./refuse-act.ts";

/**
 * A request about a contrat: who asks, what, of which contrat. Everything is parsed before the contrat is looked for, so
 * that what is wrong with a request says nothing of what exists.
 */
export interface Asked<Body> {
  readonly c: Context<App>;
  readonly actor: SessionAccount;
  readonly contrat: DurableObjectStub<ContratObject>;
  readonly body: Body;
  /** The ids of the path: those that its route names are there, and refused before when they are none. */
  readonly ids: PathIds;
}

interface PathIds {
  readonly axe: AxeId;
  readonly fiche: DocumentId;
  readonly groupe: GroupeId;
  readonly personne: AccountId;
  readonly organisation: OrganisationId;
  readonly reunion: ReunionId;
  readonly atelier: AtelierId;
  readonly invitation: InvitationId;
  readonly instance: InstanceKind;
  /** The number of a mail, in digits. */
  readonly courriel: string;
  readonly moment: string;
  /** Two moments. */
  readonly de: string;
  readonly a: string;
  readonly partie: EngagementPart;
}

/** For a request that says nothing but its address. */
export const nothing = z.strictObject({});

/** The routes of a contrat, told one by one. */
export class ContratRoutes {
  readonly #routes: Hono<App>;

  constructor(routes: Hono<App>) {
    this.#routes = routes;
  }

  /** A writing request that is one act: 204, or 201 and what the act answers, when it answers anything. */
  act<Name extends ActName, Body>(
    method: "post" | "put" | "delete",
    path: string,
    acte: Name,
    schema: z.ZodType<Body>,
    input: (asked: Asked<Body>) => InputOf<Name>,
  ): void {
    this.write(method, path, schema, async (asked) => {
      const done = await askToAct(asked.contrat, asked.actor.id, acte, input(asked));
      return done.ok ? answered(asked.c, done.value) : refusedAct(asked.c, done.code);
    });
  }

  /** A writing request that is more than one act. */
  write<Body>(
    method: "post" | "put" | "delete",
    path: string,
    schema: z.ZodType<Body>,
    answer: (asked: Asked<Body>) => Promise<Response>,
  ): void {
    this.#routes[method](path, (c) => withAsked(c, isId, () => readBody(c, schema), answer));
  }

  /** A reading request. */
  see<Name extends ReadName, Query>(
    path: string,
    lu: Name,
    schema: z.ZodType<Query>,
    query: (asked: Asked<Query>) => QueryOf<Name>,
    shown: (asked: Asked<Query>, found: FoundOf<Name>) => Response | Promise<Response> = ({ c }, found) =>
      // What is read is our own, and made of JSON.
      c.json(found as object),
  ): void {
    this.ask(path, schema, async (asked) => {
      const found = await askToSee(asked.contrat, asked.actor.id, lu, query(asked));
      return found.ok ? shown(asked, found.value) : refusedAct(asked.c, found.code);
    });
  }

  /** A reading request that is more than one read. */
  ask<Query>(path: string, schema: z.ZodType<Query>, answer: (asked: Asked<Query>) => Promise<Response>): void {
    this.#routes.get(path, (c) => withAsked(c, isIdOrShort, async () => readQuery(c, schema), answer));
  }
}

async function withAsked<Body>(
  c: Context<App>,
  isName: (text: string) => boolean,
  read: () => Promise<Body | null>,
  answer: (asked: Asked<Body>) => Promise<Response>,
): Promise<Response> {
  const actor = await getActor(c);
  if (actor === null) return refused(c, "session_absente");
  const { contrat: slug = "", ...params } = c.req.param();
  const isRight = ([name, text]: [string, string]) => (FORMS[name] ?? isName)(text);
  if (!Object.entries(params).every(isRight)) return refused(c, "introuvable");
  const body = await read();
  if (body === null) return refused(c, "corps_invalide");
  const contrat = await findContrat(c.env, slug);
  if (contrat === null) return refused(c, "introuvable");
  // Their form was checked just above; whether there is such a thing, the contrat says.
  const ids = params as unknown as PathIds;
  return answer({ c, actor, contrat, body, ids });
}

/** The parsed body of a request, or null. An empty one is that of a request that says nothing but its address. */
export async function readBody<Body>(c: Context<App>, schema: z.ZodType<Body>): Promise<Body | null> {
  const text = await c.req.text();
  if (text === "") return parsed(schema, {});
  try {
    return parsed(schema, JSON.parse(text));
  } catch {
    return null;
  }
}

/** The parsed parameters of an address, or null; none of them twice. */
function readQuery<Query>(c: Context<App>, schema: z.ZodType<Query>): Query | null {
  const entries = Object.entries(c.req.queries());
  if (entries.some(([, values]) => values.length > 1)) return null;
  return parsed(schema, Object.fromEntries(entries.map(([name, [value]]) => [name, value])));
}

function parsed<Body>(schema: z.ZodType<Body>, value: unknown): Body | null {
  const result = schema.safeParse(value);
  return result.success ? result.data : null;
}

function isId(text: string): boolean {
  return parseId(text) !== null;
}

/** Addresses that people read end with the first characters of an id. */
function isIdOrShort(text: string): boolean {
  return isId(text) || isShortId(text);
}

/** What is named otherwise than by an id. */
const FORMS: Readonly<Record<string, ((text: string) => boolean) | undefined>> = {
  instance: isInstance,
  courriel: (text) => /^\d{1,15}$/.test(text),
  moment: isMoment,
  de: isMoment,
  a: isMoment,
  partie: (text) => ENGAGEMENT.some((part) => part === text),
};

function isMoment(text: string): boolean {
  return parseMoment(text) !== null;
}

/** An instance is named by its kind. */
function isInstance(text: string): boolean {
  return INSTANCES.some((kind) => kind === text);
}

function answered(c: Context<App>, answer: unknown): Response {
  // An act answers nothing, or an object of JSON.
  return answer === null ? c.body(null, 204) : c.json(answer as object, 201);
}
