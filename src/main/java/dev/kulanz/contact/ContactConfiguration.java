package dev.kulanz.contact;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Which adapter carries the messages: the mail server if one is set, and the folder of a print service; never in the demo. */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

    @Bean
    @Order(0)
    @Profile("!demo")
    @ConditionalOnProperty("spring.mail.host")
    ChannelAdapter smtp(ObjectProvider<JavaMailSenderImpl> mail, @Value("${kulanz.mail.from:}") String from) {
        if (from.isBlank()) {
            throw new IllegalStateException(
                    "spring.mail.host is set, but not kulanz.mail.from: the address from which messages are sent.");
        }
        return new SmtpChannel(mail.getObject(), from);
    }

    @Bean
    @Order(0)
    @Profile("!demo")
    ChannelAdapter letterFolder(
            Letters letters, @Value("${kulanz.letters.folder:${kulanz.home:./data}/letters}") Path folder) {
        return new LetterFolder(letters, folder.toAbsolutePath());
    }
}
