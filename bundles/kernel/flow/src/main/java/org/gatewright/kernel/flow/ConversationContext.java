package org.gatewright.kernel.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.DirectoryViews;
import org.gatewright.port.outpost.Wire;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Permission;
import org.gatewright.port.plugins.Shelter;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.DirectoryView;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.outpost.Connection;
import org.gatewright.spi.outpost.OutpostContext;
import org.gatewright.spi.outpost.SignIn;
import org.gatewright.spi.protocol.Provider;
import org.gatewright.spi.session.Session;

/** What an outpost works with during one message. */
final class ConversationContext implements OutpostContext {

    private final LeasedConversation conversation;
    private final Wire wire;
    private final DirectoryViews views;
    private final DeclaredPermissions permissions;

    ConversationContext(
            LeasedConversation conversation, Wire wire, DirectoryViews views, DeclaredPermissions permissions) {
        this.conversation = conversation;
        this.wire = wire;
        this.views = views;
        this.permissions = permissions;
    }

    @Override
    public Instant now() {
        return turn().now();
    }

    @Override
    public Connection connection() {
        return conversation.connection();
    }

    @Override
    public JsonObject state() {
        return conversation.state();
    }

    @Override
    public void keep(JsonObject state) {
        conversation.keep(state);
    }

    @Override
    public <S extends Record> List<Provider<S>> providers(Class<S> settings) {
        return new Providers(turn(), conversation.type()).used(settings);
    }

    @Override
    public SignIn signIn(Provider<?> provider, Map<String, String> answers) {
        require(Permission.SESSIONS);
        return conversation.signIn(provider, Map.copyOf(answers));
    }

    @Override
    public void signOut() {
        conversation.signOut();
    }

    @Override
    public Optional<User> user(Provider<?> provider) {
        return conversation
                .bond()
                .filter(bond -> bond.provider().equals(provider.id()))
                .flatMap(bond -> turn().user(JsonObject.empty()))
                .filter(User::active);
    }

    @Override
    public DirectoryView directory(Provider<?> provider) {
        require(Permission.DIRECTORY);
        Actor actor = new Actor(user(provider), turn().client().address())
                .in(turn().session().map(Session::id));
        return views.of(actor, provider.id());
    }

    @Override
    public void send(byte[] bytes) {
        // how long the other side takes to read is not the plug-in's time
        Shelter.in(() -> {
            wire.send(bytes);
            return Boolean.TRUE;
        });
    }

    @Override
    public void startTls() {
        wire.startTls();
    }

    @Override
    public void close() {
        wire.close();
    }

    /** Another one after a sign-in. */
    private Turn turn() {
        return conversation.turn();
    }

    private void require(String permission) {
        if (!permissions.has(permission)) {
            throw permissions.withheld(permission);
        }
    }
}
