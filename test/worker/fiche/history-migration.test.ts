import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../../shared/ids.ts";
import { migrations } from "../../../worker/document/migrations.ts";
import { migrate } from "../../../worker/durable/migrate.ts";
import { Comparisons } from "../../../worker/fiche/history/comparisons.ts";
import { Sittings } from "../../../worker/fiche/history/sittings.ts";
import { atOnce } from "../../../worker/live/in-pieces.ts";
import { Origins } from "../../../worker/live/origins.ts";
import { Spans } from "../../../worker/live/spans.ts";
import { UpdateLog } from "../../../worker/live/update-log.ts";
import { addParagraph } from "../../harness/raw-page.ts";
import { migrateBefore } from "../migrated.ts";

const ALINE = "a1ne000000000000" as AccountId;

it("a document of before the history has the sittings of all that was written in it", () =>
  runInDurableObject(env.DOCUMENT.getByName("avant-l-historique"), (_, { storage }) => {
    const { sql } = storage;
    storage.transactionSync(() => migrateBefore(sql, migrations, "history: sittings, comparisons"));
    const doc = new Y.Doc();
    doc.clientID = 7;
    addParagraph(doc, "constats", "Un constat");
    const deed = {
      inserted: [{ client: 7, clock: 0, length: 12, place: "constats" as const }],
      deleted: [],
      reprises: [],
    };
    new UpdateLog(sql).append({ author: ALINE, at: 1_000, bytes: Y.encodeStateAsUpdate(doc), deed });

    storage.transactionSync(() => migrate(sql, migrations));
    const parts = { sql, log: new UpdateLog(sql), origins: new Origins(sql), spans: new Spans(sql) };
    const sittings = new Sittings({ ...parts, transaction: (write) => storage.transactionSync(write) });
    const found = atOnce(sittings.list(null, 50, 10_000_000)).sittings;
    expect(found).toEqual([
      {
        fin: 1,
        avant: 0,
        debutLe: 1_000,
        finLe: 1_000,
        ouverte: false,
        personnes: [{ personne: ALINE, ajoutes: 10, retires: 0, ou: ["constats"] }],
      },
    ]);
    expect(new Comparisons(sql).find(1, 2)).toBeNull();
  }));
