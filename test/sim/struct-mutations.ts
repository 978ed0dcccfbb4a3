import * as encoding from "lib0/encoding";
import { type Content, decodeUpdate, type Id, type Range, type Struct } from "../../worker/live/bounded-decoder.ts";
import type { SeededRandom } from "../harness/random.ts";

type Item = Extract<Struct, { kind: "item" }>;

/**
 * An update whose bytes are in order and whose meaning is not: neighbours, parents, contents and clocks are others. What
 * chance in the bytes would hardly ever make.
 *
 * @param known gives an id of the text, or one near it
 */
export function mutateStructs(update: Uint8Array, known: () => Id, random: SeededRandom): Uint8Array {
  const decoded = decodeUpdate(update);
  if (decoded === null) throw new Error("not an update");
  let structs = [...decoded.structs];
  let deletes = [...decoded.deletes];
  for (let times = 1 + random.below(2); times > 0; times--) {
    if (structs.length > 0 && random.chance(0.8)) {
      const at = random.below(structs.length);
      structs = structs.toSpliced(at, 1, ...change(structs[at], known, random));
    } else {
      const range = { ...known(), length: 1 + random.below(9) };
      deletes = random.chance(0.7) ? [...deletes, range] : deletes.slice(1);
    }
  }
  return encode(structs, deletes);
}

function change(struct: Struct | undefined, known: () => Id, random: SeededRandom): Struct[] {
  if (struct === undefined) return [];
  const { client, clock, length } = struct;
  if (struct.kind !== "item") return [{ kind: "gc", client, clock, length: 1 + random.below(9) }];
  const changes: (() => Struct[])[] = [
    () => [{ ...struct, ...between(known(), struct.rightOrigin) }],
    () => [{ ...struct, ...between(struct.origin, known()) }],
    () => [{ ...struct, ...between(known(), known()) }],
    () => [{ ...struct, ...between(null, known()) }],
    () => [{ ...struct, origin: null, rightOrigin: null, parent: { id: known() }, parentSub: null }],
    () => [{ ...struct, origin: null, rightOrigin: null, parent: { root: "freins" }, parentSub: null }],
    () => [attribute(struct, { parent: { id: known() }, parentSub: "genre" })],
    () => [attribute(struct, between(known(), random.chance(0.5) ? null : known()))],
    () => [withContent(struct, random)],
    () => [{ kind: "gc", client, clock, length }],
    () => [{ ...struct, content: { kind: "deleted" }, length: 1 + random.below(9) }],
    () => [],
    () => [struct, { ...struct, clock: clock + length }],
    () => [{ ...struct, clock: Math.max(0, clock + random.below(5) - 2) }],
    () => [{ ...struct, client: known().client }],
  ];
  return random.pick(changes)();
}

/** Between two neighbours; a parent is written only where there is none. */
function between(
  origin: Id | null,
  rightOrigin: Id | null,
): Pick<Item, "origin" | "rightOrigin" | "parent" | "parentSub"> {
  const parent = origin === null && rightOrigin === null ? { root: "freins" } : null;
  return { origin, rightOrigin, parent, parentSub: null };
}

function attribute(struct: Item, where: Partial<Item>): Item {
  const nowhere = { origin: null, rightOrigin: null, parent: null, parentSub: null };
  return { ...struct, ...nowhere, ...where, content: { kind: "any", values: ["titre"] }, length: 1 };
}

/**
 * An update of many structs under several ids of one's own, which name each other and the text at random: crosswise, in
 * rings, and now and then as a page could.
 *
 * @param own where each id goes on
 */
export function scatter(own: readonly Id[], count: number, known: () => Id, random: SeededRandom): Uint8Array {
  const next = new Map(own.map(({ client, clock }) => [client, clock]));
  const somewhere = (): Id | null => {
    if (random.chance(0.1)) return null;
    if (random.chance(0.5)) return known();
    const { client, clock } = random.pick(own);
    // Of what the update brings before it or, now and then, behind it.
    return {
      client,
      clock: random.chance(0.05) ? clock + random.below(count) : Math.max(0, (next.get(client) ?? 0) - 1),
    };
  };
  const structs = Array.from({ length: count }, (): Struct => {
    const { client } = random.pick(own);
    const clock = next.get(client) ?? 0;
    next.set(client, clock + 1);
    return {
      kind: "item",
      client,
      clock,
      length: 1,
      ...between(somewhere(), somewhere()),
      content: { kind: "string", text: "x" },
    };
  });
  return encode(
    structs.toSorted((a, b) => b.client - a.client || a.clock - b.clock),
    [],
  );
}

/** An update that says so many times that something new comes first in the intitulé, under one id and then another. */
export function pile(own: readonly Id[], count: number): Uint8Array {
  const structs = own.flatMap(({ client, clock }) =>
    Array.from({ length: count }, (_, index): Struct => {
      const where = { origin: null, rightOrigin: null, parent: { root: "intitule" }, parentSub: null };
      return {
        kind: "item",
        client,
        clock: clock + index,
        length: 1,
        ...where,
        content: { kind: "string", text: "x" },
      };
    }),
  );
  return encode(structs, []);
}

const CONTENTS: readonly { readonly content: Content; readonly length: number }[] = [
  { content: { kind: "string", text: "mots" }, length: 4 },
  { content: { kind: "string", text: "une\ndeux" }, length: 8 },
  { content: { kind: "element", name: "paragraph" }, length: 1 },
  { content: { kind: "element", name: "hard_break" }, length: 1 },
  { content: { kind: "text" }, length: 1 },
  { content: { kind: "format", key: "strong", value: {} }, length: 1 },
  { content: { kind: "format", key: "link", value: { href: "javascript:alert(1)" } }, length: 1 },
  { content: { kind: "any", values: ["titre"] }, length: 1 },
];

function withContent(struct: Item, random: SeededRandom): Item {
  return { ...struct, ...random.pick(CONTENTS) };
}

/** Writes what `decodeUpdate` reads: runs of structs whose clocks follow each other. */
function encode(structs: readonly Struct[], deletes: readonly Range[]): Uint8Array {
  const blocks: Struct[][] = [];
  for (const struct of structs) {
    const last = blocks.at(-1)?.at(-1);
    if (last !== undefined && last.client === struct.client && last.clock + last.length === struct.clock) {
      blocks.at(-1)?.push(struct);
    } else {
      blocks.push([struct]);
    }
  }
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length);
    for (const block of blocks) {
      encoding.writeVarUint(encoder, block.length);
      encoding.writeVarUint(encoder, block[0]?.client ?? 0);
      encoding.writeVarUint(encoder, block[0]?.clock ?? 0);
      for (const struct of block) writeStruct(encoder, struct);
    }
    const clients = Map.groupBy(deletes, ({ client }) => client);
    encoding.writeVarUint(encoder, clients.size);
    for (const [client, ranges] of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const { clock, length } of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
}

function writeStruct(encoder: encoding.Encoder, struct: Struct): void {
  if (struct.kind !== "item") {
    encoding.writeUint8(encoder, struct.kind === "gc" ? 0 : 10);
    encoding.writeVarUint(encoder, struct.length);
    return;
  }
  const { origin, rightOrigin, parent, parentSub, content } = struct;
  const flags = (origin === null ? 0 : 0x80) | (rightOrigin === null ? 0 : 0x40) | (parentSub === null ? 0 : 0x20);
  encoding.writeUint8(encoder, NUMBERS[content.kind] | flags);
  if (origin !== null) writeId(encoder, origin);
  if (rightOrigin !== null) writeId(encoder, rightOrigin);
  if (origin === null && rightOrigin === null) {
    const isRoot = parent !== null && "root" in parent;
    encoding.writeVarUint(encoder, isRoot ? 1 : 0);
    if (isRoot) encoding.writeVarString(encoder, parent.root);
    else if (parent !== null) writeId(encoder, parent.id);
    if (parentSub !== null) encoding.writeVarString(encoder, parentSub);
  }
  writeContent(encoder, content, struct.length);
}

const NUMBERS = { deleted: 1, string: 4, format: 6, element: 7, text: 7, any: 8, other: 5 } as const;

function writeContent(encoder: encoding.Encoder, content: Content, length: number): void {
  switch (content.kind) {
    case "deleted":
      encoding.writeVarUint(encoder, length);
      break;
    case "string":
      encoding.writeVarString(encoder, content.text);
      break;
    case "format":
      encoding.writeVarString(encoder, content.key);
      encoding.writeVarString(encoder, JSON.stringify(content.value));
      break;
    case "element":
      encoding.writeVarUint(encoder, 3);
      encoding.writeVarString(encoder, content.name);
      break;
    case "text":
      encoding.writeVarUint(encoder, 6);
      break;
    case "any":
      encoding.writeVarUint(encoder, content.values.length);
      for (const value of content.values) encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1]);
      break;
    case "other":
      encoding.writeVarString(encoder, "{}");
      break;
  }
}

function writeId(encoder: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
