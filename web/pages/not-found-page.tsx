import type { JSX } from "solid-js";
import { paths } from "../../shared/protocol/paths.ts";
import { NOT_FOUND, SHELL } from "../labels/shell.ts";
import { MessagePage } from "./message-page.tsx";

/** An address that leads nowhere. */
export default function NotFoundPage(): JSX.Element {
  return (
    <MessagePage
      title={NOT_FOUND.title}
      text={NOT_FOUND.text}
      act={
        <a class="btn main" href={paths.awaiting}>
          {SHELL.backToAwaiting}
        </a>
      }
    />
  );
}
