import { useNavigate } from "@solidjs/router";
import { paths } from "../../../shared/protocol/paths.ts";
import { isServerPage } from "../../api/server-pages.ts";

/** Leads to where a person wanted to go before they signed in; null: to « Ce qui m'attend ». Within the router. */
export function useGoOn(): (returnTo: string | null) => void {
  const navigate = useNavigate();
  return (returnTo) => {
    const destination = returnTo ?? paths.awaiting;
    if (isServerPage(destination)) window.location.assign(destination);
    else navigate(destination, { replace: true });
  };
}
