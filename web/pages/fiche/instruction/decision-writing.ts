import { type Accessor, createEffect, createMemo, createSignal, untrack } from "solid-js";
import { SENS_DECISION, type SensDecision } from "../../../../shared/domain/version.ts";
import { type AccountId, parseId } from "../../../../shared/ids.ts";
import type { InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { needsReason } from "../../../../shared/workflow/outcomes.ts";
import type { Compte } from "../../../../shared/workflow/state.ts";
import { isUnheard } from "../../../api/unheard.ts";
import { FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { dayOf } from "../../../labels/days.ts";
import { INSTRUCTION } from "../../../labels/instruction.ts";
import type { Form } from "../../../primitives/create-form.ts";
import { createKeptTyped, type KeptTyped } from "../../../primitives/create-kept-typed.ts";
import { createFicheActForm, useFicheActs } from "../actes/use-fiche-acts.ts";
import { useFiche } from "../use-fiche.ts";
import { isRecorded } from "./already.ts";
import { countOf, outcomesOf } from "./counting.ts";

/** A decision that somebody records: it outlives the panel, which another act may take away. */
export interface DecisionWriting {
  readonly form: Form<DecisionFields>;
  readonly mode: Accessor<Compte["mode"]>;
  readonly chosen: Accessor<SensDecision | "">;
  readonly isPresent: (personne: AccountId) => boolean;
  readonly setPresent: (personne: AccountId, here: boolean) => void;
  /** How it counts, with those who are there; null while no rule is known. */
  readonly count: Accessor<ReturnType<typeof countOf>>;
  readonly outcomes: Accessor<ReturnType<typeof outcomesOf>>;
  readonly needsReason: () => boolean;
  readonly isBegun: () => boolean;
  readonly begunOn: Accessor<number | null>;
  readonly kept: KeptTyped;
  /** What was written of it. */
  readonly words: () => string;
  readonly erase: () => void;
}

/** A type, and not an interface: a form's values are any record. */
type DecisionFields = { readonly mode: string; readonly sens: string; readonly date: string; readonly raison: string };

/**
 * The decision on the version that is shown. Within a component.
 *
 * @param known what the server last said of it
 * @param onDone called with what was done, in a sentence
 * @param onRefused called when what the page shows may not be so any more
 */
export function createDecisionWriting(
  known: Accessor<{ readonly instruction: InstructionBody; readonly version: VersionInList }>,
  { onDone, onRefused }: { readonly onDone: (sentence: string) => void; readonly onRefused: () => void },
): DecisionWriting {
  const { body } = useFiche();
  const api = useFicheActs(body(), onRefused);
  const instruction = () => known().instruction;
  const [corrected, setCorrected] = createSignal<ReadonlySet<AccountId> | null>(null);
  const [foundOn, setFoundOn] = createSignal<number | null>(null);
  // Whether it was sent and no answer came: it may have been recorded.
  const [unheard, setUnheard] = createSignal(false);
  // Who gave an avis on this version was most likely there.
  const presents = createMemo(
    () =>
      corrected() ??
      new Set(
        instruction()
          .avis.filter(({ aConfirmer }) => !aConfirmer)
          .map(({ de }) => de),
      ),
  );
  const nothing = (): DecisionFields => ({ mode: "seance", sens: "", date: dayOf(Date.now()), raison: "" });

  const form = createFicheActForm({
    initial: nothing(),
    check: ({ sens, date, raison }) => ({
      sens: whyNotOutcome(sens),
      date: date === "" || date > dayOf(Date.now()) ? INSTRUCTION.dateFuture : null,
      raison: needed(sens) && raison.trim() === "" ? INSTRUCTION.decisionReasonMissing : null,
    }),
    async send({ sens, date, raison }) {
      const { numero, empreinte } = known().version;
      const result = await api.act({
        acte: "relever_decision",
        version: numero,
        empreinte,
        sens: outcomeOf(sens),
        date,
        raison: raison.trim() === "" ? null : raison,
        mode: mode(),
        presents: mode() === "seance" ? counted() : [],
      });
      setUnheard(!result.ok && isUnheard(result.code));
      return result;
    },
    done() {
      erase();
      onDone(INSTRUCTION.recorded);
    },
  });
  const mode = (): Compte["mode"] =>
    form.fields.mode.value() === "consultation_ecrite" ? "consultation_ecrite" : "seance";
  const counted = () =>
    instruction()
      .membres.filter(({ deport, personne }) => deport === null && presents().has(personne))
      .map(({ personne }) => personne);
  const count = createMemo(() => countOf(instruction(), mode(), counted()));
  const outcomes = createMemo(() => {
    const counting = count();
    return counting === null ? [] : outcomesOf(instruction(), counting.compte);
  });
  const needed = (sens: string) => SENS_DECISION.some((each) => each === sens && needsReason(each));

  function whyNotOutcome(sens: string): string | null {
    const outcome = outcomes().find((each) => each.sens === sens);
    // Nobody is asked to choose where nothing can be chosen.
    const isPossible = outcomes().some(({ whyNot }) => whyNot === null);
    const whyNot = outcome === undefined && !isPossible ? outcomes()[0]?.whyNot : outcome?.whyNot;
    if (whyNot !== undefined && whyNot !== null) return FICHE_ACT_REFUSAL_LABELS[whyNot];
    return outcome === undefined ? INSTRUCTION.outcomeMissing : null;
  }

  const isBegun = () => form.isChanged() || corrected() !== null;
  const begunOn = createMemo<number | null>((before) => {
    if (!isBegun()) return null;
    return foundOn() ?? before ?? known().version.numero;
  }, null);
  const kept = createKeptTyped({
    form: `decision/${body().fiche.id}`,
    read: () =>
      isBegun()
        ? {
            ...form.values(),
            presents: corrected() === null ? null : counted(),
            version: begunOn(),
            unheard: unheard(),
          }
        : null,
    restore(values) {
      // What `read` gave, to this page or to an earlier one.
      const found = (values ?? {}) as Partial<Record<string, unknown>>;
      for (const name of ["mode", "sens", "date", "raison"] as const) {
        const value = found[name];
        if (typeof value === "string") form.fields[name].set(value);
      }
      const { presents: here, version, unheard: sent } = found;
      setUnheard(sent === true);
      if (typeof version === "number") setFoundOn(version);
      if (Array.isArray(here)) setCorrected(new Set(here.map((id) => parseId<AccountId>(String(id))).filter(isKnown)));
    },
  });
  function erase(): void {
    setCorrected(null);
    setFoundOn(null);
    setUnheard(false);
    form.reset(nothing());
    kept.forget();
  }
  // The answer was lost and the server has it: it is said as soon as it is known, and nobody is asked to send it again.
  createEffect(() => {
    if (!unheard() || form.busy() || !isRecorded(instruction(), form.values())) return;
    untrack(() => {
      erase();
      onDone(INSTRUCTION.recorded);
    });
  });

  return {
    form,
    mode,
    chosen: () => SENS_DECISION.find((sens) => sens === form.fields.sens.value()) ?? "",
    isPresent: (personne) => presents().has(personne),
    setPresent(personne, here) {
      const next = new Set(presents());
      if (here) next.add(personne);
      else next.delete(personne);
      setCorrected(next);
    },
    count,
    outcomes,
    needsReason: () => needed(form.fields.sens.value()),
    isBegun,
    begunOn,
    kept,
    words: () => form.fields.raison.value().trim(),
    erase,
  };
}

function isKnown(id: AccountId | null): id is AccountId {
  return id !== null;
}

function outcomeOf(value: string): SensDecision {
  const found = SENS_DECISION.find((sens) => sens === value);
  if (found === undefined) throw new Error("a decision is sent once one was chosen");
  return found;
}
