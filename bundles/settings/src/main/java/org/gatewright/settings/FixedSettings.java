package org.gatewright.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.port.settings.Settings;

/** The settings as they were read at start. */
final class FixedSettings implements Settings {

    private static final SettingName SECRET_KEY = new SettingName("secret", "key");
    private static final int KEY_BYTES = 32;

    private final Map<SettingName, String> values;
    private final Path data;
    private final byte[] secretKey;

    FixedSettings(Map<SettingName, String> values, Path data) {
        this.values = Map.copyOf(values);
        this.data = data;
        this.secretKey = text(SECRET_KEY).map(FixedSettings::given).orElseGet(() -> kept(data.resolve("secret.key")));
    }

    private static byte[] given(String key) {
        byte[] bytes = key.getBytes(UTF_8);
        if (bytes.length < KEY_BYTES) {
            throw new SettingsProblem("The setting " + SECRET_KEY + " is too short; it needs at least " + KEY_BYTES
                    + " characters, the same on every node");
        }
        return bytes;
    }

    /** The key made at first start; its text is what another node would be given. */
    private static byte[] kept(Path file) {
        if (!Files.exists(file)) {
            byte[] random = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(random);
            PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encode(random));
        }
        return given(new String(PrivateFiles.read(file), UTF_8).strip());
    }

    Optional<String> text(SettingName name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns the address of a listener, or nothing if it is switched off. */
    Optional<ListenAddress> listener(String key) {
        SettingName name = new SettingName("listen", key);
        return text(name).map(value -> ListenAddress.parse(name, value));
    }

    /** Returns the addresses of all listeners that are not switched off. */
    Stream<ListenAddress> listeners() {
        return values.keySet().stream()
                .filter(KnownSettings::isListener)
                .flatMap(name -> listener(name.key()).stream());
    }

    @Override
    public Optional<String> get(String section, String key) {
        return text(new SettingName(section, key));
    }

    @Override
    public byte[] secretKey() {
        return secretKey.clone();
    }

    @Override
    public Path data() {
        return data;
    }
}
