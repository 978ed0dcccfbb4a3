import type { SharedTrace } from "./traces.ts";

/** Edits of one person that go out together, without waiting for each other. */
export interface Stretch {
  readonly agent: number;
  /** Rounds whose edits by others this person sees from now on, before the first of these edits. */
  readonly shows: readonly number[];
  /** How many edits of each person are then in the text: what `parents` says, neither more nor less. */
  readonly history: readonly number[];
  readonly txns: readonly number[];
}

interface Plan {
  readonly agent: number;
  readonly history: readonly number[];
  readonly txns: number[];
  /** Number of this person's edits up to the last of these. */
  end: number;
}

/**
 * Cuts a session into rounds, one after another; in each, the people who can write do so at once. What goes out in one
 * round may reach others as one broadcast, so nobody ever has to see a part of it without the rest.
 */
export function planRounds(trace: SharedTrace): Stretch[][] {
  const agents = Array.from({ length: trace.numAgents }, (_, agent) => agent);
  const waiting = stretchesOf(trace, agents);
  /** The first stretch of this person that has seen that one, by its number. */
  const firstToSee = (agent: number, { agent: author, end }: Plan) =>
    (waiting[agent] ?? []).findIndex(({ history }) => (history[author] ?? 0) >= end);

  const sent = agents.map(() => 0);
  const next = agents.map(() => 0);
  const hidden: Plan[][][] = agents.map(() => []);
  const rounds: Stretch[][] = [];
  for (;;) {
    const chosen: Plan[] = [];
    for (const agent of agents) {
      const plan = waiting[agent]?.[next[agent] ?? 0];
      if (plan === undefined || plan.history.some((count, other) => other !== agent && count > (sent[other] ?? 0)))
        continue;
      const together = chosen.every((other) =>
        agents.every(
          (each) => each === agent || each === other.agent || firstToSee(each, plan) === firstToSee(each, other),
        ),
      );
      if (together) chosen.push(plan);
    }
    if (chosen.length === 0) break;
    rounds.push(chosen.map((plan) => ({ ...plan, shows: takeShown(hidden[plan.agent] ?? [], plan) })));
    for (const agent of agents) (hidden[agent] ?? []).push(chosen.filter((plan) => plan.agent !== agent));
    for (const plan of chosen) {
      sent[plan.agent] = plan.end;
      next[plan.agent] = (next[plan.agent] ?? 0) + 1;
    }
  }
  if (next.some((count, agent) => count < (waiting[agent] ?? []).length)) throw new Error("a session that never ends");
  return rounds;
}

/** The rounds that this stretch sees first, emptied in the list of those still hidden. */
function takeShown(hidden: Plan[][], { history }: Plan): number[] {
  const shown: number[] = [];
  for (const [round, plans] of hidden.entries()) {
    const seen = plans.filter(({ agent, end }) => end <= (history[agent] ?? 0));
    if (seen.length === 0) continue;
    if (seen.length < plans.length) throw new Error("a round that must be seen in part");
    shown.push(round);
    hidden[round] = [];
  }
  return shown;
}

/** Each person's edits, cut where they see more of the others, and where the others see more of them. */
function stretchesOf(trace: SharedTrace, agents: readonly number[]): Plan[][] {
  const histories = historiesOf(trace, agents);
  const cuts = agents.map(() => new Set<number>());
  for (const [index, { agent }] of trace.txns.entries()) {
    for (const [other, count] of (histories[index] ?? []).entries()) if (other !== agent) cuts[other]?.add(count);
  }
  const stretches: Plan[][] = agents.map(() => []);
  const counts = agents.map(() => 0);
  for (const [index, { agent }] of trace.txns.entries()) {
    const history = histories[index] ?? [];
    const count = counts[agent] ?? 0;
    const last = stretches[agent]?.at(-1);
    const sees = history.some((seen, other) => other !== agent && seen !== last?.history[other]);
    if (last === undefined || sees || cuts[agent]?.has(count)) {
      stretches[agent]?.push({ agent, history, txns: [index], end: count + 1 });
    } else {
      last.txns.push(index);
      last.end = count + 1;
    }
    counts[agent] = count + 1;
  }
  return stretches;
}

/** For each edit, how many edits of each person it stands on. Throws when somebody's own edits are not in a row. */
function historiesOf(trace: SharedTrace, agents: readonly number[]): number[][] {
  const histories: number[][] = [];
  const numbers: number[] = [];
  const counts = agents.map(() => 0);
  for (const { parents, agent } of trace.txns) {
    const history = agents.map(() => 0);
    for (const parent of parents) {
      for (const [other, count] of (histories[parent] ?? []).entries()) {
        history[other] = Math.max(history[other] ?? 0, count);
      }
      const author = trace.txns[parent]?.agent ?? 0;
      history[author] = Math.max(history[author] ?? 0, (numbers[parent] ?? 0) + 1);
    }
    if (history[agent] !== counts[agent]) throw new Error("somebody did not see their own edit");
    histories.push(history);
    numbers.push(counts[agent] ?? 0);
    counts[agent] = (counts[agent] ?? 0) + 1;
  }
  return histories;
}
