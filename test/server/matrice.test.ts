import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { CONTRAT_ROLES, GROUPE_ROLES } from "../../shared/domain/contrat.ts";
import { POLICY_REFUSALS } from "../../shared/policy/refusals.ts";
import type { ClientFrame } from "../../shared/protocol/client-frames.ts";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import { FICHE_ACTES, type FicheActe } from "../../shared/workflow/acts.ts";
import { NEEDS } from "../../shared/workflow/guards.ts";
import { CONTRAT_PREFIX, FRAMES, type Need, ROUTES } from "../../worker/http/routes-table.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { DRIVEN } from "../harness/driven-routes.ts";
import { ask, nobody } from "../harness/instance.ts";
import { newClient, openSocket } from "../harness/live-client.ts";
import { AT, SLUG, type Stage, setStage, setUp, whoIn } from "../harness/matrice-stage.ts";
import { RawPage } from "../harness/raw-page.ts";
import { type Expected, readMatrice } from "../policy/matrice.ts";

const KNOWN: readonly string[] = [...CONTRAT_ROLES, ...GROUPE_ROLES];
const MATRICE = readMatrice();

/** What can be set up today: nothing is published, and nobody amends; what is one's own is then a réserve. */
const SETTABLE = MATRICE.filter(
  ({ facts }) =>
    [...facts.contratRoles, ...facts.groupeRoles].every((role) => KNOWN.includes(role)) &&
    !facts.publiee &&
    (!facts.sien || facts.contratRoles.includes("comite_technique")),
);

let server: RunningServer;
let stage: Stage;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
  stage = await setStage(server);
});
afterAll(() => server.stop());

/** What a route must answer in a situation: 2xx, or a status and a code. */
function expectedOf(line: Expected, need: Need & object): string {
  const asked = typeof need.can === "string" ? [need.can] : need.can;
  if (!sees(line, need.about)) return "404 introuvable";
  const cells = asked.map((capability) => line.verdicts.get(capability) ?? "not in the matrix");
  return cells.includes("oui") ? "2xx" : `403 ${cells[0]}`;
}

/** Whether the person is told that what they ask about exists. */
function sees({ facts, verdicts }: Expected, about: (Need & object)["about"]): boolean {
  switch (about) {
    case "contrat":
      return facts.contratRoles.length + facts.groupeRoles.length > 0;
    case "groupe":
      return facts.groupeRoles.length > 0 || facts.contratRoles.includes("coordination");
    case "fiche":
      return ["lire_brouillon", "lire_version_soumise", "lire_partage"].some((way) => verdicts.get(way) === "oui");
  }
}

function said({ status, body }: { status: number; body: unknown }): string {
  if (status >= 200 && status < 300) return "2xx";
  const code = typeof body === "object" && body !== null && "refus" in body ? body.refus : "";
  return `${status} ${code}`;
}

/** The routes of a contrat that the test drives one by one, with what the table says of each. */
const ON_CONTRAT = [...ROUTES].flatMap(([route, need]) => {
  const [method = "", path = ""] = route.split(" ");
  return path === CONTRAT_PREFIX || path.startsWith(`${CONTRAT_PREFIX}/`)
    ? [{ route: `${method} ${path.slice(CONTRAT_PREFIX.length)}`, need }]
    : [];
});
const isRight = (need: Need): need is Need & object => typeof need !== "string";
const SOCKETS = ["GET /fiches/:document/live", "GET /notes/:document/live"];

describe("the drive", () => {
  it("covers every route that needs a right, and every capability that a route needs", () => {
    const driven = ON_CONTRAT.filter(({ need }) => isRight(need) || need === "membre").map(({ route }) => route);
    expect([...DRIVEN.keys(), ...SOCKETS].sort()).toEqual(driven.sort());
    const columns = [...(MATRICE[0]?.verdicts.keys() ?? [])];
    for (const { need } of ON_CONTRAT.filter(({ need: each }) => isRight(each))) {
      if (isRight(need)) for (const capability of [need.can].flat()) expect(columns).toContain(capability);
    }
    for (const capability of Object.values(FRAMES)) expect(columns).toContain(capability);
  });

  it("leaves out only the lines that nothing can set up yet", () => {
    expect(MATRICE.filter((line) => !SETTABLE.includes(line)).map(({ situation }) => situation)).toEqual([
      "extérieur, fiche publiée",
      "pilote, son amendement",
      "coordination, son amendement",
      "rôle __proto__",
      "rôle constructor",
      "rôle inconnu",
    ]);
  });
});

let requests = 0;

describe.each(SETTABLE.map((line) => [line.situation, line] as const))("%s", (_, line) => {
  beforeAll(() => setUp(stage, line));

  it("opens a socket on the fiche and on the groupe's notes as the matrix says, and each frame too", async () => {
    const who = whoIn(stage, line);
    const onFiche = line.verdicts.get("lire_brouillon") === "oui";
    const onNotes = sees(line, "groupe");
    const writes = line.verdicts.get("ecrire") === "oui";
    expect(await framesOn(who.cookie, "fiches", stage.fiche)).toEqual(onFiche ? framesFor(writes) : "closed 4403");
    expect(await framesOn(who.cookie, "notes", stage.notes)).toEqual(onNotes ? framesFor(writes) : "closed 4403");
    // The reading view is the text itself, or the last version for who reads versions alone.
    const reads = onFiche || line.verdicts.get("lire_version_soumise") === "oui";
    const lecture = await ask(who, "GET", `/contrats/${SLUG}/fiches/${stage.fiche.slice(0, 8)}/lecture`);
    expect(lecture.status === 302 ? "read" : lecture.status).toBe(reads ? "read" : 404);
  });

  it("is answered by every route as the matrix says", async () => {
    const who = whoIn(stage, line);
    const found: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const [route, prepare] of DRIVEN) {
      const [method = "GET"] = route.split(" ") as ["GET" | "POST" | "PUT" | "DELETE"];
      const need = ROUTES.get(route.replace(" ", ` ${CONTRAT_PREFIX}`));
      if (need === undefined) throw new Error(`${route} is not in the table`);
      const request = await prepare(stage);
      const answer = said(await ask(who, method, AT + request.path, request.body));
      requests += 1;
      await request.after?.(answer === "2xx");
      // Something else may stand in the way, as being of the groupe already: the right to ask is there.
      found[route] = answer.startsWith("409 ") ? "2xx" : answer;
      wanted[route] = isRight(need) ? expectedOf(line, need) : sees(line, "contrat") ? "2xx" : "404 introuvable";
    }
    expect(found).toEqual(wanted);
  });
});

describe.each(SETTABLE.map((line) => [line.situation, line] as const))("each act on a fiche, for %s", (_, line) => {
  beforeAll(() => setUp(stage, line));

  it("is refused to who has no right to it, with the reason of the matrix, and for no such reason to who has", async () => {
    const who = whoIn(stage, line);
    const found: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const [acte, body] of Object.entries(ASKED_ACTS)) {
      const verdict = line.verdicts.get(NEEDS[body.acte]) ?? "not in the matrix";
      const answer = said(await ask(who, "POST", `${AT}/fiches/${stage.fiche}/actes`, body));
      requests += 1;
      const isRightAsked = answer === "404 introuvable" || POLICY_REFUSALS.some((code) => answer === `403 ${code}`);
      found[acte] = isRightAsked ? answer : "may";
      wanted[acte] = sees(line, "fiche") ? (verdict === "oui" ? "may" : `403 ${verdict}`) : "404 introuvable";
    }
    expect(found).toEqual(wanted);
  });
});

describe("what is no role, no id and no code", () => {
  it.each(["__proto__", "constructor", "administration", "president_copil", "Coordination", ""])(
    "a role « %s » is given to nobody",
    async (role) => {
      const { coordinatrice, subject, groupe } = stage;
      const before = (await ask(coordinatrice, "GET", `${AT}/membres`)).body;
      const refused = "400 corps_invalide";
      const place = `${AT}/groupes/${groupe}`;
      const body = { roles: [role], organisation: null };
      expect(said(await ask(coordinatrice, "PUT", `${AT}/membres/${subject.id}`, body))).toBe(refused);
      expect(said(await ask(coordinatrice, "PUT", `${place}/membres/${subject.id}`, { roles: [role] }))).toBe(refused);
      const invited = { adresse: "x@exemple.fr", nom: null, organisation: null, role };
      expect(said(await ask(coordinatrice, "POST", `${AT}/invitations`, invited))).toBe(refused);
      expect(said(await ask(coordinatrice, "POST", `${place}/invitations`, invited))).toBe(refused);
      expect(
        said(await ask(coordinatrice, "POST", `${place}/invitations/liste`, { texte: "x@exemple.fr", role })),
      ).toBe(refused);
      expect((await ask(coordinatrice, "GET", `${AT}/membres`)).body).toEqual(before);
    },
  );

  it.each(["__proto__", "constructor", "toString", "%00", "..%2f..", "0".repeat(16), "é"])(
    "« %s » in an address is nothing, whatever is asked of it",
    async (guess) => {
      for (const [route, need] of ROUTES) {
        const [method = "", path = ""] = route.split(" ");
        if (
          !path.startsWith(`${CONTRAT_PREFIX}/`) ||
          !isRight(need) ||
          !/:(?!contrat)/.test(path) ||
          path.endsWith("live")
        )
          continue;
        const address = path.replace(":contrat", SLUG).replaceAll(/:\w+/g, guess);
        const { status } = await ask(stage.coordinatrice, method as "GET", address, method === "GET" ? undefined : {});
        // An id that is one of nothing or of nobody, with a body that is none: which is said first does not matter.
        expect([400, 404, 422], `${method} ${address}`).toContain(status);
      }
    },
  );
});

describe("the other routes", () => {
  it("that are about oneself need a session, and those of the administration its own", async () => {
    for (const [route, need] of ROUTES) {
      const [method = "", path = ""] = route.split(" ");
      const address = path.replace(CONTRAT_PREFIX, AT).replaceAll(/:\w+/g, "0".repeat(16));
      // The live path closes instead.
      if (need === "nothing" || address.endsWith("/live") || !address.startsWith("/api/")) continue;
      const send = (person: { url: string; cookie: string }) => ask(person, method as "GET", address);
      expect(said(await send(nobody(server))), route).toBe("401 session_absente");
      if (need === "administration") {
        expect(said(await send(stage.coordinatrice)), route).toBe("403 reserve_a_l_administration");
      }
      if (need === "region") expect(said(await send(stage.coordinatrice)), route).toBe("404 introuvable");
    }
  });

  it("are counted", () => {
    console.log(`· matrix driven: ${SETTABLE.length} of ${MATRICE.length} situations, ${requests} requests`);
    expect(requests).toBe(SETTABLE.length * (DRIVEN.size + FICHE_ACTES.length));
  });
});

const NO_WORDS = "0".repeat(64);
const OTHER = { version: 9_999, empreinte: NO_WORDS };

/** One of each act, right in its form: of a version that there is not, so that nothing is done when the right is there. */
const ASKED_ACTS: { readonly [Acte in FicheActe]: { readonly acte: Acte } } = {
  mettre_en_relecture: { acte: "mettre_en_relecture" },
  reprendre_redaction: { acte: "reprendre_redaction" },
  clore: { acte: "clore" },
  rouvrir: { acte: "rouvrir" },
  soumettre: Object.assign({ acte: "soumettre" as const }, { empreinte: NO_WORDS, malgre: null }),
  retirer: Object.assign({ acte: "retirer" as const }, { ...OTHER, raison: "Non." }),
  rendre_avis: Object.assign(
    { acte: "rendre_avis" as const },
    { ...OTHER, sens: "favorable", raison: null, reserves: [] },
  ),
  confirmer_avis: Object.assign({ acte: "confirmer_avis" as const }, OTHER),
  deporter: Object.assign({ acte: "deporter" as const }, OTHER),
  repondre_reserve: Object.assign({ acte: "repondre_reserve" as const }, { reserve: 99_999, texte: "Oui." }),
  lever_reserve: Object.assign({ acte: "lever_reserve" as const }, { ...OTHER, reserve: 1 }),
  relever_decision: Object.assign(
    { acte: "relever_decision" as const },
    { ...OTHER, sens: "ajournee", date: "2026-01-15", raison: "Non.", mode: "seance", presents: [] },
  ),
  valider: Object.assign({ acte: "valider" as const }, { ...OTHER, date: "2026-01-15" }),
  renvoyer: Object.assign({ acte: "renvoyer" as const }, { ...OTHER, date: "2026-01-15", raison: "Non." }),
};

const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());

/** One of each frame that a page may send. */
const ONE_OF_EACH: { readonly [Kind in ClientFrame["kind"]]: (client: number) => ClientFrame & { kind: Kind } } = {
  sync_step_1: () => ({ kind: "sync_step_1", stateVector: Y.encodeStateVector(new Y.Doc()) }),
  presence: (client) => ({ kind: "presence", entries: [{ client, clock: 1, state: { place: null, cursor: null } }] }),
  query_presence: () => ({ kind: "query_presence" }),
  update: () => ({ kind: "update", update: EMPTY }),
  numbered_update: () => ({ kind: "numbered_update", number: 0, update: EMPTY }),
  declared_update: () => ({ kind: "declared_update", number: 0, declarations: [], update: EMPTY }),
  decide_set_aside: () => ({
    kind: "decide_set_aside",
    decision: { id: 1, fate: "ecarte", place: null, after: null },
  }),
  tickets: () => ({ kind: "tickets", tickets: [] }),
};

/** By kind of frame, « oui » or the refusal. */
function framesFor(writes: boolean): Record<string, string> {
  const kinds = Object.keys(FRAMES) as ClientFrame["kind"][];
  return Object.fromEntries(kinds.map((kind) => [kind, writes || FRAMES[kind] !== "ecrire" ? "oui" : "lecture_seule"]));
}

/** What becomes of one of each frame on a socket of this text; or the code that it was closed with. */
async function framesOn(
  cookie: string,
  kind: "fiches" | "notes",
  id: string,
): Promise<Record<string, string> | string> {
  const page = new RawPage(newClient());
  const address = `${server.url.replace(/^http/, "ws")}${AT}/${kind}/${id}/live?client=${page.client}&schema=1`;
  const socket = openSocket(address, { cookie, origin: server.url });
  const closed = new Promise<string>((resolve) => {
    socket.on("close", (code) => resolve(`closed ${code === CLOSE.refused ? 4403 : code}`));
  });
  socket.on("message", (data: Buffer, isBinary: boolean) => {
    if (isBinary) page.feed(data);
  });
  await new Promise<void>((resolve, reject) => socket.once("open", resolve).once("error", reject));
  page.open({ send: (bytes) => socket.send(bytes), close: () => socket.close() });
  const opened = await Promise.race([page.until("the synchronisation", () => page.synced).then(() => null), closed]);
  if (opened !== null) return opened;

  const answers: Record<string, string> = {};
  for (const [name, make] of Object.entries(ONE_OF_EACH)) {
    const before = page.refusals.length;
    socket.send(encodeClientFrame(make(page.client)));
    // Frames are taken in order: this one is acknowledged or refused by its number after that one was judged.
    const next = page.sendUpdate(EMPTY);
    const isRefused = () => page.refusals.some(({ number }) => number === next);
    await page.until("the answer", () => page.acked >= next || isRefused());
    const codes = page.refusals.slice(before).flatMap(({ number, code }) => (number === next ? [] : [code]));
    // What else may be wrong with a frame is not about rights.
    answers[name] = codes.includes("lecture_seule") ? "lecture_seule" : "oui";
  }
  socket.close();
  return answers;
}
