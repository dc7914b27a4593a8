package com.example.gridcard;

import java.util.ArrayList;
import java.util.List;
import org.gatewright.spi.authenticator.AuthenticatorMethod;
import org.gatewright.spi.authenticator.Device;
import org.gatewright.spi.authenticator.Enrolment;
import org.gatewright.spi.authenticator.EnrolmentContext;
import org.gatewright.spi.authenticator.Prompt;
import org.gatewright.spi.authenticator.Proof;
import org.gatewright.spi.authenticator.ProofContext;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.stage.Challenge;
import org.gatewright.spi.stage.Field;
import org.gatewright.spi.stage.FieldError;
import org.gatewright.spi.stage.FieldType;
import org.osgi.service.component.annotations.Component;

/** A card to print: a sign-in asks for some of its cells, and for each cell once. */
@Component(service = AuthenticatorMethod.class)
@PluginType(
        name = "grid_card",
        title = "Grid card",
        description = "A card to print; each sign-in asks for some of its cells.",
        settings = GridCardSettings.class)
public final class GridCardMethod implements AuthenticatorMethod {

    private static final String CELLS = "cells";
    private static final String NAME = "Grid card";
    private static final List<String> METHODS = List.of("otp");
    private static final FieldError WRONG = new FieldError("These are not the signs of the cells.", "invalid");
    private static final FieldError USED_UP =
            new FieldError("All cells of this card have been used. Sign in in another way and print a new one.", "used");

    // tag::enrol[]
    @Override
    public Enrolment enrol(EnrolmentContext context) {
        int asked = context.settings(GridCardSettings.class).asked();
        if (context.state().isEmpty()) {
            return show(Card.random(context.settings(GridCardSettings.class)), asked, List.of());
        }
        Card card = Card.of(context.state());
        if (context.answers().isEmpty()) {
            return show(card, asked, List.of());
        }
        return card.proves(asked, typed(context.answers().get()))
                ? new Enrolment.Enrolled(NAME, card.after(asked).kept(), METHODS)
                : show(card, asked, List.of(WRONG));
    }
    // end::enrol[]

    // tag::verify[]
    @Override
    public Prompt challenge(ProofContext context) {
        int asked = context.settings(GridCardSettings.class).asked();
        return new Prompt(List.of(cells(Card.of(context.device().content()), asked)));
    }

    @Override
    public Proof verify(ProofContext context) {
        int asked = context.settings(GridCardSettings.class).asked();
        Card card = Card.of(context.device().content());
        if (!card.isGoodFor(asked)) {
            return new Proof.Refused(CELLS, USED_UP, JsonObject.empty());
        }
        return card.proves(asked, typed(context.answers()))
                ? new Proof.Accepted(context.device().id(), card.after(asked).kept(), METHODS)
                : new Proof.Refused(CELLS, WRONG, JsonObject.empty());
    }
    // end::verify[]

    @Override
    public String describe(Device device) {
        Card card = Card.of(device.content());
        return card.order().size() + " of " + card.cells().size() + " cells left";
    }

    private static Enrolment show(Card card, int asked, List<FieldError> errors) {
        List<Field> fields = new ArrayList<>(List.of(told("print", "Print this page", "The card is not shown again.")));
        for (String row : card.rows()) {
            fields.add(told("row" + fields.size(), "Row " + fields.size(), row));
        }
        fields.add(cells(card, asked));
        Challenge page = new Challenge(Challenge.PROMPT, JsonObject.empty(), fields);
        for (FieldError error : errors) {
            page = page.withError(CELLS, error);
        }
        return new Enrolment.Ask(page, card.kept(), !errors.isEmpty());
    }

    private static Field told(String key, String label, String text) {
        return new Field(key, label, FieldType.STATIC, false, "", text, "", List.of());
    }

    private static Field cells(Card card, int asked) {
        return Field.required(CELLS, "Signs of " + card.next(asked), FieldType.TEXT);
    }

    private static String typed(JsonObject answers) {
        return answers.text(CELLS).orElse("");
    }
}
