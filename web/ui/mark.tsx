import type { JSX } from "solid-js";

/** The mark of Coaction: a sheet, and two people on it. */
export function Mark(): JSX.Element {
  return (
    <svg viewBox="0 0 26 26" aria-hidden="true">
      <path
        d="M4 6.5A2.5 2.5 0 0 1 6.5 4H17l5 5v10.5a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 4 19.5z"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linejoin="round"
      />
      <circle cx="10.2" cy="13.6" r="3.7" fill="currentColor" />
      <circle cx="15.8" cy="13.6" r="3.7" fill="none" stroke="currentColor" stroke-width="2" />
    </svg>
  );
}
