package org.gatewright.kernel.directory;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.directory.UserDevice;
import org.gatewright.port.policy.UserAuthenticators;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells policies which second factors users have. */
@Component(service = UserAuthenticators.class)
public final class DeviceTypes implements UserAuthenticators {

    private final Devices devices;

    /** Looks into these. */
    @Activate
    public DeviceTypes(@Reference Devices devices) {
        this.devices = devices;
    }

    @Override
    public Set<String> typesOf(UUID user) {
        return devices.of(user).stream().map(UserDevice::type).collect(Collectors.toUnmodifiableSet());
    }
}
