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
            "privat|private|priv\\.?|personal|pers(?:ö|oe)nlich|gesch(?:ä|ae)ftlich|gesch(?:ä|ae)ftl\\.?|gesch\\.?|business"
                    + "|beruflich|dienstlich|dienstl\\.?|b(?:ü|ue)ro|office|arbeit|work|home|zuhause|zu\\s?hause|neu|new|aktuell"
                    + "|current";

    /** Before an address only with a colon: {@code buchhaltung mona@example.org} may have a blank for a point. */
    private static final String SAYS_WHAT_FOR =
            "firma|zentrale|verwaltung|buchhaltung|kreditorenbuchhaltung|rechnungswesen"
                    + "|accounting|rechnung(?:en)?(?:\\san)?|rechnungs(?:adresse|mail)|mahnung(?:en)?|bevorzugt|hauptadresse"
                    + "|perso(?:nn?e(?:l|lle))?|personale|pro|privé|domicile|travail|bureau|praca|prywatn[ya]|służbow[ya]"
                    + "|casa|ufficio|lavoro|oficina|trabajo|zakelijk|werk|thuis|iş";

    private static final String REMARK = "(?<remark>\\s?(?:[(\\[]\\s?(?:{words})\\s?[)\\]]|[-\u2013]?\\s?(?:{words})))?"
            .replace("{words}", SAYS_NOTHING + "|" + SAYS_WHAT_FOR);

    /** Between addresses; a comma, a slash and a word also between the parts of a name. */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?<hard>;[;|,\\s]*|\\s(?://|[-\u2013\u2022])\\s(?=[^\\s@<]+@)(?<=@[^\\s@]{1,200}\\s(?://|.)\\s)|(?<=>)(?=<)|/(?=[^/@\\s,;|<>]+@)|\\s(?=[^\\s@<]+@)(?<=@[^\\s@]{1,200}\\s)"
                    + "|(?<=>)\\s*(?=[^\\s<>,;|][^<>,;|]*<))|,+|\\|+|\\s(?:und|oder|and|or|u\\.|od\\.|bzw\\.|ou|et|lub|[&+/])\\s");

    private static final Pattern IN_BRACKETS = Pattern.compile(
            "(?iu)(?<name>[^<>]*)<\\s?(?:mailto:)?(?<address>[^<>\\s?]+)(?:\\?[^<>]*)?\\s?>\\.?" + REMARK);

    private static final Pattern BARE = Pattern.compile(
            ("(?iu)[\u2022\u25aa\u2709]?\\s?(?:(?:(?:adres(?:se)?\\s)?(?:e-?mail|mail|courriel|mél|correo(?:\\selectrónico)?|e-posta)"
                                    + "(?:-?adres(?:se)?|\\saddress)?|mailto)(?:\\s?[1-3](?=\\s?:))?"
                                    + "(?:\\s\\(?(?<what>{words}|{purposes})\\)?)?(?:\\s?:\\s?|\\s(?:[-\u2013]\\s)?)"
                                    + "|(?<label>{words})(?:\\s?e-?mail)?(?:\\s?:\\s?|\\s)"
                                    + "|(?:an|to)\\s?:\\s?|(?<purpose>{purposes})\\s?:\\s?)?[\"'(\\[{]*")
                            .replace("{words}", SAYS_NOTHING)
                            .replace("{purposes}", SAYS_WHAT_FOR)
                    + "(?<address>[^\\s\"'()\\[\\]{}<>?:]+@[^\\s\"'()\\[\\]{}<>?:@]*[^\\s\"'()\\[\\]{}<>?:@.!])[\"')\\]}.!:]*"
                    + "(?:\\?(?:subject|body)=[^@]*)?" + REMARK);

    private static final Pattern BEHIND = Pattern.compile("(?iu)" + SAYS_NOTHING + "|" + SAYS_WHAT_FOR);

    /** One that stands without an address beside others: written as names are, for people write remarks there as well. */
    private static final Pattern NAMES =
            Pattern.compile("(?u)\\s*\\p{Lu}[\\p{L}.'-]+(?:,?\\s(?:[+&]\\s)?\\p{Lu}[\\p{L}.'-]*){0,4}\\s*");

    private static final Pattern PARTS = Pattern.compile(";");

    private static final Pattern FIRST_OF_A_LIST = Pattern.compile("^[-\u2013\u2022]\\s(?=[^\\s@<]+@)");

    /** What programs and people write where there is nothing. */
    private static final Pattern NOTHING =
            Pattern.compile("(?iu)[-\u2013\u2014.]*|n/?a|n\\.\\s?a\\.?|k\\.\\s?a\\.?|none|null|leer|unbekannt|unknown");

    /** An address whose letters nobody put right. */
    private static final Pattern HALF_AN_ENTITY = Pattern.compile("&#[0-9xX]");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]@[^\\s@<>,;]+\\.[^\\s@<>,;]");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** Names have none of these: it is a remark about the address. */
    private static final Set<String> REMARKS =
            words("nicht not keine keinen nie never longer mehr ungültig ungueltig invalid"
                    + " inaktiv inactive falsch falsche wrong veraltet outdated obsolete gelöscht geloescht deleted unzustellbar"
                    + " undeliverable bounce bounced gesperrt blocked ehemals ehem ehemalige ehemaliger frühere former formerly"
                    + " expired abgelaufen dont use verwenden benutzen schreiben gehört gehoert belongs bitte please achtung attention"
                    + " verstorben gestorben deceased nachbarin nachbarn neighbour neighbor");

    /** Surnames as well, behind another name or before a comma: {@code Peter Nachbar}, {@code Nachbar, Peter}. */
    private static final Pattern REMARK_OR_NAME =
            Pattern.compile("(?iu)(?<!\\p{L})(?:nachbar|früher|kein|stop)(?!\\p{L})");

    private static final Pattern AS_LAST_NAME =
            Pattern.compile("(?u)(?:[\\p{Lu}][\\p{L}.'-]*\\s)+(?:Nachbar|NACHBAR|Früher|FRÜHER|Kein|KEIN|Stop|STOP)");

    /** Surnames, some of them; alone they say that somebody else, or nobody any more, reads what is sent there. */
    private static final Set<String> NO_NAME_ALONE =
            words("nachbar früher kein stop alt alte alter altes old adresse address email mail e die der das the"
                    + " mutter vater sohn tochter bruder schwester frau mann ehefrau ehemann oma opa eltern mama papa mother father son"
                    + " daughter wife husband brother sister parents mum mom dad friend freund freundin chef kollege kollegin arbeitgeber"
                    + " anwalt anwältin betreuer betreuerin steuerberater lawyer guardian ex seine ihre his her von of"
                    + " kanzlei rechtsanwalt rechtsanwältin notar vormund insolvenzverwalter hausverwaltung vermieter mieter"
                    + " an to cc bcc für for über via kontakt contact");

    private static final Set<String> NO_REMARK_ALONE =
            words("adresse address email mail e die der das the von of an to kontakt contact");

    private final Set<String> found = new LinkedHashSet<>();
    private final List<String> words = new ArrayList<>();
    private String half = "";
    private boolean isRemarked;
    private boolean isUnclear;
    private boolean isBehindAnother;

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
        emails.takeAll(
                FIRST_OF_A_LIST.matcher(ListMarks.withoutBesideAddresses(text)).replaceFirst(""));
        return emails.result();
    }

    private void takeAll(String text) {
        Matcher between = BETWEEN.matcher(text);
        int from = 0;
        while (between.find()) {
            boolean isHard = between.group("hard") != null;
            take(text.substring(from, between.start()).strip(), isHard);
            isBehindAnother = !isHard && !found.isEmpty();
            from = between.end();
        }
        take(text.substring(from).strip(), true);
    }

    /** Whether there is an address at all, and whether it is merely unsaid whose of several. */
    static WrittenContact.Doubt doubt(String text) {
        if (!ADDRESS.matcher(text).find()) {
            return WrittenContact.Doubt.NONE;
        }
        List<String> parts = PARTS.splitAsStream(text)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        List<String> names =
                parts.stream().filter(part -> part.indexOf('@') < 0).toList();
        boolean isOfNames = !names.isEmpty()
                && names.stream().allMatch(WrittenEmails::isPlainName)
                && parts.stream().filter(part -> part.indexOf('@') >= 0).allMatch(part -> read(part)
                        .isPresent());
        return isOfNames ? WrittenContact.Doubt.NAMES : WrittenContact.Doubt.UNCLEAR;
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
        } else if (!found.isEmpty()
                && words.isEmpty()
                && half.isEmpty()
                && BEHIND.matcher(part).matches()) {
            isRemarked = true;
        } else if (part.indexOf('@') < 0) {
            // What a comma alone divides from the address before may be said of that one.
            isUnclear |= isEnd || (isBehindAnother && words.isEmpty() && !isName(List.of(part)));
            words.add(part);
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
            isUnclear |= address.isEmpty() || !isNameFor(address.get(), words);
            isRemarked |= named.group("remark") != null;
            address.ifPresent(this::add);
        } else if (bare.matches() && ContactPoints.email(bare.group("address")).isPresent()) {
            isUnclear |= !words.isEmpty();
            isRemarked |=
                    Stream.of("remark", "label", "what", "purpose").anyMatch(beside -> bare.group(beside) != null);
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

    private static boolean isNameFor(String address, List<String> parts) {
        String name = String.join(" ", parts);
        return name.indexOf('@') >= 0
                ? name.replaceAll("[\"'\\s]", "").equalsIgnoreCase(address)
                : isName(parts) && areLastNames(parts);
    }

    private static boolean isName(List<String> parts) {
        Set<String> said = NO_LETTERS
                .splitAsStream(String.join(" ", parts).toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        boolean isRemarkAlone = NO_NAME_ALONE.containsAll(said) && !NO_REMARK_ALONE.containsAll(said);
        return !isRemarkAlone && said.stream().noneMatch(REMARKS::contains);
    }

    /** Names as they are written, and no word that may be a remark. */
    private static boolean isPlainName(String name) {
        return NAMES.matcher(name).matches()
                && isName(List.of(name))
                && NO_LETTERS.splitAsStream(name.toLowerCase(Locale.ROOT)).noneMatch(NO_NAME_ALONE::contains);
    }

    private static boolean areLastNames(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i).replaceAll("[\"']", "").strip();
            Matcher word = REMARK_OR_NAME.matcher(part);
            boolean isBeforeAComma = i == 0 && parts.size() > 1 && word.matches();
            if (word.reset().find()
                    && !isBeforeAComma
                    && !AS_LAST_NAME.matcher(part).matches()) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> words(String all) {
        return Stream.of(all.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
