import { describe, expect, it } from "vitest";
import { nameOfKey } from "../../../web/editor/key-names.ts";

const altGraph = (name: string) => name === "AltGraph";

describe("the name of a key", () => {
  it("is the same on a French and on an English keyboard", () => {
    expect(nameOfKey({ key: "z", code: "KeyW", ctrlKey: true }, false)).toBe("Mod-z");
    expect(nameOfKey({ key: "Z", code: "KeyZ", ctrlKey: true, shiftKey: true }, false)).toBe("Mod-Shift-z");
    expect(nameOfKey({ key: "8", code: "Digit8", ctrlKey: true, shiftKey: true }, false)).toBe("Mod-Shift-8");
    expect(nameOfKey({ key: "*", code: "Digit8", ctrlKey: true, shiftKey: true }, false)).toBe("Mod-Shift-8");
  });

  it("is that of the Latin letter on a keyboard of another alphabet", () => {
    expect(nameOfKey({ key: "я", code: "KeyZ", ctrlKey: true }, false)).toBe("Mod-z");
  });

  it("has Cmd where a Mac has it", () => {
    expect(nameOfKey({ key: "b", code: "KeyB", metaKey: true }, true)).toBe("Mod-b");
    expect(nameOfKey({ key: "b", code: "KeyB", ctrlKey: true }, true)).toBe("Ctrl-b");
    expect(nameOfKey({ key: "b", code: "KeyB", metaKey: true }, false)).toBe("b");
  });

  it("is no shortcut with AltGr, which writes @ and ~", () => {
    const press = { key: "@", code: "Digit0", ctrlKey: true, altKey: true, getModifierState: altGraph };
    expect(nameOfKey(press, false)).toBe("@");
  });

  it("is read of what ProseMirror makes of a phone's keyboard", () => {
    expect(nameOfKey({ key: "Enter", code: "Enter" }, false)).toBe("Enter");
  });
});
