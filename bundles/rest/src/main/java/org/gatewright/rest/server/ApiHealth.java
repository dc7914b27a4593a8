package org.gatewright.rest.server;

import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.Servlet;
import org.gatewright.port.health.Health;
import org.gatewright.port.health.HealthCheck;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Says whether the API is there for the servlet container. */
@Component(service = HealthCheck.class, immediate = true)
public final class ApiHealth implements HealthCheck {

    private final AtomicReference<@Nullable ServiceReference<Servlet>> servlet = new AtomicReference<>();

    @Reference(
            service = Servlet.class,
            target = "(osgi.http.whiteboard.servlet.name=" + RestServlet.NAME + ")",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            bind = "bind",
            unbind = "unbind")
    void bind(ServiceReference<Servlet> found) {
        servlet.set(found);
    }

    void unbind(ServiceReference<Servlet> gone) {
        servlet.compareAndSet(gone, null);
    }

    @Override
    public String name() {
        return "api";
    }

    @Override
    public Health check() {
        return servlet.get() == null ? new Health(false, "The API is being made.") : new Health(true, "served");
    }
}
