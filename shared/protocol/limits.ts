/** Sizes and rates, used by both ends. Bytes unless said otherwise. */

/** The largest frame once a socket has synchronised. */
export const LIVE_FRAME_MAX = 256 * 1024;

/** The largest frame of a first synchronisation, one for each socket: what a device kept while it was offline. */
export const FIRST_SYNC_MAX = 2 * 1024 * 1024;

/** What one socket may send, in bytes: steadily, and at once after a rest. */
export const BYTES_ALLOWED = { perSecond: 2 * 1024 * 1024, burst: 8 * 1024 * 1024 };

/** The structs of updates that one socket may send. A key is one; a pasted page is some hundreds. */
export const STRUCTS_ALLOWED = { perSecond: 20_000, burst: 80_000 };

/** Bytes that one socket may have sent to it in answer to its questions: a text of 1 MB twice a second. */
export const ANSWERS_ALLOWED = { perSecond: 2 * 1024 * 1024, burst: 32 * 1024 * 1024 };

/** Frames of presence and questions that one socket may send: a page of ours sends four a second at most. */
export const SIGNS_ALLOWED = { perSecond: 20, burst: 100 };

/** The largest text, as it is stored: in memory it takes some twelve times as much, and an object has 128 MB. */
export const TEXT_MAX = 4 * 1024 * 1024;

/** New client ids of one person in a text that may be written under in an hour: a page load each. */
export const NEW_IDS_MAX = 16;
export const NEW_IDS_WITHIN_MS = 3_600_000;

/** How long a verdict on somebody's rights lasts, in milliseconds: then the socket is judged again. */
export const VERDICT_MS = 12 * 3_600_000;

/** The largest presence frame: a caret is two relative positions, far below. */
export const PRESENCE_MAX = 4 * 1024;

/** Cloudflare refuses a stored value over 2 MB (and no local runtime does): what is stored is cut well below. */
export const STORED_VALUE_MAX = 1024 * 1024;

/** The longest passage that a réserve quotes, in UTF-16 units. */
export const CITATION_MAX = 1_000;

/**
 * Acts of one person on one fiche, and within how long, in milliseconds: they are kept for ever, and each reads all those
 * before it. The longest séance takes a tenth of that.
 */
export const ACTS_ALLOWED = { count: 500, withinMs: 3_600_000 };

/** The longest JSON body of a request. */
export const BODY_MAX = 64 * 1024;

/** How long a page gathers keys while nobody else is in the section, in milliseconds. */
export const GATHER_ALONE_MS = 1_000;

/** How long a page gathers keys while somebody else is in the section, in milliseconds: four frames a second. */
export const GATHER_TOGETHER_MS = 250;

/** A person's position is told at most this often, in milliseconds: four times a second. */
export const POSITION_EVERY_MS = 250;

/** How often a page says « ping », in milliseconds. The runtime answers without waking the document. */
export const PING_EVERY_MS = 20_000;

/** After how long without any word from the server a page closes its socket and comes back, in milliseconds. */
export const SILENCE_MAX_MS = 10_000;

/** Somebody of whom nothing was heard for so long has vanished, in milliseconds: two pings were missed. */
export const VANISHED_AFTER_MS = 45_000;

/** The text frames of the automatic answer; never any other text frame. */
export const PING = "ping";
export const PONG = "pong";

/** What is counted by network prefix before any account is looked at. */
export type Attempt = "demande" | "essai";

/**
 * Mails to sign in that may be asked for, and codes or links that may be tried, from one network: at once, and by minute
 * afterwards. A town hall, or a workshop of three hundred people, has one address.
 */
export const ATTEMPTS_ALLOWED: Readonly<Record<Attempt, { readonly burst: number; readonly perMinute: number }>> = {
  demande: { burst: 300, perMinute: 10 },
  essai: { burst: 600, perMinute: 20 },
};

/** Of one address in a day: codes to sign in (links go on), and tries of each. */
export const CODES_PER_DAY = 5;
export const CODE_TRIES = 3;

/** How long a link or a code to sign in holds, in milliseconds. */
export const SIGN_IN_MS = 15 * 60_000;
