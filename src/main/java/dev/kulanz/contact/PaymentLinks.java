package dev.kulanz.contact;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Links to the payment page. A token is the contact's id and a signature over it (HMAC, 128 bits), so nothing has to be
 * stored and nobody can guess one; it tells nothing about the person.
 */
@Component
public class PaymentLinks {

    /** Stands in stored texts where the link goes. */
    static final String PLACEHOLDER = "{{payment-link}}";

    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;
    private static final int GENERATION = 1;

    private final ServerSecret secret;
    private final String publicUrl;

    PaymentLinks(
            ServerSecret secret, @Value("${kulanz.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.secret = secret;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The address of the payment page for this contact. */
    public String link(UUID contactId) {
        return publicUrl + "/pay/" + token(contactId);
    }

    /** Puts the link where a stored text has its placeholder. */
    public String fillIn(UUID contactId, String stored) {
        return stored.contains(PLACEHOLDER) ? stored.replace(PLACEHOLDER, link(contactId)) : stored;
    }

    /** The contact of a token; empty if it is not one of ours. */
    public Optional<UUID> contactOf(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != ID_BYTES + SIGNATURE_BYTES) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            UUID id = new UUID(buffer.getLong(), buffer.getLong());
            byte[] given = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
            return MessageDigest.isEqual(given, signature(id)) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String token(UUID contactId) {
        ByteBuffer buffer = ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES)
                .putLong(contactId.getMostSignificantBits())
                .putLong(contactId.getLeastSignificantBits())
                .put(signature(contactId));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    private byte[] signature(UUID contactId) {
        return Arrays.copyOf(secret.sign("pay:" + GENERATION + ":" + contactId), SIGNATURE_BYTES);
    }
}
