package dev.kulanz.receivables;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words beside the numbers of a text. Each must be known to say nothing of whose a number is: with {@code Mutter} or
 * {@code nicht} beside it somebody else would answer. A fax is left out, where it is clear which of them it is.
 */
final class BesideNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Among them pictures of telephones, but not the one of a fax. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile(
            "[\\s,;|/()\\[\\]:.\"'&+*#=_\\\\\\p{Pd}\u260e\u260f\u2706\u00b7\u00b0\u2022\u25aa\\x{1f4de}\\x{1f4f1}]+");

    /** Two fields, or two numbers. */
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[,;|/]|\\s-\\s");

    /**
     * One number for both; {@code no}, which alone would say that there is none; and {@code ev}, at home in Turkish, which
     * alone may be a name.
     */
    private static final Pattern PHONE = Pattern.compile(
            "\\b(?:t[eé]l(?:efon|ephone)?|fon|phone)\\.?\\s?(?:[/&+-]|u\\.|und|and|et)\\s?(?:tele)?fa(?:x|ks)\\b"
                    + "|\\b(?:tel|telephone|phone|mob|mobile|contact)\\.?\\s?no\\b(?=[\\s.:]*$|[\\s.]*:)|\\bev(?:\\s?tel(?:efonu)?\\b|(?=\\s?:))");

    /** {@code Telefon 1: … Telefon 2: …}: no digits of a number. */
    private static final Pattern WHICH = Pattern.compile("(?<=\\p{L}\\.?\\s?)[1-3]\\s?:");

    /** The word is the number's behind it, not that of the one before. */
    private static final Pattern FAX_AND_COLON = Pattern.compile("fax[\\p{L}\\s.-]{0,6}:\\s*$");

    private static final Set<String> FAX =
            set("fax telefax faxnr faxnummer telefaxnummer faksimile telecopie télécopie faks f");

    private static final Set<String> PHONES = set(
            "tel telefon telefonnummer telefonnr telnr telf tlf fon phone ph telephone téléphone tél t m rufnummer rufnr ruf",
            "telefono teléfono tfno telefoon telefoonnummer telefoonnr telefonnumer numarası direktwahl dw rückruf",
            "diensthandy firmenhandy privathandy mobilfunknr prepaid mailbox fisso fijo vast call",
            "privatnummer privatnr büronummer bueronummer bürotelefon",
            "mob mobil mobile mobiltelefon mobilnummer mobilnr mobilfunk mobilfunknummer mobiltel handy handynummer handynr hd hdy",
            "cell cellphone natel n gsm portable port cellulare móvil movil mobiel cep kom komórka komórkowy festnetz festnetznummer festn landline fixe whatsapp sms");

    private static final Set<String> KIND = set(
            "privat private priv persönlich persoenlich dienstlich dienstl geschäftlich geschaeftlich geschäftl gesch",
            "beruflich berufl büro buero arbeit office work business home zuhause daheim firma fa zentrale p d g h w",
            "direkt direct durchwahl main line anrufbeantworter personal dom prywatny privé perso maison",
            "geschäft geschaeft wohnung casa abitazione ufficio lavoro trabajo oficina thuis werk zakelijk iş i\u0307ş",
            "domicile bureau travail pro prof professionnel domowy służbowy praca stacjonarny");

    private static final Set<String> SAYING_NOTHING = set(
            "telefonisch nr nummer number numéro zu hause neu neue new aktuell current bevorzugt preferred nur only kontakt contact telefonu erreichbar unter",
            "ab bis von nach after from until to uhr abends nachmittags mittags vormittags morgens tagsüber",
            "werktags wochentags mo di mi do fr evenings mornings daytime day weekdays am wochenende jederzeit le soir après po",
            "und oder u od bzw and or et ou lub oppure en of veya ve",
            "sa so mattina pomeriggio mañanas mañana tardes tarde noche matin midi",
            "auch also anche también aussi ook de");

    private final Set<String> phones = new LinkedHashSet<>();
    private final Set<String> faxes = new LinkedHashSet<>();
    private @Nullable PhoneNumber last;
    private boolean isRemarked;
    private boolean isUnclear;
    private boolean isEveryOneLabelled = true;
    private boolean isEachFaxMarked = true;

    /**
     * A number, and what stands between it and the one before.
     *
     * @param further of which only the last digits stand behind it: what is said of it is said of them
     */
    void add(String before, PhoneNumber number, List<String> further) {
        List<String> said = take(before, number);
        List<String> devices = said.stream()
                .filter(word -> FAX.contains(word) || PHONES.contains(word))
                .toList();
        boolean isFax = !devices.isEmpty() && FAX.contains(devices.get(devices.size() - 1));
        isEveryOneLabelled &= !devices.isEmpty() || said.stream().anyMatch(KIND::contains);
        isEachFaxMarked &= !isFax || FAX_AND_COLON.matcher(before).find();
        (isFax ? faxes : phones).add(NUMBERS.format(number, PhoneNumberFormat.E164));
        (isFax ? faxes : phones).addAll(further);
        last = number;
    }

    /** The numbers, if they can be told, with a fax as the last of them. */
    List<String> end(String rest) {
        List<String> behind = take(rest, null);
        boolean isFaxBehind = behind.stream().anyMatch(FAX::contains);
        boolean isLabelBehind =
                isFaxBehind || behind.stream().anyMatch(word -> PHONES.contains(word) || KIND.contains(word));
        boolean isFaxTold = faxes.isEmpty() || ((isEveryOneLabelled || isEachFaxMarked) && !isLabelBehind);
        if (isUnclear || phones.isEmpty() || isFaxBehind || !isFaxTold) {
            return List.of();
        }
        Set<String> all = new LinkedHashSet<>(phones);
        all.addAll(faxes);
        return new ArrayList<>(all);
    }

    /** Whether these words say nothing of whose the number between them is, and that it is no fax. */
    static boolean sayNothing(String words) {
        return words(Networks.without(words)).stream()
                .allMatch(word -> PHONES.contains(word) || KIND.contains(word) || SAYING_NOTHING.contains(word));
    }

    /** Whether a word stood there. */
    boolean isRemarked() {
        return isRemarked;
    }

    /** @param next the number behind these words; {@code null} at the end */
    private List<String> take(String text, @Nullable PhoneNumber next) {
        List<String> written = words(text);
        isRemarked |= !written.isEmpty();
        List<String> said = areKnown(written) ? written : words(withoutNetworks(text, next));
        isUnclear |= !areKnown(said);
        return said;
    }

    private static boolean areKnown(List<String> words) {
        return words.stream()
                .allMatch(word -> FAX.contains(word)
                        || PHONES.contains(word)
                        || KIND.contains(word)
                        || SAYING_NOTHING.contains(word));
    }

    /** What stands behind a mark between two numbers is said of the second; without one it may be said of the first. */
    private String withoutNetworks(String text, @Nullable PhoneNumber next) {
        if (next == null) {
            return last == null ? text : Networks.without(text, last);
        }
        if (last == null) {
            return Networks.without(text, next);
        }
        Matcher mark = BETWEEN_NUMBERS.matcher(text);
        int end = text.length();
        while (mark.find()) {
            end = mark.end();
        }
        return Networks.without(text.substring(0, end), last) + Networks.without(text.substring(end), next);
    }

    private static List<String> words(String text) {
        String read = PHONE.matcher(WHICH.matcher(text).replaceAll(":")).replaceAll("tel");
        return BETWEEN_WORDS.splitAsStream(read).filter(word -> !word.isEmpty()).toList();
    }

    private static Set<String> set(String... lines) {
        return Stream.of(lines).flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toUnmodifiableSet());
    }
}
