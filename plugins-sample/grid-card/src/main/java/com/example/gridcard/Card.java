package com.example.gridcard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatewright.spi.data.JsonObject;

/**
 * A card with two signs in each cell.
 *
 * @param columns how many cells a row has
 * @param cells the signs, row by row
 * @param order in which cells are asked; those that were asked are no longer in it
 */
record Card(int columns, List<String> cells, List<Integer> order) {

    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    Card {
        cells = List.copyOf(cells);
        order = List.copyOf(order);
    }

    static Card random(GridCardSettings settings) {
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, settings.cells()).boxed().toList());
        Collections.shuffle(order, RANDOM);
        List<String> cells =
                Stream.generate(() -> sign() + sign()).limit(settings.cells()).toList();
        return new Card(settings.columns(), cells, order);
    }

    private static String sign() {
        return String.valueOf(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }

    static Card of(JsonObject kept) {
        return new Card(
                kept.integer("columns").orElse(1L).intValue(),
                kept.texts("cells"),
                kept.texts("order").stream().map(Integer::valueOf).toList());
    }

    JsonObject kept() {
        return JsonObject.of("columns", (long) columns)
                .with("cells", cells)
                .with("order", order.stream().map(String::valueOf).toList());
    }

    /** Tells whether there are cells that nobody was asked for yet. */
    boolean isGoodFor(int asked) {
        return order.size() >= asked;
    }

    /** Names the next cells. They stay the same until they are proved: whoever saw some cells cannot wait until those are asked. */
    String next(int asked) {
        return order.stream().limit(asked).map(this::name).collect(Collectors.joining(", "));
    }

    /** Tells whether these are the signs of the next cells. Reads them without regard to case, blanks and commas; takes the same time whatever is wrong. */
    boolean proves(int asked, String typed) {
        String signs = order.stream().limit(asked).map(cells::get).collect(Collectors.joining());
        String plain = typed.replaceAll("[\\s,;-]", "").toUpperCase(Locale.ROOT);
        return MessageDigest.isEqual(
                signs.getBytes(StandardCharsets.UTF_8), plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The card after its next cells were used. */
    Card after(int asked) {
        return new Card(columns, cells, order.subList(asked, order.size()));
    }

    /** What is printed, row by row: each column with its signs. */
    List<String> rows() {
        return IntStream.range(0, cells.size() / columns).mapToObj(this::row).toList();
    }

    private String row(int row) {
        return IntStream.range(row * columns, (row + 1) * columns)
                .mapToObj(cell -> column(cell) + " " + cells.get(cell))
                .collect(Collectors.joining(" · "));
    }

    private String name(int cell) {
        return column(cell) + (cell / columns + 1);
    }

    private String column(int cell) {
        return String.valueOf((char) ('A' + cell % columns));
    }

    /** Keeps the signs out of logs. */
    @Override
    public String toString() {
        return "Card[" + order.size() + " cells left]";
    }
}
