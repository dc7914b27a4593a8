package org.gatewright.outposts.ldap;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import java.util.Map;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.plugin.SettingsCheck;
import org.gatewright.spi.protocol.Continuation;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.protocol.Route;
import org.osgi.service.component.annotations.Component;

/** The type of LDAP providers. LDAP is not spoken over HTTP, so it has no address there, and no request or flow comes to it. */
@Component(service = Protocol.class)
@PluginType(
        name = "ldap",
        title = "LDAP",
        description = "Lets old applications look users up and check passwords.",
        settings = LdapSettings.class)
public final class LdapProvider implements Protocol, SettingsCheck<LdapSettings> {

    @Override
    public Map<String, List<String>> problems(LdapSettings settings) {
        boolean valid = DN.isValidDN(settings.baseDn()) && !settings.baseDn().isBlank();
        return valid ? Map.of() : Map.of("base_dn", List.of("This is no distinguished name."));
    }

    @Override
    public List<Route> routes() {
        return List.of();
    }

    @Override
    public Response handle(Request request, ProtocolContext context) {
        throw new IllegalStateException("LDAP has no address: " + request.path());
    }

    @Override
    public Ending resume(Continuation continuation, FlowOutcome outcome, ProtocolContext context) {
        throw new IllegalStateException("LDAP begins no flow: " + continuation.step());
    }
}
