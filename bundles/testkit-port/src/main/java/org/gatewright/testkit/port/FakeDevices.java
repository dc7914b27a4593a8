package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.directory.UserDevice;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.DocumentQuery;
import org.gatewright.spi.store.Documents;

/** Second factors in documents of a test, not encrypted and not audited. */
public final class FakeDevices implements Devices {

    private static final DocumentCollection COLLECTION = DocumentCollection.named("devices");

    private final Documents documents;

    /** Over the documents of a test. */
    public FakeDevices(PluginDocuments documents) {
        this.documents = documents.of(OWNER);
    }

    @Override
    public List<UserDevice> of(UUID user) {
        return documents.list(COLLECTION, DocumentQuery.all().ownedBy(user)).documents().stream()
                .map(FakeDevices::device)
                .sorted(Comparator.comparing(
                                (UserDevice device) -> device.lastUsed().orElse(Instant.MIN))
                        .reversed())
                .toList();
    }

    @Override
    public Optional<UserDevice> find(UUID device) {
        return documents.find(COLLECTION, device.toString()).map(FakeDevices::device);
    }

    @Override
    public Optional<JsonObject> content(UserDevice device) {
        return documents.find(COLLECTION, device.id().toString()).flatMap(stored -> stored.content()
                .object("content"));
    }

    @Override
    public boolean add(UUID id, NewDevice device, Instant now) {
        if (of(device.user()).size() >= MOST) {
            return false;
        }
        JsonObject content = JsonObject.of("type", device.type())
                .with("method", device.method())
                .with("name", device.name())
                .with("created", now.toEpochMilli())
                .with("content", device.content());
        return documents
                .put(COLLECTION, DocumentDraft.adding(id.toString(), content).ownedBy(device.user()))
                .isPresent();
    }

    @Override
    public boolean used(UserDevice read, JsonObject content, Instant now) {
        return replaced(read, JsonObject.of("used", now.toEpochMilli()).with("content", content))
                .isPresent();
    }

    @Override
    public UserDevice rename(Actor actor, UserDevice device, String name) {
        return replaced(device, JsonObject.of("name", name)).orElseThrow();
    }

    @Override
    public void delete(Actor actor, UserDevice device) {
        documents.delete(COLLECTION, device.id().toString(), device.revision());
    }

    private Optional<UserDevice> replaced(UserDevice read, JsonObject members) {
        return documents
                .find(COLLECTION, read.id().toString())
                .filter(stored -> stored.revision() == read.revision())
                .flatMap(stored -> documents.put(
                        COLLECTION,
                        DocumentDraft.replacing(stored, stored.content().merge(members))))
                .map(FakeDevices::device);
    }

    private static UserDevice device(Document document) {
        JsonObject content = document.content();
        return new UserDevice(
                UUID.fromString(document.key()),
                document.owner().orElseThrow(),
                content.text("type").orElse(""),
                UUID.fromString(content.text("method").orElse("")),
                content.text("name").orElse(""),
                Instant.ofEpochMilli(content.integer("created").orElse(0L)),
                content.integer("used").map(Instant::ofEpochMilli),
                "",
                document.revision());
    }
}
