package org.gatewright.outposts.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.outposts.ldap.LdapHouse.ALICE;
import static org.gatewright.outposts.ldap.LdapHouse.BASE;
import static org.gatewright.outposts.ldap.LdapHouse.BOB;
import static org.gatewright.outposts.ldap.LdapHouse.SERVICE;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import org.gatewright.testkit.kernel.BareKernel;
import org.gatewright.testkit.kernel.PluginTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PluginTest({})
class SearchTest {

    private static final String USERS = "ou=users," + BASE;
    private static final String GROUPS = "ou=groups," + BASE;

    private LdapHouse house;
    private Client client;

    @BeforeEach
    void begin(BareKernel kernel) {
        house = new LdapHouse(kernel).ready();
        client = house.searcher();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(uid=alice) ; alice",
                "(uid=ALICE) ; alice",
                "(cn=ali*) ; alice",
                "(cn=*lic*) ; alice",
                "(cn=a*e) ; alice",
                "(mail=Alice@example.org) ; alice",
                "(&(objectClass=posixAccount)(|(uid=alice)(mail=bob@example.org))) ; alice bob",
                "(&(objectClass=user)(!(uid=alice))) ; bob service",
                "(!(department=sales)) ; bob service",
                "(department=*) ; alice",
                "(&(uidNumber>=2002)(uid=*)) ; bob service",
                "(uidNumber<=2001) ; alice",
                "(displayName~=user alice) ; alice",
                "(uid:caseIgnoreMatch:=ALICE) ; alice",
                "(memberOf:1.2.840.113556.1.4.1941:=cn=bosses,ou=groups,dc=ldap,dc=gatewright,dc=org) ; bob",
                "(uid:dn:2.5.13.5:=alice) ; ''",
                "(memberOf=cn=staff,ou=groups,dc=ldap,dc=gatewright,dc=org) ; alice bob",
                "(memberOf=CN=Bosses, OU=groups,dc=ldap,dc=gatewright,dc=org) ; bob",
                "(&(memberOf=cn=staff,ou=groups,dc=ldap,dc=gatewright,dc=org)(!(memberOf=cn=bosses,ou=groups,dc=ldap,dc=gatewright,dc=org))) ; alice",
                "(gatewright-active=TRUE) ; alice bob service",
                "(gatewright-active=FALSE) ; ''",
                "(|) ; ''",
                "(&) ; alice bob service",
                "(uid=alice\\2a) ; ''",
                "(nonsense=1) ; ''"
            })
    void findsUsersByAnyFilter(String filter, String names) {
        List<String> wanted = names.isEmpty()
                ? List.of()
                : List.of(names.split(" ")).stream()
                        .map(name -> "cn=" + name + "," + USERS)
                        .toList();
        Client.Found found = client.search(USERS, SearchScope.ONE, filter);
        assertThat(found.code()).isEqualTo(ResultCode.SUCCESS);
        assertThat(found.names()).containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(cn=staff) ; staff",
                "(member=cn=alice,ou=users,dc=ldap,dc=gatewright,dc=org) ; staff",
                "(memberUid=bob) ; bosses staff",
                "(&(objectClass=groupOfUniqueNames)(uniqueMember=CN=BOB,ou=users,dc=ldap,dc=gatewright,dc=org)(!(cn=staff))) ; bosses",
                "(gidNumber>=4000) ; bosses searchers staff"
            })
    void findsGroupsByAnyFilter(String filter, String names) {
        assertThat(client.search(GROUPS, SearchScope.ONE, filter).names())
                .containsExactlyElementsOf(List.of(names.split(" ")).stream()
                        .map(name -> "cn=" + name + "," + GROUPS)
                        .toList());
    }

    @Test
    void keepsToTheScope() {
        assertThat(client.search(BASE, SearchScope.BASE, "(objectClass=*)").names())
                .containsExactly(BASE);
        assertThat(client.search(BASE, SearchScope.ONE, "(objectClass=*)").names())
                .containsExactly(USERS, GROUPS, "ou=virtual-groups," + BASE);
        assertThat(client.search(BASE, SearchScope.SUB, "(|(cn=alice)(ou=users))")
                        .names())
                .containsExactly(USERS, ALICE, "cn=alice,ou=virtual-groups," + BASE);
        assertThat(client.search(ALICE, SearchScope.BASE, "(objectClass=*)").names())
                .containsExactly(ALICE);
        assertThat(client.search(ALICE, SearchScope.ONE, "(objectClass=*)").names())
                .isEmpty();
        assertThat(client.search(USERS, SearchScope.SUBORDINATE_SUBTREE, "(cn=bob)")
                        .names())
                .containsExactly(BOB);
    }

    @Test
    void thereIsNothingElsewhere() {
        for (String base :
                List.of("dc=org", "ou=people," + BASE, "cn=nobody," + USERS, "cn=x,cn=alice," + USERS, "no")) {
            assertThat(client.search(base, "(objectClass=*)").code()).as(base).isEqualTo(ResultCode.NO_SUCH_OBJECT);
        }
    }

    @Test
    void selectsAttributes() {
        assertThat(attributes("1.1")).isEmpty();
        assertThat(attributes("uid", "MAIL")).containsExactlyInAnyOrder("uid", "mail");
        assertThat(attributes("+"))
                .containsExactlyInAnyOrder("createTimestamp", "entryUUID", "entryDN", "subschemaSubentry");
        assertThat(attributes()).contains("memberOf", "homeDirectory").doesNotContain("entryUUID");
        assertThat(attributes("*", "entryUUID"))
                .contains("memberOf", "entryUUID")
                .doesNotContain("entryDN");
    }

    @Test
    void sendsNoValuesIfOnlyTypesAreWanted() {
        SearchResultEntry entry = client.withTypesOnly()
                .search(USERS, "(uid=alice)", "mail")
                .entries()
                .get(0);
        assertThat(entry.getAttribute("mail").getValues()).isEmpty();
    }

    @Test
    void writesUsersAsAuthentikDoes() {
        SearchResultEntry alice = client.search(USERS, "(uid=alice)").entries().get(0);
        assertThat(alice.getAttributeValues("objectClass")).contains("user", "inetOrgPerson", "posixAccount");
        assertThat(alice.getAttributeValue("uidNumber")).isEqualTo(String.valueOf(2000 + house.alice.pk()));
        assertThat(alice.getAttributeValue("homeDirectory")).isEqualTo("/home/alice");
        assertThat(alice.getAttributeValue("loginShell")).isEqualTo("/bin/bash");
        assertThat(alice.getAttributeValue("memberOf")).isEqualTo("cn=staff," + GROUPS);
        assertThat(alice.getAttributeValue("gatewright-superuser")).isEqualTo("FALSE");
    }

    @Test
    void whoLacksThePermissionSeesThemselvesAndTheirGroups() {
        Client alice = house.client();
        alice.bind(ALICE, "alice-secret");
        assertThat(alice.search(USERS, SearchScope.ONE, "(objectClass=*)").names())
                .containsExactly(ALICE);
        assertThat(alice.search(GROUPS, SearchScope.ONE, "(objectClass=*)").names())
                .containsExactly("cn=staff," + GROUPS);
        assertThat(alice.search("cn=staff," + GROUPS, "(cn=*)").entries().get(0).getAttributeValues("member"))
                .containsExactly(ALICE);
        assertThat(alice.search(BOB, "(objectClass=*)").code()).isEqualTo(ResultCode.NO_SUCH_OBJECT);
        assertThat(alice.compare(BOB, "uid", "bob")).isEqualTo(ResultCode.NO_SUCH_OBJECT);
        assertThat(alice.search(USERS, "(!(uid=alice))").names()).doesNotContain(BOB, SERVICE);
    }

    @Test
    void goesPageByPage() throws LDAPException {
        List<String> names = new ArrayList<>();
        ASN1OctetString cookie = new ASN1OctetString();
        do {
            Client.Found page = client.search(BASE, "(objectClass=*)", new SimplePagedResultsControl(2, cookie, true));
            assertThat(page.code()).isEqualTo(ResultCode.SUCCESS);
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(2);
            names.addAll(page.names());
            Control answer = page.controls().get(0);
            cookie = new SimplePagedResultsControl(answer.getOID(), false, answer.getValue()).getCookie();
        } while (cookie.getValueLength() > 0);
        assertThat(names)
                .containsExactlyElementsOf(
                        client.search(BASE, "(objectClass=*)").names())
                .hasSize(4 + 3 + 3 + 3);
    }

    @Test
    void aForgedCookieShowsNoMore() {
        for (String cookie : List.of("9", "x", "1-1", "1999999999999999999999", "\0")) {
            Client.Found found =
                    client.search(BASE, "(cn=*)", new SimplePagedResultsControl(2, new ASN1OctetString(cookie), true));
            assertThat(found.code()).as(cookie).isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
        }
        Client alice = house.client();
        alice.bind(ALICE, "alice-secret");
        assertThat(alice.search(BASE, "(cn=*)", new SimplePagedResultsControl(9, new ASN1OctetString("10"), true))
                        .names())
                .doesNotContain(BOB);
    }

    @Test
    void stopsAtTheSizeThatIsWanted() {
        Client.Found found = client.withSizeLimit(2).search(USERS, SearchScope.ONE, "(uid=*)");
        assertThat(found.code()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
        assertThat(found.entries()).hasSize(2);
        assertThat(client.withSizeLimit(3)
                        .search(USERS, SearchScope.ONE, "(uid=*)")
                        .code())
                .isEqualTo(ResultCode.SUCCESS);
    }

    @Test
    void comparesValues() {
        assertThat(client.compare(ALICE, "uid", "ALICE")).isEqualTo(ResultCode.COMPARE_TRUE);
        assertThat(client.compare(ALICE, "memberOf", "CN=Staff," + GROUPS)).isEqualTo(ResultCode.COMPARE_TRUE);
        assertThat(client.compare("cn=staff," + GROUPS, "member", BOB)).isEqualTo(ResultCode.COMPARE_TRUE);
        assertThat(client.compare(ALICE, "uid", "bob")).isEqualTo(ResultCode.COMPARE_FALSE);
        assertThat(client.compare(ALICE, "nonsense", "bob")).isEqualTo(ResultCode.NO_SUCH_ATTRIBUTE);
        assertThat(client.compare("cn=nobody," + USERS, "uid", "bob")).isEqualTo(ResultCode.NO_SUCH_OBJECT);
    }

    @Test
    void tellsAnybodyWhatItIs() {
        Client stranger = house.client();
        SearchResultEntry root = stranger.search("", SearchScope.BASE, "(objectClass=*)", "*", "+")
                .entries()
                .get(0);
        assertThat(root.getAttributeValue("namingContexts")).isEqualTo(BASE);
        assertThat(root.getAttributeValue("subschemaSubentry")).isEqualTo("cn=subschema");
        SearchResultEntry schema = stranger.search("cn=subschema", SearchScope.BASE, "(objectClass=subschema)")
                .entries()
                .get(0);
        assertThat(schema.getAttributeValues("attributeTypes")).anyMatch(type -> type.contains("'uidNumber'"));
        assertThat(stranger.search(BASE, SearchScope.BASE, "(objectClass=*)").code())
                .isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
    }

    private List<String> attributes(String... wanted) {
        return client.search(USERS, "(uid=alice)", wanted).entries().get(0).getAttributes().stream()
                .map(Attribute::getName)
                .toList();
    }
}
