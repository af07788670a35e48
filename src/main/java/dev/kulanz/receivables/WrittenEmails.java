package dev.kulanz.receivables;

import dev.kulanz.shared.BrokenLetters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * E-mail addresses as people write them: with a name before them, several in one field. Whatever else stands there must be
 * known to say nothing. A word that is left over may belong to the address ({@code anna, beispiel@example.com}), or say that it
 * is somebody else's: then none is read.
 */
final class WrittenEmails {

    private static final int MOST = 10;

    private static final String SAYS_NOTHING =
            "privat|private|personal|pers(?:ö|oe)nlich|gesch(?:ä|ae)ftlich|business|beruflich"
                    + "|dienstlich|b(?:ü|ue)ro|office|arbeit|work|home|zuhause|zu\\s?hause|neu|new|aktuell|current";

    private static final String REMARK = "(?<remark>\\s?(?:[(\\[]\\s?(?:{words})\\s?[)\\]]|[-\u2013]?\\s?(?:{words})))?"
            .replace("{words}", SAYS_NOTHING);

    /** Between addresses; a comma, and a word, also between the parts of a name. */
    private static final Pattern BETWEEN =
            Pattern.compile("(?<hard>[;|][;|,\\s]*|\\s/\\s|/(?=[^/@\\s,;|<>]+@)|(?<=@[^\\s@]{1,200})\\s(?=[^\\s@<]+@)"
                    + "|(?<=>)\\s*(?=[^\\s<>,;|][^<>,;|]*<))|,+|\\s(?:und|oder|and|or|&)\\s");

    private static final Pattern IN_BRACKETS = Pattern.compile(
            "(?iu)(?<name>[^<>]*)<\\s?(?:mailto:)?(?<address>[^<>\\s?]+)(?:\\?[^<>]*)?\\s?>\\.?" + REMARK);

    private static final Pattern BARE =
            Pattern.compile("(?iu)(?:(?:(?:e-?mail|mail)(?:-?adresse|\\saddress)?|mailto)\\s?:?\\s?"
                    + "|(?<label>{words})(?:\\s?:\\s?|\\s))?[\"'(\\[{]*".replace("{words}", SAYS_NOTHING)
                    + "(?<address>[^\\s\"'()\\[\\]{}<>?:]+@[^\\s\"'()\\[\\]{}<>?:@]*[^\\s\"'()\\[\\]{}<>?:@.!])[\"')\\]}.!:]*"
                    + "(?:\\?(?:subject|body)=[^@]*)?" + REMARK);

    /** What programs and people write where there is nothing. */
    private static final Pattern NOTHING =
            Pattern.compile("(?iu)[-\u2013\u2014.]*|n/?a|n\\.\\s?a\\.?|k\\.\\s?a\\.?|none|null|leer|unbekannt|unknown");

    /** An address whose letters nobody put right. */
    private static final Pattern HALF_AN_ENTITY = Pattern.compile("&#[0-9xX]");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]@[^\\s@<>,;]+\\.[^\\s@<>,;]");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** Names have none of these: it is a remark about the address. */
    private static final Set<String> REMARKS =
            words("nicht not kein keine keinen nie never longer mehr ungültig ungueltig invalid"
                    + " inaktiv inactive falsch falsche wrong veraltet outdated obsolete gelöscht geloescht deleted unzustellbar"
                    + " undeliverable bounce bounced gesperrt blocked ehemals ehem ehemalige ehemaliger früher frühere former formerly"
                    + " expired abgelaufen dont use verwenden benutzen schreiben gehört gehoert belongs bitte please achtung attention"
                    + " stop verstorben gestorben deceased nachbar nachbarin nachbarn neighbour neighbor");

    /** Surnames, some of them; alone they say that somebody else, or nobody any more, reads what is sent there. */
    private static final Set<String> NO_NAME_ALONE = words(
            "alt alte alter altes old adresse address email mail e die der das the"
                    + " mutter vater sohn tochter bruder schwester frau mann ehefrau ehemann oma opa eltern mama papa mother father son"
                    + " daughter wife husband brother sister parents mum mom dad friend freund freundin chef kollege kollegin arbeitgeber"
                    + " anwalt anwältin betreuer betreuerin steuerberater lawyer guardian ex seine ihre his her von of");

    private static final Set<String> NO_REMARK_ALONE = words("adresse address email mail e die der das the von of");

    private final Set<String> found = new LinkedHashSet<>();
    private final List<String> words = new ArrayList<>();
    private String half = "";
    private boolean isRemarked;
    private boolean isUnclear;

    private WrittenEmails() {}

    /** Empty if there is none, or none for certain. */
    static Optional<WrittenContact> read(String text) {
        if (HALF_AN_ENTITY.matcher(text).find() || BrokenLetters.isBeyondRepair(text)) {
            return Optional.empty();
        }
        Optional<String> alone = ContactPoints.email(text);
        if (alone.isPresent()) {
            return alone.map(address -> new WrittenContact(address, List.of(), false));
        }
        WrittenEmails emails = new WrittenEmails();
        Matcher between = BETWEEN.matcher(text);
        int from = 0;
        while (between.find()) {
            emails.take(text.substring(from, between.start()).strip(), between.group("hard") != null);
            from = between.end();
        }
        emails.take(text.substring(from).strip(), true);
        return emails.result();
    }

    /** Whether there is an address at all, whosever it is. */
    static WrittenContact.Doubt doubt(String text) {
        return ADDRESS.matcher(text).find() ? WrittenContact.Doubt.UNCLEAR : WrittenContact.Doubt.NONE;
    }

    private Optional<WrittenContact> result() {
        if (isUnclear || found.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = found.stream().limit(MOST).toList();
        return Optional.of(new WrittenContact(all.get(0), all.subList(1, all.size()), isRemarked));
    }

    /** @param isEnd nothing that follows belongs to it */
    private void take(String part, boolean isEnd) {
        if (NOTHING.matcher(part).matches()) {
            isRemarked |= !part.isEmpty();
        } else if (part.indexOf('@') < 0) {
            words.add(part);
            isUnclear |= isEnd || !found.isEmpty();
        } else {
            takeAddress(part);
        }
    }

    private void takeAddress(String part) {
        Matcher named = IN_BRACKETS.matcher(part);
        Matcher bare = BARE.matcher(part);
        if (named.matches()) {
            Optional<String> address = ContactPoints.email(named.group("address"));
            words.add(named.group("name"));
            isUnclear |= address.isEmpty() || !isNameFor(address.get(), String.join(" ", words));
            isRemarked |= named.group("remark") != null;
            address.ifPresent(this::add);
        } else if (bare.matches() && ContactPoints.email(bare.group("address")).isPresent()) {
            isUnclear |= !words.isEmpty();
            isRemarked |= bare.group("remark") != null || bare.group("label") != null;
            add(bare.group("address"));
        } else {
            takeHalf(part);
        }
        words.clear();
    }

    private void add(String address) {
        isUnclear |= !half.isEmpty() && !isHalfOf(address, half);
        half = "";
        ContactPoints.email(address).ifPresent(found::add);
    }

    /** {@code mona@} beside {@code mona@example.org} is nothing new; before another one it may have been the one that is meant. */
    private void takeHalf(String part) {
        isUnclear |= !words.isEmpty();
        isRemarked = true;
        if (found.isEmpty()) {
            isUnclear |= !half.isEmpty();
            half = part;
        } else if (found.stream().noneMatch(address -> isHalfOf(address, part))) {
            found.add(part);
        }
    }

    private static boolean isHalfOf(String address, String half) {
        return half.endsWith("@") && address.regionMatches(true, 0, half, 0, half.length());
    }

    private static boolean isNameFor(String address, String name) {
        if (name.indexOf('@') >= 0) {
            return name.replaceAll("[\"'\\s]", "").equalsIgnoreCase(address);
        }
        Set<String> said = NO_LETTERS
                .splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        boolean isRemarkAlone = NO_NAME_ALONE.containsAll(said) && !NO_REMARK_ALONE.containsAll(said);
        return !isRemarkAlone && said.stream().noneMatch(REMARKS::contains);
    }

    private static Set<String> words(String all) {
        return Stream.of(all.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
