import { createEffect, createSignal, type JSX, on, Show } from "solid-js";
import type { AccountId } from "../../../shared/ids.ts";
import { API_REFUSAL_LABELS } from "../../labels/api-refusals.ts";
import { SIGN_OUT } from "../../labels/unsent.ts";
import { typedAnywhere } from "../../live/device-typed.ts";
import { useApp } from "../../stores/app-context.ts";
import { countUnsent, eraseKept, settle } from "../../stores/unsent.ts";
import { Notice } from "../../ui/notice.tsx";
import { SignOutDialog } from "./sign-out-dialog.tsx";

/** Somebody wants to leave while so many changes of theirs are on this device alone. */
interface Question {
  readonly account: AccountId;
  readonly count: number;
  /** And so many forms are half written. */
  readonly forms: number;
}

/**
 * Signing out: at once when everything is sent, else after asking what becomes of the rest. Begins when it is mounted
 * and each time that `turn` changes.
 */
export default function SignOut(props: { turn: number }): JSX.Element {
  const { session } = useApp();
  const [question, setQuestion] = createSignal<Question | null>(null);
  const [failure, setFailure] = createSignal<string | null>(null);

  async function leave(account: AccountId, unsentToo: boolean): Promise<void> {
    const result = await session.end();
    setQuestion(null);
    setFailure(result.ok ? null : API_REFUSAL_LABELS[result.code]);
    // Only after the session ended: the fiche is closed by then, and writes nothing more to the device.
    if (result.ok) await eraseKept(account, { unsentToo });
  }

  async function ask(): Promise<void> {
    const state = session.state();
    if (state.kind !== "present") return;
    setFailure(null);
    const account = state.session.account.id;
    const count = await settle(() => countUnsent(account));
    const forms = await typedAnywhere(account);
    if (count + forms === 0) await leave(account, false);
    else setQuestion({ account, count, forms });
  }
  createEffect(
    on(
      () => props.turn,
      () => void ask(),
    ),
  );

  return (
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
          <SignOutDialog
            count={asked().count}
            forms={asked().forms}
            onStay={() => setQuestion(null)}
            onKeep={() => void leave(asked().account, false)}
            onErase={() => void leave(asked().account, true)}
          />
        )}
      </Show>
    </>
  );
}
