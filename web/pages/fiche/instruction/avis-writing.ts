import { type Accessor, createEffect, createSignal, untrack } from "solid-js";
import { SENS_AVIS, type SensAvis } from "../../../../shared/domain/version.ts";
import type { InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import { isUnheard } from "../../../api/unheard.ts";
import { INSTRUCTION } from "../../../labels/instruction.ts";
import type { Form } from "../../../primitives/create-form.ts";
import { createKeptTyped, type KeptTyped } from "../../../primitives/create-kept-typed.ts";
import { createFicheActForm, useFicheActs } from "../actes/use-fiche-acts.ts";
import { useFiche } from "../use-fiche.ts";
import { isGiven } from "./already.ts";
import { createReserveDrafts, type ReserveDrafts, reservesIn } from "./avis-draft.ts";

/** An avis that somebody writes. It is the page's: another version, or an act that is not possible any more, takes nothing of it away. */
export interface AvisWriting {
  readonly form: Form<AvisFields>;
  readonly drafts: ReserveDrafts;
  /** Whether something was chosen or written. */
  readonly isBegun: () => boolean;
  /** The version that was shown when it was begun; null: it is not begun. */
  readonly begunOn: Accessor<number | null>;
  readonly kept: KeptTyped;
  /** All that was written, as one text to copy; empty: no words. */
  readonly words: () => string;
  /** Begins again with nothing. */
  readonly erase: () => void;
}

/** A type, and not an interface: a form's values are any record. */
type AvisFields = { readonly sens: string; readonly raison: string; readonly reserves: string };

const NOTHING: AvisFields = { sens: "", raison: "", reserves: "" };

/**
 * The avis that this person writes on the version that is shown. Within a component.
 *
 * @param instruction as the server last said
 * @param onDone called with what was done, in a sentence
 * @param onRefused called when what the page shows may not be so any more
 */
export function createAvisWriting(
  instruction: Accessor<InstructionBody | null>,
  { onDone, onRefused }: { readonly onDone: (sentence: string) => void; readonly onRefused: () => void },
): AvisWriting {
  const { body } = useFiche();
  const api = useFicheActs(body(), onRefused);
  const drafts = createReserveDrafts();
  const [begunOn, setBegunOn] = createSignal<number | null>(null);
  // Whether it was sent and no answer came: it may have been given.
  const [unheard, setUnheard] = createSignal(false);
  const version = () => instruction()?.version ?? null;

  const whyNotSens = (sens: string) => {
    if (sens === "") return INSTRUCTION.sensMissing;
    return sens === "favorable" && ownReserves(instruction()).length > 0 ? INSTRUCTION.liftFirst : null;
  };
  const whyNotReserves = (sens: string) => {
    if (!withReserves(sens)) return drafts.all().length > 0 ? INSTRUCTION.reserveExtra : null;
    if (drafts.all().length === 0 && ownReserves(instruction()).length === 0) return INSTRUCTION.reserveNeeded;
    return drafts.all().some((draft) => draft.texte().trim() === "") ? INSTRUCTION.reserveMissing : null;
  };
  const form = createFicheActForm({
    initial: NOTHING,
    check: ({ sens, raison }) => ({
      sens: whyNotSens(sens),
      raison: sens === "defavorable" && raison.trim() === "" ? INSTRUCTION.reasonNeeded : null,
      reserves: whyNotReserves(sens),
    }),
    async send({ sens, raison }) {
      const shown = version();
      if (shown === null) throw new Error("an avis is sent on a version that is shown");
      const result = await api.act({
        acte: "rendre_avis",
        version: shown.numero,
        empreinte: shown.empreinte,
        sens: chosenAvis(sens),
        raison: raison.trim() === "" ? null : raison,
        reserves: withReserves(sens)
          ? drafts.typed().map(({ partie, citation, texte }) => ({ sur: { partie, citation }, texte }))
          : [],
      });
      setUnheard(!result.ok && isUnheard(result.code));
      return result;
    },
    done() {
      erase();
      onDone(INSTRUCTION.avisDone);
    },
  });
  const isBegun = () => form.isChanged() || drafts.all().length > 0;
  const kept = createKeptTyped({
    form: `avis/${body().fiche.id}`,
    read: () =>
      isBegun() ? { ...form.values(), reserves: drafts.typed(), version: begunOn(), unheard: unheard() } : null,
    restore(values) {
      // What `read` gave, to this page or to an earlier one.
      const { sens, raison, reserves, version: on, unheard: sent } = (values ?? {}) as Partial<Record<string, unknown>>;
      if (typeof on === "number") setBegunOn(on);
      setUnheard(sent === true);
      drafts.restore(reservesIn(reserves));
      if (typeof sens === "string") form.fields.sens.set(sens);
      if (typeof raison === "string") form.fields.raison.set(raison);
    },
  });
  function erase(): void {
    setUnheard(false);
    drafts.clear();
    form.reset(NOTHING);
    kept.forget();
  }
  // The answer was lost and the server has it: it is said as soon as it is known, and nobody is asked to send it again.
  createEffect(() => {
    const known = instruction();
    if (known === null || !unheard() || form.busy()) return;
    if (!isGiven(known, { ...form.values(), reserves: drafts.typed() })) return;
    untrack(() => {
      erase();
      onDone(INSTRUCTION.avisDone);
    });
  });
  createEffect(() => {
    if (!isBegun()) setBegunOn(null);
    else if (begunOn() === null) setBegunOn(version()?.numero ?? null);
  });

  return {
    form,
    drafts,
    isBegun,
    begunOn,
    kept,
    words: () =>
      [form.fields.raison.value(), ...drafts.typed().map(({ texte }) => texte)].filter(isWritten).join("\n\n"),
    erase,
  };
}

/** Those of this person that were not lifted: they stay whatever avis follows. */
export function ownReserves(instruction: InstructionBody | null): InstructionBody["reserves"] {
  if (instruction === null) return [];
  const { reserves, moi } = instruction;
  return reserves.filter(({ vivante, de }) => vivante && de === moi.personne);
}

/** Whether this avis comes with réserves. */
export function withReserves(sens: string): boolean {
  return sens === "favorable_avec_reserves";
}

function isWritten(text: string): boolean {
  return text.trim() !== "";
}

function chosenAvis(value: string): SensAvis {
  const found = SENS_AVIS.find((sens) => sens === value);
  if (found === undefined) throw new Error("an avis is sent once one was chosen");
  return found;
}
