import { encodeServerFrame } from "../../shared/protocol/server-frames.ts";
import { expect, test } from "../harness/browser-test.ts";
import { readDevice } from "../harness/device.ts";
import { connectPage, signIn } from "../harness/live-client.ts";
import { textOf } from "../harness/raw-page.ts";
import { ficheOf, openFiche, place, SLUG } from "../harness/writing-screen.ts";

test("a refused text stays on the screen, can be read, and is there again at the next opening", async ({
  server,
  openAs,
}) => {
  const page = await openAs("pilote");
  await page.routeWebSocket(/\/live\?/, (socket) => {
    const up = socket.connectToServer();
    socket.onMessage((message) => {
      // Our numbered updates begin with 100, then the number, small here.
      if (typeof message === "string" || message[0] !== 100) up.send(message);
      else {
        const refusal = encodeServerFrame({ kind: "refusal", number: message[1] ?? 0, code: "lecture_seule" });
        socket.send(Buffer.from(refusal));
      }
    });
  });
  await openFiche(page, server);
  await place(page, "participation").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("Refusé.");
  await expect(page.getByRole("alert").filter({ hasText: "Copiez votre texte" })).toBeVisible();
  await expect(place(page, "participation")).toContainText("Refusé.");
  await expect(place(page, "participation")).toHaveAttribute("contenteditable", "false");
  // Reloaded before this, the page would send it again, and be refused again.
  await expect.poll(async () => (await readDevice(page))["refuse"]?.length).toBe(1);

  await page.reload();
  const left = page.getByRole("region", { name: "Votre texte non envoyé" });
  await expect(left).toContainText("Refusé.");
  // It is not in the text, which can be written again, and nobody sends it.
  await expect(place(page, "participation")).not.toContainText("Refusé.");
  await expect(place(page, "participation")).toHaveAttribute("contenteditable", "true");
  await left.getByRole("button", { name: "Abandonner ce texte" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Abandonner", exact: true }).click();
  await expect(left).toHaveCount(0);
  await page.reload();
  await expect(place(page, "participation")).toHaveAttribute("contenteditable", "true");
  await expect(left).toHaveCount(0);
});

test("what was typed without a server is sent by the next page, once", async ({ server, openAs }) => {
  const first = await openAs("pilote");
  await openFiche(first, server);
  await server.kill9();
  await place(first, "participation").click();
  await first.keyboard.press("Control+End");
  await first.keyboard.type("Gardé.");
  await expect(first.locator(".save-state")).toContainText("modifications en attente");
  // Six letters: closing a page in the very millisecond of its last key is what `beforeunload` asks about.
  await expect.poll(async () => (await readDevice(first))["non_envoye"]?.length).toBeGreaterThanOrEqual(6);
  const context = first.context();
  await first.close();
  await server.restart();

  const next = await context.newPage();
  await openFiche(next, server);
  await expect(place(next, "participation")).toContainText("Gardé.");
  await expect(next.locator(".save-state")).toHaveText("Enregistré");
  const { page: reader } = await connectPage(await signIn(server.url, "coordinatrice"), SLUG, await ficheOf(server));
  expect(textOf(reader.doc, "participation").split("Gardé.").length).toBe(2);
  reader.close();
});
