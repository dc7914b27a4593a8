package org.gatewright.kernel.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class BundleTextsTest {

    private static final String ID = "com.example.words";
    private static final Map<String, String> GERMAN = Map.of(
            "OSGI-INF/l10n/bundle.properties", "word.title=The word\n",
            "OSGI-INF/l10n/bundle_de.properties", "word.title=Das Wort\nSay\\ it=Sag's\nclose=Schließen\n",
            "OSGI-INF/l10n/bundle_de_CH.properties", "close=Zuemache\n",
            "OSGI-INF/l10n/bundlers.properties", "close=of another\n");

    private TestFramework felix;
    private BundleTexts texts;

    @BeforeEach
    void start() throws Exception {
        felix = new TestFramework();
        texts = new BundleTexts(felix.context());
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    @Test
    void saysItInTheFirstLanguageThatThereIs() throws Exception {
        install("1.0.0", Map.of(), GERMAN);
        assertThat(said("Say it", "1.0.0", "fr", "de", "en")).isEqualTo("Sag's");
        assertThat(said("close", "1.0.0", "de-CH")).isEqualTo("Zuemache");
        assertThat(said("Say it", "1.0.0", "de-CH")).isEqualTo("Sag's");
        assertThat(said("close", "1.0.0", "de-AT")).isEqualTo("Schließen");
        assertThat(said("Say it", "1.0.0", "en", "de"))
                .as("as it was written is English")
                .isEqualTo("Say it");
        assertThat(said("Say it", "1.0.0")).isEqualTo("Say it");
    }

    @Test
    void findsAKeyByItsNameOrByTheTextThatItHasAsWritten() throws Exception {
        install("1.0.0", Map.of(), GERMAN);
        assertThat(said("%word.title", "1.0.0", "de")).isEqualTo("Das Wort");
        assertThat(said("The word", "1.0.0", "de")).isEqualTo("Das Wort");
        assertThat(said("%word.title", "1.0.0", "fr")).isEqualTo("The word");
        assertThat(said("%missing", "1.0.0", "de")).isEqualTo("%missing");
        assertThat(said("Nobody translated this.", "1.0.0", "de")).isEqualTo("Nobody translated this.");
        assertThat(said("", "1.0.0", "de")).isEmpty();
    }

    @Test
    void eachVersionHasItsOwnTextsAsLongAsItIsThere() throws Exception {
        Bundle first = install("1.0.0", Map.of(), GERMAN);
        install(
                "1.1.0",
                Map.of("Bundle-Localization", "words/text"),
                Map.of("words/text_de.properties", "Say\\ it=Sprich\n"));
        assertThat(said("Say it", "1.0.0", "de")).isEqualTo("Sag's");
        assertThat(said("Say it", "1.1.0", "de")).isEqualTo("Sprich");
        first.uninstall();
        assertThat(said("Say it", "1.0.0", "de")).isEqualTo("Say it");
        assertThat(said("Say it", "2.0.0", "de")).isEqualTo("Say it");
    }

    @Test
    void aHostileLocaleOrHeaderFindsNothing() throws Exception {
        install("1.0.0", Map.of(), GERMAN);
        Locale odd = new Locale("../../META-INF/MANIFEST", "MF");
        assertThat(texts.of(ID, "1.0.0", List.of(odd)).apply("Say it")).isEqualTo("Say it");
        install("1.1.0", Map.of("Bundle-Localization", "../../../etc/passwd"), GERMAN);
        assertThat(said("Say it", "1.1.0", "de")).isEqualTo("Say it");
        install("1.2.0", Map.of(), Map.of("OSGI-INF/l10n/bundle_de.properties", "a=\\u00zz"));
        assertThat(said("a", "1.2.0", "de")).isEqualTo("a");
    }

    private String said(String text, String version, String... languages) {
        List<Locale> wanted =
                Arrays.stream(languages).map(Locale::forLanguageTag).toList();
        return texts.of(ID, version, wanted).apply(text);
    }

    private Bundle install(String version, Map<String, String> headers, Map<String, String> files) throws Exception {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Bundle-ManifestVersion", "2");
        all.put("Bundle-SymbolicName", ID);
        all.put("Bundle-Version", version);
        all.put("Gatewright-Plugin", ID);
        return felix.context()
                .installBundle("memory:" + version, new ByteArrayInputStream(TestFramework.jar(all, files)));
    }
}
