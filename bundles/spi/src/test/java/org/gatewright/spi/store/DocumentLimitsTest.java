package org.gatewright.spi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be kept is refused where it is made, with a sentence. */
class DocumentLimitsTest {

    private static final DocumentCollection DEVICES = DocumentCollection.named("devices", "serial");

    private static void refused(String sentence, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(GatewrightException.class, e -> {
            assertThat(e.code()).isEqualTo(DocumentError.REFUSED);
            assertThat(e.code().kind()).isEqualTo(ErrorKind.USER);
            assertThat(e.detail()).startsWith(sentence);
        });
    }

    private static JsonObject text(int length) {
        return JsonObject.of("a", "x".repeat(length));
    }

    @Test
    void measuresTheContentAsJsonText() {
        int frame = "{\"a\":\"\"}".length();
        assertThat(DocumentDraft.adding("k", text(65_536 - frame)).key()).isEqualTo("k");
        refused("The document is larger than 65536 bytes.", () -> DocumentDraft.adding("k", text(65_537 - frame)));
        refused(
                "The document is larger",
                () -> DocumentDraft.adding("k", JsonObject.of("a", "\u0001".repeat(65_536 / 6))));
        refused("The document is larger", () -> DocumentDraft.adding("k", JsonObject.of("a", "€".repeat(65_536 / 3))));
        refused(
                "The document is larger",
                () -> DocumentDraft.adding("k", JsonObject.of("a", Collections.nCopies(40_000, 1))));
    }

    @Test
    void refusesWhatCouldNotBeReadAgain() {
        JsonObject deep = JsonObject.empty();
        for (int level = 0; level < 16; level++) {
            deep = JsonObject.of("a", deep);
        }
        JsonObject nested = deep;
        refused("The document is nested deeper than 16 levels.", () -> DocumentDraft.adding("k", nested));
        refused("The document is nested deeper", () -> DocumentDraft.adding("k", JsonObject.of("a", List.of(nested))));
        refused(
                "A number of the document is longer than 100 digits.",
                () -> DocumentDraft.adding("k", JsonObject.of("a", new BigDecimal("1".repeat(101)))));
        refused(
                "The document must not have halves of characters.",
                () -> DocumentDraft.adding("k", JsonObject.of(Map.of("\ud83d", "a"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "a\nb", "\u007f", "\ud83d", "x\udc00"})
    void refusesTextsThatNoDatabaseCanFind(String text) {
        refused("The key must", () -> DocumentDraft.adding(text, JsonObject.empty()));
        refused("The key must", () -> DocumentQuery.all().after(text));
        refused("The value of the index “serial” must", () -> DocumentQuery.where("serial", text));
        refused("The indexed member “serial” must", () -> DEVICES.indexed(JsonObject.of("serial", text)));
    }

    @Test
    void limitsTheLengthsOfKeysAndValues() {
        String longest = "€".repeat(255);
        assertThat(DocumentDraft.adding(longest, JsonObject.empty()).key()).isEqualTo(longest);
        assertThat(DEVICES.indexed(JsonObject.of("serial", longest))).containsEntry("serial", longest);
        refused(
                "The key must have 1 to 255 characters, and has 256.",
                () -> DocumentDraft.adding(longest + "x", JsonObject.empty()));
        refused("The indexed member", () -> DEVICES.indexed(JsonObject.of("serial", longest + "x")));
    }

    @Test
    void indexesTextsAndNothingElse() {
        assertThat(DEVICES.indexed(JsonObject.of("other", "x"))).isEmpty();
        refused("The indexed member “serial” must be a text.", () -> DEVICES.indexed(JsonObject.of("serial", 4711)));
        refused(
                "The indexed member “serial” must be a text.",
                () -> new Effect.PutDocument(
                        DEVICES, DocumentDraft.adding("k", JsonObject.of("serial", List.of("a")))));
    }

    @Test
    void limitsAPage() {
        assertThat(DocumentQuery.all().limit()).isEqualTo(100);
        refused("A page has 1 to 100 documents, and not 101.", () -> DocumentQuery.all()
                .limit(101));
        refused("A page has 1 to 100 documents, and not 0.", () -> DocumentQuery.all()
                .limit(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Devices", "a/b", "../other", "a b", "ä", "other.plugin:devices"})
    void takesNoOtherNamesOfCollectionsAndIndexes(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentCollection.named(name));
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentCollection.named("a", name));
    }

    @Test
    void takesAFewIndexesOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentCollection.named("a", "b", "b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentCollection.named("a", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }
}
