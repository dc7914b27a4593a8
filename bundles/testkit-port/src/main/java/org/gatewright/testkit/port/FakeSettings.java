package org.gatewright.testkit.port;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.settings.Settings;

/** Settings that a test gives. */
public final class FakeSettings implements Settings {

    private final Map<String, String> values;
    private final byte[] secretKey;
    private final Path data;

    /** No setting at all, and a fixed secret key. */
    public FakeSettings() {
        this(Map.of(), repeated((byte) 7), Path.of("target", "data"));
    }

    private FakeSettings(Map<String, String> values, byte[] secretKey, Path data) {
        this.values = Map.copyOf(values);
        this.secretKey = secretKey;
        this.data = data;
    }

    /** Returns these settings with one more. */
    public FakeSettings with(String section, String key, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(section + "." + key, value);
        return new FakeSettings(more, secretKey, data);
    }

    /** Returns these settings with another secret key: 32 times the byte. */
    public FakeSettings withSecretKey(byte filler) {
        return new FakeSettings(values, repeated(filler), data);
    }

    /** Returns these settings with another folder. */
    public FakeSettings withData(Path folder) {
        return new FakeSettings(values, secretKey, folder);
    }

    @Override
    public Optional<String> get(String section, String key) {
        return Optional.ofNullable(values.get(section + "." + key)).filter(value -> !value.isEmpty());
    }

    @Override
    public byte[] secretKey() {
        return secretKey.clone();
    }

    @Override
    public Path data() {
        return data;
    }

    private static byte[] repeated(byte filler) {
        byte[] key = new byte[32];
        Arrays.fill(key, filler);
        return key;
    }
}
