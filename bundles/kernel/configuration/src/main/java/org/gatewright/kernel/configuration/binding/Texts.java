package org.gatewright.kernel.configuration.binding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The texts of the bundle that a record comes from. */
final class Texts {

    private static final String FILE = "OSGI-INF/l10n/bundle.properties";

    private final Class<?> owner;

    Texts(Class<?> owner) {
        this.owner = owner;
    }

    /** Returns the text; one that begins with a percent sign is looked up, and stays as it is if the bundle does not have it. */
    String of(String text) {
        return text.startsWith("%") ? load().getProperty(text.substring(1), text) : text;
    }

    private Properties load() {
        Properties texts = new Properties();
        ClassLoader loader = owner.getClassLoader();
        try (InputStream stream = loader == null ? null : loader.getResourceAsStream(FILE)) {
            if (stream != null) {
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                texts.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
