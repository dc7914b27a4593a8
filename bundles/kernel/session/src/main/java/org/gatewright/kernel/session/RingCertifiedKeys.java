package org.gatewright.kernel.session;

import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.session.CertifiedKey;
import org.gatewright.spi.session.CertifiedKeys;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Hands out handles of the RSA keys of the ring, and their certificates. */
@Component
public final class RingCertifiedKeys implements CertifiedKeys {

    private final KeyRing ring;
    private final Clock clock;

    /** Makes Java know the handles. */
    @Activate
    public RingCertifiedKeys(@Reference KeyRing ring) {
        this(ring, Clock.systemUTC());
    }

    RingCertifiedKeys(KeyRing ring, Clock clock) {
        this.ring = ring;
        this.clock = clock;
        Security.addProvider(new HandleProvider());
    }

    /** Makes Java forget the handles. */
    @Deactivate
    public void stop() {
        Security.removeProvider(HandleProvider.NAME);
    }

    @Override
    public CertifiedKey active(Optional<UUID> key) {
        LoadedKey chosen = chosen(key);
        return new CertifiedKey(new KeyHandle(chosen.pair().getPrivateKey()), certificate(chosen));
    }

    @Override
    public List<X509Certificate> trusted(Optional<UUID> key) {
        LoadedKey chosen = chosen(key);
        Stream<X509Certificate> replaced = ring.keys().keys().stream()
                .filter(other -> chosen.replaces().contains(other.stored().id()))
                .filter(other -> other.isPublished(clock.instant()))
                .sorted(Comparator.comparing((LoadedKey other) -> other.stored().created())
                        .reversed())
                .flatMap(other -> other.certificate().stream());
        List<X509Certificate> trusted = new ArrayList<>(List.of(certificate(chosen)));
        replaced.forEach(trusted::add);
        return trusted;
    }

    private LoadedKey chosen(Optional<UUID> id) {
        return ring.keys().chosen(id).orElseThrow(() -> SessionError.noKey(id));
    }

    private static X509Certificate certificate(LoadedKey key) {
        return key.certificate()
                .orElseThrow(() -> new GatewrightException(
                        SessionError.KEY_UNAVAILABLE,
                        "The signing key “" + key.stored().name()
                                + "” is no RSA key. Choose one of the algorithm RS256."));
    }
}
