import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { AxeBody, ContratWithFiches, FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { CONTRAT, foundFiches } from "../../labels/contrats.ts";
import { announce } from "../../ui/announcer.ts";
import { compareNumeros } from "../fiche-name.ts";
import { FicheRow } from "./fiche-row.tsx";
import { matchesSearch } from "./matches-search.ts";

/** From so many fiches on, a plan is searched rather than looked through. */
const SEARCH_FROM = 8;

/** The plan d'actions: the fiches that one may read, axe by axe. */
export function Plan(props: { contrat: ContratWithFiches }): JSX.Element {
  const [search, setSearch] = createSignal("");
  const found = createMemo(() => props.contrat.fiches.filter((fiche) => matchesSearch(fiche, search())));

  const look = (words: string) => {
    setSearch(words);
    announce(foundFiches(found().length));
  };

  return (
    <section class="plan-actions" aria-labelledby="plan">
      <h2 id="plan">{CONTRAT.plan}</h2>
      <Show when={props.contrat.fiches.length > 0} fallback={<p class="empty">{emptySentence(props.contrat)}</p>}>
        <Show when={props.contrat.fiches.length >= SEARCH_FROM}>
          <label class="search">
            <span>{CONTRAT.search}</span>
            <input type="search" value={search()} onInput={(event) => look(event.currentTarget.value)} />
          </label>
        </Show>
        <Show when={found().length === 0}>
          <p class="empty">
            {CONTRAT.searchNone}{" "}
            <button type="button" class="link" onClick={() => look("")}>
              {CONTRAT.clearSearch}
            </button>
          </p>
        </Show>
        <For each={props.contrat.axes}>
          {(axe) => (
            <Axe
              axe={axe}
              slug={props.contrat.slug}
              fiches={found().filter((fiche) => fiche.axe === axe.numero)}
              searching={search().trim() !== ""}
            />
          )}
        </For>
      </Show>
    </section>
  );
}

function Axe(props: { axe: AxeBody; slug: string; fiches: readonly FicheInList[]; searching: boolean }): JSX.Element {
  // One's own first, then in the order of the plan.
  const ordered = () => props.fiches.toSorted((a, b) => Number(b.mienne) - Number(a.mienne) || compareNumeros(a, b));
  return (
    <Show when={props.fiches.length > 0 || !props.searching}>
      <section class="axe">
        <h3>
          <span class="num">
            {CONTRAT.axe} {props.axe.numero}
          </span>{" "}
          {props.axe.libelle}
        </h3>
        <Show when={props.fiches.length > 0} fallback={<p class="muted">{CONTRAT.noFicheInAxe}</p>}>
          <ul class="fiches">
            <For each={ordered()}>{(fiche) => <FicheRow fiche={fiche} slug={props.slug} />}</For>
          </ul>
        </Show>
      </section>
    </Show>
  );
}

function emptySentence(contrat: ContratWithFiches): string {
  return contrat.roles.includes("coordination") ? CONTRAT.noFicheGroup : CONTRAT.noFiche;
}
