package dev.kulanz.receivables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words beside the numbers of a text. Each must be known to say nothing of whose a number is: with {@code Mutter} or
 * {@code nicht} beside it somebody else would answer. A fax is left out, where it is clear which of them it is.
 */
final class BesideNumbers {

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[\\s,;|/()\\[\\]:.\"'&+*#=_\\\\\\p{Pd}\u260e\u2706\u00b7\u00b0]+");

    /** One number for both; and {@code no}, which alone would say that there is none. */
    private static final Pattern PHONE = Pattern.compile(
            "\\b(?:t[eé]l(?:efon|ephone)?|fon|phone)\\.?\\s?(?:[/&+-]|u\\.|und|and|et)\\s?(?:tele)?fa(?:x|ks)\\b"
                    + "|\\b(?:tel|telephone|phone|mob|mobile|contact)\\.?\\s?no\\b");

    /** {@code Telefon 1: … Telefon 2: …}: no digits of a number. */
    private static final Pattern WHICH = Pattern.compile("(?<=\\p{L}\\.?\\s?)[1-3]\\s?:");

    /** The word is the number's behind it, not that of the one before. */
    private static final Pattern FAX_AND_COLON = Pattern.compile("fax[\\p{L}\\s.-]{0,6}:\\s*$");

    private static final Set<String> FAX =
            words("fax telefax faxnr faxnummer telefaxnummer faksimile telecopie télécopie faks f");

    private static final Set<String> PHONES = words(
            "tel telefon telefonnummer telefonnr telnr telf tlf fon phone ph telephone téléphone tél t m rufnummer rufnr ruf",
            "mob mobil mobile mobiltelefon mobilnummer mobilnr mobilfunk mobilfunknummer mobiltel handy handynummer handynr hd hdy",
            "cell cellphone natel n gsm portable port cellulare móvil movil mobiel cep kom komórka komórkowy festnetz festnetznummer festn landline fixe whatsapp sms");

    private static final Set<String> KIND = words(
            "privat private priv persönlich persoenlich dienstlich dienstl geschäftlich geschaeftlich geschäftl gesch",
            "beruflich berufl büro buero arbeit office work business home zuhause daheim firma fa zentrale p d g h w",
            "direkt direct durchwahl main line anrufbeantworter personal dom prywatny privé perso maison",
            "domicile bureau travail prof professionnel domowy służbowy praca stacjonarny");

    private static final Set<String> SAYING_NOTHING = words(
            "telefonisch nr nummer number numéro zu hause neu neue new aktuell current bevorzugt preferred nur only kontakt contact telefonu erreichbar unter",
            "ab bis von nach after from until to uhr abends nachmittags mittags vormittags morgens tagsüber",
            "werktags wochentags mo di mi do fr evenings mornings daytime day weekdays am wochenende jederzeit le soir après po",
            "und oder u od bzw and or et ou lub");

    private final Set<String> phones = new LinkedHashSet<>();
    private final Set<String> faxes = new LinkedHashSet<>();
    private boolean isRemarked;
    private boolean isUnclear;
    private boolean isEveryOneLabelled = true;
    private boolean isEachFaxMarked = true;

    /** A number, and what stands between it and the one before. */
    void add(String before, String number) {
        List<String> said = take(before);
        List<String> devices = said.stream()
                .filter(word -> FAX.contains(word) || PHONES.contains(word))
                .toList();
        boolean isFax = !devices.isEmpty() && FAX.contains(devices.get(devices.size() - 1));
        isEveryOneLabelled &= !devices.isEmpty() || said.stream().anyMatch(KIND::contains);
        isEachFaxMarked &= !isFax || FAX_AND_COLON.matcher(before).find();
        (isFax ? faxes : phones).add(number);
    }

    /** The numbers, if they can be told, with a fax as the last of them. */
    List<String> end(String rest) {
        List<String> behind = take(rest);
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

    /** Whether a word stood there. */
    boolean isRemarked() {
        return isRemarked;
    }

    private List<String> take(String text) {
        List<String> said = BETWEEN_WORDS
                .splitAsStream(
                        PHONE.matcher(WHICH.matcher(text).replaceAll(":")).replaceAll("tel"))
                .filter(word -> !word.isEmpty())
                .toList();
        isRemarked |= !said.isEmpty();
        isUnclear |= !said.stream()
                .allMatch(word -> FAX.contains(word)
                        || PHONES.contains(word)
                        || KIND.contains(word)
                        || SAYING_NOTHING.contains(word));
        return said;
    }

    private static Set<String> words(String... lines) {
        return Stream.of(lines).flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toUnmodifiableSet());
    }
}
