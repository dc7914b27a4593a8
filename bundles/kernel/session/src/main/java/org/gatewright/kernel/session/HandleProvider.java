package org.gatewright.kernel.session;

import java.io.Serial;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets {@link java.security.Signature} sign with a {@link KeyHandle}. Java asks it for no other key. */
final class HandleProvider extends Provider {

    static final String NAME = "Gatewright";

    private static final List<String> ALGORITHMS = List.of("SHA256withRSA", "SHA384withRSA", "SHA512withRSA");

    @Serial
    private static final long serialVersionUID = 1L;

    HandleProvider() {
        super(NAME, "1.0", "signs with keys that nobody can read");
        ALGORITHMS.forEach(algorithm -> putService(new SigningService(this, algorithm)));
    }

    private static final class SigningService extends Service {

        SigningService(Provider provider, String algorithm) {
            super(
                    provider,
                    "Signature",
                    algorithm,
                    HandleSignature.class.getName(),
                    List.of(),
                    Map.of("SupportedKeyClasses", KeyHandle.class.getName()));
        }

        @Override
        public Object newInstance(@Nullable Object parameter) {
            return new HandleSignature(getAlgorithm());
        }

        @Override
        public boolean supportsParameter(@Nullable Object parameter) {
            return parameter instanceof KeyHandle;
        }
    }
}
