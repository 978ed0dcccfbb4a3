import "../../../styles/fiche.css";
import type { JSX } from "solid-js";
import type { DocumentId } from "../../../../shared/ids.ts";
import type { SessionBody } from "../../../../shared/protocol/http-bodies.ts";
import { NOTES } from "../../../labels/groupe.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Opened } from "../../fiche/redaction/opened.tsx";
import { NotesDesk } from "./notes-desk.tsx";

export interface NotesProps {
  readonly account: SessionBody["account"];
  readonly slug: string;
  readonly notes: DocumentId;
  /** What the server last said of this person's right to write. */
  readonly mayWrite: boolean;
}

/** The notes of a meeting, written together. */
export default function Notes(props: NotesProps): JSX.Element {
  return (
    <Opened account={props.account.id} document={props.notes} fallback={<Skeleton label={NOTES.loading} lines={6} />}>
      {(opening) => <NotesDesk {...props} {...opening} />}
    </Opened>
  );
}
