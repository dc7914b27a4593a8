package org.gatewright.spi.stage;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A custom element that shows a challenge, and the ES module that defines it. The module is a file of the plug-in's own bundle below {@code /web/}; the page loads
 * it from the version of the plug-in that asks. Without it, or without script, the page renders the fields of the challenge.
 *
 * @param tag name of the element: lower case letters, digits and hyphens, such as {@code acme-terms}
 * @param module path of the module below {@code /web/}, such as {@code terms.js}
 * @since 1.2
 */
public record PageElement(String tag, String module) {

    private static final int LONGEST = 200;
    private static final Pattern TAG = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)+");
    private static final Pattern MODULE =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\\.m?js");

    /** Names of SVG and MathML that look like custom elements (HTML, valid custom element name). */
    private static final Set<String> RESERVED = Set.of(
            "annotation-xml",
            "color-profile",
            "font-face",
            "font-face-src",
            "font-face-uri",
            "font-face-format",
            "font-face-name",
            "missing-glyph");

    /**
     * Takes the name and the path.
     *
     * @throws IllegalArgumentException if the name is none of a custom element, or the path is not one of a module below {@code /web/}
     */
    public PageElement {
        if (tag.length() > LONGEST
                || RESERVED.contains(tag)
                || !TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("“" + tag + "” is no name of a custom element.");
        }
        if (module.length() > LONGEST || !MODULE.matcher(module).matches()) {
            throw new IllegalArgumentException("“" + module + "” is no path of a module below /web/.");
        }
    }
}
