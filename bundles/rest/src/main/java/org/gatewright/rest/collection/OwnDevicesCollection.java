package org.gatewright.rest.collection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.directory.UserDevice;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;

/** The second factors of whoever asks: to look at, to give another name, to delete. They are added by flows. */
final class OwnDevicesCollection implements Collection {

    private static final String NAME = "name";
    private static final int LONGEST = 64;

    private final Devices devices;

    OwnDevicesCollection(Devices devices) {
        this.devices = devices;
    }

    @Override
    public String path() {
        return "authenticators/all";
    }

    @Override
    public String model() {
        return DeviceShapes.MODEL;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.LIST, Operation.RETRIEVE, Operation.UPDATE, Operation.DELETE);
    }

    @Override
    public JsonObject schema() {
        return DeviceShapes.DEVICE.input();
    }

    @Override
    public JsonObject shown() {
        return DeviceShapes.DEVICE.schema();
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        List<JsonObject> all = own(actor).map(DeviceShapes.DEVICE::show).toList();
        return ObjectPages.of(all, page);
    }

    @Override
    public JsonObject retrieve(Actor actor, String key) {
        return DeviceShapes.DEVICE.show(existing(actor, key));
    }

    @Override
    public JsonObject update(Actor actor, String key, JsonObject fields, boolean partial) {
        UserDevice device = existing(actor, key);
        Map<String, List<String>> misfits = DeviceShapes.DEVICE.misfits(fields);
        if (!misfits.isEmpty()) {
            throw new InvalidFieldsException(misfits);
        }
        Optional<String> name = fields.text(NAME).map(String::strip);
        if (name.isEmpty() && partial) {
            return DeviceShapes.DEVICE.show(device);
        }
        return DeviceShapes.DEVICE.show(devices.rename(
                actor,
                device,
                name.filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                        .orElseThrow(() ->
                                new InvalidFieldsException(NAME, "Give a name of 1 to " + LONGEST + " characters."))));
    }

    @Override
    public void delete(Actor actor, String key) {
        devices.delete(actor, existing(actor, key));
    }

    /** Absent and somebody else's are the same. */
    private UserDevice existing(Actor actor, String key) {
        return DeviceShapes.find(devices, key)
                .filter(device -> actor.user()
                        .filter(user -> user.id().equals(device.user()))
                        .isPresent())
                .orElseThrow(Collection::notFound);
    }

    private Stream<UserDevice> own(Actor actor) {
        return actor.user().stream().flatMap(user -> devices.of(user.id()).stream());
    }
}
