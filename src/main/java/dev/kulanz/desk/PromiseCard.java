package dev.kulanz.desk;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.PromiseTerms;
import java.util.List;

/**
 * What a case file shows of promises to pay.
 *
 * @param all the latest first
 * @param terms which promise could be noted now
 */
record PromiseCard(List<Promise> all, PromiseTerms terms) {}
