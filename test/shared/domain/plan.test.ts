import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addNode,
  axeNumbers,
  branchesOf,
  moveNode,
  nextNumero,
  PLAN_DEPTH_MAX,
  type PlanBranch,
  type PlanNode,
  removeNode,
  renumber,
} from "../../../shared/domain/plan.ts";
import type { AxeId, DocumentId } from "../../../shared/ids.ts";

const axe = (name: string) => name as AxeId;

/** « a(a1 a2) b » : each name with its parent and its rank. */
const PLAN: readonly PlanNode[] = [
  { id: axe("a"), parent: null, rang: 0, libelle: "A" },
  { id: axe("a1"), parent: axe("a"), rang: 0, libelle: "A1" },
  { id: axe("a2"), parent: axe("a"), rang: 1, libelle: "A2" },
  { id: axe("b"), parent: null, rang: 1, libelle: "B" },
];

/** The plan in one line, in order. */
function shape(nodes: readonly PlanNode[]): string {
  const of = (branches: readonly PlanBranch[]): string =>
    branches.map(({ id, branches: under }) => (under.length === 0 ? id : `${id}(${of(under)})`)).join(" ");
  return of(branchesOf(nodes));
}

function moved(id: string, parent: string | null, rang: number, nodes = PLAN): string {
  const result = moveNode(nodes, axe(id), { parent: parent === null ? null : axe(parent), rang });
  return result.ok ? shape(result.value) : result.code;
}

describe("the tree of axes and objectifs", () => {
  it("grows at the end, three levels deep at most", () => {
    const one = addNode(PLAN, { id: axe("a11"), parent: axe("a1"), libelle: "" });
    if (!one.ok) throw new Error(one.code);
    expect(shape(one.value)).toBe("a(a1(a11) a2) b");
    expect(addNode(one.value, { id: axe("x"), parent: axe("a11"), libelle: "" })).toMatchObject({
      code: "plan_trop_profond",
    });
    expect(addNode(PLAN, { id: axe("x"), parent: axe("nowhere"), libelle: "" })).toMatchObject({ code: "axe_inconnu" });
  });

  it("is reordered, an axe before another, an objectif under another axe", () => {
    expect(moved("b", null, 0)).toBe("b a(a1 a2)");
    expect(moved("a2", "a", 0)).toBe("a(a2 a1) b");
    expect(moved("a1", "b", 0)).toBe("a(a2) b(a1)");
    expect(moved("a1", null, 1)).toBe("a(a2) a1 b");
    expect(moved("a", "b", 5)).toBe("b(a(a1 a2))");
  });

  it("never holds itself, nor more than three levels", () => {
    expect(moved("a", "a", 0)).toBe("axe_dans_lui_meme");
    expect(moved("a", "a1", 0)).toBe("axe_dans_lui_meme");
    const deep = addNode(PLAN, { id: axe("a11"), parent: axe("a1"), libelle: "" });
    expect(moved("a", "b", 0, deep.ok ? deep.value : [])).toBe("plan_trop_profond");
  });

  it("lets go of a place that nothing stands under", () => {
    expect(removeNode(PLAN, axe("a"))).toMatchObject({ code: "axe_occupe" });
    const rest = removeNode(PLAN, axe("a1"));
    expect(rest.ok && shape(rest.value)).toBe("a(a2) b");
    expect(rest.ok && rest.value.find(({ id }) => id === "a2")?.rang).toBe(0);
  });

  it("keeps every place, once, whatever is moved where", () => {
    const move = fc.record({
      id: fc.constantFrom("a", "a1", "a2", "b"),
      parent: fc.constantFrom(null, "a", "a1", "a2", "b"),
      rang: fc.nat(6),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        let plan = PLAN;
        for (const { id, parent, rang } of moves) {
          const next = moveNode(plan, axe(id), { parent: parent === null ? null : axe(parent), rang });
          if (next.ok) plan = next.value;
        }
        expect(plan.map(({ id }) => id).sort()).toEqual(["a", "a1", "a2", "b"]);
        // All of them can be reached from the top, and the ranks have no gap.
        expect(
          shape(plan)
            .match(/[ab]\d?/g)
            ?.sort(),
        ).toEqual(["a", "a1", "a2", "b"]);
        for (const parent of [null, "a", "a1", "a2", "b"]) {
          const ranks = plan.filter((node) => node.parent === parent).map(({ rang }) => rang);
          expect(ranks.sort()).toEqual(ranks.map((_, index) => index));
        }
        expect(Math.max(...plan.map((node) => depth(plan, node)))).toBeLessThanOrEqual(PLAN_DEPTH_MAX);
      }),
    );
  });
});

describe("the numbers of the fiches", () => {
  const fiche = (id: string, numero: string, under: string) => ({ id: id as DocumentId, numero, axe: axe(under) });
  const numbered = (fiches: readonly { id: DocumentId; axe: AxeId }[], nodes = PLAN) =>
    new Map(fiches.map(({ id, axe: under }) => [id, axeNumbers(nodes).get(under) ?? 0]));

  it("follow their axe when it is moved, and keep what is their own", () => {
    const fiches = [fiche("f", "1.3", "a1"), fiche("g", "2.1", "b"), fiche("h", "bis", "b")];
    const after = moveNode(PLAN, axe("b"), { parent: null, rang: 0 });
    const numbers = renumber(fiches, numbered(fiches), axeNumbers(after.ok ? after.value : []));
    expect([...numbers]).toEqual([
      ["f", "2.3"],
      ["g", "1.1"],
    ]);
  });

  it("give way to those that were there before", () => {
    const fiches = [fiche("f", "1.1", "a1"), fiche("g", "1.2", "a"), fiche("h", "2.1", "b"), fiche("i", "2.4", "b")];
    // The axe « a » becomes an objectif of « b », which is then the first.
    const after = moveNode(PLAN, axe("a"), { parent: axe("b"), rang: 0 });
    const numbers = renumber(fiches, numbered(fiches), axeNumbers(after.ok ? after.value : []));
    expect([...numbers]).toEqual([
      ["h", "1.3"],
      ["i", "1.4"],
    ]);
  });

  it("are never the same twice, whatever is moved", () => {
    const fiches = [
      fiche("f", "1.1", "a1"),
      fiche("g", "1.2", "a2"),
      fiche("h", "2.1", "b"),
      fiche("i", "2.2", "b"),
      fiche("j", "1.9", "b"),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom("a", "a1", "a2", "b"),
        fc.constantFrom(null, "a", "b"),
        fc.nat(3),
        (id, parent, rang) => {
          const after = moveNode(PLAN, axe(id), { parent: parent === null ? null : axe(parent), rang });
          if (!after.ok) return;
          const changes = renumber(fiches, numbered(fiches), axeNumbers(after.value));
          const numeros = fiches.map((each) => changes.get(each.id) ?? each.numero);
          expect(new Set(numeros).size).toBe(numeros.length);
        },
      ),
    );
  });

  it("go on after the last one of the axe", () => {
    expect(nextNumero(2, ["2.1", "2.10", "2.9", "3.40", "2.x", "12.99"])).toBe("2.11");
    expect(nextNumero(4, [])).toBe("4.1");
  });
});

function depth(nodes: readonly PlanNode[], node: PlanNode): number {
  const parent = nodes.find(({ id }) => id === node.parent);
  return parent === undefined ? 1 : depth(nodes, parent) + 1;
}
