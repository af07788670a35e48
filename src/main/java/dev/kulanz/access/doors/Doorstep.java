package dev.kulanz.access.doors;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Before everything else in the web server: takes in hand the body of a request, knows the methods there are, and ends
 * connections whose senders would go on sending what nobody reads.
 *
 * <p>Tomcat alone would wait for the rest of a body that was refused, in one of its threads, as long as the sender likes. Here the
 * answer goes out first. What has arrived by then is thrown away, and the connection stays. Else the answer says that it ends
 * it; for a few that send on, a little more is read, or the closing would tear the answer out of their hands.
 */
final class Doorstep extends ValveBase {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** So many threads at most listen to what nobody wants to hear. */
    private static final int MOST_LISTENERS = 8;

    private static final long MOST_LISTENED_BYTES = 4 * 1_024 * 1_024;
    private static final long NANOS_LISTENED = Duration.ofSeconds(3).toNanos();

    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);

    Doorstep() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean isLegible = response.getStatus() < 400; // else the head could not be read, and Tomcat says so itself
        IncomingBody body = IncomingBody.before(request, isLegible);
        try {
            if (!isLegible || METHODS.contains(request.getMethod())) {
                getNext().invoke(request, response);
            } else {
                response.sendError(501);
            }
        } finally {
            body.leave();
            if (!request.isAsync() && body.exists()) {
                finish(request, response);
            }
        }
    }

    private void finish(Request request, Response response) throws IOException {
        org.apache.coyote.Request sender = request.getCoyoteRequest();
        var rest = new Rest(sender);
        boolean waitsForALeave = sender.hasExpectation() && !rest.isComplete();
        if (!waitsForALeave) {
            rest.throwAwayWhatIsHere();
        }
        if (rest.isComplete()) {
            return;
        }
        boolean saysSo = !response.isCommitted();
        if (saysSo) {
            response.setHeader("Connection", "close");
        }
        response.finishResponse();
        if (!waitsForALeave && listeners.tryAcquire()) {
            try {
                rest.listen(MOST_LISTENED_BYTES, NANOS_LISTENED);
            } finally {
                listeners.release();
            }
        }
        if (saysSo || !rest.isComplete()) {
            sender.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
