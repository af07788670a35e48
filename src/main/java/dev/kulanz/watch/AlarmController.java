package dev.kulanz.watch;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alarms, for admins. */
@RestController
@RequestMapping("/api/v1/alarms")
class AlarmController {

    private final Alarms alarms;

    AlarmController(Alarms alarms) {
        this.alarms = alarms;
    }

    /** Those that stand, the oldest first. */
    @GetMapping
    List<Alarms.Shown> standing() {
        return alarms.standing(Locale.ENGLISH);
    }

    /** By which ways people are told; none: nobody is. */
    @GetMapping("/ways")
    List<Alarms.Told> ways() {
        return alarms.ways();
    }

    /** Tells by each way that this is a test; the answer says how it went. */
    @PostMapping("/test")
    List<Alarms.Told> test() {
        return alarms.test();
    }
}
