package org.gatewright.kernel.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.StageResult;

/** Makes one page of what two stages ask. It is the page of the host, shown as the host says, with what the guest adds. */
final class SharedPage {

    private SharedPage() {}

    static StageResult.Ask of(StageResult.Ask host, StageResult.Ask guest) {
        return new StageResult.Ask(
                of(host.challenge(), guest.challenge()),
                host.state(),
                host.refused() || guest.refused(),
                both(host.effects(), guest.effects()));
    }

    private static Challenge of(Challenge host, Challenge guest) {
        Map<String, List<FieldError>> errors = new LinkedHashMap<>(guest.errors());
        errors.putAll(host.errors());
        return new Challenge(
                host.component(),
                PageElements.without(guest.data()).merge(host.data()),
                fields(host.fields(), guest.fields()),
                errors,
                host.element());
    }

    private static List<Field> fields(List<Field> host, List<Field> guest) {
        List<String> taken = host.stream().map(Field::key).toList();
        return both(
                host,
                guest.stream().filter(field -> !taken.contains(field.key())).toList());
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
