import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTRAT_ROLES, GROUPE_ROLES } from "../../shared/domain/contrat.ts";
import { POLICY_REFUSALS } from "../../shared/policy/refusals.ts";
import { FICHE_ACTES } from "../../shared/workflow/acts.ts";
import { NEEDS } from "../../shared/workflow/guards.ts";
import { CONTRAT_PREFIX, FRAMES, type Need, ROUTES } from "../../worker/http/routes-table.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { ASKED_ACTS } from "../harness/driven-acts.ts";
import { framesFor, framesOn } from "../harness/driven-frames.ts";
import { DRIVEN } from "../harness/driven-routes.ts";
import { ask, nobody } from "../harness/instance.ts";
import { AT, SLUG, type Stage, setDraft, setStage, setUp, whoIn } from "../harness/matrice-stage.ts";
import { type Expected, readMatrice } from "../policy/matrice.ts";

const KNOWN: readonly string[] = [...CONTRAT_ROLES, ...GROUPE_ROLES];
const MATRICE = readMatrice();

/** What can be set up today: nobody amends; what is one's own is then a réserve. */
const SETTABLE = MATRICE.filter(
  ({ facts }) =>
    [...facts.contratRoles, ...facts.groupeRoles].every((role) => KNOWN.includes(role)) &&
    (!facts.sien || facts.contratRoles.includes("comite_technique")),
);

let server: RunningServer;
/** As it was set first, and as the situation has it. */
let base: Stage;
let stage: Stage;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
  base = await setStage(server);
  stage = base;
});
afterAll(() => server.stop());

/** What a route must answer in a situation: 2xx, or a status and a code. */
function expectedOf(line: Expected, need: Need & object): string {
  const asked = typeof need.can === "string" ? [need.can] : need.can;
  if (!sees(line, need.about)) return "404 introuvable";
  const cells = asked.map((capability) => verdictOf(line, capability, need.about));
  return cells.includes("oui") ? "2xx" : `403 ${cells[0]}`;
}

/** What the matrix says of a right: the fiche that is close closes nothing else of its groupe. */
function verdictOf({ verdicts }: Expected, capability: string, about: (Need & object)["about"]): string {
  const cell = verdicts.get(capability) ?? "not in the matrix";
  return about !== "fiche" && cell === "ecriture_close" ? "oui" : cell;
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
  beforeAll(async () => {
    stage = await setUp(base, line);
  });

  it("opens a socket on the fiche and on the groupe's notes as the matrix says, and each frame too", async () => {
    const who = whoIn(stage, line);
    const onFiche = line.verdicts.get("lire_brouillon") === "oui";
    const onNotes = sees(line, "groupe");
    const writes = verdictOf(line, "ecrire", "fiche") === "oui";
    const writesNotes = verdictOf(line, "ecrire", "groupe") === "oui";
    expect(await framesOn(who, "fiches", stage.fiche)).toEqual(onFiche ? framesFor(writes) : "closed 4403");
    expect(await framesOn(who, "notes", stage.notes)).toEqual(onNotes ? framesFor(writesNotes) : "closed 4403");
    // The reading view is the text itself, or the last version for who reads versions alone.
    const reads = onFiche || line.verdicts.get("lire_version_soumise") === "oui";
    const lecture = await ask(who, "GET", `/contrats/${SLUG}/fiches/${stage.fiche.slice(0, 8)}/lecture`);
    expect(lecture.status === 302 ? "read" : lecture.status).toBe(reads ? "read" : 404);
  });

  it("is given what is published, and so is who has no account", async () => {
    const address = `/plans/${SLUG}/fiches/${stage.fiche.slice(0, 8)}`;
    for (const { cookie } of [whoIn(stage, line), nobody(server)]) {
      const page = await fetch(server.url + address, cookie === "" ? {} : { headers: { cookie } });
      await page.body?.cancel();
      expect(page.status).toBe(line.verdicts.get("lire_publie") === "oui" ? 200 : 404);
    }
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
  beforeAll(async () => {
    stage = await setUp(base, line);
  });

  it("is refused to who has no right to it, with the reason of the matrix, and for no such reason to who has", async () => {
    const who = whoIn(stage, line);
    const found: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const [acte, body] of Object.entries(ASKED_ACTS)) {
      const verdict = line.verdicts.get(NEEDS[body.acte]) ?? "not in the matrix";
      const answer = said(await ask(who, "POST", `${AT}/fiches/${stage.fiche}/actes`, body));
      requests += 1;
      // The draft stands where the situation has it, for the next act.
      if (answer === "2xx") await setDraft(stage, line.facts.etat);
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
