package org.gatewright.kernel.flow;

import java.util.List;
import java.util.Map;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.spi.effect.Effect;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.store.Documents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes documents for flows. What cannot be written undoes the turn, and is told the visitor as an error of the step. */
@Component(service = DocumentEffects.class)
public final class DocumentEffects {

    private static final String SLOWER = "Something else has changed this meanwhile. Try again.";

    private final PluginDocuments documents;

    /** Writes the documents of plug-ins. */
    @Activate
    public DocumentEffects(@Reference PluginDocuments documents) {
        this.documents = documents;
    }

    /** Carries the effect out if it is one of these, in the documents of the plug-in that asked for it; false if it is another one. */
    boolean perform(String plugin, Effect effect) {
        if (!(effect instanceof Effect.PutDocument || effect instanceof Effect.DeleteDocument)) {
            return false;
        }
        try {
            if (!isWritten(documents.of(plugin), effect)) {
                throw refused(SLOWER);
            }
        } catch (GatewrightException e) {
            if (e.code().kind() != ErrorKind.USER && e.code().kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            throw refused(e.detail());
        }
        return true;
    }

    private static boolean isWritten(Documents own, Effect effect) {
        if (effect instanceof Effect.PutDocument put) {
            return own.put(put.collection(), put.draft()).isPresent();
        }
        Effect.DeleteDocument delete = (Effect.DeleteDocument) effect;
        return own.delete(delete.collection(), delete.key(), delete.revision());
    }

    private static Rollback refused(String sentence) {
        return new Rollback(
                new Rollback.Reason.Fields(Map.of(InvalidFieldsException.NON_FIELD_ERRORS, List.of(sentence))));
    }
}
