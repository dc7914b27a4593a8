package org.gatewright.store.jpa.database;

import org.eclipse.persistence.platform.database.H2Platform;

/** EclipseLink's H2, but with parameters bound in every statement. The original prints them into the SQL where a function or a subselect is. */
public final class BindingH2Platform extends H2Platform {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isDynamicSQLRequiredForFunctions() {
        return false;
    }

    @Override
    public boolean allowBindingForSelectClause() {
        return true;
    }
}
