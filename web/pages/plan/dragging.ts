import { type Accessor, createSignal } from "solid-js";
import type { PlanNode } from "../../../shared/domain/plan.ts";
import type { AxeId } from "../../../shared/ids.ts";
import { dropped, type Place, type Side } from "./nodes.ts";

/** Moving places of the plan with the pointer. */
export interface Dragging {
  /** What is being dragged, or null. */
  readonly dragged: Accessor<AxeId | null>;
  /** Where it would go if it were let go now. */
  readonly over: Accessor<{ readonly id: AxeId; readonly side: Side } | null>;
  readonly start: (event: DragEvent, id: AxeId) => void;
  readonly move: (event: DragEvent, id: AxeId) => void;
  readonly drop: (event: DragEvent) => void;
  readonly end: () => void;
}

/** @param onDrop something was let go where it may be */
export function createDragging(
  nodes: Accessor<readonly PlanNode[]>,
  onDrop: (id: AxeId, place: Place) => void,
): Dragging {
  const [dragged, setDragged] = createSignal<AxeId | null>(null);
  const [over, setOver] = createSignal<{ readonly id: AxeId; readonly side: Side } | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    dragged,
    over,
    end,
    start(event, id) {
      event.stopPropagation();
      // Firefox drags nothing that holds no data.
      event.dataTransfer?.setData("text/plain", id);
      setDragged(id);
    },
    move(event, id) {
      const from = dragged();
      // What is dragged comes from elsewhere: not ours to take.
      if (from === null || !(event.currentTarget instanceof Element)) return;
      event.stopPropagation();
      const side = sideOf(event.currentTarget.getBoundingClientRect(), event.clientY);
      const possible = dropped(nodes(), from, id, side) !== null;
      setOver(possible ? { id, side } : null);
      if (possible) event.preventDefault();
    },
    drop(event) {
      const from = dragged();
      const to = over();
      if (from === null || to === null) return;
      event.preventDefault();
      event.stopPropagation();
      const place = dropped(nodes(), from, to.id, to.side);
      end();
      if (place !== null) onDrop(from, place);
    },
  };
}

/** The upper and the lower quarter are before and after; between them, in. */
function sideOf(box: DOMRect, y: number): Side {
  const at = (y - box.top) / box.height;
  if (at < 0.25) return "before";
  return at > 0.75 ? "after" : "in";
}
