package dev.kulanz.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text by which somebody looks for cases, and the SQL that finds them in {@code case_words}: each word must be found, or all
 * of it as one number, or as an amount.
 *
 * @param words as the database folds them: no patterns can be among them
 * @param number all of it without blanks
 * @param phone a telephone number without the prefixes for abroad and for another town; null: it is none
 * @param amount in major units of any currency; null: it is none
 */
record SoughtText(
        List<String> words,
        String number,
        @Nullable String phone,
        @Nullable BigDecimal amount) {

    /** Nobody writes more, and looking for it would take long. */
    private static final int LONGEST = 200;

    private static final int MOST_WORDS = 10;

    /** Shorter ones are the beginnings of words: they are in the middle of nearly every case. */
    private static final int SHORTEST_PART = 3;

    private static final Pattern PHONE = Pattern.compile("(\\+|\\(?0)[\\d\\s()/.-]{4,30}");
    private static final Pattern TRUNK = Pattern.compile("\\(0\\)");
    private static final Pattern PREFIX = Pattern.compile("^(00|0)");

    private static final String RANKED = """
        select k.id
        from dunning_case k
        join case_words w on w.case_id = k.id
        where k.id = any(:candidates)
        order by case when w.numbers like '%% ' || :number || ' %%' then 0
                      when w.numbers like '%% ' || :number || '%%' then 1
                      when %s then 2
                      when %s then 3
                      when %s then 4
                      when %s then 5
                      else 6 end,
                 k.status <> 'OPEN', k.id desc
        limit :most\
        """;

    private static final String BY_WORDS =
            "select k.id from case_words w join dunning_case k on k.id = w.case_id where %s and %s limit :most";

    private static final String OPEN = " and k.status = 'OPEN'";

    private static final String WITH_AMOUNT = """
        k.id in (select o.case_id from case_owes o where o.amount = :amount
                 union all
                 select ci.case_id from ledger_entry e join case_item ci on ci.open_item_id = e.open_item_id
                 where abs(e.amount) = :amount)\
        """;

    /**
     * Reads what somebody wrote; empty if nothing can be found by it.
     *
     * @param fold how the database writes words
     */
    static Optional<SoughtText> of(String written, UnaryOperator<String> fold) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = fold.apply(text);
        List<String> words = List.of(folded.split(" "));
        return folded.isEmpty() || words.size() > MOST_WORDS
                ? Optional.empty()
                : Optional.of(new SoughtText(words, String.join("", words), phoneIn(text), amountIn(text)));
    }

    /** What finds the open cases that have all words, at most {@code :most}; see {@link #otherWays}. */
    String open(String conditions) {
        return BY_WORDS.formatted(conditions + OPEN, anywhere());
    }

    /** What finds those that have all words and are not open; see {@link #otherWays}. */
    String over(String conditions) {
        return BY_WORDS.formatted(conditions + " and k.status <> 'OPEN'", anywhere());
    }

    /**
     * What finds the cases that may not have all words, at most {@code :most} by each way in which they can be found.
     *
     * @param conditions of the case {@code k}
     */
    List<String> otherWays(String conditions) {
        List<String> ways = new ArrayList<>();
        if (words.size() > 1) {
            ways.add(BY_WORDS.formatted(conditions, "w.words like '%' || :number || '%'"));
        }
        if (phone != null) {
            ways.add(BY_WORDS.formatted(conditions, "w.words like '%' || :phone || '%'"));
        }
        if (amount != null) {
            ways.add(BY_WORDS.formatted(conditions, WITH_AMOUNT));
        }
        return ways;
    }

    /**
     * What finds those that fit best, then those that fit second best and so on, at most {@code :most} each: once so many were
     * found the others are no better. Who fits none of these fits no better than by having all words.
     *
     * @param conditions of the case {@code k}
     */
    List<String> bestFirst(String conditions) {
        return Stream.of(
                        "w.numbers like '% ' || :number || ' %'",
                        "w.numbers like '% ' || :number || '%'",
                        amount == null ? "" : WITH_AMOUNT,
                        wholeName(),
                        beginningOfName(),
                        name())
                .filter(way -> !way.isEmpty())
                .flatMap(way -> Stream.of(conditions + OPEN, conditions).map(of -> BY_WORDS.formatted(of, way)))
                .toList();
    }

    /** Brings candidates into the order in which they fit. */
    String ranked() {
        return RANKED.formatted(amount == null ? "false" : WITH_AMOUNT, wholeName(), beginningOfName(), name());
    }

    private String wholeName() {
        return each(i -> "w.name like '% ' || :word" + i + " || ' %'");
    }

    private String beginningOfName() {
        return each(i -> "w.name like '% ' || :word" + i + " || '%'");
    }

    private String name() {
        return each(i -> "w.name like " + part(i));
    }

    private String anywhere() {
        return each(i -> "w.words like " + part(i));
    }

    private String part(int word) {
        return (words.get(word).length() < SHORTEST_PART ? "'% ' || :word" : "'%' || :word") + word + " || '%'";
    }

    private String each(IntFunction<String> condition) {
        return IntStream.range(0, words.size()).mapToObj(condition).collect(Collectors.joining(" and "));
    }

    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            values.put("word" + i, words.get(i));
        }
        values.put("number", number);
        values.put("phone", phone);
        values.put("amount", amount);
        return values;
    }

    private static @Nullable String phoneIn(String text) {
        if (!PHONE.matcher(text).matches()) {
            return null;
        }
        String digits = TRUNK.matcher(text).replaceFirst("").replaceAll("\\D", "");
        String bare = PREFIX.matcher(digits).replaceFirst("");
        return bare.length() < SHORTEST_PART ? null : bare;
    }

    /** An amount as people write it, 1.234,56 or 1234.56; null if the text is none. */
    static @Nullable BigDecimal amountIn(String text) {
        String bare = text.replaceAll("(?i)\\s|€|eur", "");
        if (bare.matches("\\d{1,3}(\\.\\d{3})*,\\d{1,2}|\\d+,\\d{1,2}")) {
            return new BigDecimal(bare.replace(".", "").replace(',', '.'));
        }
        return bare.matches("\\d{1,10}(\\.\\d{1,2})?") ? new BigDecimal(bare) : null;
    }
}
