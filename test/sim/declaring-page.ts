import type * as Y from "yjs";
import type { Declaration } from "../../shared/protocol/declarations.ts";
import { RESTATES } from "../../web/live/own-changes.ts";
import { RawPage } from "../harness/raw-page.ts";

/** A page without a screen that says, as ours does, what its binding restated. */
export class DeclaringPage extends RawPage {
  protected override restatedBy({ meta }: Y.Transaction): readonly Declaration[] | null {
    // Put there by the binding and the undo history alone.
    return (meta.get(RESTATES) as readonly Declaration[] | undefined) ?? null;
  }
}
