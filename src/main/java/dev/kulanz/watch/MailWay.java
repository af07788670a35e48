package dev.kulanz.watch;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** By e-mail, to all addresses at once. */
final class MailWay implements AlarmWay {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final JavaMailSenderImpl mail;
    private final String from;
    private final List<String> to;

    MailWay(JavaMailSenderImpl mail, String from, List<String> to) {
        this.mail = mail;
        this.from = from;
        this.to = List.copyOf(to);
    }

    @Override
    public String name() {
        return "MAIL";
    }

    @Override
    public void tell(Notice notice) throws TellingFailed {
        try {
            MimeMessage message = new WithId(mail.getSession(), "<" + notice.id() + "@kulanz>");
            message.setFrom(new InternetAddress(from));
            for (String one : to) {
                message.addRecipient(MimeMessage.RecipientType.TO, new InternetAddress(one));
            }
            message.setSubject("[Kulanz] " + notice.text(), StandardCharsets.UTF_8.name());
            message.setText(body(notice), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(notice.at()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Importance", "high");
            mail.send(message);
        } catch (MessagingException | MailException e) {
            throw new TellingFailed("The mail server %s:%d did not take it (%s)."
                    .formatted(mail.getHost(), mail.getPort(), e.getClass().getSimpleName()));
        }
    }

    static String body(Notice notice) {
        StringBuilder body = new StringBuilder();
        for (Notice.Line line : notice.alarms()) {
            body.append(line.event()).append(": ").append(line.text()).append('\n');
            body.append("  ").append(line.alarm()).append(", since ").append(MOMENT.format(line.since()));
            if (line.until() != null) {
                body.append(" until ").append(MOMENT.format(line.until()));
            }
            if (line.node() != null) {
                body.append(", on ").append(line.node());
            }
            body.append("\n  ").append(line.runbook()).append("\n\n");
        }
        if (notice.more() > 0) {
            body.append("And ").append(notice.more()).append(" more; all stand on the desk.\n\n");
        }
        return body.append("Kulanz ")
                .append(notice.version())
                .append(" on ")
                .append(notice.node())
                .append(", ")
                .append(MOMENT.format(notice.at()))
                .append('\n')
                .toString();
    }

    /** Keeps our own Message-ID: who gets it twice after a crash sees that it is the same. */
    private static final class WithId extends MimeMessage {

        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
