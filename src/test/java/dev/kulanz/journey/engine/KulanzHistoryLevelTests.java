package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KulanzHistoryLevelTests {

    @ParameterizedTest
    @EnumSource(HistoryEventTypes.class)
    void answersAlsoWhenAskedInGeneral(HistoryEventTypes type) {
        boolean produced = new KulanzHistory().isHistoryEventProduced(type, null);
        boolean noise =
                switch (type) {
                    case VARIABLE_INSTANCE_UPDATE_DETAIL,
                            FORM_PROPERTY_UPDATE,
                            IDENTITY_LINK_ADD,
                            IDENTITY_LINK_DELETE,
                            JOB_CREATE,
                            JOB_SUCCESS,
                            JOB_DELETE -> true;
                    default -> type.name().startsWith("CASE_") || type.name().startsWith("EXTERNAL_TASK_");
                };
        assertThat(produced).isEqualTo(!noise);
    }
}
