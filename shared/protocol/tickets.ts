/**
 * The server's word that a client id belongs to a person in a document, for structs that are brought by another socket
 * than their own: what a closed or offline page left unsent.
 */
export interface Ticket {
  /** The Yjs client id. */
  readonly client: number;
  /** The server's seal over document, epoch, person and id. */
  readonly seal: string;
}

/** A few ids of each opening are for pages that will be opened without the network. */
export const SPARE_TICKETS = 4;

/** Tickets in one frame: what a device kept of as many pages. */
export const TICKETS_MAX = 64;
