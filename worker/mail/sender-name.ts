/** The name that every mail comes from. Plain ASCII: it needs no encoding in a header. */
export const SENDER_NAME = "Coaction";
