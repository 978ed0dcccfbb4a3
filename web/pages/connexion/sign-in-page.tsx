import "../../styles/connexion.css";
import { useLocation } from "@solidjs/router";
import type { JSX } from "solid-js";
import { returnAddress } from "../../api/return-address.ts";
import { pageTitle } from "../../labels/shell.ts";
import { SIGN_IN } from "../../labels/sign-in.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { useRemote } from "../../stores/remote.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { AlreadyHere } from "./already-here.tsx";
import { useGoOn } from "./go-on.ts";
import { SignIn } from "./sign-in.tsx";

/** Where one enters by mail: the sign-in page of every instance but a demonstration, which has it beside its personas. */
export default function SignInPage(): JSX.Element {
  const { personas } = useApp();
  const location = useLocation();
  const goOn = useGoOn();
  const offered = useRemote(personas, () => ONLY);
  const returnTo = () => returnAddress(location.search);
  usePageTitle(() => pageTitle(SIGN_IN.title));
  return (
    <main class="page sign-in">
      <PageHeading>{SIGN_IN.title}</PageHeading>
      <p class="lede">{SIGN_IN.lede}</p>
      <AlreadyHere />
      <SignIn returnTo={returnTo()} demonstration={offered().kind === "ready"} onEntered={() => goOn(returnTo())} />
    </main>
  );
}
