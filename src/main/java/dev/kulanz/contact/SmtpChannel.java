package dev.kulanz.contact;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.MailAddress;
import dev.kulanz.shared.UnusableSetting;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail over the mail server of {@code spring.mail.*}. */
final class SmtpChannel implements ChannelAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpChannel.class);

    /** From here on, a reply of the mail server says no (RFC 5321: 4yz later, 5yz never). */
    private static final int TRANSIENT = 400;

    private static final int PERMANENT = 500;

    /** Whether a session writes UTF-8, and says so where the mail server offers it (RFC 6531). */
    private static final String UTF8 = "mail.mime.allowutf8";

    private final JavaMailSenderImpl mail;
    private final String from;

    /**
     * @param from the sender's address
     * @throws UnusableSetting if it is none that every mail server can be told
     */
    SmtpChannel(JavaMailSenderImpl mail, String from) {
        this.mail = mail;
        this.from = MailAddress.of(from)
                .filter(address -> !address.needsUtf8())
                .map(MailAddress::onTheWire)
                .orElseThrow(() -> new UnusableSetting(
                        "kulanz.mail.from is no e-mail address, or has other than ASCII characters before its @: %s."
                                .formatted(Legible.quoted(from)),
                        "Set KULANZ_MAIL_FROM to one like reminders@example.com."));
    }

    @Override
    public boolean carries(Channel channel) {
        return channel == Channel.EMAIL;
    }

    @Override
    public boolean staysHere() {
        return false;
    }

    /** Also tells whether it takes our name and password. */
    @Override
    public Optional<Delivery.Unreachable> away() {
        try {
            leave(connected(mail.getSession()));
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(unreachable(e));
        }
    }

    private Delivery.Unreachable unreachable(MessagingException why) {
        return why instanceof AuthenticationFailedException
                ? new Delivery.Unreachable("The mail server refuses our name or password.")
                : new Delivery.Unreachable("The mail server can't be reached.");
    }

    @Override
    public Delivery deliver(OutgoingMessage message) {
        MailAddress to = MailAddress.of(message.recipient()).orElse(null);
        if (to == null) {
            return new Delivery.Refused("No mail server can be told this address.", true);
        }
        Session session = session(to);
        IdentifiedMessage mime;
        Address[] recipients;
        try {
            recipients = new Address[] {new InternetAddress(to.onTheWire())};
            mime = composed(message, recipients, session);
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Delivery.Refused(
                    "The message could not be composed: " + e.getClass().getSimpleName(), false);
        }
        Transport server;
        try {
            server = connected(session);
        } catch (MessagingException e) {
            LOG.warn("No connection to the mail server: {}", e.getClass().getSimpleName());
            return unreachable(e);
        }
        try {
            if (to.needsUtf8() && !offersUtf8(server)) {
                return new Delivery.Refused(
                        "The mail server can't be told an address with such letters before its @ (no SMTPUTF8).", true);
            }
            server.sendMessage(mime, recipients);
            return new Delivery.Taken();
        } catch (MessagingException e) {
            return judged(e, mime.begun);
        } finally {
            leave(server);
        }
    }

    /**
     * Whoever writes UTF-8 asks every server on the way for it, so only the address that needs it gets it. Anything else
     * than ASCII is cut to bytes without it: never let such an address come so far.
     */
    private Session session(MailAddress to) {
        Properties properties = new Properties();
        properties.putAll(mail.getSession().getProperties());
        String wanted = Boolean.toString(to.needsUtf8());
        if (wanted.equals(properties.getProperty(UTF8, "false"))) {
            return mail.getSession();
        }
        properties.setProperty(UTF8, wanted);
        return Session.getInstance(properties);
    }

    private static boolean offersUtf8(Transport server) {
        return server instanceof SMTPTransport smtp && smtp.supportsExtension("SMTPUTF8");
    }

    /** Connecting is a step of its own: until it is done, no message can have gone out. */
    private Transport connected(Session session) throws MessagingException {
        String protocol = mail.getProtocol();
        Transport server = session.getTransport(protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol);
        boolean named = mail.getUsername() != null && !mail.getUsername().isEmpty();
        server.connect(
                mail.getHost(), mail.getPort(), named ? mail.getUsername() : null, named ? mail.getPassword() : null);
        return server;
    }

    /** What happens at the farewell changes nothing for the message. */
    private static void leave(Transport server) {
        try {
            server.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye", e);
        }
    }

    private IdentifiedMessage composed(OutgoingMessage message, Address[] recipients, Session session)
            throws MessagingException, UnsupportedEncodingException {
        IdentifiedMessage mime = new IdentifiedMessage(session, message.messageId());
        MimeMessageHelper helper = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(from, message.senderName(), StandardCharsets.UTF_8.name()));
        Optional<String> replyTo = replyTo(message, session);
        if (replyTo.isPresent()) {
            helper.setReplyTo(replyTo.get());
        }
        mime.setRecipients(Message.RecipientType.TO, recipients);
        helper.setSubject(message.subject());
        helper.setText(message.text(), message.html());
        helper.setSentDate(Date.from(Clock.systemUTC().instant()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("Content-Language", message.language());
        mime.saveChanges();
        return mime;
    }

    /** Left out where it can't be written: who answers then writes to the sender. */
    private static Optional<String> replyTo(OutgoingMessage message, Session session) {
        boolean utf8 = Boolean.parseBoolean(session.getProperty(UTF8));
        return Optional.ofNullable(message.replyTo())
                .flatMap(MailAddress::of)
                .filter(address -> utf8 || !address.needsUtf8())
                .map(MailAddress::onTheWire);
    }

    /** Keeps our own Message-ID, which {@code saveChanges} would replace, and knows whether it was begun to be sent. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;
        private boolean begun;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }

        /** The mail server asked for the content: from here on it may keep it. */
        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
            begun = true;
            super.writeTo(out, ignored);
        }
    }

    /** What an error while sending says about the fate of the message; without a reply, it depends on how far we came. */
    private static Delivery judged(MessagingException error, boolean begun) {
        boolean address = false;
        int code = 0;
        for (Exception inner = error; inner != null; inner = next(inner)) {
            if (inner instanceof SMTPAddressFailedException refused) {
                address = true;
                code = refused.getReturnCode();
            } else if (inner instanceof SMTPSenderFailedException refused) {
                code = refused.getReturnCode();
            } else if (inner instanceof SMTPSendFailedException refused && code < TRANSIENT) {
                code = refused.getReturnCode();
            }
        }
        if (code >= PERMANENT) {
            return new Delivery.Refused(
                    "The mail server refuses " + (address ? "this address (" : "the message (") + code + ").", address);
        }
        if (code >= TRANSIENT) {
            return new Delivery.Later("The mail server asks to try later (" + code + ").", address);
        }
        return begun
                ? new Delivery.Unknown("The connection broke while sending.")
                : new Delivery.Later("The connection broke before the message was sent.", false);
    }

    private static @Nullable Exception next(Exception error) {
        return error instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
