package org.gatewright.kernel.plugins;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.gatewright.port.plugins.PluginTexts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the texts that the header {@code Bundle-Localization} of a bundle names: {@code OSGI-INF/l10n/bundle_de.properties}, in UTF-8. All of a version are read at
 * once, when first asked for, so no name of a file is made of what a visitor sends.
 */
@Component
public final class BundleTexts implements PluginTexts {

    private static final Logger LOG = LoggerFactory.getLogger(BundleTexts.class);
    private static final String SUFFIX = ".properties";

    private final BundleContext context;
    private final Map<PluginVersion, Known> known = new ConcurrentHashMap<>();

    /** Reads of bundles in this framework. */
    @Activate
    public BundleTexts(BundleContext context) {
        this.context = context;
    }

    /** What was read of a bundle; nothing in it keeps the bundle. */
    private record Known(long bundle, long modified, Translations translations) {}

    @Override
    public UnaryOperator<String> of(String plugin, String version, List<Locale> languages) {
        try {
            Translations translations = translations(new PluginVersion(plugin, version));
            return translations.in(languages);
        } catch (IllegalStateException e) {
            LOG.debug("{} {} has ended", plugin, version, e);
            return UnaryOperator.identity();
        }
    }

    private Translations translations(PluginVersion version) {
        Known before = known.get(version);
        if (before != null) {
            Bundle bundle = context.getBundle(before.bundle());
            if (bundle != null && bundle.getLastModified() == before.modified()) {
                return before.translations();
            }
        }
        known.values().removeIf(one -> context.getBundle(one.bundle()) == null);
        return find(version).map(bundle -> read(version, bundle)).orElse(Translations.NONE);
    }

    private Translations read(PluginVersion version, Bundle bundle) {
        String base = Optional.ofNullable(bundle.getHeaders("").get(Constants.BUNDLE_LOCALIZATION))
                .orElse(Constants.BUNDLE_LOCALIZATION_DEFAULT_BASENAME);
        int slash = base.lastIndexOf('/');
        String name = base.substring(slash + 1);
        Map<String, Map<String, String>> texts = new HashMap<>();
        for (URL file : files(bundle, slash < 0 ? "/" : base.substring(0, slash), name + "*" + SUFFIX)) {
            String path = file.getPath();
            String tag = path.substring(path.lastIndexOf('/') + 1 + name.length(), path.length() - SUFFIX.length());
            if (tag.isEmpty() || tag.startsWith("_")) {
                texts.put(tag.isEmpty() ? "" : tag.substring(1), read(file));
            }
        }
        Translations translations = new Translations(texts);
        known.put(version, new Known(bundle.getBundleId(), bundle.getLastModified(), translations));
        return translations;
    }

    private static List<URL> files(Bundle bundle, String folder, String pattern) {
        return Optional.ofNullable(bundle.findEntries(folder, pattern, false))
                .map(Collections::list)
                .map(List::copyOf)
                .orElse(List.of());
    }

    private static Map<String, String> read(URL file) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The texts {} cannot be read", file, e);
            return Map.of();
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private Optional<Bundle> find(PluginVersion version) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> version.equals(new PluginVersion(
                        PluginBundles.id(bundle), bundle.getVersion().toString())))
                .findFirst();
    }
}
