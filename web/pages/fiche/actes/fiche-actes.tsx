import "../../../styles/actes.css";
import { createEffect, createMemo, createSignal, For, type JSX, on, onCleanup, Show } from "solid-js";
import type { ActesBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import type { FicheBody } from "../../../../shared/protocol/http-bodies.ts";
import type { FicheActe } from "../../../../shared/workflow/acts.ts";
import type { OfferedActe } from "../../../../shared/workflow/possible-acts.ts";
import type { ActRefusal } from "../../../api/contrat.ts";
import { ACTES, DRAFT_ACTES } from "../../../labels/actes.ts";
import { PUBLICATION } from "../../../labels/publication.ts";
import type { LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { createQuestion } from "../../../primitives/create-question.ts";
import { keepFocus } from "../../../primitives/keep-focus.ts";
import { onReturn } from "../../../primitives/on-return.ts";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { askToOpen, createLatePart } from "../../../ui/late-part.ts";
import { Notice } from "../../../ui/notice.tsx";
import { createSaid, Said } from "../../../ui/said.tsx";
import { afterWriting, waitsForWords } from "./after-writing.ts";
import { actesOfDraft, mainActe, offeredIn, otherActes } from "./offered.ts";
import { OfferedButton } from "./offered-button.tsx";
import { StandingWords } from "./standing-words.tsx";
import { SubmitDialog } from "./submit-dialog.tsx";
import { keepStandingTrue } from "./true-standing.ts";
import { createFicheAct, useFicheActs } from "./use-fiche-acts.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

/** The acts that ask something in a window before they are done. */
const ASKING = ["soumettre", "retirer", "publier", "depublier"] as const satisfies readonly FicheActe[];
type Asking = (typeof ASKING)[number];

/** Takes the focus when the act that had it is no longer offered. */
const PLACE = "gestes";

export interface FicheActesProps {
  readonly body: FicheBody;
  /** The text, while it is open on this page. */
  readonly live: LiveFiche | null;
  readonly intitule: string;
  /** In the view where most acts are done: only those of the draft are shown. */
  readonly inInstruction?: boolean;
}

/** In the head of a fiche: the main act for this person now, and the others. Keeps what the page says of the fiche true. */
export default function FicheActes(props: FicheActesProps): JSX.Element {
  const api = useFicheActs(props.body);
  const question = createQuestion<ActesBody, ActRefusal>(() => api.actes());
  const [asking, setAsking] = createSignal<Asking | null>(null);
  // For the coordination alone, and once in the life of a fiche.
  const publish = createLatePart(() => import("./publish-dialog.tsx"));
  const [said, say] = createSaid();

  // Somebody acts, or comes back to this page after a while: where it stands may be otherwise.
  createEffect(on(() => props.live?.acts() ?? 0, question.refresh, { defer: true }));
  onReturn(question.refresh);
  createEffect(() => {
    const { live } = props;
    if (live !== null) onCleanup(afterWriting(live, () => waitsForWords(question.value()), question.refresh));
  });
  keepStandingTrue(() => props.body, question.value);

  keepFocus(question.value, () => PLACE);
  const done = (sentence: string) => {
    setAsking(null);
    say(sentence);
    question.refresh();
  };
  const change = createFicheAct(
    api,
    (acte: keyof typeof DRAFT_ACTES) => ({ acte }),
    (acte) => done(DRAFT_ACTES[acte].done),
  );
  const press = ({ acte }: OfferedActe) => {
    say(null);
    const asks = ASKING.find((each) => each === acte);
    if (asks !== undefined) {
      question.refresh();
      setAsking(asks);
      if (asks === "publier") askToOpen(publish, () => setAsking(null));
    } else if (acte in DRAFT_ACTES) {
      // Looked up just before: it is one of the table's keys.
      void change.run(acte as keyof typeof DRAFT_ACTES);
    }
  };
  // Somebody else's act takes no window away, nor what is typed in it: the server says why it is too late.
  const subject = createMemo<VersionInList | null>((before) => {
    const [acte, actes] = [asking(), question.value()];
    if (acte === null || actes === null) return null;
    const { version: numero } = offeredIn(actes, acte);
    return actes.versions.find((version) => version.numero === numero) ?? before;
  }, null);
  const withdraws = () => {
    const acte = asking();
    return acte === "retirer" || acte === "depublier" ? acte : null;
  };
  const main = (actes: ActesBody) => (props.inInstruction === true ? null : mainActe(actes));
  const others = (actes: ActesBody) =>
    props.inInstruction === true ? actesOfDraft(actes) : otherActes(actes, mainActe(actes));
  const withDraft = (actes: ActesBody) => (actes.brouillon === null ? null : { ...actes, brouillon: actes.brouillon });

  return (
    <>
      <Show when={props.inInstruction !== true}>
        <StandingWords body={props.body} />
      </Show>
      <Show when={question.value()}>
        {(actes) => (
          <section
            class="fiche-acts"
            id={PLACE}
            tabindex="-1"
            // A part of the page with nothing in it is none.
            aria-label={main(actes()) === null && others(actes()).length === 0 ? undefined : ACTES.title}
          >
            <Show when={main(actes())}>
              {(offered) => (
                <OfferedButton body={props.body} actes={actes()} offered={offered()} main onPress={press} />
              )}
            </Show>
            <Show when={others(actes()).length > 0}>
              <Disclosure label={props.inInstruction === true ? ACTES.ofDraft : ACTES.others} class="other-acts">
                {(close) => (
                  <ul class="other-acts-list">
                    <For each={others(actes())}>
                      {(offered) => (
                        <li>
                          <OfferedButton
                            body={props.body}
                            actes={actes()}
                            offered={offered}
                            onPress={(pressed) => {
                              close();
                              press(pressed);
                            }}
                          />
                        </li>
                      )}
                    </For>
                  </ul>
                )}
              </Disclosure>
            </Show>
            <Said text={said()} />
            <Show when={change.refusal()}>
              {(refusal) => (
                <Notice tone="warn" urgent>
                  {refusal().sentence}
                </Notice>
              )}
            </Show>
            <Show when={asking() === "soumettre" && withDraft(actes())}>
              {(known) => (
                <SubmitDialog
                  body={props.body}
                  actes={known()}
                  intitule={props.intitule}
                  filled={props.live?.filled() ?? new Set(props.body.fiche.remplies)}
                  pending={props.live?.pending() ?? 0}
                  onStale={question.refresh}
                  onDone={() => done(ACTES.submitted)}
                  onClose={() => setAsking(null)}
                />
              )}
            </Show>
            <Show when={withdraws()} keyed>
              {(acte) => (
                <Show when={subject()}>
                  {(version) => (
                    <WithdrawDialog
                      acte={acte}
                      body={props.body}
                      version={version()}
                      onDone={() => done(acte === "retirer" ? ACTES.withdrawn : PUBLICATION.unpublished)}
                      onClose={() => setAsking(null)}
                    />
                  )}
                </Show>
              )}
            </Show>
            <Show when={asking() === "publier" && publish()} keyed>
              {(PublishDialog) => (
                <Show when={subject()?.numero} keyed>
                  <Show when={subject()}>
                    {(version) => (
                      <PublishDialog
                        body={props.body}
                        version={version()}
                        replaced={actes().publiee}
                        onDone={() => done(PUBLICATION.published)}
                        onClose={() => setAsking(null)}
                      />
                    )}
                  </Show>
                </Show>
              )}
            </Show>
          </section>
        )}
      </Show>
    </>
  );
}
