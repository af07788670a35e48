/**
 * The set-up of the process engine: its schema, history, identity, tenants and authorizations; which of its commands are
 * open to whom ({@link dev.kulanz.journey.engine.OpenCommands}); and what models may and may not reach.
 */
@NullMarked
package dev.kulanz.journey.engine;

import org.jspecify.annotations.NullMarked;
