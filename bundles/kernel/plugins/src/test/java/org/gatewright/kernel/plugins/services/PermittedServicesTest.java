package org.gatewright.kernel.plugins.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatewright.kernel.plugins.PluginVersion;
import org.gatewright.kernel.plugins.TestFramework;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.session.CertifiedKeys;
import org.gatewright.spi.session.TokenSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;

/** A plug-in finds only what it declares. */
class PermittedServicesTest {

    private static final String DIRECTORY = Directory.class.getName();

    private final PermittedServices services = new PermittedServices();
    private TestFramework felix;

    @BeforeEach
    void start() throws Exception {
        felix = new TestFramework();
        felix.context()
                .registerService(
                        new String[] {FindHook.class.getName(), EventListenerHook.class.getName()}, services, null);
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    @Test
    void aPluginFindsWhatItDeclares() throws Exception {
        register(Directory.class);
        register(TokenSigner.class);
        BundleContext reader = plugin("reader", "directory, documents").getBundleContext();

        assertThat(reader.getServiceReference(DIRECTORY)).isNotNull();
        assertThat(reader.getServiceReference(TokenSigner.class.getName())).isNull();
        assertThat(found(reader, null)).contains(DIRECTORY).doesNotContain(TokenSigner.class.getName());
    }

    @Test
    void whoMaySignTokensMayNotSignAnything() throws Exception {
        register(CertifiedKeys.class);
        String keys = CertifiedKeys.class.getName();

        assertThat(plugin("tokens", "signing").getBundleContext().getServiceReference(keys))
                .isNull();
        assertThat(plugin("anything", "signing-keys").getBundleContext().getServiceReference(keys))
                .isNotNull();
    }

    @Test
    void aPluginFindsNothingWithoutADeclarationThatIsUnderstood() throws Exception {
        register(Directory.class);
        for (String header : List.of("", "directory;names=x", "directory;x:=y", "Directory", "documents", ";;")) {
            BundleContext plugin = plugin("plugin" + header.hashCode(), header).getBundleContext();

            assertThat(plugin.getServiceReference(DIRECTORY)).as(header).isNull();
            assertThat(found(plugin, null)).as(header).doesNotContain(DIRECTORY);
            assertThat(found(plugin, DIRECTORY)).as(header).isEmpty();
        }
    }

    @Test
    void aPluginIsToldOfNothingThatItDoesNotDeclare() throws Exception {
        List<String> told = new ArrayList<>();
        for (String header : List.of("documents", "directory")) {
            BundleContext plugin = plugin(header, header).getBundleContext();
            plugin.addServiceListener(event -> told.add(header), "(" + Constants.OBJECTCLASS + "=" + DIRECTORY + ")");
        }

        ServiceRegistration<?> registration = register(Directory.class);
        registration.unregister();

        assertThat(told).containsExactly("directory", "directory");
    }

    @Test
    void theServerFindsEverythingAndAPluginWhatBelongsToNoPermission() throws Exception {
        register(Directory.class);
        register(Runnable.class);
        Bundle server = bundle("server", Map.of());

        assertThat(server.getBundleContext().getServiceReference(DIRECTORY)).isNotNull();
        BundleContext plugin = plugin("plugin", "").getBundleContext();
        assertThat(plugin.getServiceReference(Runnable.class.getName())).isNotNull();
    }

    @Test
    void saysWhatIsWithheldFromWhom() throws Exception {
        register(Directory.class);
        BundleContext plugin = plugin("plugin", "documents").getBundleContext();
        assertThat(services.withheld(new PluginVersion("plugin", "1.0.0"))).isEmpty();

        plugin.getServiceReference(DIRECTORY);

        assertThat(services.withheld(new PluginVersion("plugin", "1.0.0")))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains(DIRECTORY)
                        .contains("does not declare the permission “directory”"));
        assertThat(services.withheld(new PluginVersion("plugin", "1.1.0"))).isEmpty();
    }

    @Test
    void saysWhatIsWithheldFromAComponent() throws Exception {
        register(Directory.class);
        BundleContext plugin = plugin("plugin", "documents").getBundleContext();
        assertThat(plugin.getServiceReferences((String) null, "(component.name=directory)"))
                .isNull();
        assertThat(services.withheld(new PluginVersion("plugin", "1.0.0"))).isEmpty();

        assertThat(plugin.getServiceReferences((String) null, "(&(objectClass=" + DIRECTORY + ")(!(service.id=-1)))"))
                .isNull();

        assertThat(services.withheld(new PluginVersion("plugin", "1.0.0")))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(DIRECTORY));
    }

    private static List<String> found(BundleContext context, String name) throws Exception {
        var references = context.getAllServiceReferences(name, null);
        List<String> names = new ArrayList<>();
        for (int i = 0; references != null && i < references.length; i++) {
            names.addAll(List.of((String[]) references[i].getProperty(Constants.OBJECTCLASS)));
        }
        return names;
    }

    private ServiceRegistration<?> register(Class<?> type) {
        Object service =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new AssertionError(method);
                });
        return felix.context().registerService(type.getName(), service, null);
    }

    private Bundle plugin(String name, String permissions) throws Exception {
        Map<String, String> headers = new HashMap<>(Map.of("Gatewright-Plugin", name));
        if (!permissions.isEmpty()) {
            headers.put("Gatewright-Permissions", permissions);
        }
        return bundle(name, headers);
    }

    private Bundle bundle(String name, Map<String, String> headers) throws Exception {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", name, "Bundle-Version", "1.0.0"));
        Bundle bundle =
                felix.context().installBundle("memory:" + name, new ByteArrayInputStream(TestFramework.jar(all)));
        bundle.start();
        return bundle;
    }
}
