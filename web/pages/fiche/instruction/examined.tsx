import { createMemo, createSignal, type JSX, onCleanup, onMount, Show, untrack } from "solid-js";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import { partText } from "../../../../shared/editor/part-text.ts";
import type { ActesBody, InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { MomentBody, VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import type { FicheActe } from "../../../../shared/workflow/acts.ts";
import type { ActRefusal } from "../../../api/contrat.ts";
import { FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { BEGUN } from "../../../labels/begun.ts";
import { avisClosedWords, INSTRUCTION } from "../../../labels/instruction.ts";
import { createQuestion } from "../../../primitives/create-question.ts";
import { UnsavedGuard } from "../../../ui/form/unsaved-guard.tsx";
import { goToPlace } from "../../../ui/go-to-place.ts";
import { leadTo } from "../../../ui/lead-to.ts";
import { Said } from "../../../ui/said.tsx";
import FicheActes from "../actes/fiche-actes.tsx";
import { offeredIn } from "../actes/offered.ts";
import { useHistory } from "../historique/use-history.ts";
import { useFiche } from "../use-fiche.ts";
import { reserveFieldId } from "./avis-draft.ts";
import { AvisForm } from "./avis-form.tsx";
import { type AvisWriting, ownReserves } from "./avis-writing.ts";
import { LeftOver } from "./begun.tsx";
import { Comite } from "./comite.tsx";
import { CopilPanel } from "./copil-panel.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import { createDecisionWriting } from "./decision-writing.ts";
import { DECISIONS, Decisions } from "./decisions.tsx";
import { OwnAvis } from "./own-avis.tsx";
import { citationIn } from "./passages.ts";
import { createReserves } from "./reserves.tsx";
import { followSelection } from "./selection.ts";
import { VersionText } from "./version-text.tsx";

/** The id of the part in which one gives an avis. */
export const AVIS = "avis";

export interface ExaminedProps {
  readonly instruction: InstructionBody;
  readonly actes: ActesBody;
  readonly version: VersionInList;
  readonly writing: AvisWriting;
  /** What was just done about one's own avis, said where it was done. */
  readonly avisSaid: string | null;
  /** What comes behind one's avis, once it is given. */
  readonly next: () => JSX.Element;
  readonly onLifted: (reserve: number, version: number) => void;
  readonly onDone: (sentence: string) => void;
  /** The same of one's own avis. */
  readonly onAvisDone: (sentence: string) => void;
  /** The same of an act that ends what the page was about: what was done is read from its beginning. */
  readonly onDecided: (sentence: string) => void;
  /** What the page shows may not be so any more. */
  readonly onRefused: () => void;
}

/** The version that is examined, or the last that was: its words on one side, what is said and done about it on the other. */
export function Examined(props: ExaminedProps): JSX.Element {
  const { body } = useFiche();
  const history = useHistory();
  const numero = createMemo(() => props.version.numero);
  // Another version is another text; all that is around it stays, with what is being written there.
  const text = createMemo(() => {
    const asked = numero();
    return untrack(() =>
      createQuestion<MomentBody, ActRefusal>(() => history.moment({ kind: "version", numero: asked })),
    );
  });
  const selected = followSelection();
  const offers = (acte: FicheActe) => offeredIn(props.actes, acte);
  // Which may be another than the one that is shown: approved, while the next is examined or was refused.
  const subjectOf = (acte: FicheActe) =>
    props.actes.versions.find((version) => version.numero === offers(acte).version) ?? null;
  const givesAvis = () => offers("rendre_avis").verdict.ok;
  const sits = () => props.instruction.moi.siege;
  const words = (partie: EngagementPart) => {
    const content = text().value()?.content;
    return content === undefined ? null : partText(content, partie);
  };
  const since = createMemo(() => {
    const { depuis } = props.instruction.moi;
    const earlier = depuis !== null && depuis < numero() ? depuis : null;
    return earlier ?? props.actes.versions.find((version) => version.numero < numero())?.numero ?? null;
  });
  const beginReserve = (partie: EngagementPart) => {
    const chosen = selected();
    const citation = chosen?.partie === partie ? citationIn(words(partie) ?? "", chosen.texte) : null;
    const draft = props.writing.drafts.add(partie, citation ?? "");
    queueMicrotask(() => document.getElementById(reserveFieldId(draft))?.focus());
  };
  const reserves = createReserves({
    instruction: () => props.instruction,
    version: () => subjectOf("lever_reserve") ?? props.version,
    shown: numero,
    offers,
    onLifted: (reserve, version) => props.onLifted(reserve, version),
    onDone: (sentence) => props.onDone(sentence),
    onRefused: () => props.onRefused(),
  });
  const decision = createDecisionWriting(() => ({ instruction: props.instruction, version: props.version }), {
    onDone: (sentence) => props.onDecided(sentence),
    onRefused: () => props.onRefused(),
  });
  const whyNoAvis = () => {
    const { verdict } = offers("rendre_avis");
    if (verdict.ok) return null;
    const closed = verdict.code === "version_inconnue" ? avisClosedWords(props.version.etat) : null;
    return closed ?? FICHE_ACT_REFUSAL_LABELS[verdict.code];
  };
  // An address that ends with a part's name leads to it, once it is drawn.
  let arrived = () => {};
  onMount(() =>
    queueMicrotask(() => {
      const place = document.getElementById(window.location.hash.slice(1));
      if (place !== null) arrived = leadTo(place);
    }),
  );
  onCleanup(() => arrived());
  const records = () => offers("relever_decision").verdict.ok;
  const [speaking, setSpeaking] = createSignal(false);
  const asks = (isOpen: boolean) => {
    const closes = untrack(speaking) && !isOpen;
    setSpeaking(isOpen);
    if (closes) queueMicrotask(leaveCopil);
  };
  // What is typed in its window is not taken away by somebody else's act.
  const beforeCopil = createMemo<VersionInList>((before) => subjectOf("valider") ?? before, props.version);
  const speaksForCopil = () => offers("valider").verdict.ok || offers("renvoyer").verdict.ok || speaking();

  return (
    <div class="duo">
      <div class="examined">
        <Show when={givesAvis()}>
          <p class="to-avis">
            <a class="btn quiet small" href={`#${AVIS}`} onClick={goToPlace}>
              {INSTRUCTION.goToAvis}
            </a>
          </p>
        </Show>
        {/* Keyed: how a version is looked at begins again with each. */}
        <Show when={numero()} keyed>
          {(shown) => (
            <VersionText
              numero={shown}
              since={since()}
              isMine={since() !== null && since() === props.instruction.moi.depuis}
              text={text()}
              onReserve={givesAvis() ? beginReserve : null}
              beside={reserves.beside}
            />
          )}
        </Show>
        {reserves.list()}
        <Decisions instruction={props.instruction} />
      </div>
      <aside class="side">
        <Show when={sits() || props.writing.isBegun()}>
          <section id={AVIS} tabindex="-1" aria-labelledby="avis-titre">
            <h2 id="avis-titre">{INSTRUCTION.avisTitle}</h2>
            <Show when={props.instruction.moi.avis}>
              {(avis) => (
                <OwnAvis
                  avis={avis()}
                  version={props.version}
                  isOpen={givesAvis()}
                  holdsReserves={ownReserves(props.instruction).length > 0}
                  onDone={props.onAvisDone}
                  onRefused={props.onRefused}
                />
              )}
            </Show>
            <Said text={props.avisSaid} />
            <Show when={props.avisSaid !== null}>{props.next()}</Show>
            <Show
              when={givesAvis()}
              fallback={
                <>
                  <p class="muted">{whyNoAvis()}</p>
                  <LeftOver sentence={BEGUN.closedAvis} of={props.writing} />
                </>
              }
            >
              <AvisForm
                version={props.version}
                instruction={props.instruction}
                writing={props.writing}
                words={words}
                onDone={props.onAvisDone}
              />
            </Show>
          </section>
        </Show>
        <Comite instruction={props.instruction} version={props.version} />
        <Show when={records()} fallback={<LeftOver sentence={BEGUN.closedDecision} of={decision} />}>
          <DecisionPanel instruction={props.instruction} version={props.version} writing={decision} />
        </Show>
        <Show when={speaksForCopil()}>
          <CopilPanel
            version={beforeCopil()}
            shown={numero()}
            offers={offers}
            onDone={props.onDecided}
            onRefused={props.onRefused}
            onAsking={asks}
          />
        </Show>
        <Show when={props.actes.brouillon !== null}>
          <FicheActes body={body()} live={null} intitule={body().fiche.intitule} inInstruction />
        </Show>
      </aside>
      {reserves.answering()}
      <UnsavedGuard form={{ isChanged: decision.isBegun }} isKept={decision.kept.isKept} />
    </div>
  );
}

/** When somebody else decided meanwhile, the panel of the Copil goes with its window, and with what gets the focus back. */
function leaveCopil(): void {
  if (document.activeElement === document.body) document.getElementById(DECISIONS)?.focus();
}
