package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GiroCodeTests {

    @Test
    void isReadByABankingAppAsATransfer() throws Exception {
        String text = GiroCode.of(
                        "Müller & Söhne", "DE75512108001245126199", new BigDecimal("209.85"), Sample.REFERENCE)
                .orElseThrow();

        assertThat(seen(QrPicture.of(text)))
                .isEqualTo(
                        "BCD\n002\n1\nSCT\n\nMüller & Söhne\nDE75512108001245126199\nEUR209.85\n\n" + Sample.REFERENCE);
    }

    /** A shortened name is another name, and another amount pays something else. */
    @ParameterizedTest
    @ValueSource(strings = {"0.01", "1", "1.5", "1E+2", "1.500", "999999999.99"})
    void holdsAmountsInEurosAndCents(String amount) {
        assertThat(of("Müller", amount).orElseThrow().lines())
                .element(7)
                .isEqualTo("EUR" + new BigDecimal(amount).setScale(2).toPlainString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-1.00", "0.005", "1.005", "1000000000.00", "1E+30"})
    void isNotMadeForAnAmountThatItCanNotHold(String amount) {
        assertThat(of("Müller", amount)).isEmpty();
    }

    @Test
    void countsCharactersInTheNameAndBytesInTheWhole() {
        assertThat(of("x".repeat(70), "1.00").orElseThrow().lines()).element(5).isEqualTo("x".repeat(70));
        assertThat(of("ş".repeat(70), "1.00").orElseThrow().lines()).element(5).isEqualTo("ş".repeat(70));
        assertThat(of("x".repeat(71), "1.00")).isEmpty();
        assertThat(of("„".repeat(70), "1.00").orElseThrow().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(331);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller & Söhne", "Ἀθηνᾶ Παράδειγμα", "Володимир", "„Linde“ – Şahin"})
    void holdsTheLettersThatBanksKnowHowToWrite(String name) {
        assertThat(of(name, "1.00").orElseThrow().lines()).element(5).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Müller\nDE02",
                "Müller\r",
                "王小明",
                "דוד",
                "محمد",
                "Anna \ud83d\ude00",
                "\ud800",
                "Lindenhof ☎",
                "A\u2028B"
            })
    void isNotMadeForANameThatATransferCanNotCarry(String name) {
        assertThat(of(name, "1.00")).isEmpty();
    }

    /** Outside the European Economic Area it would need a BIC as well, or there is no such transfer. */
    @ParameterizedTest
    @ValueSource(strings = {"CH9300762011623852957", "GB29NWBK60161331926819", "TR330006100519786457841326"})
    void isNotMadeForAnAccountThatItCanNotReach(String iban) {
        assertThat(GiroCode.of("Müller", iban, BigDecimal.ONE, Sample.REFERENCE))
                .isEmpty();
    }

    private static Optional<String> of(String name, String amount) {
        return GiroCode.of(name, "DE75512108001245126199", new BigDecimal(amount), Sample.REFERENCE);
    }

    private static String seen(String picture) throws Exception {
        byte[] png = Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
