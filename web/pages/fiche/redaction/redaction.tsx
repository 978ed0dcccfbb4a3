import type { JSX } from "solid-js";
import type { FicheBody, SessionBody } from "../../../../shared/protocol/http-bodies.ts";
import { FICHE } from "../../../labels/fiche.ts";
import type { LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Desk } from "./desk.tsx";
import { Opened } from "./opened.tsx";

export interface RedactionProps {
  readonly account: SessionBody["account"];
  readonly body: FicheBody;
  /** Whether there is room for the sections beside the sheet. */
  readonly wide: boolean;
  /** Called with the live text for as long as it is open, then with null. */
  readonly onLive: (live: LiveFiche | null) => void;
}

/** The sheet, written together. */
export default function Redaction(props: RedactionProps): JSX.Element {
  return (
    <Opened
      account={props.account.id}
      document={props.body.fiche.id}
      fallback={<Skeleton class="frame" label={FICHE.loadingText} lines={10} />}
    >
      {(opening) => <Desk {...props} {...opening} />}
    </Opened>
  );
}
