package com.example.termsofuse;

import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.settings.Format;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.Title;

/** The terms in another language. */
public record Translation(
        @Title("Language") @Help("Such as de, or pt-BR.") @Pattern("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
        String language,

        @Title("Text") @Format("multiline") @Length(min = 1) String text,

        @Title("Question") @Length(min = 1, max = 200) String question) {

    JsonObject shown() {
        return JsonObject.of("language", language).with("text", text).with("question", question);
    }
}
