package org.gatewright.settings;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The configurations of the web server and of the shell. */
final class ListenerConfiguration {

    private static final String LOOPBACK = "127.0.0.1";

    private ListenerConfiguration() {}

    /** Returns Pax Web's configuration. */
    static Hashtable<String, Object> web(FixedSettings settings, Path keyStore) {
        Optional<ListenAddress> http = settings.listener("http");
        Optional<ListenAddress> https = settings.listener("https");
        Map<String, Object> web = new HashMap<>();
        web.put("org.osgi.service.http.enabled", Boolean.toString(http.isPresent()));
        web.put("org.osgi.service.http.secure.enabled", Boolean.toString(https.isPresent()));
        http.ifPresent(address -> web.put("org.osgi.service.http.port", Integer.toString(address.port())));
        https.ifPresent(address -> {
            web.put("org.osgi.service.http.port.secure", Integer.toString(address.port()));
            web.put("org.ops4j.pax.web.ssl.keystore", keyStore.toString());
            web.put("org.ops4j.pax.web.ssl.keystore.type", "PKCS12");
            web.put("org.ops4j.pax.web.ssl.keystore.password", ServerCertificate.PASSWORD);
            web.put("org.ops4j.pax.web.ssl.key.password", ServerCertificate.PASSWORD);
            web.put("org.ops4j.pax.web.ssl.protocols.included", "TLSv1.2, TLSv1.3");
        });
        web.put("org.ops4j.pax.web.listening.addresses", host(http, https));
        web.put("org.ops4j.pax.web.server.showStacks", "false");
        return new Hashtable<>(web);
    }

    /** Pax Web knows one address for both listeners. */
    private static String host(Optional<ListenAddress> http, Optional<ListenAddress> https) {
        List<String> hosts = Stream.of(http, https)
                .flatMap(Optional::stream)
                .map(ListenAddress::host)
                .distinct()
                .toList();
        if (hosts.size() > 1) {
            throw new SettingsProblem("The settings listen.http and listen.https name two addresses, "
                    + String.join(" and ", hosts)
                    + "; both listeners must use the same one, or one of them must be off");
        }
        return hosts.isEmpty() ? LOOPBACK : hosts.get(0);
    }

    /** Returns the configuration of Karaf's SSH server. */
    static Hashtable<String, Object> shell(ListenAddress address, Path folder) {
        return new Hashtable<>(Map.ofEntries(
                entry("sshHost", address.host()),
                entry("sshPort", Integer.toString(address.port())),
                entry("sshRealm", ConsoleRealm.NAME),
                entry("sshRole", "ssh"),
                entry("authMethods", "publickey"),
                entry("hostKey", folder.resolve("host.key").toString()),
                entry("hostKeyPub", folder.resolve("host.key.pub").toString()),
                entry("algorithm", "EC"),
                entry("keySize", "256"),
                entry("sftpEnabled", "false")));
    }
}
