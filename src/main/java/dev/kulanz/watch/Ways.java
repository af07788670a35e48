package dev.kulanz.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.MailAddress;
import dev.kulanz.shared.UnusableSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The ways that are set by which people are told; none where nothing may leave the machine. */
@Component
class Ways {

    private static final Logger LOG = LoggerFactory.getLogger(Ways.class);
    private static final int MOST_ADDRESSES = 20;
    private static final String PATIENCE = "10000"; // milliseconds

    private final List<AlarmWay> all = new ArrayList<>();
    private final boolean isLocal;

    Ways(
            AlarmSettings settings,
            ObjectProvider<JavaMailSenderImpl> mail,
            ObjectMapper json,
            @Value("${kulanz.mail.from:}") String mailFrom,
            @Value("${kulanz.contact.local:false}") boolean isLocal) {
        this.isLocal = isLocal;
        if (isLocal) {
            return;
        }
        if (!settings.mailTo().isEmpty()) {
            all.add(byMail(settings, mail.getIfAvailable(), mailFrom));
        }
        if (settings.webhookUrl() != null) {
            all.add(new WebhookWay(json, url(settings.webhookUrl()), settings.webhookSecret()));
        }
    }

    List<AlarmWay> all() {
        return all;
    }

    /** Nobody hears of anything, though it is in earnest. */
    boolean isNobodyTold() {
        return all.isEmpty() && !isLocal;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (isNobodyTold()) {
            LOG.warn(
                    "Nobody is told when something goes wrong. Please set KULANZ_ALARM_MAIL_TO or KULANZ_ALARM_WEBHOOK_URL"
                            + " and start again.");
        }
    }

    private static AlarmWay byMail(AlarmSettings settings, @Nullable JavaMailSenderImpl ofMessages, String mailFrom) {
        if (settings.mailTo().size() > MOST_ADDRESSES) {
            throw new UnusableSetting(
                    "kulanz.alarm.mail-to names more than %d addresses.".formatted(MOST_ADDRESSES),
                    "Name a list of your mail server instead.");
        }
        JavaMailSenderImpl sender = settings.smtp() == null ? ofMessages : sender(settings.smtp());
        if (sender == null) {
            throw new UnusableSetting(
                    "kulanz.alarm.mail-to is set, but no mail server.",
                    "Set KULANZ_ALARM_SMTP_HOST for alarms alone (better: it may be the other that is down), or SPRING_MAIL_HOST.");
        }
        String from = settings.mailFrom() == null || settings.mailFrom().isBlank() ? mailFrom : settings.mailFrom();
        return new MailWay(
                sender,
                address("kulanz.alarm.mail-from", from),
                settings.mailTo().stream()
                        .map(one -> address("kulanz.alarm.mail-to", one))
                        .toList());
    }

    private static String address(String setting, String written) {
        return MailAddress.of(written.strip())
                .filter(one -> !one.needsUtf8())
                .map(MailAddress::onTheWire)
                .orElseThrow(() -> new UnusableSetting(
                        "%s is no e-mail address: %s.".formatted(setting, Legible.quoted(written)),
                        "Set it to one like night@example.com; several are separated by commas."));
    }

    private static JavaMailSenderImpl sender(AlarmSettings.Smtp smtp) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(smtp.host().strip());
        sender.setPort(smtp.port());
        sender.setUsername(smtp.username());
        sender.setPassword(smtp.password());
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        properties.setProperty("mail.smtp.timeout", PATIENCE);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE);
        properties.setProperty(
                "mail.smtp.auth",
                Boolean.toString(
                        !Objects.requireNonNullElse(smtp.username(), "").isEmpty()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(smtp.starttls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(smtp.starttls()));
        return sender;
    }

    private static URI url(String written) {
        try {
            URI url = new URI(written);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new UnusableSetting(
                "kulanz.alarm.webhook-url is no web address.", "Set it to one like https://alarms.example.com/kulanz.");
    }
}
