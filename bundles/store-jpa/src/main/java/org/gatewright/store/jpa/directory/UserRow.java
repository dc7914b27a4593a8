package org.gatewright.store.jpa.directory;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Convert;
import org.eclipse.persistence.annotations.Converter;
import org.eclipse.persistence.annotations.Converters;
import org.gatewright.json.JsonText;
import org.gatewright.port.directory.UserFields;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;
import org.gatewright.store.jpa.transaction.InstantConverter;
import org.gatewright.store.jpa.transaction.UuidConverter;
import org.jspecify.annotations.NullUnmarked;

/** A user. Declares the converters of the persistence unit. */
@Entity
@Table(name = "user_account")
@Converters({
    @Converter(name = "uuid", converterClass = UuidConverter.class),
    @Converter(name = "instant", converterClass = InstantConverter.class)
})
@NullUnmarked
class UserRow {

    @Id
    @Convert("uuid")
    UUID id;

    long pk;
    String username;

    @Column(name = "username_lower")
    String usernameLower;

    String name;
    String email;

    @Column(name = "email_lower")
    String emailLower;

    String upn;

    @Column(name = "upn_lower")
    String upnLower;

    boolean active;

    @Column(name = "user_type")
    String type;

    String path;
    String attributes;

    @Column(name = "search_text")
    String searchText;

    @Column(name = "last_login")
    @Convert("instant")
    Instant lastLogin;

    @Convert("instant")
    Instant created;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "password_changed")
    @Convert("instant")
    Instant passwordChanged;

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    void fill(UserFields fields) {
        username = fields.username();
        usernameLower = lower(username);
        name = fields.name();
        email = fields.email();
        emailLower = email.isEmpty() ? null : lower(email);
        upn = fields.attributes().text("upn").orElse(null);
        upnLower = upn == null ? null : lower(upn);
        active = fields.active();
        type = fields.type().name();
        path = fields.path();
        attributes = JsonText.write(fields.attributes());
        searchText = lower(username + "\n" + name + "\n" + email);
    }

    User user(boolean superuser) {
        return new User(
                id,
                pk,
                username,
                name,
                email,
                active,
                superuser,
                UserType.valueOf(type),
                path,
                JsonText.read(attributes),
                Optional.ofNullable(lastLogin),
                created);
    }
}
