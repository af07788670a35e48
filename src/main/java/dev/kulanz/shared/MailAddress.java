package dev.kulanz.shared;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as a mail server can be told it. The domain goes out as A-labels (IDNA 2008 by UTS 46), which every
 * mail server understands; a local part with other than ASCII characters only reaches its mailbox by way of servers that
 * offer SMTPUTF8 (RFC 6531), and is never written in any other way: that would be another person's address.
 *
 * @param local what stands before the last {@code @}, composed (NFC, RFC 6532 § 3.1)
 * @param domain in ASCII
 */
public record MailAddress(String local, String domain) {

    /** In bytes (RFC 5321 § 4.5.3.1.1). */
    private static final int LONGEST_LOCAL = 64;

    /** In bytes; what stands in a path without its brackets (RFC 5321 § 4.5.3.1.3). */
    private static final int LONGEST = 254;

    private static final int LONGEST_LABEL = 63;

    /** Atoms with points between (RFC 5321 § 4.1.2, RFC 6531 § 3.3); quoted ones are in nobody's use. */
    private static final Pattern LOCAL =
            Pattern.compile("{atom}(?:\\.{atom})*".replace("{atom}", "[^\\s\\p{Z}@<>()\\[\\],;:\\\\\".]+"));

    /** ß, ς and joiners stay themselves: another domain than ss and σ. */
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.USE_STD3_RULES);

    /** @return empty if no mail server can be told it: its domain is none, it is too long, or not an address at all */
    public static Optional<MailAddress> of(String written) {
        int at = written.lastIndexOf('@');
        if (at < 0
                || written.length() > 2 * LONGEST // composed, it may be half as long
                || !Legible.isLine(written)
                || !LOCAL.matcher(written.substring(0, at)).matches()) {
            return Optional.empty();
        }
        String local = Unseen.composed(written.substring(0, at));
        boolean becomesAscii =
                Ascii.isAscii(local) && !Ascii.isAscii(written.substring(0, at)); // the Kelvin sign is no K here
        return ascii(written.substring(at + 1))
                .filter(domain -> !becomesAscii)
                .map(domain -> new MailAddress(local, domain))
                .filter(MailAddress::isShortEnough);
    }

    /** Whether only servers that offer SMTPUTF8 can be told it. */
    public boolean needsUtf8() {
        return !Ascii.isAscii(local);
    }

    /** What stands between the brackets of the envelope, and in the headers. */
    public String onTheWire() {
        return local + "@" + domain;
    }

    private boolean isShortEnough() {
        return bytes(local) <= LONGEST_LOCAL && bytes(onTheWire()) <= LONGEST;
    }

    /** A domain in ASCII stays as it was written: there are names in use that no registry would give away. */
    private static Optional<String> ascii(String domain) {
        if (Ascii.isAscii(domain)) {
            return Optional.of(domain).filter(MailAddress::hasLabels);
        }
        IDNA.Info verdict = new IDNA.Info();
        String labels =
                DOMAINS.nameToASCII(domain, new StringBuilder(), verdict).toString();
        return verdict.hasErrors() ? Optional.empty() : Optional.of(labels).filter(MailAddress::hasLabels);
    }

    private static boolean hasLabels(String domain) {
        for (String label : domain.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > LONGEST_LABEL) {
                return false;
            }
        }
        return true;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
