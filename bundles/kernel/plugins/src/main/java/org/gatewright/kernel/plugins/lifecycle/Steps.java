package org.gatewright.kernel.plugins.lifecycle;

import java.util.function.Consumer;
import org.gatewright.kernel.plugins.PluginVersion;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log, and to whoever follows it, how far a change of a plug-in has come, so that one can read there where a server that was killed has stopped, and what the next start made of it. */
@Component(service = Steps.class)
public final class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    /** What happens to a version, in this order. All before {@link #DECIDED} never was if the server dies, all after it is finished by the next start. */
    enum Step {
        /** The artifact may come in. */
        READ("read"),
        /** It is in the database. */
        KEPT("kept"),
        /** The version runs beside the active one; nobody may call it. */
        RUNNING("running"),
        /** Its types have started and the stored settings fit. */
        TRIED("tried"),
        /** The decision is stored. */
        DECIDED("decided"),
        /** New calls follow the decision. */
        SWITCHED("switched"),
        /** The version has ended. */
        LET_GO("let go");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private final Consumer<String> log;
    private final Progress progress;

    /** Writes to the log of the server. */
    @Activate
    public Steps(@Reference Progress progress) {
        this(sentence -> LOG.info("{}", sentence), progress);
    }

    Steps(Consumer<String> log, Progress progress) {
        this.log = log;
        this.progress = progress;
    }

    /** The version has come so far. */
    void reached(Step step, PluginVersion version) {
        reached(step, version.toString());
    }

    /** What these words name has come so far. */
    void reached(Step step, String what) {
        log.accept("Plug-in " + step + ": " + what);
        progress.reached(step.toString());
    }

    /** The version is refused, and is gone again. */
    void refused(PluginVersion version, String reason) {
        log.accept("Plug-in refused: " + version + ". " + reason);
    }

    /** A start has found this, and done something about it. */
    void found(String what) {
        log.accept("Plug-ins at the start: " + what);
    }
}
