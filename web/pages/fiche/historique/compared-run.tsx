import { type JSX, Match, Show, Switch } from "solid-js";
import type { ComparedRun, Names } from "../../../../shared/protocol/bodies/history.ts";
import { COMPARAISON, RUN } from "../../../labels/comparaison.ts";
import { nameIn } from "../../../labels/people-named.ts";

export interface ComparedRunProps {
  readonly run: ComparedRun;
  /** Its id, when it is where a change is seen; the sentence that tells it. */
  readonly id: string | undefined;
  readonly told: string | undefined;
  /** It follows what it replaced, or what replaced it, without a space: never read as one word. */
  readonly inPlaceOf: boolean;
  /** The marks it had before are drawn, rather than those it has. */
  readonly asBefore: boolean;
  readonly noms: Names;
}

/** A stretch of a compared text: kept, added, removed, or presented otherwise. What it is is said in words too. */
export function ComparedRunView(props: ComparedRunProps): JSX.Element {
  const added = () => (props.run.kind === "ajoute" ? props.run : null);
  const removed = () => (props.run.kind === "retire" ? props.run : null);
  const form = () => (props.run.kind === "forme" ? props.run : null);
  const common = () => ({
    id: props.id,
    tabindex: props.id === undefined ? undefined : -1,
    "aria-describedby": props.told,
  });
  const words = () => <Words {...marksOf(props.run, props.asBefore)} run={props.run} />;
  return (
    <Switch fallback={words()}>
      <Match when={added()}>
        {(run) => (
          <ins {...common()} classList={{ moved: run().deplacePar !== null, apart: props.inPlaceOf }}>
            <Aside>({wordsOfAdded(run(), props.noms)}) </Aside>
            {words()}
            <Aside> ({COMPARAISON.endOfAdded})</Aside>
          </ins>
        )}
      </Match>
      <Match when={removed()}>
        {(run) => (
          <del {...common()} classList={{ moved: run().deplace, apart: props.inPlaceOf }}>
            <Aside>({wordsOfRemoved(run(), props.noms)}) </Aside>
            {words()}
            <Aside> ({COMPARAISON.endOfRemoved})</Aside>
          </del>
        )}
      </Match>
      <Match when={form()}>
        <span {...common()} class="reformed">
          <Aside>({COMPARAISON.form}) </Aside>
          {words()}
          <Aside> ({COMPARAISON.endOfForm})</Aside>
        </span>
      </Match>
    </Switch>
  );
}

function wordsOfAdded(run: ComparedRun & { readonly kind: "ajoute" }, noms: Names): string {
  const author = nameIn(noms, run.par);
  return run.deplacePar === null ? RUN.added(author, run.le) : RUN.moved(author, nameIn(noms, run.deplacePar));
}

function wordsOfRemoved({ deplace, par, le }: ComparedRun & { readonly kind: "retire" }, noms: Names): string {
  if (deplace) return COMPARAISON.movedAway;
  return par === null ? COMPARAISON.removedByNobodyKnown : RUN.removed(nameIn(noms, par), le);
}

/** Said, and not drawn: underlines, strokes and the sentence below say it to who sees. */
function Aside(props: { children: JSX.Element }): JSX.Element {
  return <span class="visually-hidden aside">{props.children}</span>;
}

interface Marks {
  readonly gras: boolean;
  readonly italique: boolean;
  readonly lien: string | null;
}

function marksOf(run: ComparedRun, asBefore: boolean): Marks {
  return asBefore && run.kind === "forme" ? run.avant : run;
}

function Words(props: Marks & { run: ComparedRun }): JSX.Element {
  const text = (): JSX.Element => (
    <Show when={props.run.saut} fallback={props.run.texte}>
      <span aria-hidden="true">{props.run.kind === "garde" ? "" : "↵"}</span>
      <br />
    </Show>
  );
  const em = (): JSX.Element => (props.italique ? <em>{text()}</em> : text());
  const strong = (): JSX.Element => (props.gras ? <strong>{em()}</strong> : em());
  return (
    <Show when={props.lien} fallback={strong()}>
      {(lien) => (
        <a href={lien()} rel="noopener noreferrer external">
          {strong()}
        </a>
      )}
    </Show>
  );
}
