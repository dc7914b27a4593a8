package org.gatewright.rest.collection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.directory.UserDevice;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;

/** The second factors of one user, whose number is the filter {@code user}, for administrators; without a filter their own. */
final class DevicesCollection extends ShapedCollection<UserDevice> {

    private final Devices devices;
    private final Users users;

    DevicesCollection(Devices devices, Users users) {
        super(
                "authenticators/admin",
                DeviceShapes.MODEL,
                Set.of(Operation.LIST, Operation.RETRIEVE, Operation.DELETE),
                DeviceShapes.DEVICE);
        this.devices = devices;
        this.users = users;
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        String number = page.filters().get("user");
        User user = Optional.ofNullable(number)
                .flatMap(DevicesCollection::number)
                .flatMap(users::byPk)
                .or(() -> number == null ? actor.user() : Optional.empty())
                .orElseThrow(() -> new InvalidFieldsException("user", "There is no user with this number."));
        List<JsonObject> all = devices.of(user.id()).stream().map(this::show).toList();
        return ObjectPages.of(all, page);
    }

    @Override
    public void delete(Actor actor, String key) {
        devices.delete(actor, existing(key));
    }

    @Override
    Optional<UserDevice> find(String key) {
        return DeviceShapes.find(devices, key);
    }

    @Override
    Optional<UUID> idOf(UserDevice device) {
        return Optional.of(device.id());
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
