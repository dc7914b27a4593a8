package org.gatewright.spi.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3). IPv4 addresses that are mapped into IPv6 ones are the IPv4 addresses they stand for.
 *
 * @param network the bytes of its first address
 * @param prefixLength how many bits of them count
 * @since 1.1
 */
public record AddressRange(byte[] network, int prefixLength) {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int IPV4_BYTES = 4;
    private static final int MAPPED_BITS = 96;

    /** Reads ranges with commas between. */
    public static List<AddressRange> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(range -> !range.isEmpty())
                .map(AddressRange::parse)
                .toList();
    }

    /**
     * Reads {@code 10.0.0.0/8} or a single address.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String first = slash < 0 ? text : text.substring(0, slash);
        byte[] network = bytes(first);
        int bits = network.length * 8;
        int length = slash < 0 ? bits : prefix(text, slash) - (isMapped(first, network) ? MAPPED_BITS : 0);
        if (length < 0 || length > bits) {
            throw new IllegalArgumentException("the prefix length of " + text + " is out of range");
        }
        return new AddressRange(network, length);
    }

    /** Tells whether the address, which may be any text, is within the range. */
    public boolean contains(String address) {
        return isAddress(address) && contains(bytes(address));
    }

    private boolean contains(byte[] candidate) {
        if (candidate.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
            int mask = 0x80 >> (bit & 7);
            if ((candidate[bit >> 3] & mask) != (network[bit >> 3] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the text is an IPv4 or IPv6 address; never asks a name server. */
    public static boolean isAddress(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return false;
        }
        try {
            return InetAddress.getByName(text) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static int prefix(String text, int slash) {
        try {
            return Integer.parseInt(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the prefix length of " + text + " is no number", e);
        }
    }

    /** Java makes the IPv4 address of it. */
    private static boolean isMapped(String text, byte[] address) {
        return address.length == IPV4_BYTES && text.indexOf(':') >= 0;
    }

    private static byte[] bytes(String address) {
        if (!LITERAL.matcher(address).matches()) {
            throw new IllegalArgumentException(address + " is not an IP address");
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address + " is not an IP address", e);
        }
    }
}
