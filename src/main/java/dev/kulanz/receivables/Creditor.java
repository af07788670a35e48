package dev.kulanz.receivables;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.util.DigestUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Who is owed money, with the settings of its dunning.
 *
 * @param id chosen by the integrator
 * @param firstContactDays days from an item's due date to the first reminder
 * @param channels channels that may be used at all
 * @param legalNotice legal form, seat, register and directors, as business letters must name them (§ 35a GmbHG)
 * @param privacyUrl where he tells how personal data are handled (Art. 13, 14 GDPR): each message links to it
 * @param deductsInputTax whether value added tax is no loss to him, so that debtors need not bear an agency's (§ 249 II BGB)
 */
public record Creditor(
        @Id String id,
        String name,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        String country,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String website,
        @Nullable String legalNotice,
        @Nullable String privacyUrl,
        boolean deductsInputTax,
        String defaultLanguage,
        int firstContactDays,
        List<String> channels,

        @MappedCollection(idColumn = "creditor_id", keyColumn = "position")
        List<Account> accounts,

        @JsonIgnore Instant createdAt,
        @JsonIgnore Instant updatedAt) {

    /**
     * A bank account to pay to.
     *
     * @param name account holder exactly as the bank knows it (verification of payee); null: the creditor's name
     */
    @org.springframework.data.relational.core.mapping.Table("creditor_account")
    public record Account(
            String iban, @Nullable @Column("name") String name) {}

    /** What it does not say though messages need it; empty: it is complete. */
    public List<Essential> missing() {
        return Essential.missingOf(this);
    }

    /**
     * Another one for each change of what it says: who changes it names the one that he looked at, so that of two people who
     * change it at the same time the second is told.
     */
    public String stamp() {
        return DigestUtils.md5DigestAsHex(said().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The names of what the other one says otherwise. */
    List<String> differencesTo(Creditor other) {
        Map<String, String> its = other.said();
        return said().entrySet().stream()
                .filter(one -> !one.getValue().equals(its.get(one.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All but since when. */
    private Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        for (RecordComponent part : Creditor.class.getRecordComponents()) {
            if (part.getType() != Instant.class) {
                said.put(part.getName(), String.valueOf(ReflectionUtils.invokeMethod(part.getAccessor(), this)));
            }
        }
        return said;
    }

    public boolean uses(String channel) {
        return channels.contains(channel);
    }

    /** The account that messages name, or null when none is known yet. */
    @JsonIgnore
    public @Nullable Account mainAccount() {
        return accounts.isEmpty() ? null : accounts.get(0);
    }
}
