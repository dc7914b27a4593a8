package org.gatewright.kernel.configuration.blueprint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gatewright.kernel.configuration.Draft;
import org.gatewright.kernel.configuration.Outside;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;

/** Applies one blueprint to a draft. */
public final class BlueprintRun {

    private final Blueprint blueprint;
    private final Evaluation evaluation;
    private final Finder finder;
    private final Keeper keeper;
    private final Map<String, List<String>> problems = new TreeMap<>();
    private final Set<String> failed = new HashSet<>();

    /** Prepares the run; the transaction is the caller's. */
    public BlueprintRun(Blueprint blueprint, Draft draft, Outside outside, Actor actor) {
        this.blueprint = blueprint;
        this.finder = new Finder(draft, outside);
        this.keeper = new Keeper(draft, outside, actor);
        this.evaluation = new Evaluation(blueprint.context(), System::getenv, finder::find);
    }

    /**
     * Applies all entries in order.
     *
     * @throws InvalidFieldsException naming each entry that cannot be applied; the transaction must be rolled back then
     */
    public void apply() {
        blueprint.entries().forEach(this::apply);
        if (!problems.isEmpty()) {
            throw new InvalidFieldsException(problems);
        }
    }

    private void apply(BlueprintEntry entry) {
        try {
            if (entry.conditions().stream().allMatch(evaluation::isTrue)) {
                enter(entry);
            }
        } catch (Evaluation.NoValue e) {
            boolean follows = failed.stream()
                    .anyMatch(id -> String.valueOf(e.getMessage()).startsWith("!KeyOf " + id + ":"));
            fail(entry, follows ? "It needs an entry that has failed." : String.valueOf(e.getMessage()));
        } catch (InvalidFieldsException e) {
            e.fields().forEach((field, sentences) -> problems.put(place(entry, field), sentences));
            failed.add(entry.id());
        } catch (GatewrightException e) {
            if (e.code().kind() == ErrorKind.INTERNAL) {
                throw e;
            }
            fail(entry, e.detail());
        }
    }

    private void enter(BlueprintEntry entry) {
        JsonObject identifiers = evaluation.fields(entry.identifiers());
        JsonObject attrs = evaluation.fields(entry.attrs());
        Finder.Found found = finder.find(entry.target(), identifiers);
        Finder.Found kept = keeper.keep(entry, found, identifiers, attrs);
        kept.key().filter(key -> !entry.id().isEmpty()).ifPresent(key -> evaluation.remember(entry.id(), key));
    }

    private void fail(BlueprintEntry entry, String sentence) {
        problems.put(entry.place(), List.of(entry.model() + ": " + sentence));
        failed.add(entry.id());
    }

    private static String place(BlueprintEntry entry, String field) {
        return field.equals(InvalidFieldsException.NON_FIELD_ERRORS) ? entry.place() : entry.place() + "." + field;
    }
}
