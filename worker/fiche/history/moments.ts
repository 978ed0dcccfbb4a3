import type { Moment } from "../../../shared/domain/version.ts";
import type { AccountId } from "../../../shared/ids.ts";
import { can } from "../../../shared/policy/can.ts";
import type { Capability } from "../../../shared/policy/capabilities.ts";
import type { Result } from "../../../shared/result.ts";
import type { FicheContext } from "../../../shared/workflow/context.ts";
import type { LongWorkRefusal } from "../../durable/long-work.ts";
import type { UpdateLog } from "../../live/update-log.ts";
import type { FicheLife, FicheRefusal, Standing } from "../life.ts";

/** The capability without which nobody is shown such a moment. */
export function needOf(moment: Moment): Capability {
  return moment.kind === "version" ? "lire_version_soumise" : "voir_historique";
}

export interface MomentsParts {
  readonly life: Pick<FicheLife, "judge" | "versions">;
  readonly log: Pick<UpdateLog, "lastSeq">;
}

/** Which moments of a text there are, and who may read which. */
export class Moments {
  readonly #parts: MomentsParts;
  readonly #isEnd: (by: AccountId, seq: number) => Promise<Result<boolean, LongWorkRefusal>>;

  /** @param isEnd whether this update ended a sitting, for this person who asks */
  constructor(parts: MomentsParts, isEnd: (by: AccountId, seq: number) => Promise<Result<boolean, LongWorkRefusal>>) {
    this.#parts = parts;
    this.#isEnd = isEnd;
  }

  /** Versions and the ends of sittings, for who sees these; finer moments for who writes or coordinates. */
  async mayRead(
    by: AccountId,
    context: FicheContext,
    moment: Moment,
  ): Promise<Result<Standing, FicheRefusal | LongWorkRefusal>> {
    const { life } = this.#parts;
    const judged = life.judge(context, needOf(moment));
    if (!judged.ok || moment.kind === "version" || can("lire_moments", judged.value.facts).ok) return judged;
    const ends = await this.#isEnd(by, moment.seq);
    if (!ends.ok) return ends;
    return ends.value ? judged : life.judge(context, "lire_moments");
  }

  /** The number of the last update of the text at this moment; null: there is no such moment. */
  seqOf(moment: Moment): number | null {
    if (moment.kind === "version") return this.#parts.life.versions.find(moment.numero)?.seq ?? null;
    return moment.seq <= this.#parts.log.lastSeq() ? moment.seq : null;
  }

  /** When a version was submitted, in milliseconds since 1970; null: it is no version. */
  submittedAt(moment: Moment): number | null {
    return moment.kind === "version" ? (this.#parts.life.versions.find(moment.numero)?.le ?? null) : null;
  }
}
