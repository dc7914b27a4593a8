package org.gatewright.port.configuration;

import java.util.Optional;
import org.gatewright.spi.plugin.Kind;

/** The models of configuration objects. */
public enum Model {
    /** A flow. */
    FLOW("flow", Optional.empty()),
    /** A step of a flow. */
    STAGE_BINDING("flowstagebinding", Optional.empty()),
    /** A policy, group or user bound to a flow, a stage binding or an application. */
    POLICY_BINDING("policybinding", Optional.empty()),
    /** An application. */
    APPLICATION("application", Optional.empty()),
    /** The look and the default flows of a domain. */
    BRAND("brand", Optional.empty()),
    /** An instance of a stage type. */
    STAGE("stage", Optional.of(Kind.STAGE)),
    /** An instance of a policy type. */
    POLICY("policy", Optional.of(Kind.POLICY)),
    /** An instance of a protocol type. */
    PROVIDER("provider", Optional.of(Kind.PROTOCOL)),
    /** An instance of a type of second factor. */
    AUTHENTICATOR("authenticator", Optional.of(Kind.AUTHENTICATOR));

    private final String wireName;
    private final Optional<Kind> kind;

    Model(String wireName, Optional<Kind> kind) {
        this.wireName = wireName;
        this.kind = kind;
    }

    /** Returns the name in permissions, references and blueprints. */
    public String wireName() {
        return wireName;
    }

    /** Returns the kind of plug-in that its objects are instances of; empty for the kernel's own. */
    public Optional<Kind> kind() {
        return kind;
    }
}
