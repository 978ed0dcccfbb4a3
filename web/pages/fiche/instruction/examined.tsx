import { For, type JSX, onMount, Show } from "solid-js";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import { partText } from "../../../../shared/editor/part-text.ts";
import type { ActesBody, InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { MomentBody, VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import type { FicheActe } from "../../../../shared/workflow/acts.ts";
import type { ActRefusal } from "../../../api/contrat.ts";
import { FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { INSTRUCTION } from "../../../labels/instruction.ts";
import { createQuestion } from "../../../primitives/create-question.ts";
import FicheActes from "../actes/fiche-actes.tsx";
import { offeredIn } from "../actes/offered.ts";
import { useHistory } from "../historique/use-history.ts";
import { useFiche } from "../use-fiche.ts";
import { createReserveDrafts, reserveFieldId } from "./avis-draft.ts";
import { AvisForm } from "./avis-form.tsx";
import { Comite } from "./comite.tsx";
import { CopilPanel } from "./copil-panel.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import { Decisions } from "./decisions.tsx";
import { OwnAvis } from "./own-avis.tsx";
import { citationIn } from "./passages.ts";
import { ReserveCard } from "./reserve-card.tsx";
import { followSelection } from "./selection.ts";
import { VersionText } from "./version-text.tsx";

export interface ExaminedProps {
  readonly instruction: InstructionBody;
  readonly actes: ActesBody;
  readonly version: VersionInList;
  readonly onDone: (sentence: string) => void;
}

/** The version that is examined, or the last that was: its words on one side, what is said and done about it on the other. */
export function Examined(props: ExaminedProps): JSX.Element {
  const { body } = useFiche();
  const history = useHistory();
  const text = createQuestion<MomentBody, ActRefusal>(() =>
    history.moment({ kind: "version", numero: props.version.numero }),
  );
  const drafts = createReserveDrafts();
  const selected = followSelection();
  const offers = (acte: FicheActe) => offeredIn(props.actes, acte);
  const givesAvis = () => offers("rendre_avis").verdict.ok;
  const sits = () => props.instruction.moi.siege;
  const words = (partie: EngagementPart) => {
    const content = text.value()?.content;
    return content === undefined ? "" : partText(content, partie);
  };
  const since = () => {
    const { depuis } = props.instruction.moi;
    const earlier = depuis !== null && depuis < props.version.numero ? depuis : null;
    return earlier ?? props.actes.versions.find(({ numero }) => numero < props.version.numero)?.numero ?? null;
  };
  const beginReserve = (partie: EngagementPart) => {
    const chosen = selected();
    const citation = chosen?.partie === partie ? citationIn(words(partie), chosen.texte) : null;
    const draft = drafts.add(partie, citation ?? "");
    queueMicrotask(() => document.getElementById(reserveFieldId(draft))?.focus());
  };
  const card = (prefix: string) => (reserve: InstructionBody["reserves"][number]) => (
    <ReserveCard
      reserve={reserve}
      instruction={props.instruction}
      version={props.version}
      offers={offers}
      prefix={prefix}
      onDone={props.onDone}
    />
  );
  // Beside the change that answers it: one's own, and for who answers them, all.
  const beside = (partie: EngagementPart) => (
    <For
      each={props.instruction.reserves.filter(
        ({ sur, vivante, de }) =>
          sur.partie === partie && vivante && (!sits() || de === props.instruction.moi.personne),
      )}
    >
      {card("ici")}
    </For>
  );
  const whyNoAvis = () => {
    const { verdict } = offers("rendre_avis");
    return verdict.ok ? null : FICHE_ACT_REFUSAL_LABELS[verdict.code];
  };
  // An address that ends with a part's name leads to it, once it is drawn.
  onMount(() =>
    queueMicrotask(() => {
      const target = document.getElementById(window.location.hash.slice(1));
      target?.scrollIntoView();
      target?.focus({ preventScroll: true });
    }),
  );
  const records = () => offers("relever_decision").verdict.ok;
  const speaksForCopil = () => offers("valider").verdict.ok || offers("renvoyer").verdict.ok;

  return (
    <div class="duo">
      <div class="examined">
        <Show when={givesAvis()}>
          <p class="to-avis">
            <a class="btn quiet small" href="#avis">
              {INSTRUCTION.goToAvis}
            </a>
          </p>
        </Show>
        <VersionText
          numero={props.version.numero}
          since={since()}
          isMine={since() !== null && since() === props.instruction.moi.depuis}
          text={text}
          onReserve={givesAvis() ? beginReserve : null}
          beside={beside}
        />
        <section class="all-reserves" id="reserves" tabindex="-1" aria-labelledby="reserves-titre">
          <h2 id="reserves-titre">{INSTRUCTION.allReserves}</h2>
          <Show when={props.instruction.reserves.length > 0} fallback={<p class="muted">{INSTRUCTION.noReserve}</p>}>
            <For each={props.instruction.reserves}>{card("reserve")}</For>
          </Show>
        </section>
        <Decisions instruction={props.instruction} />
      </div>
      <aside class="side">
        <Show when={sits()}>
          <section id="avis" tabindex="-1" aria-labelledby="avis-titre">
            <h2 id="avis-titre">{INSTRUCTION.avisTitle}</h2>
            <Show when={props.instruction.moi.avis}>
              {(avis) => <OwnAvis avis={avis()} version={props.version} onDone={props.onDone} />}
            </Show>
            <Show when={givesAvis()} fallback={<p class="muted">{whyNoAvis()}</p>}>
              <AvisForm
                version={props.version}
                instruction={props.instruction}
                drafts={drafts}
                words={words}
                onDone={props.onDone}
              />
            </Show>
          </section>
        </Show>
        <Comite instruction={props.instruction} version={props.version} />
        <Show when={records()}>
          <DecisionPanel instruction={props.instruction} version={props.version} onDone={props.onDone} />
        </Show>
        <Show when={speaksForCopil()}>
          <CopilPanel version={props.version} offers={offers} onDone={props.onDone} />
        </Show>
        <Show when={props.actes.brouillon !== null}>
          <FicheActes body={body()} live={null} intitule={body().fiche.intitule} inInstruction />
        </Show>
      </aside>
    </div>
  );
}
