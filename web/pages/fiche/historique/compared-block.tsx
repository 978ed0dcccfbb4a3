import { For, type JSX, Match, Show, Switch } from "solid-js";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import type { ComparedBlock, ComparedRun, Names } from "../../../../shared/protocol/bodies/history.ts";
import { COMPARAISON } from "../../../labels/comparaison.ts";
import { anchorOf, runsOf, type ShownChange, type Side } from "./changes.ts";
import { ComparedRunView } from "./compared-run.tsx";

export interface ComparedBlockProps {
  readonly partie: EngagementPart;
  readonly block: ComparedBlock;
  readonly index: number;
  readonly side: Side;
  /** What stands before it in a list: « 2. ». */
  readonly marker: string;
  /** What is told of this paragraph. */
  readonly changes: readonly ShownChange[];
  readonly noms: Names;
}

/** A paragraph of a compared text, or one side of it, in the shape of its kind. */
export function ComparedBlockView(props: ComparedBlockProps): JSX.Element {
  const shape = () => {
    const { avant, apres } = props.block;
    return props.side === "before" ? avant : (apres ?? avant);
  };
  const own = () => props.changes.find(({ changement }) => changement.quoi === "paragraphe");
  const content = () => (
    <>
      {props.marker}
      <BlockMark {...props} />
      <For each={runsOf(props.block, props.side)}>
        {([run, index], place) => {
          const before = () => runsOf(props.block, props.side)[place() - 1]?.[0];
          const change = () =>
            props.changes.find(({ anchor }) => anchor === anchorOf(props.partie, props.index, index));
          // Of a replacement both sides have a run: the place is the one where it begins.
          return (
            <ComparedRunView
              run={run}
              id={change() === undefined ? undefined : change()?.anchor}
              told={change()?.told}
              inPlaceOf={isReplacement(before(), run)}
              asBefore={props.side === "before"}
              noms={props.noms}
            />
          );
        }}
      </For>
    </>
  );
  const about = () => ({
    id: props.side === "before" ? undefined : own()?.anchor,
    tabindex: own() === undefined ? undefined : -1,
    "aria-describedby": own()?.told,
    class: `block genre-${shape()?.genre ?? "texte"} retrait-${shape()?.retrait ?? 0}`,
  });
  return (
    <Show when={shape()}>
      <Switch fallback={<p {...about()}>{content()}</p>}>
        <Match when={shape()?.genre === "titre"}>
          <h3 {...about()}>{content()}</h3>
        </Match>
        <Match when={shape()?.genre === "sous_titre"}>
          <h4 {...about()}>{content()}</h4>
        </Match>
      </Switch>
    </Show>
  );
}

/** Whether these two stand side by side, one in the place of the other. */
function isReplacement(before: ComparedRun | undefined, run: ComparedRun): boolean {
  const kinds = [before?.kind, run.kind];
  return kinds.includes("ajoute") && kinds.includes("retire");
}

/** Where a paragraph was cut from the one before it, or joined to it, while its words stayed. */
function BlockMark(props: ComparedBlockProps): JSX.Element {
  const keeps = () => props.block.runs.some(({ kind }) => kind === "garde" || kind === "forme");
  const isEmpty = () => props.block.runs.length === 0;
  const isNew = () => props.block.avant === null && (keeps() || isEmpty()) && props.side !== "before";
  const isGone = () => props.block.apres === null && (keeps() || isEmpty()) && props.side !== "after";
  return (
    <>
      <Show when={isNew()}>
        <ins class="pilcrow">
          <span class="visually-hidden">({COMPARAISON.blockNew}) </span>
          <span aria-hidden="true">¶</span>
        </ins>{" "}
      </Show>
      <Show when={isGone()}>
        <del class="pilcrow">
          <span class="visually-hidden">({COMPARAISON.blockJoined}) </span>
          <span aria-hidden="true">¶</span>
        </del>{" "}
      </Show>
    </>
  );
}
