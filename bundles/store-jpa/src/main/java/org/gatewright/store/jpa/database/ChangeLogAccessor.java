package org.gatewright.store.jpa.database;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;

/** Shows Liquibase the change log and nothing else: it cannot look into a bundle by itself. */
final class ChangeLogAccessor extends AbstractResourceAccessor {

    @Override
    public List<Resource> search(String path, boolean recursive) {
        return List.of();
    }

    @Override
    public List<Resource> getAll(String path) {
        return path.equals(ChangeLog.PATH) ? List.of(new Content()) : List.of();
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the bundle");
    }

    @Override
    public void close() {
        // nothing is open
    }

    /** The change log. */
    private static final class Content extends AbstractResource {

        Content() {
            super(ChangeLog.PATH, URI.create("bundle:/" + ChangeLog.PATH));
        }

        @Override
        public InputStream openInputStream() {
            return ChangeLog.open();
        }

        @Override
        public boolean isWritable() {
            return false;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public Resource resolve(String other) {
            throw new UnsupportedOperationException("the change log is one file");
        }

        @Override
        public Resource resolveSibling(String other) {
            throw new UnsupportedOperationException("the change log is one file");
        }

        @Override
        public OutputStream openOutputStream(OpenOptions options) {
            throw new UnsupportedOperationException("the change log is read only");
        }
    }
}
