import GripVertical from "lucide-solid/icons/grip-vertical";
import { For, type JSX, Show } from "solid-js";
import { PLAN_DEPTH_MAX } from "../../../shared/domain/plan.ts";
import type { AxeId } from "../../../shared/ids.ts";
import type { FicheInList, ObjectifBody } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { AXES, fichesUnder, handleLabel } from "../../labels/contrat-settings.ts";
import { PLAN } from "../../labels/plan.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { RowAct } from "../../ui/row-act.tsx";
import { useContrat } from "../contrat/use-contrat.ts";
import { compareNumeros, ficheName } from "../fiche-name.ts";
import type { Dragging } from "./dragging.ts";

/** A place of the plan as the tree shows it. */
export interface BranchOf extends ObjectifBody {
  /** Of an axe; null for an objectif. */
  readonly numero: number | null;
  /** 1 for an axe. */
  readonly depth: number;
}

/** What the tree does with its places. */
export interface TreeActs {
  readonly dragging: Dragging;
  readonly onShift: (id: AxeId, by: -1 | 1) => void;
  readonly mayShift: (id: AxeId, by: -1 | 1) => boolean;
  readonly onOpen: (what: "new" | "rename" | "move" | "remove", branch: BranchOf) => void;
  readonly onFiche: (fiche: FicheInList) => void;
  readonly fichesAt: (id: AxeId) => readonly FicheInList[];
}

/** An axe or an objectif: its name, its fiches, what may be done with it, and what is under it. */
export function Branch(props: { branch: BranchOf; acts: TreeActs }): JSX.Element {
  const { slug } = useContrat();
  const { acts, branch } = props;
  const name = branch.numero === null ? branch.libelle : `${PLAN.axe} ${branch.numero} ${branch.libelle}`;
  const fiches = () => acts.fichesAt(branch.id).toSorted(compareNumeros);
  const side = () => {
    const over = acts.dragging.over();
    return over?.id === branch.id ? over.side : null;
  };
  const onKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    acts.onShift(branch.id, event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li class="tree-branch">
      {/* Moving with the pointer is one of three ways: the handle's keys and the menu do the same. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed in it are its buttons. */}
      <div
        class="tree-row"
        classList={{
          dragged: acts.dragging.dragged() === branch.id,
          "drop-before": side() === "before",
          "drop-after": side() === "after",
          "drop-in": side() === "in",
        }}
        onDragOver={(event) => acts.dragging.move(event, branch.id)}
        onDrop={(event) => acts.dragging.drop(event)}
      >
        <button
          type="button"
          id={`poignee-${branch.id}`}
          class="handle"
          draggable={true}
          aria-label={handleLabel(name)}
          aria-describedby="aide-ordre"
          onDragStart={(event) => acts.dragging.start(event, branch.id)}
          onDragEnd={() => acts.dragging.end()}
          onKeyDown={onKey}
        >
          <GripVertical class="icon" />
        </button>
        <span class="tree-name">
          <Show when={branch.numero !== null}>
            <span class="num">
              {PLAN.axe} {branch.numero}
            </span>{" "}
          </Show>
          {branch.libelle}
        </span>
        <Disclosure
          align="end"
          label={
            <>
              {AXES.acts}
              <span class="visually-hidden"> {name}</span>
            </>
          }
        >
          {(close) => <Menu branch={branch} acts={acts} close={close} />}
        </Disclosure>
      </div>
      <Show when={fiches().length > 0} fallback={<p class="muted tree-fiches">{fichesUnder(0)}</p>}>
        <details class="tree-fiches">
          <summary>{fichesUnder(fiches().length)}</summary>
          <ul class="plain">
            <For each={fiches()}>
              {(fiche) => (
                <li>
                  <a href={paths.fiche(slug, fiche)}>{ficheName(fiche)}</a>{" "}
                  <RowAct id={`ranger-${fiche.id}`} about={ficheName(fiche)} onPress={() => acts.onFiche(fiche)}>
                    {AXES.ficheMove}
                  </RowAct>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <Show when={branch.objectifs.length > 0}>
        <ol class="tree">
          <For each={branch.objectifs}>
            {(objectif) => <Branch branch={{ ...objectif, numero: null, depth: branch.depth + 1 }} acts={acts} />}
          </For>
        </ol>
      </Show>
    </li>
  );
}

function Menu(props: { branch: BranchOf; acts: TreeActs; close: () => void }): JSX.Element {
  const act = (what: () => void) => () => {
    props.close();
    what();
  };
  const open = (what: "new" | "rename" | "move" | "remove") => act(() => props.acts.onOpen(what, props.branch));
  return (
    <div class="menu-list">
      <button type="button" onClick={open("rename")}>
        {AXES.rename}
      </button>
      <Show when={props.acts.mayShift(props.branch.id, -1)}>
        <button type="button" onClick={act(() => props.acts.onShift(props.branch.id, -1))}>
          {AXES.up}
        </button>
      </Show>
      <Show when={props.acts.mayShift(props.branch.id, 1)}>
        <button type="button" onClick={act(() => props.acts.onShift(props.branch.id, 1))}>
          {AXES.down}
        </button>
      </Show>
      <button type="button" onClick={open("move")}>
        {AXES.move}
      </button>
      <Show when={props.branch.depth < PLAN_DEPTH_MAX}>
        <button type="button" onClick={open("new")}>
          {AXES.addObjectif}
        </button>
      </Show>
      <button type="button" onClick={open("remove")}>
        {AXES.remove}
      </button>
    </div>
  );
}
