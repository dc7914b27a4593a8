package org.gatewright.kernel.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.testkit.port.FakeSettings;
import org.junit.jupiter.api.Test;

class LeasedHashersTest {

    private static final SecretText WRONG = SecretText.of("wrong horse");

    private final DirectoryFixture house = new DirectoryFixture();
    private final FakeHasher old = new FakeHasher("old", 1);
    private final User ada = house.user("ada");

    @Test
    void checksWithTheHasherThatMadeTheHash() {
        house.catalogue.install(Kind.HASHER, "ancient", old);
        String stored = old.hash(DirectoryFixture.PASSWORD);
        assertThat(house.hashers.verify(DirectoryFixture.PASSWORD, stored)).isTrue();
        assertThat(house.hashers.verify(WRONG, stored)).isFalse();
        assertThat(old.verified).hasValue(2);
        assertThat(house.hasher.verified).hasValue(0);
        assertThat(house.catalogue.openLeases()).isZero();
    }

    @Test
    void saysWhenTheHasherIsNotInstalled() {
        assertThatThrownBy(() -> house.hashers.verify(WRONG, "$gone$1$x"))
                .isInstanceOfSatisfying(
                        GatewrightException.class,
                        e -> assertThat(e.code().kind()).isEqualTo(ErrorKind.UNAVAILABLE));
        assertThat(house.catalogue.openLeases()).isZero();
    }

    @Test
    void theHasherOfTodayIsASetting() {
        house.catalogue.install(Kind.HASHER, "ancient", old);
        LeasedHashers hashers = new LeasedHashers(
                house.catalogue, house.database.users(), new FakeSettings().with("password", "hasher", "ancient"));
        assertThat(hashers.hash(WRONG)).startsWith("$old$");
    }

    @Test
    void withoutTheSettingItIsTheFirstByName() {
        house.catalogue.install(Kind.HASHER, "ancient", old);
        LeasedHashers hashers = new LeasedHashers(house.catalogue, house.database.users(), new FakeSettings());
        assertThat(hashers.hash(WRONG)).startsWith("$old$");
    }

    @Test
    void saysWhenNoHasherIsInstalled() {
        house.catalogue.uninstall(Kind.HASHER, "argon2id");
        LeasedHashers hashers = new LeasedHashers(house.catalogue, house.database.users(), new FakeSettings());
        assertThatThrownBy(() -> hashers.hash(WRONG)).isInstanceOfSatisfying(GatewrightException.class, e -> assertThat(
                        e.code().kind())
                .isEqualTo(ErrorKind.UNAVAILABLE));
    }

    @Test
    void upgradesAHashOfAnotherHasherOrOfWeakerParameters() {
        house.catalogue.install(Kind.HASHER, "ancient", old);
        for (FakeHasher weak : new FakeHasher[] {old, new FakeHasher("today", 0)}) {
            String stored = weak.hash(DirectoryFixture.PASSWORD);
            house.database.users().setPasswordHash(ada.id(), stored, house.clock.instant());
            house.hashers.upgrade(ada.id(), DirectoryFixture.PASSWORD, stored);
            assertThat(house.hashers.of(ada.id())).contains(house.hasher.hash(DirectoryFixture.PASSWORD));
        }
    }

    @Test
    void leavesAHashOfTodayAlone() {
        String stored = house.hashers.hash(DirectoryFixture.PASSWORD);
        house.hashers.upgrade(ada.id(), DirectoryFixture.PASSWORD, stored);
        assertThat(house.hasher.hashed).hasValue(1);
    }

    @Test
    void doesNotUndoAPasswordThatChangedMeanwhile() {
        String stored = old.hash(DirectoryFixture.PASSWORD);
        house.database.users().setPasswordHash(ada.id(), "$today$1$newer", house.clock.instant());
        house.hashers.upgrade(ada.id(), DirectoryFixture.PASSWORD, stored);
        assertThat(house.hashers.of(ada.id())).contains("$today$1$newer");
    }

    @Test
    void upgradesNothingWhileTheHasherOfTodayIsAway() {
        house.catalogue.uninstall(Kind.HASHER, "argon2id").install(Kind.HASHER, "ancient", old);
        String stored = old.hash(DirectoryFixture.PASSWORD);
        house.database.users().setPasswordHash(ada.id(), stored, house.clock.instant());
        house.hashers.upgrade(ada.id(), DirectoryFixture.PASSWORD, stored);
        assertThat(house.hashers.of(ada.id())).contains(stored);
    }

    @Test
    void nothingCostsOneVerificationAndIsPreparedOncePerVersion() {
        house.hashers.catalogueChanged(house.catalogue.snapshot());
        assertThat(house.hasher.hashed).hasValue(1);
        house.hashers.verifyNothing(WRONG);
        house.hashers.verifyNothing(WRONG);
        assertThat(house.hasher.hashed).hasValue(1);
        assertThat(house.hasher.verified).hasValue(2);
        TypeVersion first =
                house.catalogue.snapshot().active(Kind.HASHER, "argon2id").orElseThrow();
        FakeHasher second = new FakeHasher("today", 2);
        house.catalogue.install(
                new TypeVersion(
                        first.kind(),
                        first.type(),
                        "2.0.0",
                        1,
                        first.plugin(),
                        first.state(),
                        "",
                        first.title(),
                        "",
                        first.settings()),
                second);
        house.hashers.catalogueChanged(house.catalogue.snapshot());
        house.hashers.verifyNothing(WRONG);
        assertThat(second.hashed).hasValue(1);
        assertThat(second.verified).hasValue(1);
    }
}
