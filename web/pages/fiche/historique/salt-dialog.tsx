import { createSignal, type JSX, Show } from "solid-js";
import type { CaviardeBody } from "../../../../shared/protocol/bodies/history.ts";
import { CAVIARDAGE, saltFile, saltText } from "../../../labels/caviardage.ts";
import { announce } from "../../../ui/announcer.ts";
import { copyText } from "../../../ui/copy-text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import { ficheName } from "../../fiche-name.ts";
import { useFiche } from "../use-fiche.ts";

/** What proves, to whoever has it, what was masked: shown this once. */
export function SaltDialog(props: { caviarde: CaviardeBody; onClose: () => void }): JSX.Element {
  const { body } = useFiche();
  const [said, setSaid] = createSignal<string | null>(null);
  const copy = async () => {
    const sentence = (await copyText(props.caviarde.sel)) ? CAVIARDAGE.copied : CAVIARDAGE.notCopied;
    setSaid(sentence);
    announce(sentence);
  };
  const download = () => {
    const { id, sel, engagement } = props.caviarde;
    saveFile(saltFile(id), "text/plain;charset=utf-8", saltText(ficheName(body().fiche), id, sel, engagement));
  };
  return (
    <Dialog
      title={CAVIARDAGE.doneTitle}
      onClose={props.onClose}
      acts={
        <>
          <button type="button" class="btn main" onClick={download}>
            {CAVIARDAGE.download}
          </button>
          <button type="button" class="btn" onClick={() => void copy()}>
            {CAVIARDAGE.copy}
          </button>
          <button type="button" class="btn quiet" onClick={() => props.onClose()}>
            {CAVIARDAGE.close}
          </button>
        </>
      }
    >
      <p>{CAVIARDAGE.backups}</p>
      <p>{CAVIARDAGE.saltMeans}</p>
      <dl class="about-rows">
        <dt>{CAVIARDAGE.salt}</dt>
        <dd>
          <code class="fingerprint">{props.caviarde.sel}</code>
        </dd>
        <dt>{CAVIARDAGE.engagement}</dt>
        <dd>
          <code class="fingerprint">{props.caviarde.engagement}</code>
        </dd>
      </dl>
      <Show when={said()}>{(sentence) => <p class="muted">{sentence()}</p>}</Show>
    </Dialog>
  );
}
