import { describe, expect, it } from "vitest";
import type { AxeId } from "../../../../shared/ids.ts";
import type { AxeBody, ObjectifBody } from "../../../../shared/protocol/http-bodies.ts";
import { dropped, lastUnder, mayGoUnder, nodesOf, shifted } from "../../../../web/pages/plan/nodes.ts";

const id = (name: string) => name as AxeId;

function objectif(name: string, ...objectifs: ObjectifBody[]): ObjectifBody {
  return { id: id(name), libelle: name, objectifs };
}

function axe(numero: number, name: string, ...objectifs: ObjectifBody[]): AxeBody {
  return { numero, ...objectif(name, ...objectifs) };
}

/** Three axes: « Aînés » with two objectifs, the first with one under it; « Jeunes »; « Soins ». */
const NODES = nodesOf([
  axe(1, "aines", objectif("aidants", objectif("repit")), objectif("chutes")),
  axe(2, "jeunes"),
  axe(3, "soins"),
]);

describe("Nolwenn changes the order of the plan with the keyboard", () => {
  it("one place higher or lower among those of the same parent", () => {
    expect(shifted(NODES, id("jeunes"), -1)).toEqual({ parent: null, rang: 0 });
    expect(shifted(NODES, id("jeunes"), 1)).toEqual({ parent: null, rang: 2 });
    expect(shifted(NODES, id("chutes"), -1)).toEqual({ parent: "aines", rang: 0 });
  });

  it("and never past the first or the last", () => {
    expect(shifted(NODES, id("aines"), -1)).toBeNull();
    expect(shifted(NODES, id("soins"), 1)).toBeNull();
    expect(shifted(NODES, id("repit"), 1)).toBeNull();
    expect(shifted(NODES, id("parti"), 1)).toBeNull();
  });
});

describe("Nolwenn drags something onto something else", () => {
  it("goes before, after, or in last, counted among the others", () => {
    expect(dropped(NODES, id("aines"), id("soins"), "before")).toEqual({ parent: null, rang: 1 });
    expect(dropped(NODES, id("aines"), id("soins"), "after")).toEqual({ parent: null, rang: 2 });
    expect(dropped(NODES, id("soins"), id("aines"), "before")).toEqual({ parent: null, rang: 0 });
    expect(dropped(NODES, id("jeunes"), id("aines"), "in")).toEqual({ parent: "aines", rang: 2 });
    expect(dropped(NODES, id("aidants"), id("aines"), "in")).toEqual({ parent: "aines", rang: 1 });
  });

  it("goes nowhere on itself, under itself, or deeper than three levels", () => {
    expect(dropped(NODES, id("aines"), id("aines"), "after")).toBeNull();
    expect(dropped(NODES, id("aines"), id("chutes"), "in")).toBeNull();
    expect(dropped(NODES, id("aidants"), id("chutes"), "in")).toBeNull();
    expect(dropped(NODES, id("jeunes"), id("repit"), "in")).toBeNull();
    expect(dropped(NODES, id("jeunes"), id("repit"), "before")).toEqual({ parent: "aidants", rang: 0 });
  });
});

describe("the list of places where something may go", () => {
  it("leaves out what is under it and what is too deep", () => {
    expect(mayGoUnder(NODES, id("aidants"), null)).toBe(true);
    expect(mayGoUnder(NODES, id("aidants"), id("jeunes"))).toBe(true);
    expect(mayGoUnder(NODES, id("aidants"), id("repit"))).toBe(false);
    expect(mayGoUnder(NODES, id("aines"), id("jeunes"))).toBe(false);
    expect(lastUnder(NODES, id("aines"), null)).toEqual({ parent: null, rang: 2 });
  });
});
