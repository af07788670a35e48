package dev.kulanz.receivables;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of networks beside a number: {@code (D2)}, {@code o2}, {@code Swisscom}. They say nothing of whose it is. Many are
 * words or names as well ({@code Salt}, {@code Orange}): those count beside a number of their country only, and first names such as {@code TIM}
 * nowhere. {@code D2} could be an extension, which a mobile has not.
 */
final class Networks {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final String BEGIN = "(?<![\\p{L}\\p{Nd}\\p{Pd}])(?:";
    private static final String END = ")(?:[\\s-]?netz)?(?![\\p{L}\\p{Nd}])";

    private static final Pattern EVERYWHERE =
            named("vodafone|deutsche\\s?telekom|telekom|t-mobile|telef[oó]nica|o[2²]|e-?plus"
                    + "|[1¹]\\s?&\\s?[1¹]|congstar|klarmobil|mobilcom(?:[\\s-]?debitel)?|freenet|drillisch|winsim|simyo|blau\\.de|fonic|aldi\\s?talk"
                    + "|lidl\\s?connect|lebara|lycamobile|swisscom|yallo|hot\\s?telekom|spusu|tele\\.?ring|yesss|bouygues|sfr"
                    + "|movistar|yoigo|fastweb|iliad|proximus|kpn|turkcell|t[uü]rk\\s?telekom|giffgaff");

    /** Of mobiles alone. */
    private static final Pattern MOBILE = named("(?:vodafone\\s|telekom\\s|t-)?d[12¹²]|a[1¹]");

    private static final Pattern WITH_DIGITS = Pattern.compile(
            "(?<=^|[\\s(\\[,;/])" + named("d[12]|o2|a1|1\\s?&\\s?1").pattern());

    /** By the code of the country. */
    private static final Map<Integer, Pattern> THERE = Map.of(
            31, named("odido"),
            33, named("orange|free"),
            34, named("orange"),
            39, named("wind|tre|wind\\s?tre"),
            41, named("salt|sunrise|orange"),
            43, named("drei|magenta|hot|orange"),
            44, named("ee|three|bt"),
            48, named("orange|play|plus"));

    private Networks() {}

    /** These words without the networks that this number may be in. */
    static String without(String text, PhoneNumber number) {
        String rest = EVERYWHERE.matcher(text).replaceAll(" ");
        if (NUMBERS.getNumberType(number) == PhoneNumberType.MOBILE) {
            rest = MOBILE.matcher(rest).replaceAll(" ");
        }
        Pattern there = THERE.get(number.getCountryCode());
        return there == null ? rest : there.matcher(rest).replaceAll(" ");
    }

    /** These words without the names that are nothing else. */
    static String without(String text) {
        return MOBILE.matcher(EVERYWHERE.matcher(text).replaceAll(" ")).replaceAll(" ");
    }

    /** The same text with no digits in such names: they would be read with those of a number. */
    static String raised(String text) {
        return WITH_DIGITS
                .matcher(text)
                .replaceAll(name -> name.group().replace('1', '¹').replace('2', '²'));
    }

    private static Pattern named(String names) {
        return Pattern.compile(BEGIN + names + END);
    }
}
