import type { SeededRandom } from "../harness/random.ts";

/** Bytes changed in a few places, as chance has it: what a broken or hostile page could send instead. */
export function mutate(bytes: Uint8Array, others: readonly Uint8Array[], random: SeededRandom): Uint8Array {
  let mutated = bytes;
  for (let times = 1 + random.below(3); times > 0; times--) {
    mutated = random.pick(MUTATIONS)(mutated, random.pick(others), random);
  }
  return mutated;
}

type Mutation = (bytes: Uint8Array, other: Uint8Array, random: SeededRandom) => Uint8Array;

/** Numbers that lengths and clocks are tampered with: 0, 1, the largest of a byte, of 31 bits, of 32, and too many. */
const NUMBERS = [
  [0],
  [1],
  [127],
  [128, 1],
  [255, 255, 255, 255, 7],
  [255, 255, 255, 255, 15],
  [255, 255, 255, 255, 255, 255, 255, 15],
  [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1],
];

const MUTATIONS: readonly Mutation[] = [
  function flipBit(bytes, _, random) {
    return replace(bytes, random, (byte) => byte ^ (1 << random.below(8)));
  },
  function setByte(bytes, _, random) {
    return replace(bytes, random, () => random.below(256));
  },
  function countOneMore(bytes, _, random) {
    return replace(bytes, random, (byte) => byte + (random.chance(0.5) ? 1 : -1));
  },
  function truncate(bytes, _, random) {
    return bytes.slice(0, random.below(bytes.length + 1));
  },
  function tamper(bytes, _, random) {
    const at = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), new Uint8Array(random.pick(NUMBERS)), bytes.subarray(at + 1));
  },
  function splice(bytes, other, random) {
    const start = random.below(other.length + 1);
    const piece = other.subarray(start, start + 1 + random.below(24));
    const at = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), piece, bytes.subarray(at + (random.chance(0.5) ? piece.length : 0)));
  },
  function repeat(bytes, _, random) {
    const start = random.below(bytes.length + 1);
    const end = start + 1 + random.below(24);
    return joined(bytes.subarray(0, end), bytes.subarray(start));
  },
  function remove(bytes, _, random) {
    const start = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, start), bytes.subarray(start + 1 + random.below(8)));
  },
  function chance(bytes, _, random) {
    return Uint8Array.from({ length: random.below(bytes.length + 1) }, () => random.below(256));
  },
];

function replace(bytes: Uint8Array, random: SeededRandom, change: (byte: number) => number): Uint8Array {
  const changed = bytes.slice();
  if (changed.length === 0) return changed;
  const at = random.below(changed.length);
  changed[at] = change(changed[at] ?? 0);
  return changed;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
