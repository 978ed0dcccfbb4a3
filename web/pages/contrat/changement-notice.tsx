import type { JSX } from "solid-js";
import type { ChangementBody } from "../../../shared/protocol/http-bodies.ts";
import { CHANGEMENT, changementSentence } from "../../labels/changement.ts";
import { Notice } from "../../ui/notice.tsx";

/** Why one's rights are what they are. */
export default function ChangementNotice(props: { changement: ChangementBody; onRead: () => void }): JSX.Element {
  return (
    <div class="changement">
      <Notice
        tone="info"
        title={CHANGEMENT.title}
        act={
          <button type="button" class="btn small" onClick={() => props.onRead()}>
            {CHANGEMENT.read}
          </button>
        }
      >
        {changementSentence(props.changement)}
      </Notice>
    </div>
  );
}
