package dev.kulanz.journey.model;

import java.util.stream.Stream;

/** A broken twin for every rule of the model check. */
final class Twins {

    private Twins() {}

    static Stream<Twin> all() {
        return Stream.of(
                        TwinsOfFiles.all(),
                        TwinsOfTasks.all(),
                        TwinsOfForms.all(),
                        TwinsOfTables.all(),
                        TwinsOfCalls.all(),
                        TwinsOfMappings.all(),
                        TwinsOfBounds.all(),
                        TwinsOfEvents.all(),
                        TwinsOfConditions.all(),
                        TwinsOfWays.all(),
                        TwinsOfLadders.all(),
                        TwinsOfDrawings.all())
                .flatMap(twins -> twins);
    }
}
