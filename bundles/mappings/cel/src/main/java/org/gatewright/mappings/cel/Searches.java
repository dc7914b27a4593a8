package org.gatewright.mappings.cel;

import com.google.common.collect.ImmutableSet;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.ExpressionError;

/** Functions over whole texts and lists: {@code size}, {@code contains}, and {@code matches} with RE2, which is linear in the text. */
final class Searches {

    private static final int CHARACTERS_OF_A_STEP = 64;
    private static final int LONGEST_PATTERN = 1_000;
    private static final int LARGEST_PROGRAM = 10_000;

    /** What compiling each sign of a regular expression takes and makes. */
    private static final int STEPS_OF_A_SIGN = 20;

    private Searches() {}

    static Set<CelFunctionBinding> bindings() {
        return ImmutableSet.<CelFunctionBinding>builder()
                .addAll(CelFunctionBinding.fromOverloads(
                        "contains",
                        CelFunctionBinding.from("contains_string", String.class, String.class, Searches::contains)))
                .addAll(CelFunctionBinding.fromOverloads(
                        "matches",
                        CelFunctionBinding.from("matches", String.class, String.class, Searches::matches),
                        CelFunctionBinding.from("matches_string", String.class, String.class, Searches::matches)))
                .addAll(CelFunctionBinding.fromOverloads(
                        "size",
                        CelFunctionBinding.from("size_string", String.class, Searches::length),
                        CelFunctionBinding.from("string_size", String.class, Searches::length),
                        CelFunctionBinding.from("size_bytes", CelByteString.class, bytes -> (long) bytes.size()),
                        CelFunctionBinding.from("bytes_size", CelByteString.class, bytes -> (long) bytes.size()),
                        CelFunctionBinding.from("size_list", List.class, list -> (long) list.size()),
                        CelFunctionBinding.from("list_size", List.class, list -> (long) list.size()),
                        CelFunctionBinding.from("size_map", Map.class, map -> (long) map.size()),
                        CelFunctionBinding.from("map_size", Map.class, map -> (long) map.size())))
                .build();
    }

    private static long length(String text) {
        Meter.current().charge(1 + text.length() / CHARACTERS_OF_A_STEP);
        return text.codePointCount(0, text.length());
    }

    /** The search of Java compares each place of the text with as much of the part as fits. */
    private static boolean contains(String text, String part) {
        long fitting = Math.min(part.length(), Math.max(0, text.length() - part.length() + 1));
        Meter.current().charge(1 + (text.length() * (1 + fitting)) / CHARACTERS_OF_A_STEP);
        return text.contains(part);
    }

    private static boolean matches(String text, String regex) {
        Pattern pattern = Meter.current().pattern(regex, Searches::compile);
        Meter.current().charge(1 + (long) text.length() * pattern.programSize() / CHARACTERS_OF_A_STEP);
        return pattern.matcher(text).find();
    }

    private static Pattern compile(String regex) {
        Meter meter = Meter.current();
        if (regex.length() > LONGEST_PATTERN) {
            throw meter.reach("A regular expression is longer than " + LONGEST_PATTERN + " characters.");
        }
        meter.charge((long) regex.length() * STEPS_OF_A_SIGN);
        try {
            Pattern pattern = Pattern.compile(regex);
            if (pattern.programSize() > LARGEST_PROGRAM) {
                throw meter.reach("A regular expression is too large.");
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new GatewrightException(
                    ExpressionError.FAILED, "“" + regex + "” is no regular expression: " + e.getDescription() + ".", e);
        }
    }
}
