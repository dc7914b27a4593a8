package org.gatewright.policies.expression;

import static org.gatewright.spi.mapping.FunctionType.member;
import static org.gatewright.spi.mapping.ValueType.Simple.ANY;
import static org.gatewright.spi.mapping.ValueType.Simple.BOOL;
import static org.gatewright.spi.mapping.ValueType.Simple.INT;
import static org.gatewright.spi.mapping.ValueType.Simple.TEXT;
import static org.gatewright.spi.mapping.ValueType.Simple.TIME;

import java.util.List;
import java.util.Map;
import org.gatewright.spi.mapping.FunctionType;
import org.gatewright.spi.mapping.ValueType.ListOf;
import org.gatewright.spi.mapping.ValueType.MapOf;
import org.gatewright.spi.mapping.ValueType.Structure;
import org.gatewright.spi.mapping.Vocabulary;

/** What an expression of a policy may name. */
final class Words {

    private static final Structure USER = new Structure(
            "user",
            Map.ofEntries(
                    Map.entry("is_anonymous", BOOL),
                    Map.entry("uuid", TEXT),
                    Map.entry("pk", INT),
                    Map.entry("username", TEXT),
                    Map.entry("name", TEXT),
                    Map.entry("email", TEXT),
                    Map.entry("type", TEXT),
                    Map.entry("path", TEXT),
                    Map.entry("is_active", BOOL),
                    Map.entry("is_superuser", BOOL),
                    Map.entry("groups", new ListOf(TEXT)),
                    Map.entry("attributes", new MapOf(ANY)),
                    Map.entry("created", TIME)));

    private static final Structure REQUEST =
            new Structure("request", Map.of("ip", TEXT, "user_agent", TEXT, "host", TEXT, "is_secure", BOOL));

    private static final Structure APPLICATION = new Structure("application", Map.of("slug", TEXT));

    /** The whole of it. */
    static final Vocabulary ALL = new Vocabulary(
            Map.of(
                    "user", USER,
                    "request", REQUEST,
                    "application", APPLICATION,
                    "context", new MapOf(ANY),
                    "now", TIME),
            List.<FunctionType>of(
                    member("is_in_group", BOOL, USER, TEXT),
                    member("has_attribute", BOOL, USER, TEXT),
                    member("attribute", ANY, USER, TEXT, ANY),
                    member("has_authenticator", BOOL, USER),
                    member("has_authenticator", BOOL, USER, TEXT),
                    FunctionType.of("policy", BOOL, TEXT),
                    FunctionType.of("message", BOOL, TEXT)),
            BOOL);

    private Words() {}
}
