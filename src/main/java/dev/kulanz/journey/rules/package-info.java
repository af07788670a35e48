/**
 * Where the process engine meets our decisions: it hands its decision tables to Drools, and its deployments are the
 * source of the rules in force.
 */
@NullMarked
package dev.kulanz.journey.rules;

import org.jspecify.annotations.NullMarked;
