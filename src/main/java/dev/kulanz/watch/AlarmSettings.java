package dev.kulanz.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told when something goes wrong.
 *
 * @param mailTo e-mail addresses; none: nobody is told by mail
 * @param mailFrom the sender; absent: that of all messages
 * @param smtp a mail server for alarms alone; absent: that of all messages, which may be what is down
 * @param webhookUrl where alarms are posted as JSON; absent: nowhere
 * @param webhookSecret signs what is posted; absent: nothing is signed
 * @param pause between two messages of one way: what goes wrong in between is told by the next
 */
@ConfigurationProperties("kulanz.alarm")
record AlarmSettings(
        @DefaultValue List<String> mailTo,
        @Nullable String mailFrom,
        @Nullable Smtp smtp,
        @Nullable String webhookUrl,
        @Nullable String webhookSecret,
        @DefaultValue("2m") Duration pause) {

    AlarmSettings {
        mailTo =
                mailTo.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
        webhookUrl = webhookUrl == null || webhookUrl.isBlank() ? null : webhookUrl.strip();
        webhookSecret = webhookSecret == null || webhookSecret.isBlank() ? null : webhookSecret;
        smtp = smtp == null || smtp.host().isBlank() ? null : smtp;
    }

    /**
     * A mail server.
     *
     * @param starttls whether nothing is said before the line is encrypted
     */
    record Smtp(
            @DefaultValue("") String host,
            @DefaultValue("25") int port,
            @Nullable String username,
            @Nullable String password,
            boolean starttls) {}
}
