import { useLocation } from "@solidjs/router";
import type { Component, JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import NotFoundPage from "./not-found-page.tsx";

/** The page of this address among those of one subject: they share one line in the list of addresses that all load. */
export function SubPages(props: { pages: Readonly<Record<string, Component>> }): JSX.Element {
  const location = useLocation();
  const page = () => props.pages[location.pathname.replace(/\/$/u, "")] ?? NotFoundPage;
  return <Dynamic component={page()} />;
}
