package dev.kulanz.access.doors;

import jakarta.servlet.ServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request on its way in. It stands where Tomcat takes every byte from, whether a stream, a form or a part of
 * one is asked for: nothing of it can be read before a door has said how much ({@link BodyLimits}), and who sends it
 * slowly is given up, as he holds one of our threads meanwhile: after 15 seconds, and one more for each 8 KB that came.
 */
final class IncomingBody implements InputBuffer {

    private static final String ATTRIBUTE = IncomingBody.class.getName();
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final long NANOS_FOR_THE_FIRST = Duration.ofSeconds(15).toNanos();
    private static final long NANOS_AT_ONCE = Duration.ofMillis(200).toNanos();
    private static final long NANOS_BETWEEN_LOOKS = Duration.ofMillis(5).toNanos();
    private static final long SLOWEST_BYTES_A_SECOND = 8_192;

    private final Request request;
    private final InputBuffer wire;
    private final boolean exists;

    private long most;
    private long read;
    private long since;
    private boolean tooLarge;
    private boolean tooSlow;
    private @Nullable ByteBuffer taken;

    private IncomingBody(Request request, boolean exists) {
        this.request = request;
        this.wire = request.getInputBuffer();
        this.exists = exists;
    }

    /**
     * Stands before the body of a request from now on.
     *
     * @param isLegible whether the head could be read; if not, nobody knows where a body ends, and none is taken
     */
    static IncomingBody before(org.apache.catalina.connector.Request request, boolean isLegible) {
        Request sender = request.getCoyoteRequest();
        IncomingBody body = new IncomingBody(sender, isLegible && isAnnounced(sender));
        body.request.setInputBuffer(body);
        request.setAttribute(ATTRIBUTE, body);
        return body;
    }

    /** The body of a request, or null where no real web server received it. */
    static @Nullable IncomingBody of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof IncomingBody body ? body : null;
    }

    /** Whether there is one at all. */
    boolean exists() {
        return exists;
    }

    private static boolean isAnnounced(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Whether a door has let it in. */
    boolean isOpen() {
        return most > 0;
    }

    /** Whether its head says already that it is longer. */
    boolean isSaidToExceed(long limit) {
        return request.getContentLengthLong() > limit;
    }

    /** Whether more came than was allowed. */
    boolean isTooLarge() {
        return tooLarge;
    }

    /** Whether it was given up because it came too slowly. */
    boolean isTooSlow() {
        return tooSlow;
    }

    /** Whether all of it is here, or will be in a moment, as of those who send a form: so that nobody has to wait for it. */
    boolean arrivesAtOnce() {
        long length = request.getContentLengthLong();
        if (length <= 0 || request.hasExpectation()) {
            return false;
        }
        long end = System.nanoTime() + NANOS_AT_ONCE;
        while (here() < length) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
        return true;
    }

    private int here() {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable();
    }

    /** Lets it be read while it comes, up to a limit; beyond it, {@link BodyTooLarge} is thrown to who reads. */
    void stream(long limit) {
        most = limit;
    }

    /** Receives it as a whole, unless it is too large. */
    void take(long limit) throws IOException {
        most = limit;
        var whole = new ByteArrayOutputStream();
        var handler = new Received();
        try {
            while (read(handler) >= 0) {
                ByteBuffer part = handler.getByteBuffer();
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                whole.writeBytes(bytes);
            }
        } catch (BodyTooLarge e) {
            return; // whose door asks
        }
        taken = ByteBuffer.wrap(whole.toByteArray());
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        ByteBuffer rest = taken;
        if (rest == null) {
            return isOpen() && !tooLarge ? read(handler) : -1;
        }
        taken = NOTHING;
        handler.setByteBuffer(rest);
        return rest.hasRemaining() ? rest.remaining() : -1;
    }

    @Override
    public int available() {
        ByteBuffer rest = taken;
        return rest == null ? wire.available() : rest.remaining();
    }

    private int read(ApplicationBufferHandler handler) throws IOException {
        if (read == 0) {
            since = System.nanoTime();
            // who asked whether he may send may
            request.action(ActionCode.ACK, ContinueResponseTiming.ON_REQUEST_BODY_READ);
        }
        int count = receive(handler);
        read += Math.max(count, 0);
        if (read > most) {
            tooLarge = true;
            throw new BodyTooLarge();
        }
        long allowed = NANOS_FOR_THE_FIRST
                + Duration.ofSeconds(read / SLOWEST_BYTES_A_SECOND).toNanos();
        if (count >= 0 && System.nanoTime() - since > allowed) {
            throw slow();
        }
        return count;
    }

    private int receive(ApplicationBufferHandler handler) throws IOException {
        try {
            return wire.doRead(handler);
        } catch (SocketTimeoutException silence) {
            throw slow();
        }
    }

    private BodyTooSlow slow() {
        tooSlow = true;
        return new BodyTooSlow();
    }

    /** The request is answered: what it did not read is not waited for. */
    void leave() {
        request.setInputBuffer(wire);
    }

    /** Where a part of the body was put by Tomcat. */
    private static final class Received implements ApplicationBufferHandler {

        private ByteBuffer part = NOTHING;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            part = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return part;
        }

        @Override
        public void expand(int size) {
            // what comes is copied
        }
    }
}
