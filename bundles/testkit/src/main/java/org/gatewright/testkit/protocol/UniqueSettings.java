package org.gatewright.testkit.protocol;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import org.gatewright.spi.settings.Unique;

/** Compares settings that are marked {@link Unique}, by the names they have in JSON. */
final class UniqueSettings {

    private UniqueSettings() {}

    static boolean has(Record settings, String name, String value) {
        RecordComponent component = Arrays.stream(settings.getClass().getRecordComponents())
                .filter(each -> each.isAnnotationPresent(Unique.class))
                .filter(each -> jsonName(each.getName()).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unique setting " + name));
        try {
            return value.equals(component.getAccessor().invoke(settings));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    private static String jsonName(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
