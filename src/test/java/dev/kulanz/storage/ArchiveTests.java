package dev.kulanz.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTests {

    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = temporary.resolve("unpacked");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsProgramsExecutableAndLinksLinks() throws Exception {
        TarArchiveEntry program = new TarArchiveEntry("bin/program");
        program.setMode(0755);
        Archive.unpack(archive(program, new TarArchiveEntry("share/text"), link("lib/link", "../share/text")), folder);
        assertThat(folder.resolve("bin/program")).isExecutable().hasContent("text");
        assertThat(Files.isExecutable(folder.resolve("share/text"))).isFalse();
        assertThat(folder.resolve("lib/link")).isSymbolicLink().hasContent("text");
    }

    @Test
    void refusesAFileOutsideOfItsFolder() throws Exception {
        InputStream archive = archive(new TarArchiveEntry("../outside"));
        assertThatThrownBy(() -> Archive.unpack(archive, folder)).hasMessageContaining("../outside");
        assertThat(temporary.resolve("outside")).doesNotExist();
    }

    @Test
    void refusesALinkToOutsideOfItsFolder() throws Exception {
        InputStream archive = archive(link("lib/link", "../../outside"));
        assertThatThrownBy(() -> Archive.unpack(archive, folder)).hasMessageContaining("lib/link");
        assertThat(folder.resolve("lib/link")).doesNotExist();
    }

    private static TarArchiveEntry link(String name, String target) {
        TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        link.setLinkName(target);
        return link;
    }

    private static InputStream archive(TarArchiveEntry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            for (TarArchiveEntry entry : entries) {
                byte[] content = entry.isSymbolicLink() ? new byte[0] : TEXT;
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
