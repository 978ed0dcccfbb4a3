/**
 * On the press of a link to another place of the same page: shows it and gives it the focus, which the router would leave
 * behind. The place can take the focus (`tabindex="-1"`).
 */
export function goToPlace(event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void {
  const place = document.getElementById(event.currentTarget.hash.slice(1));
  if (place === null) return;
  event.preventDefault();
  place.scrollIntoView();
  place.focus({ preventScroll: true });
}
