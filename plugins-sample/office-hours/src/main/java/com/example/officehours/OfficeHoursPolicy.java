package com.example.officehours;

import java.time.ZonedDateTime;
import java.util.List;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.policy.Policy;
import org.gatewright.spi.policy.PolicyContext;
import org.gatewright.spi.policy.Verdict;
import org.osgi.service.component.annotations.Component;

/** Passes while the office is open. */
// tag::policy[]
@Component(service = Policy.class)
@PluginType(
        name = "office_hours",
        title = "Office hours",
        description = "Passes while the office is open.",
        settings = OfficeHoursSettings.class)
public final class OfficeHoursPolicy implements Policy {

    @Override
    public Verdict decide(PolicyContext context) {
        OfficeHoursSettings settings = context.settings(OfficeHoursSettings.class);
        OfficeHours hours = OfficeHours.of(settings);
        ZonedDateTime local = context.now().atZone(hours.zone());
        JsonObject explanation = JsonObject.of("local_time", local.toString());
        return hours.open(local)
                ? new Verdict(true, List.of(), explanation)
                : new Verdict(false, List.of(message(settings)), explanation);
    }

    private static String message(OfficeHoursSettings settings) {
        return settings.message()
                .filter(text -> !text.isBlank())
                .orElse("Not open now: only from " + settings.from() + " to " + settings.to() + " on working days ("
                        + settings.timeZone() + ").");
    }
}
// end::policy[]
