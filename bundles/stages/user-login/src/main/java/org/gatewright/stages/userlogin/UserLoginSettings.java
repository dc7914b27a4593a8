package org.gatewright.stages.userlogin;

import java.time.Duration;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Title;

/**
 * Settings of one login step.
 *
 * @param sessionDuration how long the session lasts; zero for as long as the browser is open
 * @param terminateOtherSessions whether the user's other sessions end
 * @param rememberMeOffset what is added to the duration for those who wish to stay signed in; zero asks nobody
 */
public record UserLoginSettings(
        @Title("Session duration")
        @Help("How long the session lasts. Zero: until the browser is closed, and at most 24 hours.")
        @Default("seconds=0")
        Duration sessionDuration,

        @Title("End other sessions") @Help("Signing in ends the user's sessions in other browsers.") @Default("false")
        boolean terminateOtherSessions,

        @Title("Remember me")
        @Help(
                "If more than zero, the visitor is asked whether to stay signed in, and the session of those who wish it lasts this much longer.")
        @Default("seconds=0")
        Duration rememberMeOffset) {}
