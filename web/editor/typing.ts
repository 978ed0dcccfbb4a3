import { Plugin } from "prosemirror-state";

/** Letters are stored composed (NFC): « e » and an accent typed after it become one letter. Never in a composition. */
export function composedLetters(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        if (view.composing) return false;
        const $from = view.state.doc.resolve(from);
        const joins = /^\p{M}/u.test(text) && $from.parentOffset > 0;
        const start = joins ? from - 1 : from;
        const typed = joins ? view.state.doc.textBetween(start, from) + text : text;
        const composed = typed.normalize("NFC");
        if (composed === typed) return false;
        view.dispatch(view.state.tr.insertText(composed, start, to).scrollIntoView());
        return true;
      },
    },
  });
}

/** Calls at the start and at the end of every composition (dead key, input method, a phone's keyboard). */
export function compositionWatch(events: { readonly begun: () => void; readonly ended: () => void }): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart() {
          events.begun();
          return false;
        },
        compositionend() {
          // ProseMirror reads the composed letters just after this event.
          setTimeout(events.ended, 30);
          return false;
        },
      },
    },
  });
}
