package dev.kulanz.stops;

import dev.kulanz.access.CurrentUser;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Emergency stops, for other systems: nothing that is covered goes out after the answer. */
@RestController
@RequestMapping("/api/v1/stops")
class StopController {

    private final Stops stops;
    private final CurrentUser user;

    StopController(Stops stops, CurrentUser user) {
        this.stops = stops;
        this.user = user;
    }

    /** Those that hold. */
    @GetMapping
    List<Stop> inForce() {
        return stops.inForce(user.scope());
    }

    /** Stops a creditor, a step, a channel, or what several of them have in common. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Stop place(@RequestBody Stops.Wanted wanted) {
        return stops.place(wanted, user.scope());
    }

    /** Lets go: what waited goes out over the next days, on none more than on a normal one. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable UUID id) {
        stops.lift(id, user.scope());
    }
}
