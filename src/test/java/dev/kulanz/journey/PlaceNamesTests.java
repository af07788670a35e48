package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;

class PlaceNamesTests {

    @Test
    void areLookedUpOnceForAPageOfTheSame() {
        DiagramWords words = mock(DiagramWords.class);
        when(words.ofDiagram("reminder-step")).thenReturn("Reminder step");
        when(words.of("reminder-step", "Task_ChooseContact")).thenReturn("Choose contact");
        PlaceNames names = new PlaceNames(words);

        for (int row = 0; row < 100; row++) {
            assertThat(names.ofDiagram("reminder-step")).isEqualTo("Reminder step");
            assertThat(names.of("reminder-step", "Task_ChooseContact")).isEqualTo("Choose contact");
        }

        verify(words, times(1)).ofDiagram("reminder-step");
        verify(words, times(1)).of("reminder-step", "Task_ChooseContact");
    }
}
