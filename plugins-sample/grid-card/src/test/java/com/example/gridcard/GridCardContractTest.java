package com.example.gridcard;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatewright.spi.authenticator.AuthenticatorMethod;
import org.gatewright.spi.authenticator.Enrolment;
import org.gatewright.spi.authenticator.Prompt;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.stage.Field;
import org.gatewright.testkit.authenticator.AuthenticatorMethodContract;

class GridCardContractTest extends AuthenticatorMethodContract {

    @Override
    protected AuthenticatorMethod method() {
        return new GridCardMethod();
    }

    @Override
    protected Record settings() {
        return new GridCardSettings(8, 12, 3);
    }

    @Override
    protected JsonObject enrolling(Enrolment.Ask asked, Instant now) {
        return read(asked, asked.challenge().fields().get(1));
    }

    @Override
    protected JsonObject proving(Enrolment.Ask added, Prompt prompt, Instant now) {
        return read(added, prompt.fields().get(0));
    }

    /** Looks at the printed card. */
    static JsonObject read(Enrolment.Ask page, Field question) {
        Map<String, String> printed = Arrays.stream(
                        page.challenge().fields().get(0).initialValue().split("\n| {3}"))
                .map(cell -> cell.split(" "))
                .collect(Collectors.toMap(cell -> cell[0], cell -> cell[1]));
        List<String> names = List.of(question.label().replace("Signs of ", "").split(", "));
        return JsonObject.of("cells", names.stream().map(printed::get).collect(Collectors.joining(" ")));
    }
}
