type Rules = typeof import("./input-rules.ts");

let rules: Rules | null = null;
let asked = false;

/** Brings the rules for what one types, once; again after a failure. They are not needed to read, nor for the first key. */
export function askRules(): void {
  if (asked) return;
  asked = true;
  import("./input-rules.ts").then(
    (loaded) => {
      rules = loaded;
    },
    () => {
      asked = false;
    },
  );
}

/** What these rules give, once they are here; nothing before. */
export function lateRules<Rule>(of: (rules: Rules) => readonly Rule[]): () => readonly Rule[] {
  let known: readonly Rule[] | null = null;
  return () => {
    if (rules === null) {
      askRules();
      return [];
    }
    known ??= of(rules);
    return known;
  };
}
