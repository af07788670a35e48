package dev.kulanz.watch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** This application among several on one database. */
@Component
class Node {

    private final String name;
    private final String version;

    /** @param name what operators call it; absent: the name of the machine */
    Node(@Value("${kulanz.node:}") String name, ObjectProvider<BuildProperties> build) {
        this.name = name.isBlank() ? machine() : name.strip();
        BuildProperties known = build.getIfAvailable();
        this.version = known == null ? "unknown" : String.valueOf(known.getVersion());
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this machine";
        }
    }
}
