package com.example.gridcard;

import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Range;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one sort of cards.
 *
 * @param columns named A, B, C and so on
 * @param rows numbered from 1
 * @param asked cells that prove a sign-in; each cell is asked once
 */
public record GridCardSettings(
        @Title("Columns") @Range(min = 4, max = 8) @Default("6") int columns,
        @Title("Rows") @Range(min = 4, max = 20) @Default("10") int rows,

        @Title("Cells that are asked at once")
        @Help("Each cell is asked once. A card is good for as many sign-ins as it has cells, divided by this number.")
        @Range(min = 3, max = 6)
        @Default("3")
        int asked) {

    int cells() {
        return columns * rows;
    }
}
