package org.gatewright.outposts.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.List;
import java.util.stream.Stream;

/** The schema of the entries (RFC 4512 section 4.2): which attributes there are and how they are compared. */
final class Subschema {

    static final String NAME = "cn=subschema";

    private static final String TEXT = "1.3.6.1.4.1.1466.115.121.1.15";
    private static final String DN = "1.3.6.1.4.1.1466.115.121.1.12";
    private static final String INTEGER = "1.3.6.1.4.1.1466.115.121.1.27";
    private static final String BOOLEAN = "1.3.6.1.4.1.1466.115.121.1.7";
    private static final String OID = "1.3.6.1.4.1.1466.115.121.1.38";
    private static final String TIME = "1.3.6.1.4.1.1466.115.121.1.24";
    private static final String UUID = "1.3.6.1.1.16.1";
    /** An arc made of a UUID (ITU-T X.667), which needs no registration. */
    private static final String OURS = "2.25.147697040591756217930710842858693937681.";

    private static final String ONE = " SINGLE-VALUE";
    private static final String OPERATIONAL = " NO-USER-MODIFICATION USAGE directoryOperation";

    private static final List<String> ATTRIBUTES = List.of(
            type("2.5.4.0", "objectClass", OID, ""),
            type("2.5.4.3", "cn", TEXT, ""),
            type("2.5.4.4", "sn", TEXT, ""),
            type("2.5.4.10", "o", TEXT, ""),
            type("2.5.4.11", "ou", TEXT, ""),
            type("0.9.2342.19200300.100.1.25", "dc", TEXT, ONE),
            type("0.9.2342.19200300.100.1.1", "uid", TEXT, ""),
            type("0.9.2342.19200300.100.1.3", "mail", TEXT, ""),
            type("2.5.4.41", "name", TEXT, ""),
            type("2.16.840.1.113730.3.1.241", "displayName", TEXT, ONE),
            type("1.2.840.113556.1.4.221", "sAMAccountName", TEXT, ONE),
            type("1.3.6.1.1.1.1.0", "uidNumber", INTEGER, ONE),
            type("1.3.6.1.1.1.1.1", "gidNumber", INTEGER, ONE),
            type("1.3.6.1.1.1.1.3", "homeDirectory", TEXT, ONE),
            type("1.3.6.1.1.1.1.4", "loginShell", TEXT, ONE),
            type("1.3.6.1.1.1.1.12", "memberUid", TEXT, ""),
            type("2.5.4.31", "member", DN, ""),
            type("2.5.4.50", "uniqueMember", DN, ""),
            type("1.2.840.113556.1.2.102", "memberOf", DN, ""),
            type(OURS + "1.1", "gatewright-active", BOOLEAN, ONE),
            type(OURS + "1.2", "gatewright-superuser", BOOLEAN, ONE),
            type("1.3.6.1.1.16.4", "entryUUID", UUID, ONE + OPERATIONAL),
            type("1.3.6.1.1.20", "entryDN", DN, ONE + OPERATIONAL),
            type("2.5.18.1", "createTimestamp", TIME, ONE + OPERATIONAL),
            type("2.5.18.10", "subschemaSubentry", DN, ONE + OPERATIONAL));

    private static final List<String> CLASSES = List.of(
            "( 2.5.6.0 NAME 'top' ABSTRACT MUST objectClass )",
            "( 2.5.6.5 NAME 'organizationalUnit' SUP top STRUCTURAL MUST ou )",
            "( 1.3.6.1.4.1.1466.344 NAME 'dcObject' SUP top AUXILIARY MUST dc )",
            "( 2.5.6.6 NAME 'person' SUP top STRUCTURAL MUST ( sn $ cn ) )",
            "( 2.5.6.7 NAME 'organizationalPerson' SUP person STRUCTURAL MAY ou )",
            "( 2.16.840.1.113730.3.2.2 NAME 'inetOrgPerson' SUP organizationalPerson STRUCTURAL MAY ( uid $ mail $ displayName ) )",
            "( 1.2.840.113556.1.5.9 NAME 'user' SUP top AUXILIARY MAY ( sAMAccountName $ name $ memberOf ) )",
            "( 1.3.6.1.1.1.2.0 NAME 'posixAccount' SUP top AUXILIARY MUST ( cn $ uid $ uidNumber $ gidNumber $ homeDirectory ) MAY loginShell )",
            "( 1.3.6.1.1.1.2.2 NAME 'posixGroup' SUP top AUXILIARY MUST ( cn $ gidNumber ) MAY memberUid )",
            "( 2.5.6.17 NAME 'groupOfUniqueNames' SUP top STRUCTURAL MUST cn MAY uniqueMember )",
            "( 1.2.840.113556.1.5.8 NAME 'group' SUP top AUXILIARY MAY ( sAMAccountName $ member ) )",
            "( " + OURS
                    + "2.1 NAME 'gatewright-user' SUP top AUXILIARY MAY ( gatewright-active $ gatewright-superuser ) )",
            "( " + OURS + "2.2 NAME 'gatewright-group' SUP top AUXILIARY MAY gatewright-superuser )");

    static final Entry ENTRY = entry();
    static final Schema SCHEMA = new Schema(ENTRY);

    private Subschema() {}

    private static String type(String oid, String name, String syntax, String more) {
        return "( " + oid + " NAME '" + name + "' " + rules(syntax) + " SYNTAX " + syntax + more + " )";
    }

    private static String rules(String syntax) {
        return switch (syntax) {
            case TEXT -> "EQUALITY caseIgnoreMatch ORDERING caseIgnoreOrderingMatch SUBSTR caseIgnoreSubstringsMatch";
            case DN -> "EQUALITY distinguishedNameMatch";
            case INTEGER -> "EQUALITY integerMatch ORDERING integerOrderingMatch";
            case BOOLEAN -> "EQUALITY booleanMatch";
            case TIME -> "EQUALITY generalizedTimeMatch ORDERING generalizedTimeOrderingMatch";
            case UUID -> "EQUALITY uuidMatch ORDERING uuidOrderingMatch";
            default -> "EQUALITY objectIdentifierMatch";
        };
    }

    private static Entry entry() {
        Entry entry = new Entry(NAME);
        entry.addAttribute("objectClass", "top", "subschema");
        entry.addAttribute("cn", "subschema");
        entry.addAttribute("attributeTypes", ATTRIBUTES);
        entry.addAttribute("objectClasses", CLASSES);
        entry.addAttribute(
                "ldapSyntaxes",
                Stream.of(TEXT, DN, INTEGER, BOOLEAN, OID, TIME, UUID)
                        .map(syntax -> "( " + syntax + " )")
                        .toList());
        return entry;
    }
}
