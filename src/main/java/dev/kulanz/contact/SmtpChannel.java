package dev.kulanz.contact;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail over the mail server of {@code spring.mail.*}. */
final class SmtpChannel implements ChannelAdapter {

    private static final int PERMANENT = 500;

    private final JavaMailSender mail;
    private final String from;

    SmtpChannel(JavaMailSender mail, String from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public boolean carries(Channel channel) {
        return channel == Channel.EMAIL;
    }

    @Override
    public boolean staysHere() {
        return false;
    }

    @Override
    public Delivery deliver(OutgoingMessage message) {
        try {
            mail.send(composed(message));
            return new Delivery.Taken();
        } catch (MailSendException e) {
            return judged(cause(e));
        } catch (MailException e) {
            return judged(e.getCause() instanceof MessagingException cause ? cause : null);
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Delivery.Refused(
                    "The message could not be composed: " + e.getClass().getSimpleName(), false);
        }
    }

    private MimeMessage composed(OutgoingMessage message) throws MessagingException, UnsupportedEncodingException {
        MimeMessage mime = new IdentifiedMessage(mail.createMimeMessage(), message.messageId());
        MimeMessageHelper helper = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(from, message.senderName(), StandardCharsets.UTF_8.name()));
        if (message.replyTo() != null) {
            helper.setReplyTo(message.replyTo());
        }
        helper.setTo(message.recipient());
        helper.setSubject(message.subject());
        helper.setText(message.text(), message.html());
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("Content-Language", message.language());
        return mime;
    }

    /** Keeps our own Message-ID, which {@code saveChanges} would replace. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(MimeMessage template, String id) throws MessagingException {
            super(template.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static @Nullable Exception cause(MailSendException e) {
        return e.getFailedMessages().values().stream()
                .findFirst()
                .orElse(e.getCause() instanceof Exception inner ? inner : null);
    }

    /** What an error of the mail server says about the fate of the message (RFC 5321: 4yz later, 5yz never). */
    private static Delivery judged(@Nullable Exception error) {
        if (error instanceof MailConnectException || error instanceof AuthenticationFailedException) {
            return new Delivery.Later("The mail server can't be reached or refuses our login.");
        }
        for (Exception inner = error; inner != null; inner = next(inner)) {
            if (inner instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= PERMANENT
                        ? new Delivery.Refused(
                                "The mail server refuses this address (" + address.getReturnCode() + ").", true)
                        : new Delivery.Later("The mail server asks to try later (" + address.getReturnCode() + ").");
            }
            if (inner instanceof SMTPSendFailedException sending) {
                return sending.getReturnCode() >= PERMANENT
                        ? new Delivery.Refused(
                                "The mail server refuses the message (" + sending.getReturnCode() + ").", false)
                        : new Delivery.Later("The mail server asks to try later (" + sending.getReturnCode() + ").");
            }
        }
        String kind =
                error == null ? "no answer" : error.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return new Delivery.Unknown("The connection broke while sending (" + kind + ").");
    }

    private static @Nullable Exception next(Exception error) {
        return error instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
