import "../../styles/tree.css";
import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { AxeId } from "../../../shared/ids.ts";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { AXES } from "../../labels/contrat-settings.ts";
import { keepFocus } from "../../primitives/keep-focus.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";
import { MoveAxeDialog, NewAxeDialog, RenameAxeDialog } from "./axe-dialogs.tsx";
import { Branch, type BranchOf, type TreeActs } from "./branch.tsx";
import { createDragging } from "./dragging.ts";
import { nodesOf, type Place, shifted } from "./nodes.ts";
import { PlaceFicheDialog } from "./place-fiche-dialog.tsx";

type Opened =
  | { readonly what: "new"; readonly parent: BranchOf | null }
  | { readonly what: "rename" | "move" | "remove"; readonly branch: BranchOf }
  | { readonly what: "fiche"; readonly fiche: FicheInList };

/** The plan as a tree: names, order, places. */
export function Tree(): JSX.Element {
  const { api, contrat, refresh } = useContrat();
  const nodes = createMemo(() => nodesOf(contrat().axes));
  const [opened, setOpened] = createSignal<Opened | null>(null);
  const [said, say] = createSaid();
  keepFocus(contrat, () => "axes");
  const done = (sentence: string) => {
    setOpened(null);
    say(sentence);
    refresh();
  };
  const moving = createAct(
    ({ id, parent, rang }: Place & { readonly id: AxeId }) => api.moveAxe(id, parent, rang),
    () => done(AXES.moved),
  );
  const removing = createAct(
    ({ id }: BranchOf) => api.removeAxe(id),
    () => done(AXES.removed),
  );
  const dragging = createDragging(nodes, (id, place) => void moving.run({ id, ...place }));
  const acts: TreeActs = {
    dragging,
    onShift: (id, by) => {
      const place = shifted(nodes(), id, by);
      if (place !== null) void moving.run({ id, ...place });
    },
    mayShift: (id, by) => shifted(nodes(), id, by) !== null,
    onOpen: (what, branch) => setOpened(what === "new" ? { what, parent: branch } : { what, branch }),
    onFiche: (fiche) => setOpened({ what: "fiche", fiche }),
    fichesAt: (id) => contrat().fiches.filter(({ place }) => place === id),
  };
  const of = <What extends Opened["what"]>(what: What) => {
    const now = opened();
    // `what` is what tells the members of the union apart.
    return now !== null && now.what === what ? (now as Extract<Opened, { what: What }>) : null;
  };
  const branchOf = (what: "rename" | "move" | "remove") => {
    const now = opened();
    return now !== null && now.what === what ? now.branch : null;
  };
  return (
    <section class="block" aria-labelledby="axes">
      <h2 id="axes" tabindex="-1">
        {AXES.list}
      </h2>
      <Said text={said()} />
      <RefusalNotice refusal={moving.refusal()} />
      <Show when={contrat().axes.length > 0} fallback={<p class="empty">{AXES.none}</p>}>
        <p class="muted" id="aide-ordre">
          {AXES.dragHelp}
        </p>
        <ol class="tree">
          <For each={contrat().axes}>
            {(axe) => <Branch branch={{ ...axe, numero: axe.numero, depth: 1 }} acts={acts} />}
          </For>
        </ol>
      </Show>
      <p>
        <button
          type="button"
          id="ajouter-axe"
          class="btn"
          classList={{ main: contrat().axes.length === 0 }}
          onClick={() => setOpened({ what: "new", parent: null })}
        >
          {AXES.addAxe}
        </button>
      </p>
      <Show when={of("new")} keyed>
        {({ parent }) => (
          <NewAxeDialog parent={parent} onDone={() => done(AXES.added)} onClose={() => setOpened(null)} />
        )}
      </Show>
      <Show when={branchOf("rename")} keyed>
        {(branch) => (
          <RenameAxeDialog branch={branch} onDone={() => done(AXES.renamed)} onClose={() => setOpened(null)} />
        )}
      </Show>
      <Show when={branchOf("move")} keyed>
        {(branch) => (
          <MoveAxeDialog
            branch={branch}
            nodes={nodes()}
            onDone={() => done(AXES.moved)}
            onClose={() => setOpened(null)}
          />
        )}
      </Show>
      <Show when={branchOf("remove")} keyed>
        {(branch) => (
          <ConfirmDialog
            title={AXES.removeTitle}
            act={AXES.remove}
            busyWords={AXES.remove}
            busy={removing.busy()}
            refusal={removing.refusal()}
            onConfirm={() => void removing.run(branch)}
            onClose={() => setOpened(null)}
          >
            <p>
              <strong>{branch.libelle}</strong>
            </p>
            <p>{AXES.removeMeans}</p>
          </ConfirmDialog>
        )}
      </Show>
      <Show when={of("fiche")} keyed>
        {({ fiche }) => (
          <PlaceFicheDialog fiche={fiche} onDone={() => done(AXES.fichePlaced)} onClose={() => setOpened(null)} />
        )}
      </Show>
    </section>
  );
}
