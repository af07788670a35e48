package dev.kulanz.receivables;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.CreditorId;
import dev.kulanz.shared.CurrencyDecimals;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import dev.kulanz.shared.Unseen;
import dev.kulanz.shared.Years;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.iban4j.IbanFormat;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/**
 * What an integrator says of a creditor; whatever is left out (null) gets its default.
 *
 * @param privacyUrl of the creditor's privacy notice, to which each message links
 * @param deductsInputTax whether value added tax is no loss to him; if false, what an agency may charge is told with it
 * @param firstContactBankDays bank days that pass after the due date before the first reminder; cases get it as those of
 *     {@code termsFrom}
 * @param debitBankDays for so many bank days after its due date an item with a direct-debit mandate is taken to be debited;
 *     0: mandates are not read. It holds from {@code termsFrom} on, also for what is held already; left out: as before
 * @param limits below which nothing is demanded, in the unit of each currency that is not named
 * @param limitsByCurrency those of single currencies, by ISO code
 * @param promisesRestByShare whether a promise of less than the least share of what is open rests only what it pays; left out:
 *     as before, and yes for a new creditor
 * @param termsFrom the first day on which cases that are opened or come back get these; null: today
 */
@JsonIgnoreProperties({"id", "terms", "complete", "missing"}) // what a GET answers may be sent back
public record CreditorSettings(
        @Nullable String name,
        @Nullable List<@Nullable AccountSettings> accounts,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String website,
        @Nullable String legalNotice,
        @Nullable String privacyUrl,
        @Nullable Boolean deductsInputTax,
        @Nullable String defaultLanguage,
        @Nullable Integer firstContactDays,
        @Nullable List<@Nullable String> channels,
        @Nullable Integer firstContactBankDays,
        @Nullable Integer debitBankDays,
        @Nullable LimitsSettings limits,
        @Nullable Map<String, @Nullable LimitsSettings> limitsByCurrency,
        @Nullable Boolean promisesRestByShare,
        @Nullable LocalDate termsFrom) {

    private static final Set<String> LANGUAGES = Set.of("de", "en");
    private static final Set<String> CHANNELS = Set.of("EMAIL", "SMS", "WHATSAPP", "LETTER", "VOICE");

    /** With http or https, or the bare name of a host, which readers of mails make a link of by themselves. */
    private static final Pattern WEBSITE = Pattern.compile(
            "(?i)(?:https?://[\\p{L}\\d][\\p{L}\\d.-]*(?::\\d{1,5})?|[\\p{L}\\d][\\p{L}\\d-]*(?:\\.[\\p{L}\\d-]+)+)"
                    + "(?:[/?#][^\\s<>\"]*)?");

    private static final int LONGEST_LINE = 140;
    private static final int LONGEST_POSTCODE = 20;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_NOTICE = 2_000;
    private static final int MOST_ACCOUNTS = 20;
    private static final int MOST_CURRENCIES = 50;
    private static final int MOST_BANK_DAYS = 10;
    private static final int MOST_DEBIT_DAYS = 60;

    /** Most of it stands in headers of mails and in lines of letters. */
    public CreditorSettings {
        List<FieldError> errors = new ArrayList<>();
        checkLine(errors, "name", name, LONGEST_LINE);
        checkLine(errors, "street", street, LONGEST_LINE);
        checkLine(errors, "postcode", postcode, LONGEST_POSTCODE);
        checkLine(errors, "city", city, LONGEST_LINE);
        checkLine(errors, "email", email, LONGEST_ADDRESS);
        checkLine(errors, "phone", phone, LONGEST_LINE);
        checkLine(errors, "website", website, LONGEST_ADDRESS);
        checkLine(errors, "privacyUrl", privacyUrl, LONGEST_ADDRESS);
        if (legalNotice != null && !Legible.isText(legalNotice)) {
            errors.add(new FieldError(
                    "legalNotice",
                    Said.of("creditor.control", "Control characters can't be printed: please leave them out.")));
        }
        if (legalNotice != null && legalNotice.length() > LONGEST_NOTICE) {
            errors.add(new FieldError("legalNotice", tooLong(LONGEST_NOTICE)));
        }
        if (!errors.isEmpty()) {
            throw refused(errors);
        }
    }

    private static Refusal refused(List<FieldError> errors) {
        return Refusal.unacceptable(Creditors.UNKEEPABLE, Creditors.UNKEEPABLE.english(), errors);
    }

    private static Said tooLong(int longest) {
        return Said.of("creditor.long", "At most {0} characters.", longest);
    }

    /** With the usual terms, and without a privacy notice. */
    public CreditorSettings(
            @Nullable String name,
            @Nullable List<@Nullable AccountSettings> accounts,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String website,
            @Nullable String legalNotice,
            @Nullable String defaultLanguage,
            @Nullable Integer firstContactDays,
            @Nullable List<@Nullable String> channels) {
        this(
                name,
                accounts,
                street,
                postcode,
                city,
                country,
                email,
                phone,
                website,
                legalNotice,
                null,
                null,
                defaultLanguage,
                firstContactDays,
                channels,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same with other terms, from today on. */
    public CreditorSettings with(
            @Nullable Integer bankDays,
            @Nullable LimitsSettings every,
            @Nullable Map<String, @Nullable LimitsSettings> byCurrency) {
        return but(privacyUrl, bankDays, debitBankDays, every, byCurrency, null);
    }

    /** The same with a privacy notice to which each message links. */
    public CreditorSettings linkingTo(String privacyNotice) {
        return but(privacyNotice, firstContactBankDays, debitBankDays, limits, limitsByCurrency, termsFrom);
    }

    /** The same with other days that a debit is awaited. */
    public CreditorSettings awaitingDebits(@Nullable Integer days) {
        return but(privacyUrl, firstContactBankDays, days, limits, limitsByCurrency, termsFrom);
    }

    private CreditorSettings but(
            @Nullable String privacyNotice,
            @Nullable Integer bankDays,
            @Nullable Integer debitDays,
            @Nullable LimitsSettings every,
            @Nullable Map<String, @Nullable LimitsSettings> byCurrency,
            @Nullable LocalDate from) {
        return new CreditorSettings(
                name,
                accounts,
                street,
                postcode,
                city,
                country,
                email,
                phone,
                website,
                legalNotice,
                privacyNotice,
                deductsInputTax,
                defaultLanguage,
                firstContactDays,
                channels,
                bankDays,
                debitDays,
                every,
                byCurrency,
                promisesRestByShare,
                from);
    }

    public record AccountSettings(
            @Nullable String iban, @Nullable String name) {}

    /** What a creditor says of itself; of its terms nothing. */
    static CreditorSettings of(Creditor creditor) {
        return new CreditorSettings(
                creditor.name(),
                creditor.accounts().stream()
                        .map(account -> new AccountSettings(account.iban(), account.name()))
                        .toList(),
                creditor.street(),
                creditor.postcode(),
                creditor.city(),
                creditor.country(),
                creditor.email(),
                creditor.phone(),
                creditor.website(),
                creditor.legalNotice(),
                creditor.privacyUrl(),
                creditor.deductsInputTax(),
                creditor.defaultLanguage(),
                creditor.firstContactDays(),
                creditor.channels(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The usual terms, as far as nothing else was said; only of settings that can be kept. */
    Terms terms() {
        return terms(new ArrayList<>());
    }

    /** The same of a creditor that is here: when its debtors are asked, and what they were told of promises, stays, unless it is said. */
    Terms terms(Terms before) {
        Terms said = terms();
        return new Terms(
                said.firstContactBankDays(),
                debitBankDays == null ? before.debitBankDays() : said.debitBankDays(),
                said.limits(),
                said.limitsByCurrency(),
                promisesRestByShare == null ? before.promisesRestByShare() : said.promisesRestByShare());
    }

    boolean beginsLater(LocalDate today) {
        return termsFrom != null && termsFrom.isAfter(today);
    }

    private Terms terms(List<FieldError> errors) {
        if (firstContactBankDays != null && (firstContactBankDays < 0 || firstContactBankDays > MOST_BANK_DAYS)) {
            errors.add(new FieldError(
                    "firstContactBankDays",
                    Said.of("creditor.bank-days", "Between 0 and {0} bank days after the due date.", MOST_BANK_DAYS)));
        }
        if (debitBankDays != null && (debitBankDays < 0 || debitBankDays > MOST_DEBIT_DAYS)) {
            errors.add(new FieldError(
                    "debitBankDays",
                    Said.of(
                            "creditor.debit-days",
                            "Between 0 and {0} bank days; 0: mandates are not read.",
                            MOST_DEBIT_DAYS)));
        }
        int debitDays = debitBankDays == null ? Terms.USUAL.debitBankDays() : debitBankDays;
        int bankDays = firstContactBankDays == null ? Terms.USUAL.firstContactBankDays() : firstContactBankDays;
        Limits every = limits == null ? Limits.USUAL : limits.or(Limits.USUAL, "limits", 2, errors);
        return new Terms(
                bankDays,
                debitDays,
                every,
                limitsOfCurrencies(every, errors),
                promisesRestByShare == null ? Terms.USUAL.promisesRestByShare() : promisesRestByShare);
    }

    private Map<String, Limits> limitsOfCurrencies(Limits every, List<FieldError> errors) {
        Map<String, Limits> all = new HashMap<>();
        if (limitsByCurrency == null) {
            return all;
        }
        if (limitsByCurrency.size() > MOST_CURRENCIES) {
            errors.add(new FieldError(
                    "limitsByCurrency", Said.of("creditor.currencies", "At most {0} currencies.", MOST_CURRENCIES)));
            return all;
        }
        limitsByCurrency.forEach((currency, said) -> {
            OptionalInt decimals = CurrencyDecimals.of(currency);
            if (decimals.isEmpty() || said == null) {
                errors.add(new FieldError(
                        "limitsByCurrency",
                        Said.of(
                                "creditor.currency",
                                "Please name a currency by its ISO code, e.g. JPY, with its limits; not {0}.",
                                Legible.quoted(currency))));
            } else {
                all.put(
                        currency,
                        said.or(every, "limitsByCurrency." + currency, Math.min(2, decimals.getAsInt()), errors));
            }
        });
        return all;
    }

    Creditor toCreditor(String id, Instant createdAt, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        if (!CreditorId.isOne(id)) {
            errors.add(new FieldError("id", CreditorId.WRITTEN));
        }
        if (name == null || Legible.isBlank(name)) {
            errors.add(new FieldError("name", Said.of("creditor.name", "Please give the creditor's name.")));
        }
        if (country != null && !Countries.code(country).equals(Optional.of(country))) {
            errors.add(new FieldError(
                    "country",
                    Said.of("creditor.country", "{0} is not a country code like DE.", Legible.quoted(country))));
        }
        if (defaultLanguage != null && !LANGUAGES.contains(defaultLanguage)) {
            errors.add(new FieldError(
                    "defaultLanguage", Said.of("creditor.language", "Messages can be written in: de, en.")));
        }
        if (firstContactDays != null && (firstContactDays < 0 || firstContactDays > 90)) {
            errors.add(new FieldError(
                    "firstContactDays", Said.of("creditor.days", "Between 0 and 90 days after the due date.")));
        }
        if (email != null && said(email) != null && ContactPoints.email(email).isEmpty()) {
            errors.add(new FieldError(
                    "email", Said.of("creditor.email", "{0} is not an e-mail address.", Legible.quoted(email))));
        }
        if (website != null
                && !website.isBlank()
                && !WEBSITE.matcher(website.strip()).matches()) {
            errors.add(new FieldError(
                    "website",
                    Said.of(
                            "creditor.website",
                            "{0} is not an address of the web like https://www.example.com.",
                            Legible.quoted(website))));
        }
        if (privacyUrl != null
                && !privacyUrl.isBlank()
                && !(privacyUrl.strip().matches("(?i)https?://.*")
                        && WEBSITE.matcher(privacyUrl.strip()).matches())) {
            errors.add(new FieldError(
                    "privacyUrl",
                    Said.of(
                            "creditor.privacy",
                            "{0} is not an address of the web like https://www.example.com/privacy.",
                            Legible.quoted(privacyUrl))));
        }
        if (channels != null && !channels.stream().allMatch(CreditorSettings::isChannel)) {
            errors.add(new FieldError(
                    "channels", Said.of("creditor.channels", "Known channels: EMAIL, SMS, WHATSAPP, LETTER, VOICE.")));
        }
        terms(errors);
        LocalDate today = LocalDate.ofInstant(now, BusinessClock.ZONE);
        if (termsFrom != null && termsFrom.isBefore(today)) {
            errors.add(new FieldError(
                    "termsFrom",
                    Said.of("creditor.terms", "Today or later: what was announced to debtors stays as it was.")));
        }
        if (termsFrom != null && Years.isFar(termsFrom, today)) {
            errors.add(new FieldError("termsFrom", Years.FAR));
        }
        List<Creditor.Account> checked = checkedAccounts(errors);
        if (!errors.isEmpty() || name == null) {
            throw refused(errors);
        }
        return new Creditor(
                id,
                Unseen.foldedText(name).strip(),
                said(street),
                said(postcode),
                said(city),
                country == null ? "DE" : country,
                email == null ? null : ContactPoints.email(email).orElse(null),
                said(phone),
                said(website),
                said(legalNotice),
                said(privacyUrl),
                deductsInputTax == null || deductsInputTax,
                defaultLanguage == null ? "de" : defaultLanguage,
                firstContactDays == null ? 3 : firstContactDays,
                channels == null
                        ? List.of("EMAIL", "SMS", "LETTER", "VOICE")
                        : channels.stream().filter(Objects::nonNull).distinct().toList(),
                checked,
                createdAt,
                now);
    }

    /** What is blank is not said. */
    private static @Nullable String said(@Nullable String text) {
        return text == null || Legible.isBlank(text) ? null : text.strip();
    }

    private static boolean isChannel(@Nullable String name) {
        return name != null && CHANNELS.contains(name);
    }

    private static void checkLine(List<FieldError> errors, String field, @Nullable String value, int longest) {
        if (value != null && !Legible.isLine(value)) {
            errors.add(new FieldError(field, Said.of("creditor.line", "One line without control characters, please.")));
        }
        if (value != null && value.length() > longest) {
            errors.add(new FieldError(field, tooLong(longest)));
        }
    }

    private List<Creditor.Account> checkedAccounts(List<FieldError> errors) {
        List<Creditor.Account> checked = new ArrayList<>();
        if (accounts == null) {
            return checked;
        }
        if (accounts.size() > MOST_ACCOUNTS) {
            errors.add(
                    new FieldError("accounts", Said.of("creditor.accounts", "At most {0} accounts.", MOST_ACCOUNTS)));
            return checked;
        }
        for (int i = 0; i < accounts.size(); i++) {
            AccountSettings account = accounts.get(i);
            if (account == null) {
                errors.add(new FieldError(
                        "accounts[" + i + "]", Said.of("creditor.account", "Please give an account with its IBAN.")));
                continue;
            }
            checkLine(errors, "accounts[" + i + "].name", account.name(), LONGEST_LINE);
            String iban = account.iban() == null
                    ? ""
                    : Unseen.foldedId(account.iban()).replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
            if (IbanUtil.isValid(iban, IbanFormat.None)) {
                checked.add(new Creditor.Account(iban, said(account.name())));
            } else {
                errors.add(new FieldError(
                        "accounts[" + i + "].iban",
                        Said.of(
                                "creditor.iban",
                                "{0} is not a valid IBAN: please check each character.",
                                Legible.quoted(iban))));
            }
        }
        return checked;
    }
}
