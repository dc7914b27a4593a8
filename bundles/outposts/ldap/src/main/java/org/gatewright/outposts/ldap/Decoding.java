package org.gatewright.outposts.ldap;

import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Exception;
import com.unboundid.asn1.ASN1StreamReader;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.LDAPSDKRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Decodes messages. What is nested deeper, or has more parts, than any request needs is refused before anything recursive looks at it. */
final class Decoding {

    /** Filters nest, and little else. */
    static final int DEEPEST = 40;

    /** Elements of a message, small and large. */
    static final int MOST = 5_000;

    private record Level(ASN1Element element, int depth) {}

    private Decoding() {}

    static LDAPMessage decode(byte[] message) throws LDAPException {
        try {
            check(ASN1Element.decode(message));
            try (ASN1StreamReader reader = new ASN1StreamReader(new ByteArrayInputStream(message), message.length)) {
                LDAPMessage decoded = LDAPMessage.readFrom(reader, false);
                if (decoded == null || decoded.getMessageID() <= 0) {
                    throw malformed("This is no request.");
                }
                return decoded;
            }
        } catch (ASN1Exception | IOException | LDAPSDKRuntimeException | IllegalArgumentException e) {
            throw malformed("This is no LDAP message: " + e.getMessage());
        }
    }

    private static void check(ASN1Element message) throws ASN1Exception, LDAPException {
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level(message, 0));
        int seen = 0;
        while (!levels.isEmpty()) {
            Level level = levels.pop();
            if (level.depth() > DEEPEST || ++seen > MOST) {
                throw malformed("The message is nested too deeply, or has too many parts.");
            }
            if (level.element().isConstructed()) {
                for (ASN1Element part : level.element().decodeAsSequence().elements()) {
                    levels.push(new Level(part, level.depth() + 1));
                }
            }
        }
    }

    private static LDAPException malformed(String sentence) {
        return new LDAPException(ResultCode.PROTOCOL_ERROR, sentence);
    }
}
