package org.gatewright.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.flow.FlowEngine;
import org.gatewright.port.http.Languages;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.rest.answer.CurrentBrand;
import org.gatewright.rest.answer.Envelope;
import org.gatewright.rest.collection.Collection;
import org.gatewright.rest.collection.Collection.Operation;
import org.gatewright.rest.collection.Collections;
import org.gatewright.rest.document.OpenApi;
import org.gatewright.rest.json.JsonArray;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The addresses of the administration API. Asks for the permission, then hands over to the collection. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = Api.class)
public final class Api {

    private static final String YAML = "application/yaml";
    private static final String JAR = "application/java-archive";

    private final Collections collections;
    private final AccessControl access;
    private final Configuration configuration;
    private final FlowEngine flows;

    /** Serves these collections. */
    @Activate
    public Api(
            @Reference Collections collections,
            @Reference AccessControl access,
            @Reference Configuration configuration,
            @Reference FlowEngine flows) {
        this.collections = collections;
        this.access = access;
        this.configuration = configuration;
        this.flows = flows;
    }

    /** A page for people: which collections there are. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response index(@Context HttpServletRequest request) {
        Callers.actor(request);
        return Response.ok(IndexPage.html())
                .header("Content-Security-Policy", IndexPage.POLICY)
                .build();
    }

    /** The OpenAPI document. */
    @GET
    @Path("schema/")
    public JsonObject schema() {
        return OpenApi.of(collections.all(), collections.typeSchemas(), flows.challengeSchema());
    }

    /** The brand of the host name, for pages before anybody has signed in. */
    @GET
    @Path("core/brands/current/")
    public JsonObject currentBrand(@Context HttpServletRequest request) {
        return CurrentBrand.of(
                configuration.snapshot(), Callers.of(request).client().origin().getHost());
    }

    /** The installed types of a kind. */
    @GET
    @Path("{group: stages|policies|providers|authenticatormethods}/{view: types|all/types}/")
    public Response types(@Context HttpServletRequest request, @PathParam("group") String group) {
        List<JsonObject> types = collections.types(group, languages(request)).orElseThrow(Collection::notFound);
        access.require(Callers.actor(request), Permission.of("view", types(group)));
        return Response.ok(new JsonArray(types)).build();
    }

    /** All of the configuration as a blueprint, without secrets. */
    @GET
    @Path("managed/blueprints/export/")
    @Produces({YAML, MediaType.APPLICATION_JSON})
    public Response exportBlueprint(@Context HttpServletRequest request) {
        access.require(Callers.actor(request), Permission.of("export", "blueprint"));
        return Response.ok(configuration.exportBlueprint(), YAML)
                .header("Content-Disposition", "attachment; filename=\"gatewright.yaml\"")
                .build();
    }

    /** Lists plug-ins. */
    @GET
    @Path("plugins/")
    public JsonObject plugins(@Context HttpServletRequest request, @Context UriInfo uri) {
        return list(request, uri, "plugins");
    }

    /** Reads a plug-in. */
    @GET
    @Path("plugins/{key}/")
    public JsonObject plugin(@Context HttpServletRequest request, @PathParam("key") String key) {
        return retrieve(request, "plugins", key);
    }

    /** Installs or updates a plug-in by its jar, or only looks at it. */
    @POST
    @Path("plugins/")
    @Consumes({JAR, MediaType.APPLICATION_OCTET_STREAM})
    public Response upload(
            @Context HttpServletRequest request,
            @QueryParam("check") boolean check,
            @Context UriInfo uri,
            InputStream file)
            throws IOException {
        Collection collection = collections.find("plugins").orElseThrow(Collection::notFound);
        Actor actor = Callers.actor(request);
        access.require(actor, Permission.of("add", collection.model()));
        Collection.Upload upload = collection.upload().orElseThrow(Collection::notFound);
        Map<String, String> parameters = given(uri, upload.parameters().keySet());
        if (check) {
            return Response.ok(upload.check(file.readAllBytes(), parameters)).build();
        }
        Collection.Taken taken = upload.take(actor, file.readAllBytes(), parameters);
        return Response.status(taken.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(taken.answer())
                .build();
    }

    private static Map<String, String> given(UriInfo uri, Set<String> names) {
        Map<String, String> given = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (names.contains(name)) {
                given.put(name, values.get(0));
            }
        });
        return given;
    }

    /** Uninstalls a plug-in. */
    @DELETE
    @Path("plugins/{key}/")
    public void uninstall(@Context HttpServletRequest request, @PathParam("key") String key) {
        delete(request, "plugins", key);
    }

    /** Does something with the versions of a plug-in. */
    @POST
    @Path("plugins/{key}/{action: [a-z_]+}/")
    public Response actOnPlugin(
            @Context HttpServletRequest request,
            @PathParam("key") String key,
            @PathParam("action") String name,
            JsonObject body) {
        return act(request, "plugins", key, name, body);
    }

    /** Asks a policy of whatever type about a user and a request. */
    @POST
    @Path("policies/{key: [0-9a-fA-F-]{36}}/test/")
    public Response testPolicy(@Context HttpServletRequest request, @PathParam("key") String key, JsonObject body) {
        return act(request, "policies/all", key, "test", body);
    }

    /** Lists objects. */
    @GET
    @Path("{path: [a-z]+/[a-z0-9_]+}/")
    public JsonObject list(@Context HttpServletRequest request, @Context UriInfo uri, @PathParam("path") String path) {
        Collection collection = collection(path, Operation.LIST);
        Actor actor = Callers.actor(request);
        if (!collection.listsWhatIsPermitted() && !collection.isOwn()) {
            access.require(actor, Permission.of("view", collection.model()));
        }
        PageRequest page = Pages.request(uri);
        return new Envelope(collection.list(actor, page), page).show();
    }

    /** Makes an object. */
    @POST
    @Path("{path: [a-z]+/[a-z0-9_]+}/")
    public Response create(@Context HttpServletRequest request, @PathParam("path") String path, JsonObject fields) {
        Collection collection = collection(path, Operation.CREATE);
        Actor actor = Callers.actor(request);
        access.require(actor, Permission.of("add", collection.model()));
        return Response.status(Response.Status.CREATED)
                .entity(collection.create(actor, fields))
                .build();
    }

    /** Reads an object, or a view of the collection. */
    @GET
    @Path("{path: [a-z]+/[a-z0-9_]+}/{key}/")
    public JsonObject retrieve(
            @Context HttpServletRequest request, @PathParam("path") String path, @PathParam("key") String key) {
        Actor actor = Callers.actor(request);
        Collection.Action view = collection(path, Operation.RETRIEVE).views().get(key);
        if (view != null) {
            return act(collection(path, Operation.RETRIEVE), view, actor, "", JsonObject.empty());
        }
        return permitted(actor, path, key, Operation.RETRIEVE).retrieve(actor, key);
    }

    /** Replaces an object. */
    @PUT
    @Path("{path: [a-z]+/[a-z0-9_]+}/{key}/")
    public JsonObject replace(
            @Context HttpServletRequest request,
            @PathParam("path") String path,
            @PathParam("key") String key,
            JsonObject fields) {
        Actor actor = Callers.actor(request);
        return permitted(actor, path, key, Operation.UPDATE).update(actor, key, fields, false);
    }

    /** Changes fields of an object. */
    @PATCH
    @Path("{path: [a-z]+/[a-z0-9_]+}/{key}/")
    public JsonObject change(
            @Context HttpServletRequest request,
            @PathParam("path") String path,
            @PathParam("key") String key,
            JsonObject fields) {
        Actor actor = Callers.actor(request);
        return permitted(actor, path, key, Operation.UPDATE).update(actor, key, fields, true);
    }

    /** Removes an object. */
    @DELETE
    @Path("{path: [a-z]+/[a-z0-9_]+}/{key}/")
    public void delete(
            @Context HttpServletRequest request, @PathParam("path") String path, @PathParam("key") String key) {
        Actor actor = Callers.actor(request);
        permitted(actor, path, key, Operation.DELETE).delete(actor, key);
    }

    /** Does something with an object. */
    @POST
    @Path("{path: [a-z]+/[a-z0-9_]+}/{key}/{action: [a-z_]+}/")
    public Response act(
            @Context HttpServletRequest request,
            @PathParam("path") String path,
            @PathParam("key") String key,
            @PathParam("action") String name,
            JsonObject body) {
        Actor actor = Callers.actor(request);
        Collection collection = collections.find(path).orElseThrow(Collection::notFound);
        Collection.Action action =
                Optional.ofNullable(collection.actions().get(name)).orElseThrow(Collection::notFound);
        JsonObject answer = act(collection, action, actor, key, body);
        return answer.isEmpty()
                ? Response.noContent().build()
                : Response.ok(answer).build();
    }

    private JsonObject act(Collection collection, Collection.Action action, Actor actor, String key, JsonObject body) {
        action.permission()
                .ifPresent(permission ->
                        access.require(actor, new Permission(permission, collection.model(), collection.id(key))));
        return action.act(actor, key, body);
    }

    private Collection permitted(Actor actor, String path, String key, Operation operation) {
        Collection collection = collection(path, operation);
        if (!collection.isOwn()) {
            Optional<UUID> id = collection.id(key);
            access.require(actor, new Permission(operation.permission(), collection.model(), id));
        }
        return collection;
    }

    private Collection collection(String path, Operation operation) {
        Collection collection = collections.find(path).orElseThrow(Collection::notFound);
        if (!collection.operations().contains(operation)) {
            throw new GatewrightException(CommonError.NOT_FOUND, "This collection does not offer that.");
        }
        return collection;
    }

    private static List<Locale> languages(HttpServletRequest request) {
        return Languages.of(
                Optional.ofNullable(request.getParameter("locale")),
                Optional.ofNullable(request.getHeader("Accept-Language")));
    }

    private static String types(String group) {
        return switch (group) {
            case "policies" -> "policy";
            case "authenticatormethods" -> "authenticator";
            default -> group.substring(0, group.length() - 1);
        };
    }
}
