package dev.kulanz.journey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whatever page or program asks a table that fails: nobody's request is to blame, and a process owner can mend it. So it is
 * answered as a refusal that names the table, not as a fault of the application.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TableErrors implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(TableErrors.class);

    private final ObjectProvider<HandlerExceptionResolver> others;

    TableErrors(@Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> others) {
        this.others = others;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        return FailedTable.refusalIn(failure)
                .map(refusal -> {
                    LOG.warn("{}", refusal.getMessage());
                    return others.getObject().resolveException(request, response, handler, refusal);
                })
                .orElse(null);
    }
}
