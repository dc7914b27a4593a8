package org.gatewright.itests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The stage of {@link StageBundle} with a page of its own: a custom element in the bundle's {@code web/}. */
public final class PageBundle {

    /** The symbolic name. */
    public static final String ID = "com.example.magicpage";

    private static final String ELEMENT = """
            import { words } from './parts/words.js'

            const sheet = new CSSStyleSheet()
            sheet.replaceSync(`
              form { display: grid; gap: 0.75rem; }
              input, button { font: inherit; padding: 0.5rem 0.75rem; border-radius: var(--round); min-width: 0; }
              input { border: 1px solid var(--edge); background: var(--card); color: var(--ink); }
              button { border: 0; background: var(--accent); color: var(--on-accent); }
              input:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
            `)

            class MagicWord extends HTMLElement {
              constructor() {
                super()
                const root = this.attachShadow({ mode: 'open' })
                root.adoptedStyleSheets = [sheet]
                root.innerHTML = '<form><label for="word"></label><input id="word" autocomplete="off"><button>Say it</button></form>'
                root.querySelector('label').textContent = words
                root.querySelector('form').addEventListener('submit', (event) => {
                  event.preventDefault()
                  const word = root.querySelector('input').value
                  this.dispatchEvent(new CustomEvent('answer', { detail: { word } }))
                })
              }
              set challenge(challenge) {
                const wrong = challenge.response_errors?.word !== undefined
                this.shadowRoot.querySelector('input').setAttribute('aria-invalid', String(wrong))
              }
              set busy(busy) {
                this.shadowRoot.querySelector('button').setAttribute('aria-disabled', String(busy))
              }
            }
            customElements.define('magic-word', MagicWord)
            """;

    private PageBundle() {}

    /** Builds a release whose element asks with words of its own; the form asks with other ones. */
    public static Path release(Path folder, String version, String words) throws Exception {
        Path web = folder.resolve(version).resolve("web");
        write(web.resolve("word.js"), ELEMENT);
        write(web.resolve("parts/words.js"), "export const words = '" + words + "'\n");
        write(web.resolve("page.html"), "<p>a plug-in has no pages of its own</p>");
        return StageBundle.releasePage(folder, version, web);
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
