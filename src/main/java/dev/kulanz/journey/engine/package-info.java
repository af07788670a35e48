/**
 * The set-up of the process engine: its schema, history, identity, tenants and authorizations, and what models may and may
 * not reach.
 */
@NullMarked
package dev.kulanz.journey.engine;

import org.jspecify.annotations.NullMarked;
