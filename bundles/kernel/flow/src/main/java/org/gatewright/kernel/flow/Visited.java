package org.gatewright.kernel.flow;

import java.util.List;
import java.util.stream.Stream;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.stage.StageResult;

/** What came of visiting one step. */
sealed interface Visited {

    /**
     * What a plug-in wants done.
     *
     * @param plugin its id
     * @param deeds what the server itself is to do about it
     */
    record Wishes(String plugin, List<Effect> effects, List<Deed> deeds) {
        public Wishes {
            effects = List.copyOf(effects);
            deeds = List.copyOf(deeds);
        }

        Wishes(String plugin, List<Effect> effects) {
            this(plugin, effects, List.of());
        }

        boolean isEmpty() {
            return effects.isEmpty() && deeds.isEmpty();
        }

        /** The effects of its result. */
        static Wishes of(String plugin, StageResult result) {
            if (result instanceof StageResult.Done done) {
                return new Wishes(plugin, done.effects());
            }
            if (result instanceof StageResult.Denied denied) {
                return new Wishes(plugin, denied.effects());
            }
            if (result instanceof StageResult.Insert) {
                return new Wishes(plugin, List.of());
            }
            StageResult.Ask ask = result instanceof StageResult.Host host ? host.page() : (StageResult.Ask) result;
            return new Wishes(plugin, ask.effects());
        }
    }

    /**
     * The stage decided; the step is pinned to the version that did.
     *
     * @param wishes what the plug-ins of the step want done
     * @param told facts that only the guest of the step knew; its effects are about whom they name
     */
    record Decided(Step step, StageResult result, List<Wishes> wishes, JsonObject told) implements Visited {
        public Decided {
            wishes = List.copyOf(wishes);
        }

        /** What a stage decided alone, with what the methods want done that it has called. */
        static Decided of(Step step, StageResult result, String plugin, List<Wishes> methods) {
            List<Wishes> all = Stream.concat(methods.stream(), Stream.of(Wishes.of(plugin, result)))
                    .toList();
            return new Decided(step, result, all, JsonObject.empty());
        }

        /** What is decided without a stage. */
        Decided(Step step, StageResult.Denied result) {
            this(step, result, List.of(), JsonObject.empty());
        }
    }

    /** The stage is not there, or failed. */
    record Unavailable(String detail) implements Visited {}
}
