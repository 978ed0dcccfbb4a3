import "../../styles/contrats.css";
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { missingRequired } from "../../labels/completeness.ts";
import { fullDate } from "../../labels/dates.ts";
import { demandesSentence, GROUPE, REUNIONS, showOtherAwaiting } from "../../labels/groupe.ts";
import { fr } from "../../labels/typography.ts";
import { useContrat } from "../contrat/use-contrat.ts";
import { ficheName } from "../fiche-name.ts";
import { type Awaiting, awaitingOf } from "./awaiting-of.ts";
import { GroupeFiches } from "./fiches.tsx";
import { GroupeScreen, useGroupe } from "./groupe-screen.tsx";
import { GroupeMembres } from "./membres.tsx";
import { Reunions } from "./reunions.tsx";

/** So many things that await are drawn at first: what follows is not pushed out of sight. */
const FIRST = 8;

/** The page of a groupe: what awaits it, its fiches, its meetings, its people. */
export default function GroupePage(): JSX.Element {
  return (
    <GroupeScreen>
      <WhatAwaits />
      <GroupeFiches />
      <Reunions />
      <GroupeMembres />
    </GroupeScreen>
  );
}

function WhatAwaits(): JSX.Element {
  const { groupe } = useGroupe();
  const [all, setAll] = createSignal(false);
  const items = createMemo(() => awaitingOf(groupe(), Date.now()));
  const shown = () => (all() ? items() : items().slice(0, FIRST));
  const others = () => items().length - shown().length;
  let list!: HTMLUListElement;
  const showAll = () => {
    setAll(true);
    // The button is gone: the first of what it showed takes the focus.
    list.querySelectorAll("a")[FIRST]?.focus();
  };
  return (
    <section class="block" aria-labelledby="attend">
      <h2 id="attend">{GROUPE.awaiting}</h2>
      <Show when={items().length > 0} fallback={<p class="muted">{GROUPE.nothing}</p>}>
        <ul class="todo" ref={list}>
          <For each={shown()}>
            {(item) => (
              <li>
                <Item item={item} />
              </li>
            )}
          </For>
        </ul>
        <Show when={others() > 0}>
          <button type="button" class="btn" onClick={showAll}>
            {showOtherAwaiting(others())}
          </button>
        </Show>
      </Show>
    </section>
  );
}

function Item(props: { item: Awaiting }): JSX.Element {
  const { slug } = useContrat();
  const { groupe } = useGroupe();
  const of = <Kind extends Awaiting["kind"]>(kind: Kind) =>
    // The kind is what tells the members of the union apart.
    props.item.kind === kind ? (props.item as Extract<Awaiting, { kind: Kind }>) : null;
  return (
    <Switch>
      <Match when={of("demandes")}>
        {(item) => (
          <a href={`${contratPages.groupeInviting(slug, groupe())}#demandes`}>{demandesSentence(item().count)}</a>
        )}
      </Match>
      <Match when={of("reunion")}>
        {(item) => <ToReunion id={item().reunion.id}>{fr(`Réunion le ${fullDate(item().reunion.le)}`)}</ToReunion>}
      </Match>
      <Match when={of("presence")}>
        {(item) => (
          <ToReunion id={item().reunion.id}>
            {fr(`${REUNIONS.presence} : réunion du ${fullDate(item().reunion.le)}`)}
          </ToReunion>
        )}
      </Match>
      <Match when={of("fiche")}>
        {(item) => (
          <>
            <a href={paths.fiche(slug, item().fiche)}>{ficheName(item().fiche)}</a>{" "}
            <span class="muted">{missingRequired(item().fiche.remplies)}</span>
          </>
        )}
      </Match>
    </Switch>
  );
}

function ToReunion(props: { id: string; children: JSX.Element }): JSX.Element {
  const go = (event: MouseEvent) => {
    const reunion = document.getElementById(`reunion-${props.id}`);
    if (reunion === null) return;
    // The router would take it for a change of page and leave the focus behind.
    event.preventDefault();
    reunion.scrollIntoView();
    reunion.focus({ preventScroll: true });
  };
  return (
    <a href={`#reunion-${props.id}`} onClick={go}>
      {props.children}
    </a>
  );
}
