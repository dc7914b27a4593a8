package org.gatewright.kernel.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.directory.UserDevice;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentCollection;
import org.gatewright.spi.store.DocumentDraft;
import org.gatewright.spi.store.DocumentQuery;
import org.gatewright.spi.store.Documents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps second factors as documents that their users own. */
@Component(service = Devices.class)
public final class StoredDevices implements Devices {

    private static final DocumentCollection COLLECTION = DocumentCollection.named("devices");
    private static final String PURPOSE = "authenticator/device";
    private static final String MODEL = "authenticator device";
    private static final String SEALED = "sealed";
    private static final String USED = "used";
    private static final String NAME = "name";

    private final Documents documents;
    private final Sealer sealer;
    private final Transactions transactions;
    private final Directory directory;
    private final Rights rights;
    private final Audit audit;

    /** Encrypts with the sealer what is stored in the documents. */
    @Activate
    public StoredDevices(
            @Reference PluginDocuments documents,
            @Reference Sealer sealer,
            @Reference Transactions transactions,
            @Reference Directory directory,
            @Reference Rights rights,
            @Reference Audit audit) {
        this.documents = documents.of(OWNER);
        this.sealer = sealer;
        this.transactions = transactions;
        this.directory = directory;
        this.rights = rights;
        this.audit = audit;
    }

    @Override
    public List<UserDevice> of(UUID user) {
        return documents.list(COLLECTION, DocumentQuery.all().ownedBy(user)).documents().stream()
                .map(StoredDevices::device)
                .sorted(Comparator.comparing(
                                (UserDevice device) -> device.lastUsed().orElse(Instant.MIN))
                        .reversed()
                        .thenComparing(UserDevice::created)
                        .thenComparing(UserDevice::id))
                .toList();
    }

    @Override
    public Optional<UserDevice> find(UUID device) {
        return documents.find(COLLECTION, device.toString()).map(StoredDevices::device);
    }

    @Override
    public Optional<JsonObject> content(UserDevice device) {
        return sealer.open(PURPOSE, device.sealed())
                .map(JsonText::read)
                .filter(kept ->
                        kept.text("device").equals(Optional.of(device.id().toString())))
                .flatMap(kept -> kept.object("content"));
    }

    @Override
    public boolean add(UUID id, NewDevice device, Instant now) {
        if (of(device.user()).size() >= MOST) {
            return false;
        }
        JsonObject content = JsonObject.of("type", device.type())
                .with("method", device.method())
                .with(NAME, device.name())
                .with("created", now.toEpochMilli())
                .with(SEALED, sealed(id, device.content()));
        return documents
                .put(COLLECTION, DocumentDraft.adding(id.toString(), content).ownedBy(device.user()))
                .isPresent();
    }

    @Override
    public boolean used(UserDevice read, JsonObject content, Instant now) {
        return replaced(read, JsonObject.of(USED, now.toEpochMilli()).with(SEALED, sealed(read.id(), content)))
                .isPresent();
    }

    @Override
    public UserDevice rename(Actor actor, UserDevice device, String name) {
        return transactions.call(() -> {
            requirePowerOver(actor, device);
            UserDevice renamed =
                    replaced(device, JsonObject.of(NAME, name)).orElseThrow(StoredDevices::changedMeanwhile);
            audit.updated(actor, MODEL, device.id(), name, JsonObject.of("owner", device.user()));
            return renamed;
        });
    }

    @Override
    public void delete(Actor actor, UserDevice device) {
        transactions.run(() -> {
            requirePowerOver(actor, device);
            if (!documents.delete(COLLECTION, device.id().toString(), device.revision())) {
                throw changedMeanwhile();
            }
            audit.deleted(
                    actor,
                    MODEL,
                    device.id(),
                    device.name(),
                    JsonObject.of("type", device.type()).with("owner", device.user()));
        });
    }

    /** Whoever takes a second factor away is half way to being that user. */
    private void requirePowerOver(Actor actor, UserDevice device) {
        directory.user(device.user()).ifPresent(owner -> rights.requirePowerOver(actor, owner));
    }

    private Optional<UserDevice> replaced(UserDevice read, JsonObject members) {
        return documents
                .find(COLLECTION, read.id().toString())
                .filter(stored -> stored.revision() == read.revision())
                .flatMap(stored -> documents.put(
                        COLLECTION,
                        DocumentDraft.replacing(stored, stored.content().merge(members))))
                .map(StoredDevices::device);
    }

    /** With the id inside: what is moved to another device does not open. */
    private String sealed(UUID id, JsonObject content) {
        return sealer.seal(PURPOSE, JsonText.write(JsonObject.of("device", id).with("content", content)));
    }

    private static UserDevice device(Document document) {
        JsonObject content = document.content();
        return new UserDevice(
                UUID.fromString(document.key()),
                document.owner().orElseThrow(),
                content.text("type").orElse(""),
                UUID.fromString(content.text("method").orElse("")),
                content.text(NAME).orElse(""),
                Instant.ofEpochMilli(content.integer("created").orElse(0L)),
                content.integer(USED).map(Instant::ofEpochMilli),
                content.text(SEALED).orElse(""),
                document.revision());
    }

    private static GatewrightException changedMeanwhile() {
        return new GatewrightException(CommonError.CONFLICT, "The device has been used or changed meanwhile.");
    }
}
