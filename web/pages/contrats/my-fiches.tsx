import { createSignal, For, type JSX, Show } from "solid-js";
import { paths } from "../../../shared/protocol/paths.ts";
import { completeness, missingRequired } from "../../labels/completeness.ts";
import { AWAITING, showOthers } from "../../labels/contrats.ts";
import { shortWriteRefusal } from "../../labels/refusals.ts";
import { EtatBadge } from "../etat-badge.tsx";
import { ficheName } from "../fiche-name.ts";
import { awaitsMe, type FicheOfContrat, type MyFicheList } from "./my-fiches-of.ts";

/** So many are shown at first. */
const FIRST = 8;

export interface MyFichesProps {
  readonly mine: MyFicheList;
  /** Whether there are fiches that this person may read, theirs or not. */
  readonly seesSome: boolean;
}

/** My fiches, with what each still lacks. */
export function MyFiches(props: MyFichesProps): JSX.Element {
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.mine.fiches : props.mine.fiches.slice(0, FIRST));
  const others = () => props.mine.fiches.length - shown().length;
  let list!: HTMLUListElement;

  const showAll = () => {
    setAll(true);
    // The button is gone: the first of what it showed takes the focus.
    list.querySelectorAll<HTMLElement>("h3 a")[FIRST]?.focus();
  };

  return (
    <section class="block">
      <h2>{props.mine.inGroupe || props.mine.fiches.length === 0 ? AWAITING.myFiches : AWAITING.writable}</h2>
      <Show
        when={props.mine.fiches.length > 0}
        fallback={<p class="empty">{props.seesSome ? AWAITING.nothingMine : AWAITING.nothingVisible}</p>}
      >
        <ul class="await" ref={list}>
          <For each={shown()}>{(each) => <MyFiche fiche={each.fiche} contrat={each.contrat} />}</For>
        </ul>
        <Show when={others() > 0}>
          <button type="button" class="btn" onClick={showAll}>
            {showOthers(others())}
          </button>
        </Show>
      </Show>
    </section>
  );
}

function MyFiche(props: FicheOfContrat): JSX.Element {
  const path = () => paths.fiche(props.contrat.slug, props.fiche);
  const situation = () => {
    const verdict = props.fiche.droits.ecrire;
    if (!verdict.ok) return `${shortWriteRefusal(verdict.code)}.`;
    return missingRequired(props.fiche.remplies) ?? AWAITING.complete;
  };
  return (
    <li classList={{ now: awaitsMe(props.fiche) }}>
      <h3>
        <a href={path()}>{ficheName(props.fiche)}</a>
      </h3>
      <p class="muted">{props.contrat.nom}</p>
      <p class="facts">
        <EtatBadge fiche={props.fiche} slug={props.contrat.slug} />
        {completeness(props.fiche.remplies.length)}
      </p>
      <p class="muted">{situation()}</p>
    </li>
  );
}
