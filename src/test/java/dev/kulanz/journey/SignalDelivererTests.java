package dev.kulanz.journey;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** News that failed and now only waits has no cause any more. */
class SignalDelivererTests {

    private final Signals signals = mock(Signals.class);
    private final Switchboard switchboard = mock(Switchboard.class);
    private final Failures failures = mock(Failures.class);
    private final TransactionTemplate transaction = mock(TransactionTemplate.class);

    @Test
    void forgetsWhyItFailedOnceItOnlyWaits() {
        Signals.Signal news = new Signals.Signal(7, Message.PROMISE_MADE, "K-1", null, Map.of(), 0);
        when(signals.take(7)).thenReturn(Optional.of(news));
        when(switchboard.connect(news))
                .thenThrow(new IllegalStateException("a model is broken"))
                .thenReturn(false);
        doAnswer(call -> call.<TransactionCallback<?>>getArgument(0).doInTransaction(mock(TransactionStatus.class)))
                .when(transaction)
                .execute(any());
        SignalDeliverer deliverer = new SignalDeliverer(signals, switchboard, transaction, failures);

        deliverer.deliver(7);
        deliverer.deliver(7);

        InOrder order = inOrder(failures);
        order.verify(failures).note(eq(Failures.Kind.SIGNAL), eq("7"), any(), any());
        order.verify(failures).forget(Failures.Kind.SIGNAL, "7");
    }
}
