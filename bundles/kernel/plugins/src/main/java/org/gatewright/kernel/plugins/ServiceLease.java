package org.gatewright.kernel.plugins;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Pin;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lease of a {@link TypeService}: the one edge where the kernel calls foreign code. */
final class ServiceLease<T> implements Lease<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceLease.class);

    private final TypeService service;
    private final T contract;
    private final CallMeter meter;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Takes over one acquired lease of the service. */
    ServiceLease(TypeService service, T contract, CallMeter meter) {
        this.service = service;
        this.contract = contract;
        this.meter = meter;
    }

    @Override
    public Pin pin() {
        return service.description().pin();
    }

    @Override
    public <R> R call(Function<T, R> call) {
        if (closed.get()) {
            throw new IllegalStateException("the lease is closed");
        }
        long begin = System.nanoTime();
        boolean ok = false;
        try {
            R result = call.apply(contract);
            ok = true;
            return result;
        } catch (GatewrightException e) {
            ok = e.code().kind() != ErrorKind.INTERNAL;
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw failed(e);
        } finally {
            meter.record(service.description(), ok, System.nanoTime() - begin);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            service.giveBack();
        }
    }

    private GatewrightException failed(Throwable cause) {
        TypeDescription type = service.description();
        LOG.error("The plug-in {} {} failed in its type {}", type.plugin(), type.version(), type.type(), cause);
        return new GatewrightException(
                CommonError.PLUGIN_FAILED,
                "The " + Contracts.noun(type.kind()) + " “" + type.type()
                        + "” has failed. The administrator finds the cause in the log.",
                cause);
    }
}
