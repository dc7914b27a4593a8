package org.gatewright.port.configuration;

import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Pattern;
import org.gatewright.spi.settings.Title;

/** The fields of a flow. */
public record FlowFields(
        @Title("Name") @Length(min = 1, max = 200) String name,

        @Title("Slug") @Help("Names the flow in addresses.") @Pattern("[a-z0-9][a-z0-9_-]{0,99}")
        String slug,

        @Title("Title") @Help("Shown on top of each of its pages.") @Length(max = 200) @Default("")
        String title,

        @Title("Designation") Designation designation,
        @Title("Background") @Default("") String background,
        @Title("Policy engine mode") @Default("any") EngineMode policyEngineMode,
        @Title("Compatibility mode") boolean compatibilityMode,
        @Title("Layout") @Default("stacked") Layout layout,
        @Title("Denied action") @Default("message_continue") DeniedAction deniedAction,
        @Title("Who may begin it") @Default("none") Authentication authentication) {

    /** Where the form stands. */
    public enum Layout {
        /** In the middle. */
        STACKED,
        /** Left of the picture. */
        CONTENT_LEFT,
        /** Right of the picture. */
        CONTENT_RIGHT,
        /** In a bar on the left. */
        SIDEBAR_LEFT,
        /** In a bar on the right. */
        SIDEBAR_RIGHT
    }

    /** What happens when policies refuse the flow. */
    public enum DeniedAction {
        /** The reason is shown, with a way on if there is one. */
        MESSAGE_CONTINUE,
        /** The reason is shown. */
        MESSAGE,
        /** The visitor goes on without a word. */
        CONTINUE
    }

    /** Who may begin a flow. */
    public enum Authentication {
        /** Anybody. */
        NONE,
        /** Somebody who has signed in. */
        REQUIRE_AUTHENTICATED,
        /** Somebody who has not. */
        REQUIRE_UNAUTHENTICATED,
        /** A superuser. */
        REQUIRE_SUPERUSER,
        /** Only a protocol, on somebody's behalf. */
        REQUIRE_REDIRECT,
        /** Anybody, as long as there is no superuser yet; only one visitor wins. */
        REQUIRE_INITIAL_SETUP
    }
}
