import "../../../styles/instruction.css";
import { createComputed, createMemo, createSignal, type JSX, on, Show } from "solid-js";
import type { ActesBody, InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { ok } from "../../../../shared/result.ts";
import type { ActRefusal } from "../../../api/contrat.ts";
import { BEGUN } from "../../../labels/begun.ts";
import { submittedWords } from "../../../labels/historique.ts";
import { INSTRUCTION, instructionTitle } from "../../../labels/instruction.ts";
import { fullNameIn } from "../../../labels/people-named.ts";
import { standingSentence } from "../../../labels/standing.ts";
import { createQuestion, type Question } from "../../../primitives/create-question.ts";
import { onReturn } from "../../../primitives/on-return.ts";
import { UnsavedGuard } from "../../../ui/form/unsaved-guard.tsx";
import { createSaid, Said } from "../../../ui/said.tsx";
import { Part } from "../../contrat/part.tsx";
import { Empreinte } from "../actes/empreinte.tsx";
import FicheActes from "../actes/fiche-actes.tsx";
import { useFicheActs } from "../actes/use-fiche-acts.ts";
import { useFiche } from "../use-fiche.ts";
import { ViewMain } from "../view-main.tsx";
import { createAvisWriting } from "./avis-writing.ts";
import { LeftOver } from "./begun.tsx";
import { createAttentes, ExamineNav, NextToExamine } from "./examine-nav.tsx";
import { AVIS, Examined } from "./examined.tsx";
import { type Lifted, withLifted } from "./lifted.ts";
import { Withdrawn } from "./withdrawn.tsx";

const HEADING = "instruction-titre";
/** What was just done, when it is about the whole version. */
const DONE = "instruction-fait";

/** What is known of the instruction, and what this person may do about it. */
export interface Known {
  readonly instruction: InstructionBody;
  readonly actes: ActesBody;
}

/** A version before the bodies: its words, the avis, the réserves and the decision. */
export default function InstructionPage(): JSX.Element {
  const { body, refresh } = useFiche();
  const api = useFicheActs(body());
  const question = createQuestion<Known, ActRefusal>(async () => {
    const [instruction, actes] = await Promise.all([api.instruction(), api.actes()]);
    if (!instruction.ok) return instruction;
    return actes.ok ? ok({ instruction: instruction.value, actes: actes.value }) : actes;
  });
  const attentes = createAttentes();
  const [said, say] = createSaid();
  const [avisSaid, sayOfAvis] = createSaid();
  const again = () => {
    question.refresh();
    attentes.refresh();
  };
  const everything = () => {
    again();
    refresh();
  };
  const done = (sentence: string) => {
    sayOfAvis(null);
    say(sentence);
    everything();
  };
  const refused = () => {
    // Of what was done before, nothing is said beside what was not.
    say(null);
    sayOfAvis(null);
    everything();
  };
  const decided = (sentence: string) => {
    done(sentence);
    // What it was done with goes, and was far below on a small screen.
    goOn(DONE);
  };
  const avisDone = (sentence: string) => {
    say(null);
    sayOfAvis(sentence);
    everything();
    // The button may go with what it did: what is said of one's avis takes the focus.
    goOn(AVIS);
  };
  const [lifted, setLifted] = createSignal<Lifted>(new Map());
  const instruction = createMemo(() => {
    const known = question.value();
    return known === null ? null : withLifted(known.instruction, lifted());
  });
  // Whatever was asked before a réserve was lifted is not listened to: the next answer knows of it.
  createComputed(
    on(question.state, (now) => now.kind === "ready" && now.late === null && setLifted(new Map()), { defer: true }),
  );
  const writing = createAvisWriting(instruction, { onDone: avisDone, onRefused: refused });
  onReturn(() => {
    // A session that ended meanwhile leads away from here: not while the page alone has what was typed.
    if (!writing.isBegun() || writing.kept.isKept()) again();
  });
  const version = () => question.value()?.instruction.version ?? null;
  const title = () => {
    const shown = version();
    return shown === null ? INSTRUCTION.title : instructionTitle(shown.numero, shown.etat);
  };
  return (
    <ViewMain
      view="instruction"
      title={title()}
      facts={
        <Show when={version()} fallback={<span>{standingSentence(body().fiche)}</span>}>
          {(shown) => <Facts version={shown()} known={question} />}
        </Show>
      }
    >
      <div class="instruction" id={HEADING} tabindex="-1">
        <ExamineNav fiche={body().fiche.id} question={attentes} />
        <div id={DONE} tabindex="-1">
          <Said text={said()} />
        </div>
        <Part question={question} loading={INSTRUCTION.loading} heading={HEADING}>
          {(known) => (
            <>
              <Withdrawn instruction={known().instruction} />
              <Show when={known().instruction.version} fallback={<Nothing />}>
                {(shown) => (
                  <Examined
                    instruction={instruction() ?? known().instruction}
                    actes={known().actes}
                    version={shown()}
                    writing={writing}
                    avisSaid={avisSaid()}
                    next={() => <NextToExamine fiche={body().fiche.id} question={attentes} />}
                    onLifted={(reserve, on) =>
                      setLifted((all) => new Map([...all, [reserve, { version: on, le: Date.now() }]]))
                    }
                    onDone={done}
                    onAvisDone={avisDone}
                    onDecided={decided}
                    onRefused={refused}
                  />
                )}
              </Show>
            </>
          )}
        </Part>
        <Show when={version() === null}>
          <LeftOver sentence={BEGUN.closedAvis} of={writing} />
        </Show>
        <UnsavedGuard form={{ isChanged: writing.isBegun }} isKept={writing.kept.isKept} />
      </div>
    </ViewMain>
  );
}

function Facts(props: { version: VersionInList; known: Question<Known, ActRefusal> }): JSX.Element {
  const who = () => {
    const noms = props.known.value()?.instruction.noms;
    return noms === undefined ? "" : fullNameIn(noms, props.version.soumisePar);
  };
  return (
    <>
      <span>{submittedWords(props.version.soumiseLe, who())}</span>
      <Empreinte of={props.version.empreinte} />
    </>
  );
}

function Nothing(): JSX.Element {
  const { body } = useFiche();
  return (
    <section class="empty">
      <h2>{INSTRUCTION.none}</h2>
      <p>{INSTRUCTION.noneMeans}</p>
      <FicheActes body={body()} live={null} intitule={body().fiche.intitule} />
    </section>
  );
}

/** Leads to what was just done, unless the person is reading or doing something else by then. */
function goOn(place: string): void {
  const active = document.activeElement;
  if (active === null || active === document.body || active.closest(".side") !== null) {
    document.getElementById(place)?.focus();
  }
}
