import CheckIcon from "lucide-solid/icons/check";
import CloudUpload from "lucide-solid/icons/cloud-upload";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import WifiOff from "lucide-solid/icons/wifi-off";
import { createEffect, type JSX, untrack } from "solid-js";
import { Dynamic } from "solid-js/web";
import { statusLabel } from "../../labels/live.ts";
import type { LiveFiche } from "../../primitives/create-live-fiche.ts";
import { announce } from "../../ui/announcer.ts";

const PICTURES = {
  saved: CheckIcon,
  waiting: CloudUpload,
  offline: WifiOff,
  full: TriangleAlert,
  refused: TriangleAlert,
};

/** Whether the text is saved, in words; said aloud only when nothing can be saved, and when all is again. */
export function SaveState(props: { live: LiveFiche }): JSX.Element {
  const look = () => lookOf(props.live);
  // Why is said in full above the sheet, with what can be done.
  const words = () => statusLabel(props.live.status(), props.live.pending());

  let said: "offline" | "full" | null = null;
  createEffect(() => {
    const { kind } = props.live.status();
    if ((kind === "offline" || kind === "full") && kind !== said) {
      said = kind;
      announce(untrack(words));
    } else if (kind === "online" && said !== null && props.live.pending() === 0) {
      said = null;
      announce(words());
    }
  });

  return (
    <p class={`save-state ${look()}`}>
      <Dynamic component={PICTURES[look()]} class="icon" />
      {words()}
    </p>
  );
}

function lookOf(live: LiveFiche): keyof typeof PICTURES {
  switch (live.status().kind) {
    case "refused":
      return "refused";
    case "offline":
      return "offline";
    case "full":
      return "full";
    case "connecting":
    case "syncing":
    case "held":
      return "waiting";
    case "online":
      return live.pending() === 0 ? "saved" : "waiting";
  }
}
