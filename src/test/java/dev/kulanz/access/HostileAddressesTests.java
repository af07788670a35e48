package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.HostileValues;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that can be read, with every value that nobody expects: none of it is a failure of ours. */
@KulanzTest
@ExtendWith(OutputCaptureExtension.class)
class HostileAddressesTests {

    private static final String HARMLESS = "x";

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    @Test
    void areNoFailureOfOurs(CapturedOutput log) throws IOException {
        Set<String> targets = new LinkedHashSet<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (isRead(info)) {
                paths(info).forEach(path -> targets.addAll(targets(path, parameters(method))));
            }
        });
        assertThat(targets).hasSizeGreaterThan(500);
        assertThat(failuresOf(List.copyOf(targets))).isEmpty();
        assertThat(log.getAll()).doesNotContain("Unexpected failure", "Servlet.service()", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login;%",
                "/cases;%",
                "/cases;%zz",
                "/cases;%u0041",
                "/cases/;%zz",
                "/pay/token;%",
                "/camunda;%",
                "/camunda/app;%/tasklist",
                "/api/v1/cases;%",
                "/engine-rest/task;%",
                "/actuator/health;%",
                "/css/login.css;%",
                "/;",
                "/login;jsessionid=1",
                "/%",
                "/x%zz"
            })
    void areRefusedWhereNobodyCanReadThem(String target, CapturedOutput log) throws IOException {
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "OPTIONS")) {
            try (Wire wire = Wire.to(port)) {
                assertThat(wire.head(method + " " + target + " HTTP/1.1", "Host: localhost", "Connection: close")
                                .status())
                        .as(method)
                        .isEqualTo(400);
            }
        }
        assertThat(log.getAll()).doesNotContain("Unexpected failure", "Servlet.service()", "\tat ", "    at ");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "x", "text/", "/", "text/html;q=x"})
    void areAnsweredWhateverTypeOfContentIsWanted(String type, CapturedOutput log) throws IOException {
        for (String target :
                List.of("/actuator/health", "/actuator/health/liveness", "/login", "/api/v1/cases", "/x")) {
            try (Wire wire = Wire.to(port)) {
                assertThat(wire.head(
                                        "GET " + target + " HTTP/1.1",
                                        "Host: localhost",
                                        "Accept: " + type,
                                        "Content-Type: " + type,
                                        Wire.basic("admin", "admin"),
                                        "Connection: close")
                                .status())
                        .as(target)
                        .isBetween(200, 499);
            }
        }
        assertThat(log.getAll()).doesNotContain("Unexpected failure", "Servlet.service()", "\tat ", "    at ");
    }

    private Map<String, Integer> failuresOf(List<String> targets) throws IOException {
        Browser session = Browser.loggedIn(port, "admin");
        String cookie = "Cookie: JSESSIONID=" + session.cookie("JSESSIONID");
        var failures = new TreeMap<String, Integer>();
        for (String target : targets) {
            try (Wire wire = Wire.to(port)) {
                int status = wire.head(
                                "GET " + target + " HTTP/1.1",
                                "Host: localhost",
                                target.startsWith("/api/") ? Wire.basic("admin", "admin") : cookie,
                                "Accept: text/html,*/*;q=0.8",
                                "Connection: close")
                        .status();
                if (status == 0 || status >= 500) {
                    failures.put(target.length() > 200 ? target.substring(0, 200) + "…" : target, status);
                }
            }
        }
        return failures;
    }

    private static boolean isRead(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static Set<String> paths(RequestMappingInfo info) {
        Set<String> paths = new LinkedHashSet<>(info.getPatternValues());
        paths.removeIf(path -> path.equals("/error"));
        return paths;
    }

    private static List<String> targets(String path, List<String> parameters) {
        String harmless = path.replaceAll("\\{[^}]*}", HARMLESS);
        List<String> targets = new ArrayList<>(List.of(harmless));
        for (String value : HostileValues.ENCODED) {
            if (path.contains("{") && !value.isEmpty()) {
                targets.add(
                        path.replaceAll("\\{[^}]*}", value.replace("\\", "\\\\").replace("$", "\\$")));
            }
            for (String name : parameters) {
                targets.add(harmless + "?" + name + "=" + value);
            }
            if (parameters.size() > 1) {
                targets.add(harmless + "?" + String.join("=" + value + "&", parameters) + "=" + value);
            }
        }
        parameters.forEach(name -> {
            targets.add(harmless + "?" + name + "[]=1&" + name + "[0]=2&" + name + ".x=3");
            targets.add(harmless + "?" + name);
            targets.add(harmless + "?" + name + "=" + HARMLESS + "&" + name + "=%00");
            targets.add(harmless + "?" + name + "=1&" + name + "=NO_SUCH_WORD");
        });
        return targets;
    }

    /** By name, and the fields of what is bound as a whole. */
    private static List<String> parameters(HandlerMethod method) {
        List<String> names = new ArrayList<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            Class<?> type = parameter.getParameterType();
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                names.add(named.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : named.name());
            } else if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents()).forEach(field -> names.add(field.getName()));
            } else if (parameter.getParameterAnnotations().length == 0
                    && !Model.class.isAssignableFrom(type)
                    && BeanUtils.isSimpleProperty(type)) {
                names.add(String.valueOf(parameter.getParameterName()));
            }
        }
        return names;
    }
}
