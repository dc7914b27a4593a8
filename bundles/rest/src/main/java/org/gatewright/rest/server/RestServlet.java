package org.gatewright.rest.server;

import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.gatewright.rest.Api;
import org.gatewright.rest.json.JsonArrays;
import org.gatewright.rest.json.JsonBodies;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Carries the API over CXF. The only place that knows which JAX-RS it is. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=" + RestServlet.NAME,
            "osgi.http.whiteboard.servlet.pattern=/api/v3/*"
        })
public final class RestServlet extends CXFNonSpringServlet {

    static final String NAME = "gatewright-rest";

    private static final long serialVersionUID = 1L;

    private final transient Api api;
    private transient @Nullable Server server;

    /** Serves this API. */
    @Activate
    public RestServlet(@Reference Api api) {
        this.api = api;
    }

    @Override
    protected void loadBus(ServletConfig config) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Bus.class.getClassLoader());
        try {
            Bus bus = BusFactory.newInstance().createBus();
            setBus(bus);
            JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
            factory.setBus(bus);
            factory.setAddress("/");
            factory.setServiceBean(api);
            factory.setProviders(List.of(new JsonBodies(), new JsonArrays(), new FailureMapper()));
            server = factory.create();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void destroyBus() {
        Server running = server;
        if (running != null) {
            running.destroy();
        }
        super.destroyBus();
    }
}
