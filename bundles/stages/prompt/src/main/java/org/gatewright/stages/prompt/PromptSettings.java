package org.gatewright.stages.prompt;

import java.util.Comparator;
import java.util.List;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one prompt.
 *
 * @param fields what is asked for
 */
public record PromptSettings(@Title("Fields") List<PromptField> fields) {

    /** Copies the fields. */
    public PromptSettings {
        fields = List.copyOf(fields);
    }

    /** Returns the fields in the order in which they are shown. */
    List<PromptField> inOrder() {
        return fields.stream()
                .sorted(Comparator.comparingInt(PromptField::order))
                .toList();
    }
}
