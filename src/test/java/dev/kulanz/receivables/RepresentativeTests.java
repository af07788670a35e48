package dev.kulanz.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be seen in what somebody copied leads to no other mailbox. */
class RepresentativeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kanzlei\u200b@example.com",
                "kanzlei\u00ad@example.com",
                "kan\u2060zlei@example.com",
                "ｋａｎｚｌｅｉ@example.com",
                "\ufeffkanzlei@example.com ",
                "\u202akanzlei@example.com\u202c"
            })
    void isReachedAtTheAddressThatIsSeen(String written) {
        assertThat(Representative.written("Dr. X", written, null, null, null, null)
                        .email())
                .isEqualTo("kanzlei@example.com");
    }

    @Test
    void isNamedAsIsSeen() {
        assertThat(Representative.written("Dr.\u200b X", "x@example.com", null, null, null, null)
                        .name())
                .isEqualTo("Dr. X");
        assertThatThrownBy(() -> Representative.written("\u200b", "x@example.com", null, null, null, null))
                .isInstanceOf(Refusal.class);
    }
}
