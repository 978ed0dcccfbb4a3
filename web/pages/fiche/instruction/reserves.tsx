import { type Accessor, createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from "solid-js";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import type { InstructionBody, ReserveBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { INSTRUCTION, reserveLine, reserveTitle } from "../../../labels/instruction.ts";
import { goToPlace } from "../../../ui/go-to-place.ts";
import { AnswerDialog } from "./answer-dialog.tsx";
import type { Offers } from "./offers.ts";
import { nameOf, ReserveCard } from "./reserve-card.tsx";

/** Where the réserves of an instruction are drawn. */
export interface Reserves {
  /** Behind a part: one's own, to lift beside the change that answers them; to who answers, a line that leads to each. */
  readonly beside: (partie: EngagementPart) => JSX.Element;
  /** All of them. One that stands beside the text is a line here: nothing is to be read or done twice. */
  readonly list: () => JSX.Element;
  /** The window in which one is answered. */
  readonly answering: () => JSX.Element;
}

/**
 * The réserves as the server last said, each drawn whole once. Redrawn by their id alone, so that an answer that came
 * meanwhile takes away no button under somebody's focus. Within a component.
 */
export function createReserves(options: {
  readonly instruction: Accessor<InstructionBody>;
  /** The version on whose words they are lifted. */
  readonly version: Accessor<VersionInList>;
  /** The number of the one whose words are shown. */
  readonly shown: Accessor<number>;
  readonly offers: Offers;
  /** One was lifted, on the words of this version. */
  readonly onLifted: (reserve: number, version: number) => void;
  readonly onDone: (sentence: string) => void;
  /** What the page shows may not be so any more. */
  readonly onRefused: () => void;
}): Reserves {
  const { instruction } = options;
  const [besideText, setBesideText] = createSignal<ReadonlySet<number>>(new Set());
  const [answered, setAnswered] = createSignal<number | null>(null);
  const all = createMemo(() => new Map(instruction().reserves.map((reserve) => [reserve.id, reserve])));
  const isMine = ({ de }: ReserveBody) => de === instruction().moi.personne;
  const sits = () => instruction().moi.siege;
  const idsOf = (wanted: (reserve: ReserveBody) => boolean) =>
    createMemo(
      () =>
        instruction()
          .reserves.filter(wanted)
          .map(({ id }) => id),
      undefined,
      { equals: (a, b) => a.length === b.length && a.every((id, index) => id === b[index]) },
    );
  const card = (id: number, prefix: string) => (
    <Show when={all().get(id)}>
      {(reserve) => (
        <ReserveCard
          reserve={reserve()}
          instruction={instruction()}
          version={options.version()}
          shown={options.shown()}
          offers={options.offers}
          prefix={prefix}
          onAnswer={() => setAnswered(id)}
          onLifted={() => options.onLifted(id, options.version().numero)}
          onDone={options.onDone}
          onRefused={options.onRefused}
        />
      )}
    </Show>
  );
  const line = (id: number, prefix: string) => (
    <Show when={all().get(id)}>
      {(reserve) => (
        <p class="reserve-line">
          <a href={`#${prefix}-${id}`} onClick={goToPlace}>
            {reserveLine(
              reserveTitle(nameOf(instruction().noms, reserve()), isMine(reserve()), reserve().le),
              reserve().texte,
            )}
          </a>
        </p>
      )}
    </Show>
  );

  function Beside(props: { id: number }): JSX.Element {
    onMount(() => setBesideText((ids) => new Set([...ids, props.id])));
    onCleanup(() => setBesideText((ids) => new Set([...ids].filter((id) => id !== props.id))));
    return card(props.id, "ici");
  }

  return {
    beside(partie) {
      const here = (reserve: ReserveBody) => reserve.sur.partie === partie && reserve.vivante;
      const own = idsOf((reserve) => here(reserve) && isMine(reserve));
      const others = idsOf((reserve) => here(reserve) && !isMine(reserve) && !sits());
      return (
        <>
          <For each={own()}>{(id) => <Beside id={id} />}</For>
          <For each={others()}>{(id) => line(id, "reserve")}</For>
        </>
      );
    },
    list() {
      // What is still to be lifted first, the others in the order in which they were made.
      const standing = idsOf(({ vivante }) => vivante);
      const lifted = idsOf(({ vivante }) => !vivante);
      return (
        <section class="all-reserves" id="reserves" tabindex="-1" aria-labelledby="reserves-titre">
          <h2 id="reserves-titre">{INSTRUCTION.allReserves}</h2>
          <Show when={all().size > 0} fallback={<p class="muted">{INSTRUCTION.noReserve}</p>}>
            <For each={[...standing(), ...lifted()]}>
              {(id) => (
                <Show when={besideText().has(id)} fallback={card(id, "reserve")}>
                  {line(id, "ici")}
                </Show>
              )}
            </For>
          </Show>
        </section>
      );
    },
    answering: () => (
      <Show when={answered()} keyed>
        {(id) => (
          <Show when={all().get(id)}>
            {(reserve) => (
              <AnswerDialog
                reserve={reserve()}
                onRefused={options.onRefused}
                onClose={() => setAnswered(null)}
                onDone={() => {
                  setAnswered(null);
                  options.onDone(INSTRUCTION.answered);
                }}
              />
            )}
          </Show>
        )}
      </Show>
    ),
  };
}
