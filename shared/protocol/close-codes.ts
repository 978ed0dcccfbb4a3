/**
 * Why a socket was closed. 4400–4499 are final: a stock client of Yjs stops there. 4500–4599, and every code of the
 * protocol itself (1000, 1006, 1011…), mean « come back and be judged again ».
 */
export const CLOSE = {
  /** No session, another origin, no such document, no right to read: one answer for all, so that probing tells nothing. */
  refused: 4403,
  /** The handshake itself was malformed: no client id, or one that is not a 32-bit number. */
  badHandshake: 4400,
  /** Another socket of the same person took over this client id. */
  replaced: 4409,
  /** This client id is somebody else's, or already wrote here: the page draws another. */
  clientTaken: 4410,
  /** The frame was larger than any that is allowed. */
  tooLarge: 4413,
  /** The page speaks an older form of the text: it must be opened again. */
  oldSchema: 4426,
  /** The text was brought back from a backup since this page was opened. */
  oldEpoch: 4427,
  /** Too many refused frames. */
  misbehaved: 4429,
  /** The document could not answer just now. */
  comeBack: 4500,
  /** Rights or the session changed, or were decided too long ago: they are judged again at the opening. */
  judgeAgain: 4503,
  /** The server cannot store anything just now: nothing was taken, and nothing is until there is room again. */
  storageFull: 4507,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

export function isFinalClose(code: number): boolean {
  return code >= 4400 && code <= 4499;
}
