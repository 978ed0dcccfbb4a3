import type { AccountId, DocumentId } from "../../shared/ids.ts";
import type { FicheContext } from "../../shared/workflow/context.ts";
import { LongWork } from "../../worker/durable/long-work.ts";
import { Caviardages } from "../../worker/fiche/caviardage/caviardages.ts";
import { Masques } from "../../worker/fiche/caviardage/masques.ts";
import { FicheHistory } from "../../worker/fiche/history/fiche-history.ts";
import { FicheLife } from "../../worker/fiche/life.ts";
import { Leases } from "../../worker/live/leases.ts";
import { Origins } from "../../worker/live/origins.ts";
import { Spans } from "../../worker/live/spans.ts";
import { type NodeSql, openNodeSql } from "../harness/node-sql.ts";
import type { SeededRandom } from "../harness/random.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";

/** Who coordinates, and may do all that is done here. */
export const COORDINATION = "c00rd00000000000" as AccountId;

export const CONTEXT: FicheContext = {
  fiche: "f1che00000000000" as DocumentId,
  nombre: 0,
  droits: { contratRoles: ["coordination"], groupeRoles: [], habitantsEcrivent: false, partagee: false },
  comite: {
    membres: [],
    deportes: [],
    regle: { quorum: { en: "nombre", nombre: 1 }, majorite: "simple", consultationEcrite: true },
  },
  joints: new Map(),
  place: { numero: "1.1", axe: "Un axe" },
  etat: "brouillon",
};

/** A fiche as its object has it: live path, versions, history, maskings, in a file of SQLite, on a network that a seed decides. */
export class MaskedFiche {
  readonly room: SimulatedRoom;
  readonly life: FicheLife;
  readonly history: FicheHistory;
  readonly masques: Masques;
  readonly caviardages: Caviardages;
  readonly storage: NodeSql;

  /** @param others what others do whenever long work gives way */
  constructor(path: string, random: SeededRandom, others: () => void) {
    this.storage = openNodeSql(path);
    const { sql } = this.storage;
    sql.exec("PRAGMA journal_mode = MEMORY");
    sql.exec("PRAGMA synchronous = OFF");
    const room = new SimulatedRoom(random, this.storage);
    this.room = room;
    sql.exec("INSERT INTO document VALUES ('f1che00000000000', 'fiche', 'c0ntrat000000000', 1, 'brouillon')");
    const bytes = (length: number) => Uint8Array.from({ length }, () => random.below(256));
    // On a clock that stands still, as Cloudflare's: a piece is so many steps.
    const work = new LongWork({
      now: () => 0,
      pause: () => {
        others();
        return Promise.resolve();
      },
    });
    const doc = () => room.room.text().doc;
    const write: typeof room.room.write = (account, make) => room.room.write(account, make);
    const transaction = <Answer>(change: () => Answer) => this.storage.transaction(change);
    this.life = new FicheLife({
      sql,
      doc,
      lastSeq: () => room.log().lastSeq(),
      random: bytes,
      transaction,
      isPast: () => false,
      acted: () => {},
      publicationChanged: () => {},
    });
    this.masques = new Masques(sql);
    this.caviardages = new Caviardages({
      sql,
      log: () => {
        room.room.text();
        return room.log();
      },
      placeOf: (id) => new Spans(sql).placeOf(id),
      origins: new Origins(sql),
      write,
      life: this.life,
      random: bytes,
      transaction,
      masked: () => room.log().rewritten(),
      work,
      now: () => room.now,
    });
    this.history = new FicheHistory({
      sql,
      get log() {
        return room.log();
      },
      origins: new Origins(sql),
      leases: new Leases(sql),
      spans: new Spans(sql),
      life: this.life,
      doc,
      write,
      masques: () => this.masques.all(),
      masquages: () => this.masques.masquages(),
      transaction,
      work,
      now: () => room.now,
    });
  }
}
