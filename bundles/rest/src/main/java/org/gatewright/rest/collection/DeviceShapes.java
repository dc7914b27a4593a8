package org.gatewright.rest.collection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.directory.UserDevice;

/** How second factors are shown. What their methods keep is shown to nobody. */
final class DeviceShapes {

    static final String MODEL = "authenticatordevice";

    static final Shape<UserDevice> DEVICE = Shape.<UserDevice>empty()
            .shown("pk", Schemas.ID, UserDevice::id)
            .shown("type", Schemas.TEXT, UserDevice::type)
            .shown("user_uuid", Schemas.ID, UserDevice::user)
            .shown("confirmed", Schemas.FLAG, device -> true)
            .shown("created", Schemas.MOMENT, device -> device.created().toString())
            .shownIfAny("last_used", Schemas.MOMENT, device -> device.lastUsed().map(Instant::toString))
            .field("name", Schemas.TEXT, UserDevice::name);

    private DeviceShapes() {}

    static Optional<UserDevice> find(Devices devices, String key) {
        try {
            return devices.find(UUID.fromString(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no id names no device
        }
    }
}
