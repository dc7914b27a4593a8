package org.gatewright.kernel.policy;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.gatewright.port.policy.UserAuthenticators;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What users have set up, as long as somebody knows; else nobody has anything. */
@Component(service = KnownAuthenticators.class)
public final class KnownAuthenticators implements UserAuthenticators {

    private final AtomicReference<@Nullable UserAuthenticators> known = new AtomicReference<>();

    @Override
    public Set<String> typesOf(UUID user) {
        UserAuthenticators now = known.get();
        return now == null ? Set.of() : Set.copyOf(now.typesOf(user));
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            bind = "bind",
            unbind = "unbind")
    void bind(UserAuthenticators authenticators) {
        known.set(authenticators);
    }

    void unbind(UserAuthenticators authenticators) {
        known.compareAndSet(authenticators, null);
    }
}
