package org.gatewright.kernel.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.PolicyBindingFields;
import org.gatewright.port.directory.Group;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;

/** The one vote of all group and user bindings: it passes if one of them does. Nobody is a member of nothing. */
final class MembershipVote {

    private MembershipVote() {}

    /** Casts the vote; empty if no group and no user is bound. */
    static Optional<Vote> cast(List<Entry<PolicyBindingFields>> bindings, Optional<User> user, List<Group> groups) {
        List<JsonObject> explanations = new ArrayList<>();
        boolean passes = false;
        for (Entry<PolicyBindingFields> entry : bindings) {
            PolicyBindingFields binding = entry.value();
            if (binding.policy().isPresent()) {
                continue;
            }
            boolean hit = user.isPresent() && matches(binding, user.get(), groups) != binding.negate();
            passes |= hit;
            explanations.add(JsonObject.of("binding", entry.id().toString())
                    .with("subject", binding.group().isPresent() ? "group" : "user")
                    .with("negate", binding.negate())
                    .with("outcome", hit ? "pass" : "fail"));
        }
        return explanations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Vote(
                        passes,
                        List.of(),
                        JsonObject.of("subject", "groups and users")
                                .with("outcome", passes ? "pass" : "fail")
                                .with("votes", (Object) explanations)));
    }

    private static boolean matches(PolicyBindingFields binding, User user, List<Group> groups) {
        boolean member = binding.group()
                .filter(id -> groups.stream().anyMatch(group -> group.id().equals(id)))
                .isPresent();
        return member || binding.user().filter(pk -> pk == user.pk()).isPresent();
    }
}
