import type { AxeId, DocumentId } from "../ids.ts";
import { ok, type Result, refuse } from "../result.ts";

/** A place of the plan: an axe, which has no parent, or an objectif under it. */
export interface PlanNode {
  readonly id: AxeId;
  readonly parent: AxeId | null;
  /** Its place among those of the same parent, from 0. */
  readonly rang: number;
  readonly libelle: string;
}

/** An axe, its objectifs, and theirs: the deepest plans that contrats have. */
export const PLAN_DEPTH_MAX = 3;

/** A place with those under it, in order. */
export interface PlanBranch {
  readonly id: AxeId;
  readonly libelle: string;
  readonly branches: readonly PlanBranch[];
}

/** The axes in order, each with what is under it. */
export function branchesOf(nodes: readonly PlanNode[], parent: AxeId | null = null): PlanBranch[] {
  return childrenOf(nodes, parent).map(({ id, libelle }) => ({ id, libelle, branches: branchesOf(nodes, id) }));
}

/** The number of the axe that each place is in: axes are numbered from 1, in order. */
export function axeNumbers(nodes: readonly PlanNode[]): ReadonlyMap<AxeId, number> {
  const numbers = new Map<AxeId, number>();
  const number = (node: PlanNode, value: number): void => {
    numbers.set(node.id, value);
    for (const child of childrenOf(nodes, node.id)) number(child, value);
  };
  for (const [index, axe] of childrenOf(nodes, null).entries()) number(axe, index + 1);
  return numbers;
}

/** The plan with one more place, at the end of its parent's. */
export function addNode(
  nodes: readonly PlanNode[],
  added: Pick<PlanNode, "id" | "parent" | "libelle">,
): Result<readonly PlanNode[], "axe_inconnu" | "plan_trop_profond"> {
  if (added.parent !== null && !has(nodes, added.parent)) return refuse("axe_inconnu");
  if (depthOf(nodes, added.parent) + 1 > PLAN_DEPTH_MAX) return refuse("plan_trop_profond");
  return ok([...nodes, { ...added, rang: childrenOf(nodes, added.parent).length }]);
}

/** The plan with this place, and all that is under it, moved before the `rang`-th other of `parent`. */
export function moveNode(
  nodes: readonly PlanNode[],
  id: AxeId,
  to: { readonly parent: AxeId | null; readonly rang: number },
): Result<readonly PlanNode[], "axe_inconnu" | "axe_dans_lui_meme" | "plan_trop_profond"> {
  const moved = nodes.find((node) => node.id === id);
  if (moved === undefined || (to.parent !== null && !has(nodes, to.parent))) return refuse("axe_inconnu");
  if (to.parent !== null && isUnder(nodes, to.parent, id)) return refuse("axe_dans_lui_meme");
  if (depthOf(nodes, to.parent) + heightOf(nodes, id) > PLAN_DEPTH_MAX) return refuse("plan_trop_profond");
  const rest = ranked(nodes.filter((node) => node.id !== id));
  const siblings = childrenOf(rest, to.parent);
  const order = [...siblings.slice(0, to.rang), { ...moved, parent: to.parent }, ...siblings.slice(to.rang)];
  return ok([...rest.filter((node) => node.parent !== to.parent), ...order.map((node, rang) => ({ ...node, rang }))]);
}

/** The plan without this place, which has none under it. */
export function removeNode(nodes: readonly PlanNode[], id: AxeId): Result<readonly PlanNode[], "axe_occupe"> {
  if (childrenOf(nodes, id).length > 0) return refuse("axe_occupe");
  return ok(ranked(nodes.filter((node) => node.id !== id)));
}

/** A fiche where it stands in the plan. */
export interface PlacedFiche {
  readonly id: DocumentId;
  readonly numero: string;
  readonly axe: AxeId;
}

/**
 * The new numbers of the fiches whose axe has another number than before. A fiche keeps what follows its axe's number
 * (« 2.3 » becomes « 1.3 »), or takes the next free one; a number that does not begin with its axe's is the contrat's own
 * choice and stays.
 */
export function renumber(
  fiches: readonly PlacedFiche[],
  before: ReadonlyMap<DocumentId, number>,
  after: ReadonlyMap<AxeId, number>,
): ReadonlyMap<DocumentId, string> {
  const changes = new Map<DocumentId, string>();
  const moving = fiches.filter(({ id, axe, numero }) => {
    const from = before.get(id);
    return from !== undefined && from !== after.get(axe) && numero.startsWith(`${from}.`);
  });
  const taken = new Set(fiches.filter((fiche) => !moving.includes(fiche)).map(({ numero }) => numero));
  for (const { id, axe, numero } of moving) {
    const to = after.get(axe) ?? 0;
    const kept = `${to}.${numero.slice(numero.indexOf(".") + 1)}`;
    const given = taken.has(kept) ? nextNumero(to, taken) : kept;
    taken.add(given);
    changes.set(id, given);
  }
  return changes;
}

/** The first number after the last of this axe: after « 2.1 » and « 2.4 », « 2.5 ». */
export function nextNumero(axe: number, taken: Iterable<string>): string {
  let last = 0;
  for (const numero of taken) {
    const parts = /^(\d+)\.(\d+)$/.exec(numero);
    if (parts !== null && Number(parts[1]) === axe) last = Math.max(last, Number(parts[2]));
  }
  return `${axe}.${last + 1}`;
}

function childrenOf(nodes: readonly PlanNode[], parent: AxeId | null): PlanNode[] {
  return nodes.filter((node) => node.parent === parent).sort((a, b) => a.rang - b.rang);
}

function has(nodes: readonly PlanNode[], id: AxeId): boolean {
  return nodes.some((node) => node.id === id);
}

/** How many places there are above and with this one; 0 above the axes. */
function depthOf(nodes: readonly PlanNode[], id: AxeId | null): number {
  const node = nodes.find((each) => each.id === id);
  return node === undefined ? 0 : depthOf(nodes, node.parent) + 1;
}

/** How many levels this place makes with what is under it: 1 when nothing is. */
function heightOf(nodes: readonly PlanNode[], id: AxeId): number {
  return 1 + Math.max(0, ...childrenOf(nodes, id).map((child) => heightOf(nodes, child.id)));
}

function isUnder(nodes: readonly PlanNode[], id: AxeId, above: AxeId): boolean {
  if (id === above) return true;
  const parent = nodes.find((node) => node.id === id)?.parent ?? null;
  return parent !== null && isUnder(nodes, parent, above);
}

/** The same order, with no gap in the ranks. */
function ranked(nodes: readonly PlanNode[]): PlanNode[] {
  const parents = new Set(nodes.map(({ parent }) => parent));
  return [...parents].flatMap((parent) => childrenOf(nodes, parent).map((node, rang) => ({ ...node, rang })));
}
