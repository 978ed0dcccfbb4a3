import Info from "lucide-solid/icons/info";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import WifiOff from "lucide-solid/icons/wifi-off";
import { type Component, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";

type Tone = "info" | "warn" | "offline";

const PICTURES: Readonly<Record<Tone, Component<{ class: string }>>> = {
  info: Info,
  warn: TriangleAlert,
  offline: WifiOff,
};

export interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children: JSX.Element;
  /** What can be done about it. */
  readonly act?: JSX.Element;
  /** Said at once by a screen reader: for what has just happened, never for what was already so. */
  readonly urgent?: boolean;
}

/** A sentence set apart, with what can be done about it. */
export function Notice(props: NoticeProps): JSX.Element {
  return (
    <div class={`notice ${props.tone}`} role={props.urgent === true ? "alert" : undefined}>
      <Dynamic component={PICTURES[props.tone]} class="icon" />
      <div class="notice-text">
        <Show when={props.title}>{(title) => <strong>{title()} </strong>}</Show>
        {props.children}
      </div>
      <Show when={props.act}>{(act) => <div class="notice-act">{act()}</div>}</Show>
    </div>
  );
}
