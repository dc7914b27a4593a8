package org.gatewright.port.plugins;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.gatewright.port.error.InvalidFieldsException;

/**
 * For whom a new version of a plug-in is called while it is a canary.
 *
 * @param by what decides
 * @param value a share in percent, or a name
 */
public record Audience(By by, String value) {

    /** What decides. */
    public enum By {
        /** A share of all flows, and of all calls that belong to no flow. */
        SHARE,
        /** One application, by its slug. */
        APPLICATION,
        /** One brand, by its domain. */
        BRAND,
        /** The members of one group, by its name. */
        GROUP,
        /** One user, by name. */
        USER
    }

    private static final int ALL = 100;
    private static final Pattern PERCENT = Pattern.compile("[1-9][0-9]?");
    private static final String FORM =
            "Say who gets the new version: share=<1 to 99 percent>, application=<slug>, brand=<domain>, group=<name> or user=<name>.";

    /**
     * Reads the form that {@link #toString} writes, such as {@code share=10}.
     *
     * @throws InvalidFieldsException if it is none, for the field {@code canary}
     */
    public static Audience parse(String text) {
        int cut = text.indexOf('=');
        String word = cut < 0 ? "" : text.substring(0, cut);
        String value = text.substring(cut + 1).strip();
        By by = Arrays.stream(By.values())
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidFieldsException("canary", FORM));
        if (value.isEmpty() || by == By.SHARE && !PERCENT.matcher(value).matches()) {
            throw new InvalidFieldsException("canary", FORM);
        }
        return new Audience(by, value);
    }

    /**
     * Tells whether the occasion is one of its.
     *
     * @param version the new version, so that it is not always the same flows that are drawn
     */
    public boolean includes(Occasion occasion, String version) {
        return switch (by) {
            case SHARE -> draw(occasion, version) < Integer.parseInt(value);
            case APPLICATION -> occasion.application().filter(value::equals).isPresent();
            case BRAND -> occasion.brand().filter(value::equalsIgnoreCase).isPresent();
            case GROUP -> occasion.groups().contains(value);
            case USER -> occasion.user().filter(value::equalsIgnoreCase).isPresent();
        };
    }

    private static int draw(Occasion occasion, String version) {
        return occasion.flow()
                .map(flow -> Math.floorMod(mixed(flow, version), ALL))
                .orElseGet(() -> ThreadLocalRandom.current().nextInt(ALL));
    }

    /** Spreads the bits evenly (the finalizer of SplitMix64). */
    private static long mixed(UUID flow, String version) {
        long bits = flow.getMostSignificantBits() ^ flow.getLeastSignificantBits() ^ version.hashCode();
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }

    private static String word(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word(by) + "=" + value;
    }
}
