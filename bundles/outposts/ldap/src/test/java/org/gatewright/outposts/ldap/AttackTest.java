package org.gatewright.outposts.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.outposts.ldap.LdapHouse.ALICE;
import static org.gatewright.outposts.ldap.LdapHouse.BASE;

import com.unboundid.asn1.ASN1Boolean;
import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Enumerated;
import com.unboundid.asn1.ASN1Exception;
import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.UnbindRequestProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.outpost.Farewell;
import org.gatewright.testkit.kernel.BareKernel;
import org.gatewright.testkit.kernel.Line;
import org.gatewright.testkit.kernel.PluginTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody may send who means no good. */
@PluginTest({})
class AttackTest {

    private LdapHouse house;
    private Line line;
    private Client client;

    @BeforeEach
    void begin(BareKernel kernel) {
        house = new LdapHouse(kernel).ready();
        line = kernel.connect("ldap");
        client = new Client(line);
    }

    @Test
    void tellsHowLongAMessageIs() {
        assertThat(line.length(new byte[] {0x30, 5, 2, 1, 3, 0x42, 0})).isEqualTo(OptionalInt.of(7));
        assertThat(line.length(new byte[] {0x30, (byte) 0x82, 1, 0, 0, 0, 0})).isEqualTo(OptionalInt.of(260));
        assertThat(line.length(new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1, 0}))
                .hasValue(Integer.MAX_VALUE);
    }

    @Test
    void knowsWhatIsNoMessage() {
        assertThat(line.length("GET / HT".substring(0, 7).getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(line.length(new byte[] {0x30, 4, 2, 1, 3, 0x42, 0}))
                .as("too short")
                .isEmpty();
        assertThat(line.length(new byte[] {0x30, (byte) 0x80, 0, 0, 0, 0, 0}))
                .as("no length")
                .isEmpty();
        assertThat(line.length(new byte[] {0x30, (byte) 0x84, -1, -1, -1, -1, 0}))
                .as("negative")
                .isEmpty();
        assertThat(line.length(new byte[] {0x30, (byte) 0x88, 1, 1, 1, 1, 1}))
                .as("eight bytes")
                .isEmpty();
    }

    @Test
    void hangsUpOnWhatIsMalformed() {
        LDAPMessage notice = client.raw(new byte[] {0x30, 5, 2, 1, 3, 0x77, 0}).get(0);
        assertThat(notice.getMessageID()).isZero();
        assertThat(Client.code(notice)).isEqualTo(ResultCode.PROTOCOL_ERROR);
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void noFilterIsTooDeepToBeRefused() {
        byte[] inner = {(byte) 0x87, 1, 'a'};
        for (int depth = 0; depth < 20_000; depth++) {
            inner = new ASN1Element((byte) 0xa2, inner).encode();
        }
        byte[] filter = inner;
        ASN1Sequence message = new ASN1Sequence(
                new ASN1Integer(1),
                new ASN1Sequence(
                        (byte) 0x63,
                        new ASN1OctetString(BASE),
                        new ASN1Enumerated(2),
                        new ASN1Enumerated(0),
                        new ASN1Integer(0),
                        new ASN1Integer(0),
                        new ASN1Boolean(false),
                        decoded(filter),
                        new ASN1Sequence()));
        assertThat(Client.code(client.raw(message.encode()).get(0))).isEqualTo(ResultCode.PROTOCOL_ERROR);
        assertThat(line.isClosed()).isTrue();
    }

    private static ASN1Element decoded(byte[] bytes) {
        try {
            return ASN1Element.decode(bytes);
        } catch (ASN1Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFilterWithTooManyPartsIsRefused() {
        String filter = "(|" + "(uid=x)".repeat(3_000) + ")";
        assertThat(Client.code(client.raw(search(filter)).get(0))).isEqualTo(ResultCode.PROTOCOL_ERROR);
    }

    private static byte[] search(String filter) {
        try {
            return new LDAPMessage(1, new SearchRequestProtocolOp(new SearchRequest(BASE, SearchScope.SUB, filter)))
                    .encode()
                    .encode();
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anyBytesAreAnsweredInOrder() {
        Random random = new Random(1);
        byte[] good = search("(&(uid=alice)(!(cn=b*d))(x:1.2.3:=y))");
        for (int round = 0; round < 3_000; round++) {
            byte[] bad = good.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                bad[2 + random.nextInt(bad.length - 2)] = (byte) random.nextInt(256);
            }
            client = new Client(house.kernel.connect("ldap"));
            client.raw(bad); // what it throws that it does not mean to fails the test
        }
    }

    @Test
    void writesNothing() {
        List<ResultCode> codes = List.of(
                Client.code(client.ask(new AddRequestProtocolOp(ALICE, List.of(new Attribute("cn", "x"))))
                        .get(0)),
                Client.code(client.ask(new ModifyRequestProtocolOp(
                                ALICE, List.of(new Modification(ModificationType.REPLACE, "cn", "x"))))
                        .get(0)),
                Client.code(client.ask(new DeleteRequestProtocolOp(ALICE)).get(0)),
                Client.code(client.ask(new ModifyDNRequestProtocolOp(ALICE, "cn=x", true, null))
                        .get(0)));
        assertThat(codes).containsOnly(ResultCode.UNWILLING_TO_PERFORM);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(Client.code(client.extended("1.2.3"))).isEqualTo(ResultCode.PROTOCOL_ERROR);
        assertThat(Client.code(client.ask(new DeleteRequestProtocolOp(ALICE), new Control("1.2.3", true))
                        .get(0)))
                .isEqualTo(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION);
    }

    @Test
    void unbindEndsTheConnection() {
        assertThat(client.ask(new UnbindRequestProtocolOp())).isEmpty();
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void tlsBeginsOnce() {
        assertThat(Client.code(client.extended(ExtendedOperation.START_TLS))).isEqualTo(ResultCode.SUCCESS);
        assertThat(line.isSecured()).isTrue();
        assertThat(Client.code(client.extended(ExtendedOperation.START_TLS))).isEqualTo(ResultCode.OPERATIONS_ERROR);
    }

    @Test
    void freeAttributesForgeNothing() {
        User mallory = house.kernel.user(
                "mallory",
                JsonObject.of("memberOf", "cn=bosses,ou=groups," + BASE)
                        .with("gatewright-superuser", "TRUE")
                        .with("Mail", "boss@example.org")
                        .with("entryUUID", "x")
                        .with("objectClass", "boss")
                        .with("with blank", "x"));
        Client searcher = house.searcher();
        SearchResultEntry entry =
                searcher.search(BASE, "(uid=mallory)", "*", "+").entries().get(0);
        assertThat(entry.hasAttribute("memberOf")).isFalse();
        assertThat(entry.getAttributeValues("gatewright-superuser")).containsExactly("FALSE");
        assertThat(entry.getAttributeValue("mail")).isEqualTo("mallory@example.org");
        assertThat(entry.getAttributeValue("entryUUID")).isEqualTo(mallory.id().toString());
        assertThat(entry.getAttributeValues("objectClass")).doesNotContain("boss");
        assertThat(entry.hasAttribute("with blank")).isFalse();
    }

    @Test
    void saysWhyItHangsUp() {
        for (Farewell reason : Farewell.values()) {
            assertThat(Client.decode(line.farewell(reason)).getMessageID()).isZero();
        }
    }
}
