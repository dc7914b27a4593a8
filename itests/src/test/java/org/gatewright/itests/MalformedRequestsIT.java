package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.itests.support.Visitor;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are too big, too deep or of the wrong type are refused with a sentence, and never with an error of the server. */
class MalformedRequestsIT {

    private static final String FLOW = "/if/flow/default-authentication-flow/";
    private static final String BEARER = "Bearer " + Administrator.TOKEN;
    private static final String DEEP_OBJECT = "{\"a\":".repeat(100) + "1" + "}".repeat(100);
    private static final String DEEP_LIST = "{\"name\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";

    private final Visitor visitor = new Visitor(SharedServer.get().base());

    static Stream<String> noJsonObjects() {
        return Stream.of(
                "",
                "{",
                "[]",
                "1",
                "null",
                "\"text\"",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{'a':1}",
                "\u0000",
                "{\"a\":NaN}",
                "{} {}",
                DEEP_OBJECT,
                DEEP_LIST,
                "[".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("noJsonObjects")
    void theExecutorTakesNothingButAnObject(String body) {
        HttpResponse<String> answer = visitor.text("POST", visitor.executor(FLOW), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonText.read(answer.body()).text("detail")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uid_field\":1}",
                "{\"uid_field\":null}",
                "{\"uid_field\":[\"a\"]}",
                "{\"uid_field\":{\"a\":{}}}",
                "{\"component\":7}",
                "{\"component\":[],\"uid_field\":true}",
                "{\"uid_field\":1e400}"
            })
    void theExecutorAsksAgainForAnAnswerOfTheWrongType(String body) {
        visitor.challenge(FLOW);

        HttpResponse<String> answer = visitor.text("POST", visitor.executor(FLOW), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JsonText.read(answer.body()).text("component")).contains("ak-stage-identification");
        assertThat(JsonText.read(answer.body()).object("response_errors")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("noJsonObjects")
    void theApiTakesNothingButAnObject(String body) {
        HttpResponse<String> answer = visitor.text("POST", "/api/v3/core/groups/", body, "Authorization", BEARER);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JsonText.read(answer.body()).isEmpty()).isFalse();
    }

    /** Addresses of collections, with fields of each type. */
    static Stream<Arguments> theApiNamesTheFieldOfTheWrongType() {
        return Stream.of(
                        "core/users name username is_active groups attributes password type path",
                        "core/groups name is_superuser parents roles attributes",
                        "core/tokens identifier user intent description expires",
                        "core/applications name slug",
                        "core/brands domain default",
                        "flows/instances name slug designation",
                        "flows/bindings target stage order",
                        "policies/bindings target order negate",
                        "providers/oauth2 name redirect_uris client_type",
                        "stages/password name failed_attempts_before_cancel",
                        "stages/prompt name fields")
                .map(line -> List.of(line.split(" ")))
                .flatMap(line -> line.stream().skip(1).map(field -> Arguments.of(line.get(0), field)));
    }

    @ParameterizedTest
    @MethodSource
    void theApiNamesTheFieldOfTheWrongType(String collection, String field) {
        Stream<String> wrong = Stream.of("{\"a\":[1]}", "[[1]]", "12.5")
                .filter(value -> !(field.equals("attributes") && value.startsWith("{")));
        assertThat(wrong).allSatisfy(value -> {
            String body = "{\"" + field + "\":" + value + "}";
            HttpResponse<String> answer =
                    visitor.text("POST", "/api/v3/" + collection + "/", body, "Authorization", BEARER);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(JsonText.read(answer.body()).members().keySet())
                    .as(answer.body())
                    .anyMatch(name -> name.equals(field) || name.startsWith(field + "."));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core/users username",
                "core/users password",
                "core/users attributes",
                "core/groups name",
                "core/tokens description",
                "core/applications name",
                "core/brands domain",
                "crypto/signingkeys name",
                "flows/instances title",
                "providers/oauth2 name",
                "stages/password name"
            })
    void theApiTakesNoNullCharacter(String place) {
        String path = "/api/v3/" + place.split(" ")[0] + "/";
        String field = place.split(" ")[1];
        for (String value : List.of("\"null\\u0000\"", "{\"a\":[{\"\\u0000\":1}]}")) {
            HttpResponse<String> answer =
                    visitor.text("POST", path, "{\"" + field + "\":" + value + "}", "Authorization", BEARER);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(JsonText.read(answer.body()).texts(field))
                    .containsExactly("This must not contain a null character.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core/users/?search=%00",
                "core/users/?username=a%00",
                "core/groups/?name=%00",
                "events/events/?action=%00"
            })
    void theApiLooksForNoNullCharacter(String address) {
        assertThat(visitor.get("/api/v3/" + address, "Authorization", BEARER).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aValueOfTheWrongTypeChangesNothing() {
        String path = "/api/v3/core/users/";
        String body = "{\"username\":\"malformed\",\"is_active\":\"false\"}";

        assertThat(visitor.text("POST", path, body, "Authorization", BEARER).statusCode())
                .isEqualTo(400);
        assertThat(SharedServer.administrator().list("core/users/?username=malformed"))
                .isEmpty();
        JsonObject user = SharedServer.administrator().create("core/users/", JsonObject.of("username", "malformed"));
        HttpResponse<String> change = visitor.text(
                "PATCH", path + user.integer("pk").orElseThrow() + "/", "{\"is_active\":0}", "Authorization", BEARER);
        assertThat(change.statusCode()).isEqualTo(400);
        assertThat(JsonText.read(change.body()).has("is_active")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=x", "page=-1", "page=0", "page=999999999999", "page_size=0", "page_size=x"})
    void theApiRefusesAPageThatIsNone(String query) {
        HttpResponse<String> answer = visitor.get("/api/v3/core/users/?" + query, "Authorization", BEARER);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JsonText.read(answer.body()).has(query.replaceAll("=.*", "")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v3/core/groups/",
                "/application/o/token/",
                "/api/v3/flows/executor/default-authentication-flow/"
            })
    void refusesAnOversizeBody(String path) {
        HttpResponse<String> answer = visitor.text(
                "POST", path, "{\"name\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}", "Authorization", BEARER);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesTooManyParameters() {
        Map<String, String> many = new LinkedHashMap<>();
        for (int number = 0; number < 300; number++) {
            many.put("p" + number, "");
        }
        String query = "?" + Visitor.encode(many);

        assertThat(visitor.form("/application/o/token/", many).statusCode()).isEqualTo(400);
        assertThat(visitor.get("/application/o/authorize/" + query).statusCode())
                .isEqualTo(400);
        assertThat(visitor.get("/api/v3/flows/executor/default-authentication-flow/" + query)
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.get(visitor.executor(FLOW + query)).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesTooManyHeaders() {
        Visitor plain =
                new Visitor(SharedServer.get().base(), HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        List<String> headers = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            headers.addAll(List.of("X-Many-" + number, "a value of a header"));
        }

        assertThat(plain.get("/", headers.toArray(String[]::new)).statusCode()).isEqualTo(431);
        assertThat(plain.get("/", "X-Long", "x".repeat(100_000)).statusCode()).isEqualTo(431);
    }
}
