package org.gatewright.http;

import java.io.IOException;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.response.Answers;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Lets requests to the API through once their caller is known. Closed while nothing can tell who calls. */
@Component(service = ApiDoor.class)
public final class ApiDoor {

    private static final String API = "/api/v3/";
    private static final String EXECUTOR = "/api/v3/flows/executor/";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable CallerCheck check;

    boolean admits(Exchange exchange) throws IOException {
        String path = exchange.path();
        if (!path.startsWith(API) || path.startsWith(EXECUTOR)) {
            return true;
        }
        CallerCheck current = check;
        if (current == null) {
            Answers.problem(
                    exchange,
                    503,
                    "http/starting",
                    "Not available at the moment",
                    "The server is starting, or waits for its database. Try again in a moment.");
            return false;
        }
        return current.admits(exchange);
    }
}
