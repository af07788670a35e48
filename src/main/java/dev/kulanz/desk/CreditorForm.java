package dev.kulanz.desk;

import dev.kulanz.receivables.Countries;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.CreditorSettings;
import dev.kulanz.receivables.CreditorSettings.AccountSettings;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What somebody typed of a creditor. Whatever the form does not have stays as it is. */
final class CreditorForm {

    static final String NAME = "creditor";

    private static final String CHANNELS = "channels";
    private static final int MOST_ACCOUNTS = 20;
    private static final Pattern OF_ACCOUNT = Pattern.compile("accounts\\[(\\d+)](.*)");

    private final MultiValueMap<String, String> values;
    private final FormInput input;
    private final List<Integer> rows = new ArrayList<>();

    CreditorForm(MultiValueMap<String, String> values, Words words) {
        this.values = values;
        this.input = new FormInput(single(values), words);
    }

    /** The fields as one value each; what is chosen of several stands behind each other. */
    static Map<String, String> single(MultiValueMap<String, String> values) {
        Map<String, String> single = new HashMap<>(values.toSingleValueMap());
        single.put(CHANNELS, String.join(",", values.getOrDefault(CHANNELS, List.of())));
        return single;
    }

    /** What stands in the fields of a creditor as it is kept. */
    static Map<String, String> of(Creditor creditor) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", creditor.name());
        fields.put("street", Objects.requireNonNullElse(creditor.street(), ""));
        fields.put("postcode", Objects.requireNonNullElse(creditor.postcode(), ""));
        fields.put("city", Objects.requireNonNullElse(creditor.city(), ""));
        fields.put("country", creditor.country());
        fields.put("email", Objects.requireNonNullElse(creditor.email(), ""));
        fields.put("phone", Objects.requireNonNullElse(creditor.phone(), ""));
        fields.put("website", Objects.requireNonNullElse(creditor.website(), ""));
        fields.put("legalNotice", Objects.requireNonNullElse(creditor.legalNotice(), ""));
        fields.put("privacyUrl", Objects.requireNonNullElse(creditor.privacyUrl(), ""));
        fields.put("deductsInputTax", Boolean.toString(creditor.deductsInputTax()));
        fields.put("defaultLanguage", creditor.defaultLanguage());
        fields.put("firstContactDays", Integer.toString(creditor.firstContactDays()));
        fields.put(CHANNELS, String.join(",", creditor.channels()));
        for (int i = 0; i < creditor.accounts().size(); i++) {
            Creditor.Account account = creditor.accounts().get(i);
            fields.put("accounts[" + i + "].iban", account.iban());
            fields.put("accounts[" + i + "].name", Objects.requireNonNullElse(account.name(), ""));
        }
        return fields;
    }

    /** What stands in the fields of one that is not there yet. */
    static Map<String, String> empty() {
        return new HashMap<>(Map.of(
                "country",
                "DE",
                "deductsInputTax",
                "true",
                "defaultLanguage",
                "de",
                "firstContactDays",
                "3",
                CHANNELS,
                "EMAIL,SMS,LETTER,VOICE"));
    }

    /** How many accounts the page has room for: those of the creditor, those that somebody typed, and one more. */
    static int accounts(Map<String, String> kept, FormMemory memory) {
        int last = -1;
        for (Map<String, String> fields : List.of(kept, memory.values())) {
            for (int i = last + 1; i < MOST_ACCOUNTS; i++) {
                String typed = fields.getOrDefault("accounts[" + i + "].iban", "")
                        + fields.getOrDefault("accounts[" + i + "].name", "");
                last = typed.isBlank() ? last : i;
            }
        }
        return Math.min(MOST_ACCOUNTS, last + 2);
    }

    /**
     * The settings to keep.
     *
     * @param kept those that are kept until now
     * @throws Refusal naming each field that can't be read
     */
    CreditorSettings over(CreditorSettings kept) {
        String name = line("name", kept.name());
        List<AccountSettings> accounts = accounts(kept);
        String street = line("street", kept.street());
        String postcode = line("postcode", kept.postcode());
        String city = line("city", kept.city());
        String country = line("country", kept.country());
        String email = line("email", kept.email());
        String phone = line("phone", kept.phone());
        String website = line("website", kept.website());
        String notice = lines("legalNotice", kept.legalNotice());
        String privacy = line("privacyUrl", kept.privacyUrl());
        Boolean tax = isThere("deductsInputTax")
                ? chosen("deductsInputTax").map("true"::equals).orElse(null)
                : kept.deductsInputTax();
        String language = line("defaultLanguage", kept.defaultLanguage());
        Integer days = days(kept.firstContactDays());
        input.complete();
        return new CreditorSettings(
                name,
                accounts,
                street,
                postcode,
                city,
                country == null ? null : Countries.code(country).orElse(country),
                email,
                phone,
                website,
                notice,
                privacy,
                tax,
                language,
                days,
                isThere(CHANNELS) ? channels() : kept.channels(),
                kept.firstContactBankDays(),
                kept.debitBankDays(),
                kept.limits(),
                kept.limitsByCurrency(),
                kept.promisesRestByShare(),
                kept.termsFrom());
    }

    /** The same refusal, of the rows in which the accounts stand on the page. */
    Refusal onPage(Refusal refusal) {
        return refusal.errors().isEmpty() || refusal.said() == null
                ? refusal
                : Refusal.unacceptable(
                        refusal.said(),
                        String.valueOf(refusal.getMessage()),
                        refusal.errors().stream().map(this::onPage).toList());
    }

    private FieldError onPage(FieldError error) {
        Matcher account = OF_ACCOUNT.matcher(error.field());
        if (!account.matches()) {
            return error;
        }
        int index = Integer.parseInt(account.group(1));
        String field = "accounts[" + (index < rows.size() ? rows.get(index) : index) + "]" + account.group(2);
        return new FieldError(field, error.message(), error.said());
    }

    private boolean isThere(String field) {
        return values.containsKey(field);
    }

    private @Nullable String line(String field, @Nullable String kept) {
        return isThere(field) ? chosen(field).orElse(null) : kept;
    }

    /** Browsers send other ends of lines than they were given. */
    private @Nullable String lines(String field, @Nullable String kept) {
        String text = line(field, kept);
        return text == null ? null : text.replace("\r\n", "\n");
    }

    private Optional<String> chosen(String field) {
        return input.read(() -> Optional.ofNullable(input.text(field))).flatMap(text -> text);
    }

    private @Nullable Integer days(@Nullable Integer kept) {
        if (!isThere("firstContactDays")) {
            return kept;
        }
        return input.read(() -> {
                    String typed = input.required("firstContactDays");
                    if (!typed.matches("\\d{1,4}")) {
                        throw input.refuse("firstContactDays", "desk.input.days");
                    }
                    return Integer.valueOf(typed);
                })
                .orElse(null);
    }

    private List<@Nullable String> channels() {
        return values.getOrDefault(CHANNELS, List.of()).stream()
                .filter(channel -> !channel.isBlank())
                .map(channel -> (@Nullable String) channel)
                .toList();
    }

    /** A row in which nothing stands is no account. */
    private @Nullable List<@Nullable AccountSettings> accounts(CreditorSettings kept) {
        if (values.keySet().stream()
                .noneMatch(field -> OF_ACCOUNT.matcher(field).matches())) {
            return kept.accounts();
        }
        List<@Nullable AccountSettings> accounts = new ArrayList<>();
        for (int i = 0; i < MOST_ACCOUNTS; i++) {
            String iban = chosen("accounts[" + i + "].iban").orElse(null);
            String holder = chosen("accounts[" + i + "].name").orElse(null);
            if (iban != null || holder != null) {
                rows.add(i);
                accounts.add(new AccountSettings(iban, holder));
            }
        }
        return accounts;
    }
}
