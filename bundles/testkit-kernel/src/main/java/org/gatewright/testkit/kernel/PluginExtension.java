package org.gatewright.testkit.kernel;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Makes and ends the kernels of {@link PluginTest}.
 *
 * @since 1.0
 */
public final class PluginExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(PluginExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        BareKernel kernel = new BareKernel();
        context.getStore(NAMESPACE).put(BareKernel.class, kernel);
        for (ExtensionContext each = context;
                each != null;
                each = each.getParent().orElse(null)) {
            each.getTestClass()
                    .flatMap(test -> AnnotationSupport.findAnnotation(test, PluginTest.class))
                    .map(PluginTest::value)
                    .ifPresent(kernel::installAbsent);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        BareKernel kernel = kernel(context);
        kernel.close();
        List<RuntimeException> failures = kernel.unseenFailures();
        if (!failures.isEmpty() && context.getExecutionException().isEmpty()) {
            throw new AssertionError("a plug-in failed", failures.get(0));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BareKernel.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return kernel(context);
    }

    private static BareKernel kernel(ExtensionContext context) {
        BareKernel kernel = context.getStore(NAMESPACE).get(BareKernel.class, BareKernel.class);
        if (kernel == null) {
            throw new IllegalStateException("the kernel is there within tests and @BeforeEach only");
        }
        return kernel;
    }
}
