/** The objects of which an instance has one, by the names that are not drawn by chance. */
export const ANNUAIRE = "annuaire";
export const ADRESSES = "adresses";

/** What an e-mail address is called outside its account: a keyed hash, see `adresseName`. */
export type AdresseName = string;
