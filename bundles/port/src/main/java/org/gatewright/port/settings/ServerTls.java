package org.gatewright.port.settings;

import javax.net.ssl.SSLContext;
import org.osgi.annotation.versioning.ProviderType;

/** TLS with the certificate of the server, the one of HTTPS. The key stays inside. */
@ProviderType
public interface ServerTls {

    /** Returns what makes sockets that show the certificate. */
    SSLContext context();
}
