import { type AnyId, parseId } from "../../shared/ids.ts";

/** An id that the data of the demonstration writes; throws when it is none. */
export function demoId<Id extends AnyId>(text: string): Id {
  return known(parseId<Id>(text), text);
}

/** What the data must have; throws when it does not. */
export function known<Value>(value: Value | null | undefined, name: string): Value {
  if (value === null || value === undefined) throw new Error(`the demonstration does not have ${name}`);
  return value;
}
