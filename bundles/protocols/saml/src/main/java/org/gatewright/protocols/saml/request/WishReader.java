package org.gatewright.protocols.saml.request;

import static org.gatewright.protocols.saml.xml.SamlError.INVALID_NAME_ID_POLICY;
import static org.gatewright.protocols.saml.xml.SamlError.NO_AUTHN_CONTEXT;
import static org.gatewright.protocols.saml.xml.SamlError.REFUSED;
import static org.gatewright.protocols.saml.xml.SamlError.REQUEST_UNSUPPORTED;
import static org.gatewright.protocols.saml.xml.SamlError.UNSUPPORTED_BINDING;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.request.RequestedContext.Comparison;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.NameIDPolicy;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;

/** Checks what a service provider asks for. What is wrong here is told to the service provider. */
public final class WishReader {

    /** The formats that users are named in. */
    public static final Set<String> FORMATS =
            Set.of(NameIDType.EMAIL, NameIDType.PERSISTENT, NameIDType.TRANSIENT, NameIDType.UNSPECIFIED);

    private static final int MOST_CLASSES = 10;
    private static final int LONGEST_CLASS = 150;
    private static final int LONGEST = 2_800;

    private WishReader() {}

    /** Reads a request that is from whom it says. */
    public static AuthnWish read(AuthnRequestReader.Checked checked, ServiceProvider party, Instant now) {
        AuthnRequest request = checked.request();
        String binding = request.getProtocolBinding();
        if (binding != null && !binding.equals(SAMLConstants.SAML2_POST_BINDING_URI)) {
            throw UNSUPPORTED_BINDING.because("Responses are posted.");
        }
        if (request.getSubject() != null) {
            throw REQUEST_UNSUPPORTED.because("A request cannot name the user.");
        }
        RequestedContext context = context(request.getRequestedAuthnContext());
        requireShort(checked.reply(), context);
        return new AuthnWish(
                checked.reply(),
                format(request.getNameIDPolicy(), party),
                context,
                Boolean.TRUE.equals(request.isForceAuthn()),
                Boolean.TRUE.equals(request.isPassive()),
                now.getEpochSecond());
    }

    /** A flow remembers 4,096 characters. */
    private static void requireShort(Reply reply, RequestedContext context) {
        long length = written(reply.acs())
                + reply.relayState().map(WishReader::written).orElse(0L)
                + written(reply.own().entityId())
                + context.classes().stream().mapToLong(WishReader::written).sum();
        if (length > LONGEST) {
            throw REFUSED.because("The request and the parameter RelayState are too long together.");
        }
    }

    /** Counts a character as JSON may write it. */
    private static long written(String text) {
        return text.chars()
                .mapToLong(c -> c < ' ' || c > '~' ? 6 : c == '"' || c == '\\' || c == '/' ? 2 : 1)
                .sum();
    }

    /** Returns what is done for an application that a user chose here. */
    public static AuthnWish unasked(Reply reply, Instant now) {
        return new AuthnWish(reply, Optional.empty(), RequestedContext.ANY, false, false, now.getEpochSecond());
    }

    /** The unspecified format leaves the choice to us (SAML core section 8.3.1). */
    private static Optional<String> format(@Nullable NameIDPolicy policy, ServiceProvider party) {
        if (policy == null) {
            return Optional.empty();
        }
        String qualifier = policy.getSPNameQualifier();
        if (qualifier != null && !qualifier.equals(party.entityId())) {
            throw INVALID_NAME_ID_POLICY.because("Users are not named for others.");
        }
        Optional<String> format =
                Optional.ofNullable(policy.getFormat()).filter(asked -> !asked.equals(NameIDType.UNSPECIFIED));
        if (format.isPresent() && !FORMATS.contains(format.get())) {
            throw INVALID_NAME_ID_POLICY.because("Users are not named in this format.");
        }
        return format;
    }

    private static RequestedContext context(@Nullable RequestedAuthnContext requested) {
        if (requested == null) {
            return RequestedContext.ANY;
        }
        List<String> classes = requested.getAuthnContextClassRefs().stream()
                .map(AuthnContextClassRef::getURI)
                .filter(Objects::nonNull)
                .map(String::strip)
                .toList();
        boolean odd = classes.isEmpty()
                || classes.size() > MOST_CLASSES
                || classes.stream().anyMatch(name -> name.length() > LONGEST_CLASS);
        if (odd) {
            throw NO_AUTHN_CONTEXT.because("The request asks for a sign-in that nobody knows here.");
        }
        return new RequestedContext(comparison(requested), classes);
    }

    private static Comparison comparison(RequestedAuthnContext requested) {
        return requested.getComparison() == null
                ? Comparison.EXACT
                : Comparison.valueOf(requested.getComparison().toString().toUpperCase(Locale.ROOT));
    }
}
