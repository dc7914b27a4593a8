package org.gatewright.store.jpa.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.gatewright.port.store.KeyStore;
import org.jspecify.annotations.NullUnmarked;

/** A signing key. */
@Entity
@Table(name = "signing_key")
@NullUnmarked
class KeyRow {

    /** The role of which there is one for each algorithm. */
    static final String DEFAULT = "default";

    @Id
    @Convert("uuid")
    UUID id;

    String name;
    String algorithm;

    @Column(name = "key_role")
    String role;

    /** The algorithm if the role is {@link #DEFAULT}, else null: unique, so that there is one. */
    @Column(name = "default_for")
    String defaultFor;

    @Convert("instant")
    Instant created;

    @Convert("instant")
    Instant expires;

    @Column(name = "public_jwk")
    String publicJwk;

    @Column(name = "sealed_private_jwk")
    String sealedPrivateJwk;

    KeyStore.Stored stored() {
        return new KeyStore.Stored(
                id, name, algorithm, role, created, Optional.ofNullable(expires), publicJwk, sealedPrivateJwk);
    }
}
