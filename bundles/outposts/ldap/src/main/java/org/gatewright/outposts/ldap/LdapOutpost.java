package org.gatewright.outposts.ldap;

import com.unboundid.asn1.ASN1StreamReader;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.outpost.Endpoint;
import org.gatewright.spi.outpost.Farewell;
import org.gatewright.spi.outpost.Outpost;
import org.gatewright.spi.outpost.OutpostContext;
import org.gatewright.spi.plugin.PluginType;
import org.osgi.service.component.annotations.Component;

/** Answers LDAP messages. Keeps nothing between two of them: who is signed in is known to the kernel, and where a paged search goes on is in its cookie. */
@Component(service = Outpost.class)
@PluginType(name = "ldap", title = "LDAP", description = "Answers LDAP and LDAPS.")
public final class LdapOutpost implements Outpost {

    /** The shortest message there is, an unbind request, has seven bytes; where a length is written it takes six with what is before. */
    private static final int HEAD = 7;

    private static final byte SEQUENCE = 0x30;

    private final Operations operations = new Operations();

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint("ldap", false), new Endpoint("ldaps", true));
    }

    @Override
    public int headLength() {
        return HEAD;
    }

    @Override
    public OptionalInt messageLength(byte[] head) {
        if (head[0] != SEQUENCE) {
            return OptionalInt.empty();
        }
        ByteArrayInputStream bytes = new ByteArrayInputStream(head);
        try (ASN1StreamReader reader = new ASN1StreamReader(bytes, Integer.MAX_VALUE)) {
            return Optional.ofNullable(reader.beginSequence())
                    .map(sequence -> (long) sequence.getLength() + head.length - bytes.available())
                    .filter(whole -> whole >= head.length)
                    .map(whole -> OptionalInt.of((int) Math.min(whole, Integer.MAX_VALUE)))
                    .orElse(OptionalInt.empty());
        } catch (IOException e) {
            return OptionalInt.empty(); // not the length of anything
        }
    }

    @Override
    public void handle(byte[] message, OutpostContext context) {
        LDAPMessage request;
        try {
            request = Decoding.decode(message);
        } catch (LDAPException e) {
            context.send(farewell(Farewell.MALFORMED));
            context.close();
            return;
        }
        Answers answers = new Answers(request, context);
        try {
            operations.handle(request, context, answers);
        } catch (GatewrightException e) {
            if (e.code().kind() != ErrorKind.UNAVAILABLE) {
                throw e;
            }
            answers.result(ResultCode.UNAVAILABLE, e.detail());
        }
    }

    @Override
    public byte[] farewell(Farewell reason) {
        return switch (reason) {
            case MALFORMED -> Answers.disconnection(ResultCode.PROTOCOL_ERROR, "This is no LDAP message.");
            case TOO_LONG -> Answers.disconnection(ResultCode.PROTOCOL_ERROR, "The message is too long.");
            case IDLE -> Answers.disconnection(ResultCode.ADMIN_LIMIT_EXCEEDED, "Nothing came for too long.");
            case UNAVAILABLE -> Answers.disconnection(ResultCode.UNAVAILABLE, "Try again in a while.");
        };
    }
}
