package org.gatewright.kernel.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.spi.mapping.Compilation;
import org.gatewright.spi.mapping.ExpressionLanguage;
import org.gatewright.spi.mapping.Vocabulary;
import org.gatewright.spi.plugin.Kind;
import org.jspecify.annotations.Nullable;

/** What languages made of texts; those that nobody has used for the longest time go first. */
final class CompiledTexts {

    private static final int MOST = 1_000;

    /** One version of a language: the object that its bundle brought, for a bundle may come back with the same version. */
    record Key(ExpressionLanguage language, String text, Vocabulary vocabulary) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && language == key.language
                    && text.equals(key.text)
                    && vocabulary.equals(key.vocabulary);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(language) + text.hashCode();
        }
    }

    private final Map<Key, Compilation> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Compilation> eldest) {
            return size() > MOST;
        }
    };

    private Set<TypeVersion> versions = Set.of();

    /** Returns what is kept, or makes it, outside of any lock. */
    Compilation get(Key key, Supplier<Compilation> compile) {
        Compilation found = find(key);
        if (found != null) {
            return found;
        }
        Compilation made = compile.get();
        keep(key, made);
        return made;
    }

    /** Forgets all once a version has come, gone or changed its state. */
    synchronized void follow(CatalogueSnapshot snapshot) {
        Set<TypeVersion> now = snapshot.types().stream()
                .filter(version -> version.kind() == Kind.MAPPING)
                .collect(Collectors.toUnmodifiableSet());
        if (!now.equals(versions)) {
            versions = now;
            kept.clear();
        }
    }

    synchronized int size() {
        return kept.size();
    }

    private synchronized @Nullable Compilation find(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, Compilation compilation) {
        kept.put(key, compilation);
    }
}
