package org.gatewright.protocols.saml.request;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;

/**
 * How a service provider wants its users to sign in (SAML core section 3.3.2.2.1).
 *
 * @param comparison how the classes count
 * @param classes the best first; empty if anything will do
 */
public record RequestedContext(Comparison comparison, List<String> classes) {

    /** How the way of a sign-in is compared with the classes that are asked for. */
    public enum Comparison {
        /** It is one of them. */
        EXACT,
        /** It is as good as one of them. */
        MINIMUM,
        /** It is better than each of them. */
        BETTER,
        /** It is not better than one of them. */
        MAXIMUM
    }

    static final RequestedContext ANY = new RequestedContext(Comparison.EXACT, List.of());

    /** Copies the classes. */
    public RequestedContext {
        classes = List.copyOf(classes);
    }

    /** Tells whether a sign-in by these methods will do. */
    public boolean isMetBy(Collection<String> methods) {
        return met(methods).isPresent();
    }

    /** Returns what a response says of a sign-in by these methods; empty if it will not do. */
    public Optional<String> met(Collection<String> methods) {
        ContextClass own = ContextClass.of(methods);
        if (classes.isEmpty()) {
            return Optional.of(own.uri());
        }
        return comparison == Comparison.EXACT
                ? exact(own)
                : Optional.of(own.uri()).filter(uri -> isMetBy(own));
    }

    /** Whoever asks for a password at least is told of the password. */
    private Optional<String> exact(ContextClass own) {
        return classes.stream()
                .filter(wanted -> ContextClass.of(wanted).filter(own::covers).isPresent())
                .findFirst();
    }

    private boolean isMetBy(ContextClass own) {
        List<ContextClass> known = classes.stream()
                .flatMap(wanted -> ContextClass.of(wanted).stream())
                .toList();
        return switch (comparison) {
            case MINIMUM -> known.stream().anyMatch(wanted -> own.compareTo(wanted) >= 0);
            case BETTER ->
                known.size() == classes.size() && known.stream().allMatch(wanted -> own.compareTo(wanted) > 0);
            default -> known.stream().anyMatch(wanted -> own.compareTo(wanted) <= 0);
        };
    }

    JsonObject toJson() {
        return JsonObject.of("how", comparison.name().toLowerCase(Locale.ROOT)).with("classes", classes);
    }

    static RequestedContext of(JsonObject json) {
        return new RequestedContext(
                Comparison.valueOf(json.text("how").orElseThrow().toUpperCase(Locale.ROOT)), json.texts("classes"));
    }
}
