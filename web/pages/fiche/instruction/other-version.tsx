import { type JSX, Show } from "solid-js";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { historyPages } from "../../../../shared/protocol/history-paths.ts";
import { otherVersionWords, readVersionAct } from "../../../labels/instruction.ts";
import { useFiche } from "../use-fiche.ts";

/**
 * Over an act that is about another version than the one whose words are shown, say a later one that is examined: which,
 * and the way to its words. Nothing when it is the same.
 */
export function OtherVersion(props: { version: VersionInList; shown: number }): JSX.Element {
  const { slug, body } = useFiche();
  const words = () => historyPages.moment(slug, body().fiche, { kind: "version", numero: props.version.numero });
  return (
    <Show when={props.version.numero !== props.shown}>
      <p>
        {otherVersionWords(props.version.numero, props.version.etat)}{" "}
        <a href={words()}>{readVersionAct(props.version.numero)}</a>
      </p>
    </Show>
  );
}
