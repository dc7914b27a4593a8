package org.gatewright.store.jpa.database;

import java.nio.file.Path;
import java.time.Instant;
import org.gatewright.testkit.port.FakeSettings;

/** Commits one thing after the other, says so after each, until it is killed. */
final class Committer {

    private Committer() {}

    public static void main(String[] arguments) {
        OpenDatabase database = OpenDatabase.with(new FakeSettings().withData(Path.of(arguments[0])));
        for (int i = 0; ; i++) {
            String name = "claim-" + i;
            if (database.stores.singleUse().claim(name, Instant.now())) {
                System.out.println(name);
                System.out.flush();
            }
        }
    }
}
