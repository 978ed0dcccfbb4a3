declare const brand: unique symbol;

/** An e-mail address in the one form that is compared and stored: trimmed, in lower case, well formed. */
export type Adresse = string & { readonly [brand]: "adresse" };

/** The longest address that mail servers carry. */
export const ADRESSE_MAX = 254;

/**
 * Narrower than the norm on purpose: no quotes, no comments, no address of an IP, no letter outside ASCII. What is left
 * cannot change the meaning of a header or of a command it is put into.
 */
const FORM =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** The address that somebody typed or pasted, or null when it is not one. */
export function parseAdresse(text: string): Adresse | null {
  const adresse = text.trim().toLowerCase();
  const local = adresse.indexOf("@");
  return adresse.length <= ADRESSE_MAX && local <= 64 && FORM.test(adresse) ? (adresse as Adresse) : null;
}
