package dev.kulanz.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Letters that programs broke on the way: UTF-8 that was read in another encoding and saved again ({@code MÃ¼ller}), once
 * or several times, and letters written as entities of web pages. They are put right only where going the
 * same way back leads to letters without exception, so that {@code JOÃO} stays what it is.
 */
public final class BrokenLetters {

    private static final int MOST_TIMES = 4;

    /** Which encodings texts are misread in; the first is meant in nearly all cases. */
    private static final List<Misreading> MISREADINGS = Stream.of("windows-1252", "IBM850", "x-MacRoman", "IBM437")
            .filter(Charset::isSupported)
            .map(name -> new Misreading(Charset.forName(name)))
            .toList();

    /** The first byte of a letter in UTF-8 as these encodings show it, before something that is not ASCII either. */
    private static final Pattern SUSPICIOUS =
            Pattern.compile("[\u00ac\u00c2-\u00f4\u0192\u2248\u201a\u2500-\u256c\u221a][^\\p{ASCII}]");

    /** A name that ends so, and a blank that was copied along: {@code IRMÃ MARIA}. */
    private static final Pattern PORTUGUESE = Pattern.compile("\\p{Lu}\u00c3\u00a0");

    /** Only a misreading writes these; a text with some of them left is not whole. */
    private static final Pattern CERTAINLY_BROKEN =
            Pattern.compile("\u00c3[\u0080-\u009f\u00a1-\u00bf\u0152\u0153\u0160"
                    + "\u0161\u0178\u017d\u017e\u0192\u201e\u2030]|\u00e2\u20ac|\u00e2\u201a\u00ac|\u00c2[\u00a1-\u00bf]"
                    + "|[\u251c\u252c][^\\s\\p{ASCII}]|\u221a[^\\s\\p{ASCII}]");

    /** What is left of umlauts that passed through an encoding of DOS, or of letters that a program could not write. */
    private static final Pattern LOST_IN_A_NAME = Pattern.compile(
            "\\p{L}[\u00b3\u00f7\u201e]\\p{L}|\\p{L}[?\u201d]\\p{Ll}" + "|\\p{Lu}\\?\\p{Lu}|[\u2500-\u259f]");

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");

    private BrokenLetters() {}

    /** The text with its letters put right; the same object if there is nothing to do. */
    public static String repaired(String text) {
        if (Ascii.isAscii(text) && text.indexOf('&') < 0) {
            return text;
        }
        String now = text;
        for (int times = 0; times < MOST_TIMES; times++) {
            String better = decoded(unescaped(now));
            if (better.equals(now)) {
                break;
            }
            now = better;
        }
        return now;
    }

    /** Whether some of it can't be put right, so that nobody can tell what was meant. */
    public static boolean isBeyondRepair(String text) {
        return !Ascii.isAscii(text) && CERTAINLY_BROKEN.matcher(text).find();
    }

    /** Whether letters of a name are gone. */
    public static boolean hasLost(String name) {
        return (name.indexOf('?') >= 0 || !Ascii.isAscii(name))
                && LOST_IN_A_NAME.matcher(name).find();
    }

    private static String unescaped(String text) {
        if (text.indexOf('&') < 0 || !ENTITY.matcher(text).find()) {
            return text;
        }
        return StringEscapeUtils.unescapeHtml4(text.replace("&apos;", "'"));
    }

    private static String decoded(String text) {
        if (!SUSPICIOUS.matcher(text).find() || PORTUGUESE.matcher(text).find()) {
            return text;
        }
        return MISREADINGS.stream()
                .map(misreading -> misreading.undone(text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(text);
    }

    /** One encoding in which UTF-8 was read, by what it shows for each byte above ASCII. */
    private static final class Misreading {

        private final Map<Character, Byte> bytes = new HashMap<>();
        private final boolean isUsual;

        Misreading(Charset charset) {
            this.isUsual = charset.name().equals("windows-1252");
            for (int b = 0x80; b <= 0xff; b++) {
                String shown = new String(new byte[] {(byte) b}, charset);
                // The undefined bytes of Windows-1252 come through as they are, and so do all in ISO 8859-1.
                char c = isUsual && shown.charAt(0) == '\ufffd' ? (char) b : shown.charAt(0);
                bytes.put(c, (byte) b);
                if (isUsual) {
                    bytes.put((char) b, (byte) b);
                }
            }
        }

        /** What was written, if all of this text can have come about so. */
        Optional<String> undone(String text) {
            byte[] written = new byte[text.length()];
            for (int i = 0; i < written.length; i++) {
                char c = text.charAt(i);
                Byte b = c < 0x80 ? Byte.valueOf((byte) c) : bytes.get(c);
                if (b == null) {
                    return Optional.empty();
                }
                written[i] = b;
            }
            try {
                String read = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(written))
                        .toString();
                return Optional.of(read).filter(this::isWhatPeopleWrite);
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }

        /**
         * Letters of the western and middle European languages and the signs between them are meant for certain. Of other
         * scripts one letter alone is not, nor are several that stand apart: {@code CAFÉ’S} and {@code Voß’} would lead to
         * such, and so would {@code Weiß} and {@code Groß} with a no-break blank behind each.
         */
        private boolean isWhatPeopleWrite(String text) {
            int western = 0;
            int other = 0;
            int inARow = 0;
            int longest = 0;
            for (int c : text.codePoints().toArray()) {
                if (c < 0x80) {
                    inARow = 0;
                } else if ((c >= 0xc0 && c <= 0x17f) || c == 0x192 || c == 0x1e9e) {
                    western++;
                    inARow = 0;
                } else if (!isSign(c)) {
                    if (!isLetter(c)) {
                        return false;
                    }
                    other++;
                    longest = Math.max(longest, ++inARow);
                }
            }
            return other == 0 || (isUsual && (western > 0 || longest > 1));
        }

        private static boolean isLetter(int c) {
            return Character.isLetter(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK;
        }

        /** Controls are those of the step before: going back once more tells. */
        private static boolean isSign(int c) {
            return c <= 0xbf
                    || c == 0x2c6
                    || c == 0x2dc
                    || (c >= 0x200b && c <= 0x2044)
                    || c == 0x20ac
                    || c == 0x2116
                    || c == 0x2122
                    || c == 0x2212
                    || c == 0xfeff
                    || c >= 0x1f000;
        }
    }
}
