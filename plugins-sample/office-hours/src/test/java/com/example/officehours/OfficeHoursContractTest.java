package com.example.officehours;

import java.time.Instant;
import org.gatewright.spi.policy.Policy;
import org.gatewright.testkit.policy.FakePolicyContext;
import org.gatewright.testkit.policy.PolicyContract;
import org.gatewright.testkit.settings.DefaultSettings;

// tag::contract[]
class OfficeHoursContractTest extends PolicyContract {

    private static final FakePolicyContext ASKED =
            FakePolicyContext.with(DefaultSettings.of(OfficeHoursSettings.class));

    @Override
    protected Policy policy() {
        return new OfficeHoursPolicy();
    }

    @Override
    protected FakePolicyContext passing() {
        return ASKED.at(Instant.parse("2026-11-23T12:00:00Z"));
    }

    @Override
    protected FakePolicyContext refused() {
        return ASKED.at(Instant.parse("2026-11-22T12:00:00Z"));
    }
}
// end::contract[]
