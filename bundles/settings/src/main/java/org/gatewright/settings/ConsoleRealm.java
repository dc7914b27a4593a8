package org.gatewright.settings;

import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.apache.karaf.jaas.modules.publickey.PublickeyLoginModule;
import org.gatewright.port.settings.Settings;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets the holder of the console key into the shell, and nobody else. */
@Component(service = JaasRealm.class)
public final class ConsoleRealm implements JaasRealm {

    static final String NAME = "gatewright";

    private final AppConfigurationEntry entry;

    /** Opens the shell to the console key under the data folder. */
    @Activate
    public ConsoleRealm(BundleContext context, @Reference Settings settings) {
        ConsoleKey key = ConsoleKey.in(settings.data().resolve("ssh"));
        Class<?> module = PublickeyLoginModule.class;
        this.entry = new AppConfigurationEntry(
                ProxyLoginModule.class.getName(),
                LoginModuleControlFlag.REQUIRED,
                Map.of(
                        ProxyLoginModule.PROPERTY_MODULE,
                        module.getName(),
                        ProxyLoginModule.PROPERTY_BUNDLE,
                        Long.toString(FrameworkUtil.getBundle(module).getBundleId()),
                        BundleContext.class.getName(),
                        context,
                        "users",
                        key.users().toString()));
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getRank() {
        return 0;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return new AppConfigurationEntry[] {entry};
    }
}
