package org.gatewright.kernel.directory;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.gatewright.json.JsonText;
import org.gatewright.port.directory.UserFields;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;

/** What the fields of users, groups, roles and tokens may be. */
final class FieldRules {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}@.+_-]{1,150}");
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)*");
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}@.+_-]+(/[\\p{L}\\p{N}@.+_-]+)*");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9@.+_-]{1,255}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 255;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_ATTRIBUTES = 65_536;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 1_024;

    private FieldRules() {}

    /** Returns the fields with their texts in the one form that compares as people see them. */
    static UserFields normalized(UserFields fields) {
        return new UserFields(
                Normalizer.normalize(fields.username(), Normalizer.Form.NFKC),
                fields.name().strip(),
                fields.email().strip(),
                fields.active(),
                fields.type(),
                fields.path(),
                fields.attributes(),
                fields.groups().stream().distinct().toList());
    }

    static Problems user(UserFields fields) {
        return new Problems()
                .check(
                        USERNAME.matcher(fields.username()).matches(),
                        "username",
                        "A user name has 1 to 150 characters: letters, digits and @ . + - _ only.")
                .check(isLine(fields.name()), "name", "A name has at most 255 characters, all on one line.")
                .check(
                        fields.email().isEmpty() || isEmail(fields.email()),
                        "email",
                        "Enter a valid e-mail address, such as ada@example.org.")
                .check(
                        fields.path().length() <= LONGEST
                                && PATH.matcher(fields.path()).matches(),
                        "path",
                        "A path is names with slashes between them, such as users/staff, with at most 255 characters.")
                .check(isSmall(fields.attributes()), "attributes", "Attributes have at most 65,536 characters in all.");
    }

    static Problems name(String name) {
        return new Problems()
                .check(!name.isBlank() && isLine(name), "name", "A name has 1 to 255 characters, all on one line.");
    }

    static boolean isSmall(JsonObject attributes) {
        return JsonText.write(attributes).length() <= LONGEST_ATTRIBUTES;
    }

    static Problems password(SecretText password) {
        int length = password.reveal().length();
        return new Problems()
                .check(
                        length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD,
                        "password",
                        "A password has at least 8 and at most 1,024 characters.");
    }

    static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    static boolean isLine(String text) {
        return text.length() <= LONGEST && !CONTROL.matcher(text).find();
    }

    private static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }
}
