package dev.kulanz.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kulanz.receivables.PostalAddress;
import dev.kulanz.receivables.Representative;
import dev.kulanz.receivables.Representatives;
import dev.kulanz.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who represents the debtor of a case, in all his cases: while he is represented, what asks for nothing goes to that one. */
@RestController
@RequestMapping("/api/v1/cases/{number}/representative")
class RepresentativeController {

    private final CaseDesk desk;
    private final Representatives representatives;

    RepresentativeController(CaseDesk desk, Representatives representatives) {
        this.desk = desk;
        this.representatives = representatives;
    }

    /**
     * A representative as programs name him: with an e-mail address, a postal one, or both.
     *
     * @param country a code (ISO 3166-1), or a name in German or English; absent: Germany
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(
            @Nullable String name,
            @Nullable String email,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country) {

        static Named of(Representative who) {
            PostalAddress at = who.address();
            return at == null
                    ? new Named(who.name(), who.email(), null, null, null, null)
                    : new Named(who.name(), who.email(), at.street(), at.postcode(), at.city(), at.country());
        }

        Representative checked() {
            return Representative.written(name, email, street, postcode, city, country);
        }
    }

    /** 404 while nobody is known. */
    @GetMapping
    Named one(@PathVariable String number) {
        return representatives
                .of(desk.open(number).debtorId())
                .map(Named::of)
                .orElseThrow(
                        () -> Refusal.notFound("Nobody is known who represents the debtor of case " + number + "."));
    }

    /** Records him, in place of the one before. */
    @PutMapping
    Named record(@PathVariable String number, @RequestBody Named wanted) {
        DunningCase of = desk.open(number);
        Representative who = wanted.checked();
        representatives.record(of.debtorId(), who, of.number());
        return Named.of(who);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String number) {
        DunningCase of = desk.open(number);
        representatives.remove(of.debtorId(), of.number());
    }
}
