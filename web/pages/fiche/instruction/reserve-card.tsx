import { For, type JSX, Show } from "solid-js";
import type { InstructionBody, ReserveBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { Names, VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { INSTRUCTION, liftedWords, reserveTitle, reserveWhere } from "../../../labels/instruction.ts";
import { fullNameIn, nameIn } from "../../../labels/people-named.ts";
import { ActButton } from "../../../ui/act-button.tsx";
import { Badge } from "../../../ui/badge.tsx";
import { Moment } from "../../../ui/moment.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { createFicheAct, useFicheActs } from "../actes/use-fiche-acts.ts";
import { useFiche } from "../use-fiche.ts";
import type { Offers } from "./offers.ts";
import { OtherVersion } from "./other-version.tsx";

export interface ReserveCardProps {
  readonly reserve: ReserveBody;
  readonly instruction: InstructionBody;
  /** The version on whose words it is lifted. */
  readonly version: VersionInList;
  /** The number of the one whose words are shown. */
  readonly shown: number;
  readonly offers: Offers;
  /** Before the ids of its buttons: one réserve may be shown twice. */
  readonly prefix: string;
  /** Opens the window of an answer. */
  readonly onAnswer: () => void;
  readonly onLifted: () => void;
  readonly onDone: (sentence: string) => void;
  /** What the page shows may not be so any more. */
  readonly onRefused: () => void;
}

/** A réserve: what it asks, where, what the groupe answered, and what this person may do about it. */
export function ReserveCard(props: ReserveCardProps): JSX.Element {
  const api = useFicheActs(useFiche().body(), () => props.onRefused());
  const isMine = () => props.reserve.de === props.instruction.moi.personne;
  const lift = createFicheAct(
    api,
    () => ({
      acte: "lever_reserve" as const,
      reserve: props.reserve.id,
      version: props.version.numero,
      empreinte: props.version.empreinte,
    }),
    () => {
      props.onLifted();
      props.onDone(INSTRUCTION.lifted);
      // The button goes; beside the text, so does the whole card.
      const { partie } = props.reserve.sur;
      const stays = props.prefix === "ici" ? [`compare-${partie}`, `version-${partie}`] : [];
      const place = [...stays, `${props.prefix}-${props.reserve.id}`].map((id) => document.getElementById(id));
      place.find((element) => element !== null)?.focus({ preventScroll: true });
    },
  );
  const whyNotLift = () => {
    const { verdict } = props.offers("lever_reserve");
    return verdict.ok ? null : FICHE_ACT_REFUSAL_LABELS[verdict.code];
  };
  const isOver = () => props.reserve.levee === null && !props.reserve.vivante;
  const standing = () => {
    if (isOver()) return INSTRUCTION.reserveOver;
    return props.reserve.vivante ? INSTRUCTION.reserveOpen : INSTRUCTION.reserveLifted;
  };
  return (
    <article
      class="card reserve"
      id={`${props.prefix}-${props.reserve.id}`}
      tabindex="-1"
      aria-labelledby={`${props.prefix}-titre-${props.reserve.id}`}
    >
      <header>
        <h3 id={`${props.prefix}-titre-${props.reserve.id}`}>
          {reserveTitle(nameOf(props.instruction.noms, props.reserve), isMine(), props.reserve.le)}
        </h3>
        <Badge tone={props.reserve.vivante ? "warn" : "ok"}>{standing()}</Badge>
      </header>
      <p class="muted">
        {reserveWhere(props.reserve.sur.partie, props.reserve.version)}
        <Show when={props.reserve.sur.citation === ""}>, {INSTRUCTION.whole}</Show>
      </p>
      <Show when={props.reserve.sur.citation}>{(citation) => <blockquote>{citation()}</blockquote>}</Show>
      <p class="said-words">{props.reserve.texte}</p>
      <For each={props.reserve.reponses}>
        {(reponse) => (
          <div class="answer">
            <p class="muted">
              {INSTRUCTION.answerOf} {nameIn(props.instruction.noms, reponse.de)}, <Moment at={reponse.le} />
            </p>
            <p class="said-words">{reponse.texte}</p>
          </div>
        )}
      </For>
      <Show when={props.reserve.levee}>
        {(levee) => <p class="muted">{liftedWords(levee().le, levee().version)}</p>}
      </Show>
      <Show when={isOver()}>
        <p class="muted">{INSTRUCTION.reserveOverMeans}</p>
      </Show>
      <Show when={props.reserve.vivante && props.reserve.reponses.length === 0}>
        <p class="muted">{INSTRUCTION.noAnswer}</p>
      </Show>
      <Show when={props.reserve.vivante}>
        <div class="reserve-acts">
          <Show when={isMine()}>
            <Show when={whyNotLift() === null}>
              <OtherVersion version={props.version} shown={props.shown} />
            </Show>
            <ActButton
              id={`${props.prefix}-lever-${props.reserve.id}`}
              main
              whyNot={whyNotLift()}
              onPress={() => void lift.run(null)}
            >
              {lift.busy() ? INSTRUCTION.lifting : INSTRUCTION.lift}
            </ActButton>
          </Show>
          <Show when={!isMine() && props.offers("repondre_reserve").verdict.ok}>
            <button
              type="button"
              id={`${props.prefix}-repondre-${props.reserve.id}`}
              class="btn small"
              onClick={() => props.onAnswer()}
            >
              {props.reserve.reponses.length === 0 ? INSTRUCTION.answer : INSTRUCTION.answerAgain}
            </button>
          </Show>
        </div>
      </Show>
      <Show when={lift.refusal()}>
        {(refusal) => (
          <Notice tone="warn" urgent>
            {refusal().sentence}
          </Notice>
        )}
      </Show>
    </article>
  );
}

/** By whom it was made, as far as this person may know. */
export function nameOf(noms: Names, { de }: ReserveBody): string | null {
  return de === null ? null : fullNameIn(noms, de);
}
