import { ACCOUNT_REFUSALS, type AccountRefusal } from "../../shared/protocol/account-refusals.ts";
import type { SignInBody, SignInCodeBody, SignInLinkBody } from "../../shared/protocol/bodies/auth.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import type { Result } from "../../shared/result.ts";
import type { ApiRefusal, AskServer } from "./client.ts";

/** What a request about one's sign-in or account answers. */
export type AccountResult<Body> = Result<Body, ApiRefusal | AccountRefusal>;

/** Signing in by mail. */
export interface AuthApi {
  /** A mail leaves if somebody has this address: the answer is the same. */
  askToEnter(body: SignInBody): Promise<AccountResult<null>>;
  enterByCode(body: SignInCodeBody): Promise<AccountResult<null>>;
  enterByLink(body: SignInLinkBody): Promise<AccountResult<null>>;
}

/** These requests, over the page's own way to ask. */
export function createAuthApi(ask: AskServer): AuthApi {
  const post = (path: string, body: unknown) =>
    ask<null, AccountRefusal>("POST", path, { body, refusals: ACCOUNT_REFUSALS });
  return {
    askToEnter: (body) => post(apiPaths.signIn, body),
    enterByCode: (body) => post(apiPaths.signInCode, body),
    enterByLink: (body) => post(apiPaths.signInLink, body),
  };
}
