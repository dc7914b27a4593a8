package org.gatewright.kernel.configuration.binding;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatewright.spi.data.JsonObject;

/** One pass that makes stored members of given ones. */
final class Writing {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Optional<JsonObject> previous;
    private final boolean partial;
    private final Check check;
    private final Map<String, Object> generated = new LinkedHashMap<>();

    /**
     * @param previous what is stored now; empty for a new object
     * @param partial whether what is absent stays
     */
    Writing(Optional<JsonObject> previous, boolean partial, Check check) {
        this.previous = previous;
        this.partial = partial;
        this.check = check;
    }

    /** Returns the stored members; problems are noted. */
    JsonObject members(List<Setting> settings, JsonObject given) {
        Set<String> known = settings.stream().map(Setting::name).collect(Collectors.toSet());
        given.members().keySet().stream().filter(name -> !known.contains(name)).forEach(name -> check.at(name)
                .problem("There is no such field."));
        Map<String, Object> stored = new LinkedHashMap<>();
        for (Setting setting : settings) {
            member(setting, given).ifPresent(value -> stored.put(setting.name(), value));
        }
        return JsonObject.of(stored);
    }

    /** Returns the secrets that were made. */
    JsonObject generated() {
        return JsonObject.of(generated);
    }

    private Optional<Object> member(Setting setting, JsonObject given) {
        Optional<Object> value = given.get(setting.name());
        Optional<Object> before = previous.flatMap(object -> object.get(setting.name()));
        Check here = check.at(setting.name());
        if (value.isPresent()) {
            boolean cleared = setting.optional() && "".equals(value.get());
            return cleared ? Optional.empty() : setting.type().store(value.get(), before, here);
        }
        boolean stays = partial || setting.type().isSecret() || setting.generated() > 0;
        return stays && before.isPresent() ? before : absent(setting, here);
    }

    private Optional<Object> absent(Setting setting, Check here) {
        if (setting.fallback().isPresent()) {
            return setting.type().store(setting.fallback().get(), Optional.empty(), here);
        }
        if (setting.generated() > 0) {
            return generate(setting, here);
        }
        if (!setting.optional()) {
            here.problem("This field is required.");
        }
        return Optional.empty();
    }

    private Optional<Object> generate(Setting setting, Check here) {
        String value = RANDOM.ints(setting.generated(), 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
        if (setting.type().isSecret()) {
            generated.put(setting.name(), value);
        }
        return setting.type().store(value, Optional.empty(), here);
    }
}
