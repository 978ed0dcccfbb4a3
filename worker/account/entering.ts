import { SIGN_IN_MS } from "../../shared/protocol/limits.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { digestOf } from "../keys.ts";
import { signInMail } from "../mail/words.ts";
import type { AccountParts } from "./parts.ts";
import { codeDigest, makeLinkToken, randomCode } from "./secrets.ts";
import type { NewSession } from "./sessions.ts";

/** What lets in: the code of an address, the secret of a link, or somebody who found out otherwise who it is. */
export type Proof =
  | { readonly by: "code"; readonly name: string; readonly code: string }
  | { readonly by: "lien"; readonly secret: string }
  | { readonly by: "autre" };

/** Somebody asks to sign in with this address, by its name: a mail leaves, unless enough did. */
export function askToEnter(parts: AccountParts, name: string, now: number): void {
  const owner = parts.owner();
  const adresse = owner === null ? null : parts.adresses.find(name);
  if (owner === null || adresse === null) return;
  const { SESSION_KEY, PUBLIC_URL } = parts.env;
  parts.write(() => {
    const offer = parts.signIn.offer(name, now);
    if (offer === "rien") return;
    const token = makeLinkToken(owner.id, SESSION_KEY);
    const code = offer === "lien_et_code" ? randomCode() : null;
    const kept = code === null ? null : codeDigest(SESSION_KEY, owner.id, name, code);
    parts.signIn.add(name, digestOf(token.secret), kept, now);
    const link = `${PUBLIC_URL}${paths.signInLink}#${token.text}`;
    parts.mails.add("connexion", signInMail(adresse, link, code), now, now + SIGN_IN_MS);
  });
}

/**
 * Opens a session for whoever has the proof, which is used up; when it ends, or null when it proves nothing. Times are
 * milliseconds since 1970.
 */
export async function enter(
  parts: AccountParts,
  proof: Proof,
  session: NewSession,
  now: number,
): Promise<number | null> {
  const owner = parts.owner();
  if (owner === null) return null;
  const holds = (): boolean => {
    if (proof.by === "autre") return true;
    if (proof.by === "lien") return parts.signIn.useLink(digestOf(proof.secret), now);
    const digest = codeDigest(parts.env.SESSION_KEY, owner.id, proof.name, proof.code);
    return parts.signIn.useCode(proof.name, digest, now);
  };
  return parts.writeAndTell(() => (holds() ? parts.sessions.open(session, now) : null));
}
