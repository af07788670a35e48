package dev.kulanz.access.doors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** What of a body was not read when its request was answered. */
final class Rest implements ApplicationBufferHandler {

    private static final int MOST_HERE = 1_024 * 1_024;
    private static final int LONGEST_HEAD = 1_024;
    private static final long NANOS_QUIET = Duration.ofMillis(300).toNanos();
    private static final long NANOS_BETWEEN_LOOKS = Duration.ofMillis(5).toNanos();

    private final Request request;
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    Rest(Request request) {
        this.request = request;
    }

    boolean isComplete() {
        return request.isFinished();
    }

    /** Only what has arrived: this does not wait. Of a body of unknown length nobody can tell what that is. */
    void throwAwayWhatIsHere() throws IOException {
        long read = 0;
        while (request.getContentLengthLong() > 0 && !isComplete() && isSomethingHere() && read < MOST_HERE) {
            read += Math.max(request.getInputBuffer().doRead(this), 0);
        }
    }

    /** Waits for more of it, but not long, and not at all for who has stopped sending. */
    void listen(long mostBytes, long nanos) {
        long end = System.nanoTime() + nanos;
        long quietUntil = System.nanoTime() + NANOS_QUIET;
        long read = 0;
        try {
            while (!isComplete() && read < mostBytes && System.nanoTime() - end < 0) {
                if (isSomethingHere()) {
                    int count = request.getInputBuffer().doRead(this);
                    if (count < 0) {
                        return;
                    }
                    read += count;
                    quietUntil = System.nanoTime() + NANOS_QUIET;
                } else if (System.nanoTime() - quietUntil > 0) {
                    return;
                } else {
                    LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
                }
            }
        } catch (IOException gone) {
            return; // which is what was waited for
        }
    }

    /** Of a body in chunks only as much as holds one: a part of its head would have to be waited for. */
    private boolean isSomethingHere() {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() > (request.getContentLengthLong() > 0 ? 0 : LONGEST_HEAD);
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return buffer;
    }

    @Override
    public void expand(int size) {
        // nothing is kept
    }
}
