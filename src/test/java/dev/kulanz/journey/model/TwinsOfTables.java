package dev.kulanz.journey.model;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of tables that the engine would choke on. */
final class TwinsOfTables {

    private static final String FITTING = "step-fitting.dmn";

    private TwinsOfTables() {}

    static Stream<Twin> all() {
        return Stream.of(shapes(), ladders()).flatMap(List::stream);
    }

    private static List<Twin> shapes() {
        String id = "step-fitting";
        String text = Shipped.text(FITTING);
        int begin = text.indexOf("<inputEntry id=");
        String cell = text.substring(begin, text.indexOf("</inputEntry>", begin) + "</inputEntry>".length());
        String opening = cell.substring(0, cell.indexOf('>') + 1);
        String cellId = opening.substring(opening.indexOf('"') + 1, opening.lastIndexOf('"'));
        return List.of(
                Twin.of("a cell without text", FITTING)
                        .changed(cell, opening + "</inputEntry>")
                        .says(id, "The cell %s holds no text".formatted(cellId)),
                Twin.of("a cell of two texts", FITTING)
                        .changed(cell, opening + "<text>-</text><text>-</text></inputEntry>")
                        .says(id, "The cell %s holds no text".formatted(cellId)),
                Twin.of("a cell of another type", FITTING)
                        .changed(
                                opening,
                                opening.replace(
                                        " id=",
                                        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"tFunctionDefinition\" id="))
                        .says(id, "“inputEntry” (%s) says of itself that it is something else".formatted(cellId)),
                Twin.of("no hit policy between quotes", FITTING)
                        .changed("hitPolicy=\"FIRST\"", "hitPolicy=\"\"")
                        .says(id, "There is no hit policy “”."),
                Twin.of("a hit policy with a blank", FITTING)
                        .changed("hitPolicy=\"FIRST\"", "hitPolicy=\" FIRST\"")
                        .says(id, "There is no hit policy “ FIRST”."),
                Twin.of("a computed time to live", FITTING)
                        .changed("historyTimeToLive=\"P90D\"", "historyTimeToLive=\"${1+1}\"")
                        .says(id, "“${1+1}” says not how many days"),
                Twin.of("a time to live back in time", FITTING)
                        .changed("historyTimeToLive=\"P90D\"", "historyTimeToLive=\"-1\"")
                        .says(id, "“-1” says not how many days"),
                Twin.of("an expression beside the table", FITTING)
                        .after("</decisionTable>", "<literalExpression id=\"L\"><text>1</text></literalExpression>")
                        .says(id, "Beside its table it holds “literalExpression”."),
                Twin.of("an id that is none", FITTING)
                        .changed(" id=\"" + cellId + "\"", " id=\"&lt;b&gt;\"")
                        .says(id, "“<b>” is no id."));
    }

    private static List<Twin> ladders() {
        String choice = "journey-choice.dmn";
        return List.of(
                Twin.of("one of two ladders", choice)
                        .changed(
                                "<text>\"business-journey\"</text>",
                                "<text>if openAmount > 50 then \"dunning-journey\" else \"business-journey\"</text>"),
                Twin.of("one ladder of two that there is not", choice)
                        .changed(
                                "<text>\"business-journey\"</text>",
                                "<text>if openAmount > 50 then \"dunning-journey\" else \"busy-journey\"</text>")
                        .says("journey-choice", "It sends cases to “busy-journey”, but there is no such ladder."),
                Twin.of("a ladder put together", choice)
                        .changed("<text>\"business-journey\"</text>", "<text>\"business\" + \"-journey\"</text>")
                        .says(
                                "journey-choice",
                                "It can't be seen to which ladder “\"business\" + \"-journey\"” sends cases."));
    }
}
