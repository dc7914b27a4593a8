package org.gatewright.kernel.configuration.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.List;
import org.gatewright.json.JsonText;
import org.gatewright.port.configuration.ApplicationFields;
import org.gatewright.port.configuration.BrandFields;
import org.gatewright.port.configuration.FlowFields;
import org.gatewright.port.configuration.PolicyBindingFields;
import org.gatewright.port.configuration.ProviderFields;
import org.gatewright.port.configuration.StageBindingFields;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.testkit.port.PlainSealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final ObjectShape shape = ObjectShape.of(List.of(AllTypes.class));

    @ParameterizedTest
    @ValueSource(
            classes = {
                AllTypes.class,
                FlowFields.class,
                ApplicationFields.class,
                BrandFields.class,
                StageBindingFields.class,
                PolicyBindingFields.class,
                ProviderFields.class
            })
    void everySchemaFollowsTheMetaSchema(Class<?> type) throws Exception {
        JsonObject schema =
                ObjectShape.of(List.of(type.asSubclass(Record.class))).schema();
        JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(meta.validate(MAPPER.readTree(JsonText.write(schema)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"some_text\":\"abc\"}",
                "{\"some_text\":\"abc\",\"span\":\"weeks=1\",\"nested\":{\"name\":\"n\"},\"many\":[]}",
                "{\"some_text\":\"abc\",\"span\":\"PT1H\",\"mode\":\"global\",\"secret\":\"x\",\"hash\":\"y\",\"default\":true}"
            })
    void whatTheBinderTakesTheSchemaTakes(String json) throws Exception {
        shape.create(JsonText.read(json), new PlainSealer());
        assertThat(validator().validate(MAPPER.readTree(json))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"some_text\":7}",
                "{\"some_text\":\"AB\"}",
                "{\"some_text\":\"a\",\"max_tries\":0}",
                "{\"some_text\":\"a\",\"mode\":\"GLOBAL\"}",
                "{\"some_text\":\"a\",\"span\":\"1 hour\"}",
                "{\"some_text\":\"a\",\"flow\":\"x\"}",
                "{\"some_text\":\"a\",\"few\":[\"a\",\"b\",\"c\"]}",
                "{\"some_text\":\"a\",\"nested\":{}}",
                "{\"some_text\":\"a\",\"unknown\":1}"
            })
    void whatTheSchemaRefusesTheBinderRefuses(String json) throws Exception {
        assertThat(validator().validate(MAPPER.readTree(json))).isNotEmpty();
        assertThatThrownBy(() -> shape.create(JsonText.read(json), new PlainSealer()))
                .isInstanceOf(org.gatewright.port.error.InvalidFieldsException.class);
    }

    @Test
    void titlesHelpDefaultsAndReferencesAreInIt() {
        JsonObject properties = shape.schema().object("properties").orElseThrow();
        JsonObject text = properties.object("some_text").orElseThrow();
        assertThat(text.text("title")).contains("Text");
        assertThat(text.text("description")).contains("Some text.");
        assertThat(properties.object("max_tries").orElseThrow().integer("default"))
                .contains(5L);
        assertThat(properties.object("flow").orElseThrow().text("x-refers-to")).contains("flow");
        assertThat(properties.object("secret").orElseThrow().bool("writeOnly")).contains(true);
        assertThat(shape.schema().texts("required")).containsExactly("some_text");
    }

    record Translated(
            @org.gatewright.spi.settings.Title("%test.title")
            String known,

            @org.gatewright.spi.settings.Title("%test.absent")
            String unknown) {}

    @Test
    void textsComeFromTheBundle() {
        JsonObject properties = ObjectShape.of(List.of(Translated.class))
                .schema()
                .object("properties")
                .orElseThrow();
        assertThat(properties.object("known").orElseThrow().text("title")).contains("Größe");
        assertThat(properties.object("unknown").orElseThrow().text("title")).contains("%test.absent");
    }

    private JsonSchema validator() throws Exception {
        return FACTORY.getSchema(
                MAPPER.readTree(JsonText.write(shape.schema())),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }
}
