package dev.kulanz.contact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A secret of this installation, made at the first start and kept in the database so that all nodes share it. */
@Component
class ServerSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    ServerSecret(JdbcClient jdbc) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into server_secret (name, value) values ('links', :value) on conflict do nothing")
                .param("value", fresh)
                .update();
        key = new SecretKeySpec(
                jdbc.sql("select value from server_secret where name = 'links'")
                        .query(byte[].class)
                        .single(),
                ALGORITHM);
    }

    /** HMAC-SHA256 of a message under the secret. */
    byte[] sign(String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
