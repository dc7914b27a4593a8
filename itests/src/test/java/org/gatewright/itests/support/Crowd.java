package org.gatewright.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Eight people who sign in over and over, 200 times in all, while the power goes. */
public final class Crowd {

    private static final int PEOPLE = 8;
    private static final int SIGN_INS = 200;
    private static final String PASSWORD = "a password of the crowd";

    private final Distribution server;
    private final Client client;
    private final List<String> users;
    private final List<Errand> errands = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile boolean dark;

    /** Registers the people. */
    public Crowd(Distribution server, Client client) {
        this.server = server;
        this.client = client;
        this.users = Load.people(server, PEOPLE, PASSWORD);
    }

    /** Lets them sign in, and does what is given as soon as so many sign-ins are done. */
    public void signInUntil(int done, Runnable powerCut) {
        CountDownLatch enough = new CountDownLatch(done);
        ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
        users.forEach(user -> threads.execute(() -> work(user, enough)));
        try {
            boolean reached = enough.await(3, TimeUnit.MINUTES);
            dark = true;
            powerCut.run();
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(failures).as("before the power went").isEmpty();
            assertThat(reached).as("so many sign-ins in time").isTrue();
            assertThat(begun.get()).as("sign-ins begun").isLessThan(SIGN_INS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void work(String user, CountDownLatch enough) {
        for (int number = begun.getAndIncrement(); number < SIGN_INS && !dark; number = begun.getAndIncrement()) {
            Errand errand = new Errand(client, new Visitor(server.base()));
            errands.add(errand);
            try {
                errand.run(user, PASSWORD, number % 4);
                enough.countDown();
            } catch (UncheckedIOException | AssertionError e) {
                if (!dark) {
                    failures.add(e);
                }
                return;
            }
        }
    }

    /** Checks, after the server is back, everything that was acknowledged. */
    public void assertThatNothingIsLost() {
        assertThat(errands).filteredOn(Errand::hasCode).hasSizeGreaterThan(PEOPLE);
        errands.forEach(Errand::assertThatNothingIsLost);
    }

    /** Says how far they got. */
    public String summary() {
        return errands.size() + " sign-ins begun, "
                + errands.stream().filter(Errand::hasCode).count() + " codes, "
                + errands.stream().filter(Errand::hasTokens).count() + " exchanges, "
                + errands.stream().filter(Errand::hasRenewed).count() + " renewals acknowledged";
    }
}
