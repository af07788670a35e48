package dev.kulanz.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTests {

    @ParameterizedTest
    @CsvSource({
        "Linux,         amd64,   false, postgres-linux-x86_64.txz",
        "Linux,         aarch64, false, postgres-linux-arm_64.txz",
        "Linux,         amd64,   true,  postgres-linux-x86_64-alpine_linux.txz",
        "Mac OS X,      x86_64,  false, postgres-darwin-x86_64.txz",
        "Mac OS X,      aarch64, false, postgres-darwin-arm_64.txz",
        "Windows 11,    amd64,   false, postgres-windows-x86_64.txz",
        "Windows 11,    aarch64, false, postgres-windows-x86_64.txz",
        "Linux,         riscv64, false, postgres-linux-riscv64.txz",
    })
    void namesItsArchiveAsTheArtefactsDo(String os, String arch, boolean musl, String archive) {
        assertThat(Platform.of(os, arch, musl).archive()).isEqualTo(archive);
    }

    @Test
    void hasItsBinariesOnTheClassPath() {
        assertThat(getClass().getResource("/" + Platform.current().archive())).isNotNull();
    }
}
