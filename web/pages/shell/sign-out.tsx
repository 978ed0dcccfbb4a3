import { createSignal, type JSX, onMount, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { AccountId } from "../../../shared/ids.ts";
import { API_REFUSAL_LABELS } from "../../labels/api-refusals.ts";
import { SIGN_OUT } from "../../labels/shell.ts";
import { useApp } from "../../stores/app-context.ts";
import { countUnsent, eraseUnsent, settle } from "../../stores/unsent.ts";
import { Notice } from "../../ui/notice.tsx";

const loadDialog = () => import("./sign-out-dialog.tsx");

/** Somebody wants to leave while so many changes of theirs are on this device alone. */
interface Question {
  readonly account: AccountId;
  readonly count: number;
  readonly dialog: Awaited<ReturnType<typeof loadDialog>>["default"];
}

/** Signing out: at once when everything is sent, else after asking what becomes of the rest. Within a component. */
export function createSignOut() {
  const { session } = useApp();
  const [question, setQuestion] = createSignal<Question | null>(null);
  const [failure, setFailure] = createSignal<string | null>(null);
  // Brought in advance: it is when the network is gone that it is needed.
  onMount(() => void loadDialog().catch(() => {}));

  async function leave(erasing: AccountId | null): Promise<void> {
    const result = await session.end();
    setQuestion(null);
    setFailure(result.ok ? null : API_REFUSAL_LABELS[result.code]);
    // Only after the session ended: the fiche is closed by then, and writes nothing more to the device.
    if (result.ok && erasing !== null) await eraseUnsent(erasing);
  }

  async function ask(): Promise<void> {
    const state = session.state();
    if (state.kind !== "present") return;
    setFailure(null);
    const account = state.session.account.id;
    const count = await settle(() => countUnsent(account));
    if (count === 0) return leave(null);
    const loaded = await loadDialog().catch(() => null);
    if (loaded === null) setFailure(API_REFUSAL_LABELS.hors_ligne);
    else setQuestion({ account, count, dialog: loaded.default });
  }

  const view = (): JSX.Element => (
    <>
      <Show when={failure()}>
        {(reason) => (
          <Notice tone="warn" title={SIGN_OUT.failed} urgent>
            {reason()}
          </Notice>
        )}
      </Show>
      <Show when={question()}>
        {(asked) => (
          <Dynamic
            component={asked().dialog}
            count={asked().count}
            onStay={() => setQuestion(null)}
            onKeep={() => void leave(null)}
            onErase={() => void leave(asked().account)}
          />
        )}
      </Show>
    </>
  );
  return { ask: () => void ask(), view };
}
