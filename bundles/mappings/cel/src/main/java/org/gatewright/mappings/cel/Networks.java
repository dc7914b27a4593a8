package org.gatewright.mappings.cel;

import java.util.List;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.AddressRange;
import org.gatewright.spi.mapping.ExpressionError;

/** Looks for an address in a list of addresses and networks. */
final class Networks {

    private Networks() {}

    /** Tells whether the text, if it is an IP address, is one of the elements in another writing, or within one that is a network. */
    static boolean contain(List<?> elements, String text) {
        return AddressRange.isAddress(text)
                && elements.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .anyMatch(element -> contains(element, text));
    }

    /** A network that is none must not let anybody in, nor keep nobody out. */
    private static boolean contains(String element, String address) {
        try {
            return (element.indexOf('/') >= 0 || AddressRange.isAddress(element))
                    && AddressRange.parse(element).contains(address);
        } catch (IllegalArgumentException e) {
            throw new GatewrightException(ExpressionError.FAILED, "“" + element + "” is no network.", e);
        }
    }
}
