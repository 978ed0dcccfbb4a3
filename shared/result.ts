/** What may be refused by nature: the value, or a refusal with a code from a closed list. Exceptions are for bugs. */
export type Result<Value, Code extends string> = Ok<Value> | Refused<Code>;

export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Refused<Code extends string> {
  readonly ok: false;
  readonly code: Code;
}

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

export function refuse<Code extends string>(code: Code): Refused<Code> {
  return { ok: false, code };
}

/** The exhaustive end of a switch: compiles only when every case was handled. */
export function unreachable(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
