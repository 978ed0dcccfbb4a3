import { moveNode, type PlanNode } from "../../../shared/domain/plan.ts";
import type { AxeId } from "../../../shared/ids.ts";
import type { AxeBody, ObjectifBody } from "../../../shared/protocol/http-bodies.ts";

/** Where something is put in the plan, as the server is asked. */
export interface Place {
  readonly parent: AxeId | null;
  /** Before which of the others of `parent`, from 0. */
  readonly rang: number;
}

/** Where the pointer is over a place of the plan: above it, below it, or in it. */
export type Side = "before" | "after" | "in";

/** The plan as a flat list of places. */
export function nodesOf(axes: readonly AxeBody[]): readonly PlanNode[] {
  return flat(axes, null);
}

function flat(branches: readonly ObjectifBody[], parent: AxeId | null): PlanNode[] {
  return branches.flatMap(({ id, libelle, objectifs }, rang) => [
    { id, parent, rang, libelle },
    ...flat(objectifs, id),
  ]);
}

/** One place higher (-1) or lower (1) among those of the same parent; null: it is the first, or the last. */
export function shifted(nodes: readonly PlanNode[], id: AxeId, by: -1 | 1): Place | null {
  const node = nodes.find((each) => each.id === id);
  if (node === undefined) return null;
  const last = nodes.filter(({ parent }) => parent === node.parent).length - 1;
  const rang = node.rang + by;
  return rang < 0 || rang > last ? null : { parent: node.parent, rang };
}

/** The last place under something (null: of the axes). */
export function lastUnder(nodes: readonly PlanNode[], id: AxeId, parent: AxeId | null): Place {
  return { parent, rang: nodes.filter((each) => each.parent === parent && each.id !== id).length };
}

/** Where something goes that is dropped on another; null: it may not. */
export function dropped(nodes: readonly PlanNode[], id: AxeId, on: AxeId, side: Side): Place | null {
  const target = nodes.find((each) => each.id === on);
  if (target === undefined || on === id) return null;
  const others = nodes
    .filter((each) => each.parent === target.parent && each.id !== id)
    .sort((a, b) => a.rang - b.rang);
  const at = others.findIndex((each) => each.id === on);
  const place =
    side === "in" ? lastUnder(nodes, id, on) : { parent: target.parent, rang: side === "before" ? at : at + 1 };
  return moveNode(nodes, id, place).ok ? place : null;
}

/** Whether something, with all that is under it, may be put under `parent`. */
export function mayGoUnder(nodes: readonly PlanNode[], id: AxeId, parent: AxeId | null): boolean {
  return moveNode(nodes, id, lastUnder(nodes, id, parent)).ok;
}
