import * as encoding from "lib0/encoding";
import { expect, it } from "vitest";
import { encodeClientFrame } from "../../../shared/protocol/client-frames.ts";
import { SIGNS_ALLOWED } from "../../../shared/protocol/limits.ts";
import { Meter } from "../../../worker/live/rates.ts";
import { typeAtEnd } from "../../harness/raw-page.ts";
import { openPage } from "../signed-in.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

it("an allowance gives its burst at once, then its rate, and never more than its burst after a rest", () => {
  const meter = new Meter({ perSecond: 10, burst: 50 }, 0);
  expect(meter.spend(50, 0)).toBe(true);
  expect(meter.spend(1, 0)).toBe(false);
  expect(meter.spend(5, 500)).toBe(true);
  expect(meter.spend(1, 500)).toBe(false);
  expect(meter.spend(51, 3_600_000)).toBe(false);
  expect(meter.spend(50, 3_600_000)).toBe(true);
  // A clock that goes back gives nothing, and takes nothing away.
  expect(meter.spend(1, 0)).toBe(false);
  expect(meter.spend(10, 1_000)).toBe(true);
});

it("who floods a fiche is refused by name, and the others write on", async () => {
  const { page: flooding } = await openPage("pilote", SLUG, "2.1");
  const { page: partenaire } = await openPage("partenaire", SLUG, "2.1");
  for (let i = 0; i < SIGNS_ALLOWED.burst + 10; i++) flooding.sendRaw(encodeClientFrame({ kind: "query_presence" }));
  await flooding.until("refusals", () => flooding.refusals.length > 0);
  expect(new Set(flooding.refusals.map(({ code }) => code))).toEqual(new Set(["debit_depasse"]));
  typeAtEnd(partenaire.doc, "freins", " Sans attendre.");
  await partenaire.until("the acknowledgement", () => partenaire.unacked === 0);
});

it("more bytes than anybody types are refused by name, and nothing of them is stored", async () => {
  const { page } = await openPage("pilote", SLUG, "4.1");
  const noise = encodeClientFrame({ kind: "update", update: new Uint8Array(250 * 1024) });
  for (let i = 0; i < 45; i++) page.sendRaw(noise);
  await page.until("every refusal", () => page.refusals.length === 45);
  expect(page.refusals.filter(({ code }) => code === "debit_depasse").length).toBeGreaterThan(5);
});

it("more structs than anybody types are refused by name, however few bytes they take", async () => {
  const { page } = await openPage("pilote", SLUG, "2.1");
  // Each frame deletes what nobody wrote: small, and work for the server.
  const deletes = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, page.client);
    encoding.writeVarUint(encoder, STRUCTS / 2);
    for (let i = 0; i < STRUCTS / 2; i++) {
      encoding.writeVarUint(encoder, i * 2);
      encoding.writeVarUint(encoder, 1);
    }
  });
  for (let i = 0; i < 20; i++) page.sendUpdate(deletes);
  await page.until("every refusal", () => page.refusals.length === 20);
  const codes = page.refusals.map(({ code }) => code);
  expect(codes.filter((code) => code === "debit_depasse").length).toBeGreaterThan(0);
  expect(new Set(codes)).toEqual(new Set(["lacune", "debit_depasse"]));
});

const STRUCTS = 20_000;
