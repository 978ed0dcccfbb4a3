/** First number of every binary frame. 0 to 3 are y-websocket's; ours start at 100 and go only where `schema=` was sent. */
export const FRAME = {
  sync: 0,
  presence: 1,
  queryPresence: 3,
  numberedUpdate: 100,
  ack: 101,
  refusal: 102,
  event: 103,
  decideSetAside: 104,
  tickets: 105,
  declaredUpdate: 106,
} as const;

/** Second number of a sync frame: y-protocols' own. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;
