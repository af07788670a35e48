package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterFolderTests {

    @TempDir
    private Path home;

    private final UUID contact = UUID.randomUUID();
    private final Letters letters = mock(Letters.class);

    private OutgoingMessage letter() {
        return new OutgoingMessage(
                contact,
                "K-2026-000123",
                Channel.LETTER,
                "<1@kulanz>",
                "Anna",
                "Lindenhof",
                null,
                "de",
                "s",
                "t",
                "h",
                null);
    }

    @Test
    void putsALetterIntoTheFolderOnceHoweverOftenItIsHandedOver() throws IOException {
        when(letters.of(contact)).thenReturn(Optional.of(new byte[] {1, 2, 3}));
        LetterFolder folder = new LetterFolder(letters, home.resolve("letters"));

        assertThat(folder.deliver(letter())).isInstanceOf(ChannelAdapter.Delivery.Taken.class);
        assertThat(folder.deliver(letter())).isInstanceOf(ChannelAdapter.Delivery.Taken.class);

        try (var files = Files.list(home.resolve("letters"))) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file).hasFileName(contact + ".pdf");
                assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
            });
        }
    }

    @Test
    void triesLaterWhenTheFolderCannotBeWritten() throws IOException {
        when(letters.of(contact)).thenReturn(Optional.of(new byte[] {1}));
        Path occupied = Files.createFile(home.resolve("letters"));

        assertThat(new LetterFolder(letters, occupied).deliver(letter()))
                .isInstanceOf(ChannelAdapter.Delivery.Later.class);
    }
}
