package org.gatewright.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import org.gatewright.port.settings.LogLevels;
import org.gatewright.port.settings.ServerTls;
import org.gatewright.port.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Reads the settings before any other bundle of ours starts, and configures the listeners and the log with them. Secrets
 * go to nobody but {@link Settings}: Configuration Admin would write them to the disk.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class SettingsActivator implements BundleActivator {

    private static final int FAILED = 1;

    private @Nullable Announcer announcer;

    @Override
    public void start(BundleContext context) throws IOException {
        try {
            start(context, settings(context));
        } catch (SettingsProblem problem) {
            System.err.println("gatewright: " + problem.getMessage());
            System.err.flush();
            // nothing has started yet that an orderly end could save, and an orderly end would wait for this very call
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private static FixedSettings settings(BundleContext context) {
        Path file = Path.of(context.getProperty("karaf.etc"), "gatewright.cfg");
        Path data = Path.of(context.getProperty("karaf.data")).toAbsolutePath();
        return new FixedSettings(SettingsReader.read(file, System.getenv(), SettingsActivator::warn), data);
    }

    /** The log is not configured yet. */
    private static void warn(String sentence) {
        System.err.println("gatewright: warning: " + sentence);
    }

    private void start(BundleContext context, FixedSettings settings) throws IOException {
        ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
        ConfigurationAdmin admin = context.getService(reference);
        configure(admin, GivenLevels.PID, new LogConfiguration(settings, terminal(context)).toTable());
        Optional<ListenAddress> http = settings.listener("http");
        settings.listeners().forEach(ListenAddress::requireFree);
        Path keyStore = ServerCertificate.file(settings, Clock.systemUTC());
        configure(admin, "org.ops4j.pax.web", ListenerConfiguration.web(settings, keyStore));
        shell(admin, settings);
        context.ungetService(reference);
        context.registerService(Settings.class, settings, new Hashtable<>());
        context.registerService(ServerTls.class, CertificateTls.of(keyStore), new Hashtable<>());
        context.registerService(LogLevels.class, new GivenLevels(context), new Hashtable<>());
        announcer = http.map(address -> Announcer.start(address, settings.data().resolve("address")))
                .orElse(null);
    }

    private static void shell(ConfigurationAdmin admin, FixedSettings settings) throws IOException {
        Optional<ListenAddress> ssh = settings.listener("ssh");
        System.setProperty("karaf.startRemoteShell", Boolean.toString(ssh.isPresent()));
        if (ssh.isPresent()) {
            Path folder = settings.data().resolve("ssh");
            configure(admin, "org.apache.karaf.shell", ListenerConfiguration.shell(ssh.get(), folder));
            String address = ssh.get().reachableHost() + " " + ssh.get().port() + "\n";
            PrivateFiles.write(folder.resolve("address"), address.getBytes(UTF_8));
        }
    }

    private static boolean terminal(BundleContext context) {
        return Boolean.parseBoolean(context.getProperty("gatewright.terminal"));
    }

    private static void configure(ConfigurationAdmin admin, String pid, Dictionary<String, Object> table)
            throws IOException {
        admin.getConfiguration(pid, "?").updateIfDifferent(table);
    }

    @Override
    public void stop(BundleContext context) {
        if (announcer != null) {
            announcer.close();
        }
    }
}
