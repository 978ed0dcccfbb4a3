/** Sizes and rates, used by both ends. Bytes unless said otherwise. */

/** The largest frame once a socket has synchronised. */
export const LIVE_FRAME_MAX = 256 * 1024;

/** The largest frame of a first synchronisation: what a device kept while it was offline. */
export const FIRST_SYNC_MAX = 2 * 1024 * 1024;

/** The largest presence frame: a caret is two relative positions, far below. */
export const PRESENCE_MAX = 4 * 1024;

/** Cloudflare refuses a stored value over 2 MB (and no local runtime does): what is stored is cut well below. */
export const STORED_VALUE_MAX = 1024 * 1024;

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

/** The text frames of the automatic answer; never any other text frame. */
export const PING = "ping";
export const PONG = "pong";
