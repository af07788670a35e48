package dev.kulanz.access.doors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Files are uploaded at one address only, by a POST of a form. Elsewhere a form of this kind is one without fields; and
 * above all nothing is read of it to show that it was refused.
 */
@Component(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
class Uploads extends StandardServletMultipartResolver {

    private static final String UPLOAD = "/import";

    Uploads() {
        setStrictServletCompliance(true); // of all that is called multipart, forms alone
    }

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && HttpMethod.POST.matches(request.getMethod())
                && request.getServletPath().equals(UPLOAD)
                && super.isMultipart(request);
    }
}
