import type { Adresse } from "../../shared/domain/adresse.ts";
import { type AccountId, makeId } from "../../shared/ids.ts";
import { ADRESSES, type AdresseName } from "../durable/names.ts";
import type { Env } from "../env.ts";
import { keyedHash } from "../keys.ts";

/** What an address is called outside its account. */
export function adresseName(env: Env, adresse: Adresse): AdresseName {
  return keyedHash(env.SESSION_KEY, "adresse", adresse);
}

/** The account that an address opens, or null. */
export function findAccount(env: Env, adresse: Adresse): Promise<AccountId | null> {
  return env.ADRESSES.getByName(ADRESSES).find(adresseName(env, adresse));
}

/**
 * The account that an address opens; when there is none, a new one under that name (`parsePersonName`'s form). Asking
 * twice, at once or after a crash, makes one.
 */
export async function findOrCreateAccount(env: Env, adresse: Adresse, nom: string): Promise<AccountId> {
  const name = adresseName(env, adresse);
  const register = env.ADRESSES.getByName(ADRESSES);
  for (let round = 0; round < 3; round++) {
    const id = makeId<AccountId>((length) => crypto.getRandomValues(new Uint8Array(length)));
    // Claimed before it is made: what a crash leaves in between is finished by whoever asks next.
    const holder = await register.claim(name, id);
    const account = await env.ACCOUNT.getByName(holder).create(holder, nom, { name, adresse });
    if (account !== null) return account;
    // Its account was closed and the address not yet given back: whoever comes now is somebody new.
    await register.release(name, holder);
  }
  throw new Error("an address could not be given to an account");
}
