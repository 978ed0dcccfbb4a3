/**
 * The number that the handshake compares. Raised when the list of nodes, attributes, marks or root names grows, so that
 * a page of an older form, which could not show the new ones, asks for the new page instead of writing.
 */
export const SCHEMA_VERSION = 1;
