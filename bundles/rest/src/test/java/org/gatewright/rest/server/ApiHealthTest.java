package org.gatewright.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import javax.servlet.Servlet;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;

/** Whether the server counts as ready without its API. */
class ApiHealthTest {

    private final ApiHealth health = new ApiHealth();

    @Test
    void isNotReadyBeforeTheServletHasComeNorAfterItHasGone() {
        ServiceReference<Servlet> servlet = reference();
        assertThat(health.check().ready()).isFalse();

        health.bind(servlet);
        assertThat(health.check().ready()).isTrue();

        health.unbind(servlet);
        assertThat(health.check().ready()).isFalse();
    }

    @Test
    void staysReadyWhileOneServletTakesThePlaceOfAnother() {
        ServiceReference<Servlet> before = reference();
        ServiceReference<Servlet> after = reference();
        health.bind(before);

        health.bind(after);
        health.unbind(before);

        assertThat(health.check().ready()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<Servlet> reference() {
        Class<?>[] types = {ServiceReference.class};
        return (ServiceReference<Servlet>)
                Proxy.newProxyInstance(ApiHealthTest.class.getClassLoader(), types, (proxy, method, arguments) -> {
                    throw new AssertionError(method);
                });
    }
}
