package dev.kulanz.stories;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;

/** A mail server in the JVM that knows no recipient whose name begins with "nobody". */
final class MailServer extends GreenMail {

    MailServer(int port) {
        super(patient(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)));
    }

    /** It is waited for until it is there, however busy the machine. */
    private static ServerSetup patient(ServerSetup setup) {
        setup.setServerStartupTimeout(600_000);
        return setup;
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        this.managers = new Choosy();
        return super.createServices(setups, this.managers);
    }

    /** Refuses at RCPT, as mail servers do. */
    private static final class Choosy extends Managers {

        private final SmtpManager choosy = new SmtpManager(getImapHostManager(), getUserManager()) {
            @Override
            public String checkRecipient(SmtpState state, MailAddress recipient) {
                return recipient.getEmail().startsWith("nobody")
                        ? "550 5.1.1 No such mailbox here"
                        : super.checkRecipient(state, recipient);
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return choosy == null ? super.getSmtpManager() : choosy;
        }
    }
}
