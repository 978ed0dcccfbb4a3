import { createEffect, createSignal, type JSX, Show } from "solid-js";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import { useApp } from "../../stores/app-context.ts";
import { createLatePart } from "../../ui/late-part.ts";

/** The moments of the changes that were read here: nothing in them says whose, or where. */
const KEY = "changements-lus";
const KEPT = 20;

/** The last change of one's rights in this contrat, made by somebody else, until one has read it. */
export function Changement(props: { contrat: ContratWithFiches }): JSX.Element {
  const { session } = useApp();
  const [read, setRead] = createSignal(readOnes());
  const unread = () => {
    const { changement } = props.contrat;
    const state = session.state();
    if (changement === null || state.kind !== "present" || changement.par === state.session.account.nom) return null;
    return read().includes(String(changement.le)) ? null : changement;
  };
  const notice = createLatePart(() => import("./changement-notice.tsx"));
  createEffect(() => {
    if (unread() !== null) void notice.ask();
  });
  const onRead = (le: number) => {
    const next = [String(le), ...read()].slice(0, KEPT);
    localStorage.setItem(KEY, next.join(" "));
    setRead(next);
  };
  return (
    <Show when={unread()}>
      {(changement) => (
        <Show when={notice()} keyed>
          {(Notice) => <Notice changement={changement()} onRead={() => onRead(changement().le)} />}
        </Show>
      )}
    </Show>
  );
}

function readOnes(): readonly string[] {
  return (localStorage.getItem(KEY) ?? "").split(" ");
}
