package dev.kulanz.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/** A body is of one type: Spring fails at one that says it is of any. */
final class OneContentType implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        String type = request.getContentType();
        if (type != null && type.contains("*")) {
            throw new HttpMediaTypeNotSupportedException("A body is of one type.", List.of(MediaType.APPLICATION_JSON));
        }
        return true;
    }
}
