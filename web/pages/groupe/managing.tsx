import { type JSX, Show } from "solid-js";
import { Notice } from "../../ui/notice.tsx";
import { useGroupe } from "./groupe-screen.tsx";

/** What only whoever manages the groupe sees; the others read who does. */
export function Managing(props: { children: JSX.Element }): JSX.Element {
  const { whyNotManage } = useGroupe();
  return (
    <Show when={whyNotManage()} fallback={props.children}>
      {(why) => <Notice tone="info">{why()}</Notice>}
    </Show>
  );
}
