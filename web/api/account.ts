import type { SessionId } from "../../shared/ids.ts";
import { ACCOUNT_REFUSALS, type AccountRefusal } from "../../shared/protocol/account-refusals.ts";
import type {
  AccountBody,
  AdresseChangeBody,
  ConfirmAdresseBody,
  NewAdresseBody,
  OwnDataBody,
  RemoveAdresseBody,
  RenameBody,
} from "../../shared/protocol/bodies/account.ts";
import type { SessionsBody } from "../../shared/protocol/bodies/auth.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import type { AccountResult } from "./auth.ts";
import type { ApiResult, AskServer } from "./client.ts";

/** One's own account. */
export interface AccountApi {
  account(): Promise<ApiResult<AccountBody>>;
  ownData(): Promise<ApiResult<OwnDataBody>>;
  rename(body: RenameBody): Promise<AccountResult<null>>;
  beginAdresse(body: NewAdresseBody): Promise<AccountResult<null>>;
  confirmAdresse(body: ConfirmAdresseBody): Promise<AccountResult<AdresseChangeBody>>;
  removeAdresse(body: RemoveAdresseBody): Promise<AccountResult<null>>;
  joinAccount(): Promise<AccountResult<null>>;
  forgetMail(id: number): Promise<AccountResult<null>>;
  closeAccount(): Promise<AccountResult<null>>;
  sessions(): Promise<ApiResult<SessionsBody>>;
  endSession(id: SessionId): Promise<AccountResult<null>>;
  endOtherSessions(): Promise<AccountResult<null>>;
}

/** These requests, over the page's own way to ask. */
export function createAccountApi(ask: AskServer): AccountApi {
  const act = <Body>(method: "POST" | "PATCH" | "DELETE", path: string, body?: unknown) =>
    ask<Body, AccountRefusal>(method, path, { ...(body !== undefined && { body }), refusals: ACCOUNT_REFUSALS });
  return {
    account: () => ask<AccountBody>("GET", apiPaths.account),
    ownData: () => ask<OwnDataBody>("GET", apiPaths.ownData),
    rename: (body) => act("PATCH", apiPaths.account, body),
    beginAdresse: (body) => act("POST", apiPaths.adresses, body),
    confirmAdresse: (body) => act<AdresseChangeBody>("POST", apiPaths.confirmAdresse, body),
    removeAdresse: (body) => act("DELETE", apiPaths.adresses, body),
    joinAccount: () => act("POST", apiPaths.joinAccount, { accepte: true }),
    forgetMail: (id) => act("DELETE", apiPaths.failedMail(id)),
    closeAccount: () => act("POST", apiPaths.closeAccount, { ferme: true }),
    sessions: () => ask<SessionsBody>("GET", apiPaths.sessions),
    endSession: (id) => act("DELETE", apiPaths.openSession(id)),
    endOtherSessions: () => act("DELETE", apiPaths.sessions),
  };
}
