package org.gatewright.kernel.configuration.blueprint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatewright.kernel.configuration.Models;
import org.gatewright.port.configuration.Model;

/** What the name of a model in a blueprint stands for: {@code gatewright.flow}, {@code gatewright.stage.<type>}, or authentik's name for it. */
public sealed interface Target {

    /** An object of one of the kernel's own models. */
    record Own(Model model) implements Target {}

    /** An instance of a type. */
    record Instance(Model model, String type) implements Target {}

    /** A group. */
    record GroupTarget() implements Target {}

    /** A user; can only be found. */
    record UserTarget() implements Target {}

    /** A key; can only be found. */
    record KeyTarget() implements Target {}

    /** Finds the target; empty if there is no such model. */
    static Optional<Target> of(String name) {
        return instance(name).or(() -> Names.find(name));
    }

    private static Optional<Target> instance(String name) {
        return Names.RULES.stream()
                .map(rule -> rule.match(name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The rules for names. */
    final class Names {

        private record Rule(Pattern pattern, Model model) {
            Optional<Target> match(String name) {
                Matcher matcher = pattern.matcher(name);
                return matcher.matches() ? Optional.of(new Instance(model, matcher.group(1))) : Optional.empty();
            }
        }

        private static final List<Rule> RULES = Stream.concat(
                        Stream.of(Model.STAGE, Model.POLICY, Model.PROVIDER)
                                .flatMap(model -> Stream.of(own(model), foreign(model))),
                        Stream.of(own(Model.AUTHENTICATOR)))
                .toList();

        private static final Pattern WIRE =
                Pattern.compile("(?:gatewright|authentik_(?:core|flows|policies|brands|crypto))\\.([a-z]+)");

        private Names() {}

        private static Rule own(Model model) {
            return new Rule(Pattern.compile("gatewright\\." + model.wireName() + "\\.([a-z0-9_]+)"), model);
        }

        /** Such as authentik_stages_user_login.userloginstage. */
        private static Rule foreign(Model model) {
            String plural = model.kind().orElseThrow().path();
            return new Rule(
                    Pattern.compile("authentik_" + plural + "_([a-z0-9_]+)\\.[a-z0-9]*" + model.wireName()), model);
        }

        private static Optional<Target> find(String name) {
            Matcher matcher = WIRE.matcher(name);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            return switch (matcher.group(1)) {
                case "group" -> Optional.of(new GroupTarget());
                case "user" -> Optional.of(new UserTarget());
                case "key", "certificatekeypair" -> Optional.of(new KeyTarget());
                default ->
                    Models.byWireName(matcher.group(1))
                            .filter(model -> model.kind().isEmpty())
                            .map(Own::new);
            };
        }
    }
}
