package ${package};

import org.gatewright.spi.policy.Policy;
import org.gatewright.testkit.directory.TestUsers;
import org.gatewright.testkit.policy.FakePolicyContext;
import org.gatewright.testkit.policy.PolicyContract;

class DomainPolicyContractTest extends PolicyContract {

    @Override
    protected Policy policy() {
        return new DomainPolicy();
    }

    @Override
    protected FakePolicyContext passing() {
        return FakePolicyContext.with(new DomainSettings("example.org")).user(TestUsers.active("alice"));
    }

    @Override
    protected FakePolicyContext refused() {
        return FakePolicyContext.with(new DomainSettings("example.com")).user(TestUsers.active("alice"));
    }
}
