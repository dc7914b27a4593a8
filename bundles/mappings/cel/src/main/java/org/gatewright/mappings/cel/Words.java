package org.gatewright.mappings.cel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes {@code and}, {@code or} and {@code not} as the operators of CEL, outside of literals and comments, and not where a member is called so. As in Python,
 * {@code not} is for the whole comparison behind it.
 */
final class Words {

    /** How deep brackets may be nested. */
    static final int DEEPEST = 50;

    private static final Pattern TOKEN = Pattern.compile("""
        (?<space>[ \\t\\r\\n\\f]++)\
        |(?<comment>//[^\\n]*+)\
        |(?<text>[bBrR]{0,2}+(?:"{3}|'{3}|["']))\
        |(?<word>[A-Za-z_][A-Za-z_0-9]*+)\
        |(?<operator>&&|\\|\\|)\
        |(?<other>.)\
        """, Pattern.DOTALL);

    private static final Set<String> ENDS = Set.of("?", ":", ",");

    private final String original;
    private final StringBuilder text = new StringBuilder();
    private int[] origins;
    private final Deque<Integer> nots = new ArrayDeque<>();
    private int depth;
    private int deepest;

    /** Where the last token that counts ended, in the text. */
    private int end;

    private boolean member;

    private Words(String original) {
        this.original = original;
        this.origins = new int[original.length() * 2 + 2];
    }

    /** Rewrites the text. What is wrong in it stays so. */
    static Rewriting rewrite(String original) {
        Words words = new Words(original);
        words.run();
        return new Rewriting(original, words.text.toString(), words.origins, words.deepest);
    }

    private void run() {
        Matcher token = TOKEN.matcher(original);
        int at = 0;
        while (at < original.length() && token.find(at)) {
            at = token.group("text") == null ? token.end() : literalEnd(token);
            if (token.group("space") != null || token.group("comment") != null) {
                append(original.substring(token.start(), at), token.start());
            } else {
                write(original.substring(token.start(), at), token.start());
            }
        }
        close(0);
        mark(text.length(), original.length());
    }

    private int literalEnd(Matcher token) {
        String opening = token.group();
        String prefix = opening.replaceAll("[\"']", "");
        String quote = opening.substring(prefix.length());
        boolean raw = prefix.toLowerCase(Locale.ROOT).contains("r");
        int at = token.end();
        while (at < original.length() && !original.startsWith(quote, at)) {
            at += !raw && original.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + quote.length(), original.length());
    }

    private void write(String token, int from) {
        switch (token) {
            case "and", "&&" -> operator(token, "&&", from);
            case "or", "||" -> operator(token, "||", from);
            case "not" -> not(token, from);
            case "(", "[", "{" -> {
                plain(token, from);
                depth++;
                deepest = Math.max(deepest, depth);
            }
            case ")", "]", "}" -> {
                close(depth);
                depth--;
                plain(token, from);
            }
            default -> {
                if (ENDS.contains(token)) {
                    close(depth);
                }
                plain(token, from);
            }
        }
        member = token.equals(".");
    }

    private void operator(String token, String operator, int from) {
        if (member) {
            plain(token, from);
            return;
        }
        close(depth);
        plain(operator, from);
    }

    private void not(String token, int from) {
        if (member) {
            plain(token, from);
            return;
        }
        plain("!(", from);
        nots.push(depth);
        deepest = Math.max(deepest, depth + nots.size());
    }

    private void plain(String token, int from) {
        append(token, from);
        end = text.length();
    }

    private void append(String token, int from) {
        for (int i = 0; i < token.length(); i++) {
            mark(text.length(), Math.min(from + i, original.length()));
            text.append(token.charAt(i));
        }
    }

    /** Closes what {@code not} opened at this depth or deeper, behind the last token that counts. */
    private void close(int level) {
        while (!nots.isEmpty() && nots.peek() >= level) {
            nots.pop();
            int origin = end == 0 ? 0 : origins[end - 1];
            ensure(text.length() + 2);
            System.arraycopy(origins, end, origins, end + 1, text.length() - end);
            origins[end] = origin;
            text.insert(end, ')');
            end++;
        }
    }

    private void mark(int place, int origin) {
        ensure(place + 1);
        origins[place] = origin;
    }

    private void ensure(int size) {
        if (origins.length < size) {
            origins = Arrays.copyOf(origins, size * 2);
        }
    }
}
