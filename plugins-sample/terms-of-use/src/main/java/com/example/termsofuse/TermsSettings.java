package com.example.termsofuse;

import java.util.List;
import java.util.Locale;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Format;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one step.
 *
 * @param document which terms; an acceptance counts for all steps with the same one
 * @param version raise it, and everybody is asked again
 * @param translations shown instead of text and question to those whose page is in that language
 */
public record TermsSettings(
        @Title("Document")
        @Help("Names the terms if there are several.")
        @Pattern("[a-z0-9_]{1,50}")
        @Default("general")
        String document,

        @Title("Version") @Help("Raise it, and everybody is asked again.") @Pattern("[A-Za-z0-9][A-Za-z0-9._-]{0,49}")
        String version,

        @Title("Text") @Help("Plain text; an empty line begins a paragraph.") @Format("multiline") @Length(min = 1)
        String text,

        @Title("Question") @Length(min = 1, max = 200) @Default("I accept the terms of use")
        String question,

        @Title("Translations") List<Translation> translations) {

    /** Refuses two translations into one language. */
    public TermsSettings {
        translations = List.copyOf(translations);
        long languages = translations.stream()
                .map(translation -> translation.language().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (languages < translations.size()) {
            throw new IllegalArgumentException("There are two translations into the same language.");
        }
    }
}
