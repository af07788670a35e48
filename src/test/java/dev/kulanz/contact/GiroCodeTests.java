package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

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

    @Test
    void cutsANameThatIsLongerThanTheCodeAllows() {
        String text = GiroCode.of("x".repeat(80), "DE75512108001245126199", BigDecimal.ONE, "RF")
                .orElseThrow();

        assertThat(text.lines()).element(5).isEqualTo("x".repeat(70));
    }

    @Test
    void countsCharactersInTheNameAndBytesInTheWhole() {
        String iban = "DE75512108001245126199";
        assertThat(GiroCode.of("\ud83d\ude00".repeat(71), iban, BigDecimal.ONE, Sample.REFERENCE))
                .isEmpty();
        assertThat(GiroCode.of("ş".repeat(71), iban, BigDecimal.ONE, Sample.REFERENCE)
                        .orElseThrow()
                        .lines())
                .element(5)
                .isEqualTo("ş".repeat(70));
        assertThat(GiroCode.of("Müller", iban, new BigDecimal("1000000000.00"), Sample.REFERENCE))
                .isEmpty();
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
