package com.example.gridcard;

import java.time.Instant;
import java.util.HashMap;
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
        return new GridCardSettings(6, 10, 3);
    }

    @Override
    protected JsonObject enrolling(Enrolment.Ask asked, Instant now) {
        return read(asked, question(asked));
    }

    @Override
    protected JsonObject proving(Enrolment.Ask added, Prompt prompt, Instant now) {
        return read(added, prompt.fields().get(0));
    }

    /** Returns the field that asks for cells. */
    static Field question(Enrolment.Ask page) {
        List<Field> fields = page.challenge().fields();
        return fields.get(fields.size() - 1);
    }

    /** Looks at the printed card. */
    static JsonObject read(Enrolment.Ask page, Field question) {
        Map<String, String> printed = new HashMap<>();
        for (Field row : page.challenge().fields()) {
            if (row.label().startsWith("Row ")) {
                String number = row.label().substring("Row ".length());
                for (String cell : row.initialValue().split(" · ")) {
                    printed.put(cell.charAt(0) + number, cell.substring(2));
                }
            }
        }
        List<String> names = List.of(question.label().replace("Signs of ", "").split(", "));
        return JsonObject.of("cells", names.stream().map(printed::get).collect(Collectors.joining(" ")));
    }
}
