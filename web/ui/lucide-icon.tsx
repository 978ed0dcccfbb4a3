import type { JSX } from "solid-js";

interface IconProps {
  readonly icon: { readonly node: readonly (readonly [string, Readonly<Record<string, string>>])[] };
  readonly class?: string;
}

const NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * Draws one of lucide's icons, in the place of its own component (see `vite.config.ts`): sizes, colours and contexts that
 * our style sheet decides are a kilobyte that every screen would load. An icon stands beside its words, and says nothing.
 */
export default function Icon(props: IconProps): JSX.Element {
  return (
    <svg
      ref={(svg) => {
        for (const [name, { key: _, ...attributes }] of props.icon.node) {
          const part = document.createElementNS(NAMESPACE, name);
          for (const [attribute, value] of Object.entries(attributes)) part.setAttribute(attribute, value);
          svg.append(part);
        }
      }}
      xmlns={NAMESPACE}
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      class={props.class}
      aria-hidden="true"
    />
  );
}
