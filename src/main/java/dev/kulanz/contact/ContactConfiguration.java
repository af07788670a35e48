package dev.kulanz.contact;

import dev.kulanz.shared.UnusableSetting;
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
            throw new UnusableSetting(
                    "A mail server is set (SPRING_MAIL_HOST), but not the address from which messages are sent.",
                    "Set KULANZ_MAIL_FROM to one like reminders@example.com.");
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
