package org.gatewright.outposts.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatewright.outposts.ldap.LdapHouse.ALICE;
import static org.gatewright.outposts.ldap.LdapHouse.BASE;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.testkit.kernel.BareKernel;
import org.gatewright.testkit.kernel.Line;
import org.gatewright.testkit.kernel.PluginTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PluginTest({})
class BindTest {

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
    void bindsWithTheRightPassword() {
        assertThat(client.bind(ALICE, "alice-secret")).isEqualTo(ResultCode.SUCCESS);
        assertThat(client.extended(ExtendedOperation.WHO_AM_I)
                        .getExtendedResponseProtocolOp()
                        .getResponseValue()
                        .stringValue())
                .isEqualTo("dn:" + ALICE);
        assertThat(house.kernel.events("login")).hasSize(1);
    }

    @Test
    void theNameMayBeWrittenInOtherWays() {
        assertThat(client.bind("UID=Alice, OU=Users," + BASE, "alice-secret")).isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void answersTheSameForWrongPasswordsAndUnknownUsers() {
        assertThat(client.bind(ALICE, "bob-secret")).isEqualTo(ResultCode.INVALID_CREDENTIALS);
        assertThat(client.bind("cn=nobody,ou=users," + BASE, "alice-secret")).isEqualTo(ResultCode.INVALID_CREDENTIALS);
        assertThat(client.bind("cn=staff,ou=groups," + BASE, "alice-secret")).isEqualTo(ResultCode.INVALID_CREDENTIALS);
        assertThat(client.bind("cn=alice,ou=users,dc=elsewhere", "alice-secret"))
                .isEqualTo(ResultCode.INVALID_CREDENTIALS);
        assertThat(client.bind("alice", "alice-secret")).isEqualTo(ResultCode.INVALID_CREDENTIALS);
        assertThat(house.kernel.events("login_failed")).hasSize(2);
        assertThat(line.isSignedIn()).isFalse();
    }

    @Test
    void aNameThatTheFlowTakesForAnotherUserDoesNotBind() {
        assertThat(client.bind("cn=alice@example.org,ou=users," + BASE, "alice-secret"))
                .isEqualTo(ResultCode.INVALID_CREDENTIALS);
        assertThat(line.isSignedIn()).isFalse();
        assertThat(house.kernel.user(house.alice.id()).active()).isTrue();
    }

    @Test
    void aBindWithoutPasswordProvesNothing() {
        assertThat(client.bind(ALICE, "")).isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
        assertThat(client.bind("", "")).isEqualTo(ResultCode.SUCCESS);
        assertThat(client.search(BASE, "(uid=alice)").code()).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
        assertThat(client.search("", SearchScope.BASE, "(objectClass=*)").entries())
                .hasSize(1);
    }

    @Test
    void aFailedBindEndsTheOneBefore() {
        client.bind(ALICE, "alice-secret");
        client.bind(ALICE, "wrong");
        assertThat(client.search(BASE, "(uid=alice)").code()).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
    }

    @Test
    void otherVersionsAndMechanismsAreRefused() {
        assertThat(Client.code(client.ask(new BindRequestProtocolOp("", "EXTERNAL", new ASN1OctetString()))
                        .get(0)))
                .isEqualTo(ResultCode.AUTH_METHOD_NOT_SUPPORTED);
    }

    @Test
    void aNewPasswordCountsFromTheNextMessageOn() {
        client.bind(ALICE, "alice-secret");
        assertThat(client.search(BASE, "(uid=alice)").entries()).hasSize(1);
        house.kernel.password(house.alice, "another-secret");
        assertThat(client.search(BASE, "(uid=alice)").code()).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
        assertThat(client.bind(ALICE, "alice-secret")).isEqualTo(ResultCode.INVALID_CREDENTIALS);
        assertThat(client.bind(ALICE, "another-secret")).isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void aLockCountsFromTheNextMessageOn() {
        client.bind(ALICE, "alice-secret");
        house.kernel.lock(house.alice);
        assertThat(client.compare(ALICE, "uid", "alice")).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
        assertThat(client.bind(ALICE, "alice-secret")).isEqualTo(ResultCode.INVALID_CREDENTIALS);
    }

    @Test
    void theEndOfTheConnectionEndsTheSession() {
        client.bind(ALICE, "alice-secret");
        assertThat(line.isSignedIn()).isTrue();
        line.close();
        assertThat(line.isSignedIn()).isFalse();
        assertThat(client.search(BASE, "(uid=alice)").code()).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
    }

    @Test
    void aMissingStepIsNoWrongPassword() {
        house.kernel.uninstall(Kind.STAGE, "password");
        assertThat(client.bind(ALICE, "alice-secret")).isEqualTo(ResultCode.UNAVAILABLE);
    }

    @Test
    void aFlowThatAsksForMoreRefuses() {
        house.kernel.change(house.provider, "{\"mfa_support\": false}");
        assertThat(client.bind(ALICE, "alice-secret;123456")).isEqualTo(ResultCode.INVALID_CREDENTIALS);
        house.kernel.change(house.provider, "{\"mfa_support\": true}");
        assertThat(client.bind(ALICE, "alice-secret;123456"))
                .as("a code that nobody asked for")
                .isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void baseNamesAreChecked() {
        assertThatThrownBy(() -> house.kernel.provider("ldap", "other", "{\"base_dn\": \"nonsense\"}"))
                .hasMessageContaining("base_dn");
    }
}
