package org.gatewright.outposts.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.List;
import org.gatewright.spi.outpost.OutpostContext;

/** What the server says of itself to anybody (RFC 4512 section 5.1). */
final class RootDse {

    private RootDse() {}

    static Entry entry(OutpostContext context) {
        Entry entry = new Entry("");
        entry.addAttribute("objectClass", "top");
        entry.addAttribute("supportedLDAPVersion", "3");
        List<String> bases =
                Tree.all(context).stream().map(tree -> tree.base().toString()).toList();
        if (!bases.isEmpty()) {
            entry.addAttribute("namingContexts", bases);
        }
        entry.addAttribute("subschemaSubentry", Subschema.NAME);
        entry.addAttribute("supportedControl", SimplePagedResultsControl.PAGED_RESULTS_OID);
        entry.addAttribute("supportedExtension", ExtendedOperation.START_TLS, ExtendedOperation.WHO_AM_I);
        entry.addAttribute("supportedFeatures", "1.3.6.1.4.1.4203.1.5.1", "1.3.6.1.4.1.4203.1.5.3");
        entry.addAttribute("vendorName", "Gatewright");
        return entry;
    }
}
