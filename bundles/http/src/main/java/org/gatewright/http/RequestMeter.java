package org.gatewright.http;

import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.gatewright.port.metrics.Meter;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Times requests by area, method and class of status, if somebody keeps the measurements. */
@Component(service = RequestMeter.class)
public final class RequestMeter {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    @SuppressWarnings("UnusedVariable")
    private volatile @org.jspecify.annotations.Nullable Meter meter;

    void measure(HttpServletRequest request, HttpServletResponse response, long nanoseconds) {
        Optional.ofNullable(meter)
                .ifPresent(keeper -> keeper.time(
                        "http_request_seconds",
                        Map.of(
                                "area", area(request.getRequestURI()),
                                "method", method(request.getMethod()),
                                "status", response.getStatus() / 100 + "xx"),
                        nanoseconds));
    }

    private static String area(String path) {
        return Optional.of(path)
                .filter(text -> text.startsWith("/"))
                .map(text -> text.substring(1).split("/", 2)[0])
                .filter(first -> java.util.Set.of(
                                "api", "application", "if", "static", "-", "scim", "source", "flows", "plugins")
                        .contains(first))
                .orElse("other");
    }

    private static String method(String method) {
        return java.util.Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
                        .contains(method)
                ? method
                : "other";
    }
}
