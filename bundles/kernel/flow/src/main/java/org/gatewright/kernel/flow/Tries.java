package org.gatewright.kernel.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.Documents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts attempts of each user to use a second factor, whatever device, flow and node. After a few that failed the next one has to wait, twice as long each time.
 *
 * <p>Each attempt, also one that is right, replaces the count that it has read. So of many that are made at the same moment one counts, and the others are undone
 * without telling whether they were right.
 */
@Component(service = Tries.class)
public final class Tries {

    /** Attempts that may fail without a pause. */
    static final int FREE = 5;

    /** The longest pause. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int DOUBLINGS = 12;
    private static final DocumentCollection COLLECTION = DocumentCollection.named("tries");
    private static final String FAILURES = "failures";
    private static final String LAST = "last";

    private final Documents documents;

    /** Counts in documents. */
    @Activate
    public Tries(@Reference PluginDocuments documents) {
        this.documents = documents.of(Devices.OWNER);
    }

    /**
     * The count of a user as it was read.
     *
     * @param revision of the document; 0 if there is none
     */
    record Count(UUID user, long revision, long failures, Instant last) {

        /** Returns how long the next attempt has to wait; zero if it need not. */
        Duration pause(Instant now) {
            if (failures < FREE) {
                return Duration.ZERO;
            }
            Duration whole = Duration.ofSeconds(1L << Math.min(failures - FREE, DOUBLINGS));
            Instant end = last.plus(whole.compareTo(LONGEST) < 0 ? whole : LONGEST);
            return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
        }
    }

    Count read(UUID user) {
        Optional<Document> document = documents.find(COLLECTION, user.toString());
        JsonObject content = document.map(Document::content).orElse(JsonObject.empty());
        return new Count(
                user,
                document.map(Document::revision).orElse(0L),
                content.integer(FAILURES).orElse(0L),
                Instant.ofEpochMilli(content.integer(LAST).orElse(0L)));
    }

    /** Begins to count anew; false if another attempt was faster. */
    boolean succeeded(Count read, Instant now) {
        return replace(read, 0, now);
    }

    /** Counts one more; false if another attempt was faster. */
    boolean failed(Count read, Instant now) {
        return replace(read, read.failures() + 1, now);
    }

    private boolean replace(Count read, long failures, Instant now) {
        JsonObject content = JsonObject.of(FAILURES, failures).with(LAST, now.toEpochMilli());
        DocumentDraft draft = new DocumentDraft(
                read.user().toString(),
                content,
                read.revision(),
                Optional.of(read.user()),
                Optional.of(now.plus(KEPT)));
        return documents.put(COLLECTION, draft).isPresent();
    }
}
