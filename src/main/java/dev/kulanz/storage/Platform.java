package dev.kulanz.storage;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine below, in the words of the binaries' archives.
 *
 * @param os linux, darwin, windows, or what Java calls it
 * @param arch x86_64, arm_64, or what Java calls it
 * @param musl a Linux whose C library is not glibc (Alpine)
 */
record Platform(String os, String arch, boolean musl) {

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), runsOnMusl());
    }

    static Platform of(String osName, String osArch, boolean musl) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            // Windows on arm64 runs x86_64 programs under its own emulation
            return new Platform("windows", "x86_64", false);
        }
        String os = name.startsWith("mac") ? "darwin" : name;
        String arch =
                switch (osArch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> osArch;
                };
        return new Platform(os, arch, musl && os.equals("linux"));
    }

    private static boolean runsOnMusl() {
        boolean glibc = Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"))
                || Files.exists(Path.of("/lib/ld-linux-aarch64.so.1"));
        boolean musl =
                Files.exists(Path.of("/lib/ld-musl-x86_64.so.1")) || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
        return Files.exists(Path.of("/etc/alpine-release")) || (musl && !glibc);
    }

    /** Class path resource with the binaries for this machine. */
    String archive() {
        return "postgres-" + os + "-" + arch + (musl ? "-alpine_linux" : "") + ".txz";
    }

    String program(String name) {
        return windows() ? name + ".exe" : name;
    }

    boolean windows() {
        return os.equals("windows");
    }

    boolean linux() {
        return os.equals("linux");
    }

    /** Whether this process runs as the superuser, which PostgreSQL refuses. Windows: pg_ctl drops the rights itself. */
    boolean root() {
        return !windows() && new UnixSystem().getUid() == 0;
    }

    /** A locale of the system that knows which characters of UTF-8 are letters: full-text search asks it. */
    String letters() {
        return switch (os) {
            case "windows" -> "en-US";
            case "darwin" -> "en_US.UTF-8";
            default -> "C.UTF-8";
        };
    }
}
